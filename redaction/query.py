"""What counts as a name in a search, and how the search reads without it."""

from collections.abc import Sequence

import regex

from corpus.model.redaction import DIRECT_KINDS, EntityKind, Mention
from redaction.everyday import names_nothing
from redaction.finding import Finding
from redaction.lexicon import is_search_form
from redaction.recognizers.names import NUMBERS
from redaction.roles import PERSON

SURE = 0.85
"""Score from which on the name model is believed about words in lower case."""
_GUESSING = frozenset({"Names", "NameCues"})
_WRITTEN_FORMS = frozenset({EntityKind.EMAIL, EntityKind.PHONE, EntityKind.URL, EntityKind.HANDLE, EntityKind.ID})
"""Kinds that are what they are by their form, whatever words they are made of."""
_WORDS = {EntityKind.SCHOOL: "school", EntityKind.DISTRICT: "district", EntityKind.ORGANIZATION: "organization"}


def reworded(text: str, removed: Sequence[Mention]) -> str:
    """`text` with role words instead of people and without everything else of `removed`, blanks tidied."""
    out: list[str] = []
    position = 0
    for mention in removed:
        out += [text[position : mention.start], _stand_in(mention, text[: mention.start])]
        position = mention.end
    out.append(text[position:])
    tidy = regex.sub(r"\s+([,.;:?!])", r"\1", regex.sub(r"[^\S\n]{2,}", " ", "".join(out)))
    return tidy.strip()


def counts_in_a_kept_query(finding: Finding, text: str) -> bool:
    """True but for local organisations that the name model only guesses: "our boys bathroom"."""
    guessed = finding.recognizer == "Names" and finding.kind is EntityKind.ORGANIZATION and finding.score < SURE
    return not (guessed and text[finding.start : finding.end].islower())


def sure_in_a_query(finding: Finding, text: str) -> bool:
    """False for what the name model or the word lists only guess: a few words in lower case give them little to go by,
    and a search that loses "defibrillator" or "gun" finds nothing. Local organisations name nobody in a search.
    """
    if _says_what_happened(finding, text[finding.start : finding.end]):
        return False
    if finding.recognizer != "Names":
        return finding.recognizer != "UnknownWords"
    if finding.kind in NUMBERS:
        return False  # the "504" of a plan is what the search asks for; patterns alone are believed about numbers
    lower = text[finding.start : finding.end].islower()
    return finding.kind is not EntityKind.ORGANIZATION and (finding.score >= SURE or not lower)


def _says_what_happened(finding: Finding, written: str) -> bool:
    """True for abbreviations and phone forms of the field, however they are written, for a letter by itself, and for
    words, all small or all capitals, that nobody and nothing is called.
    """
    if finding.kind not in DIRECT_KINDS or finding.kind in _WRITTEN_FORMS:
        return False
    words = written.lower().split()
    if len(written) == 1 or all(map(is_search_form, words)):
        return True
    guessed = finding.recognizer in _GUESSING
    return guessed and (written.islower() or written.isupper()) and all(names_nothing(w, finding.kind) for w in words)


def _stand_in(mention: Mention, before: str) -> str:
    """A word for the mention, unless the same word stands right before it ("principal Hornick")."""
    if mention.kind is EntityKind.PERSON:
        label = mention.placeholder.strip("[]").rsplit(" ", 1)[0]
        word = "" if label == PERSON else label.lower()
    else:
        word = _WORDS.get(mention.kind, "")
    return "" if word and before.lower().rstrip(" .").endswith(word) else word
