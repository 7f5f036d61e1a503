"""Words that English or chats know and that nobody, and no school or place, is called: a finding made of them is
rarely a name. The keep-list decides with it; what a word is by itself, the lexicon says.
"""

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.grammar import DOES, ENDS
from redaction.lexicon import is_common, is_frequent, is_homograph, is_spanish
from redaction.place_words import GENERIC, PLACE_WORDS

_SHORT = 4
_WORD = regex.compile(r"[^\W_]+(?:[.'+-][^\W_]+)*")
_ARTICLE = regex.compile(r"\b(?:the|an?|this|every|each)[ ]\Z")


def everyday(written: str, kind: EntityKind) -> bool:
    """True for lower-case words that English or chats know and nobody and no school is called."""
    if kind is EntityKind.LOCATION and " " in written:
        return False
    return written.islower() and all(names_nothing(word, kind) or len(word) == 1 for word in written.split())


def names_nothing(word: str, kind: EntityKind) -> bool:
    """True for an everyday lower-case word that nobody, and no place where `kind` is one, is called."""
    word = word.strip(".,;:!?'\"()").removesuffix("'s")
    placed = kind is not EntityKind.PERSON and word in PLACE_WORDS and word not in GENERIC
    known = is_common(word) or (kind is EntityKind.PERSON and is_spanish(word))
    return word == "a" or (known and not is_homograph(word) and not placed)


def owes_its_capital(finding: Finding, text: str) -> bool:
    """True for everyday words whose capital comes from the sentence that they open, and that have none within another:
    "Phoned", "Native education".
    """
    written = text[finding.start : finding.end]
    if written[1:] != written[1:].lower() or not all(
        names_nothing(word, finding.kind) for word in written.lower().split()
    ):
        return False
    if regex.search(rf"[a-z,] {regex.escape(written)}(?!\w)", text):
        return False
    if (len(written) < _SHORT or not is_frequent(written.lower())) and _does_something(text, finding.end):
        return False
    before = text[max(0, finding.start - 4) : finding.start].rstrip(" ")
    return not before or before.endswith(ENDS)


def follows_an_article(finding: Finding, text: str) -> bool:
    """True for a single lower-case word that English knows, behind an article: "the mayor", "a king"."""
    written = text[finding.start : finding.end]
    before = text[max(0, finding.start - 6) : finding.start].lower()
    return written.islower() and is_common(written) and _ARTICLE.search(before) is not None


def _does_something(text: str, end: int) -> bool:
    """True where a word of what people do follows: "Oz ran"."""
    following = _WORD.match(text, end + 1)
    return text[end : end + 1] == " " and following is not None and following.group() in DOES
