"""Which parts of a half redacted text can hold no name any more, so that the name model need not read them again.

Judges words by the keep-list's own rule: what is blanked here the model could only take for a name that would be
kept. Lengths and line ends stay, so that offsets do.
"""

import regex

from corpus.model.redaction import EntityKind
from redaction.everyday import names_nothing
from redaction.grammar import ENDS
from redaction.keep_list import keep_list
from redaction.placeholders import PLACEHOLDER
from redaction.reading import once
from redaction.titles import HONORIFICS

_SENTENCE = regex.compile(r"(?:[^\n.!?]|(?<![a-z]{2})[.!?]|[.!?](?!\s))*+(?:[.!?]++|\n|$)")
_WORD = regex.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SIGNS = str.maketrans(dict.fromkeys("[]0123456789", " "))


def worth_reading(text: str) -> str:
    """`text` with blanks for its placeholders' brackets and numbers and for every sentence that can hold no name.

    A text without placeholders comes back whole: what nobody has redacted is read to the last letter.
    """
    if not PLACEHOLDER.search(text):
        return text
    bare = PLACEHOLDER.sub(lambda match: match.group().lower().translate(_SIGNS), text)
    hidden = PLACEHOLDER.sub(lambda match: "]" * len(match.group()), text)
    return "".join(
        sentence if _may_hold_a_name(hidden[at : at + len(sentence)]) else _blank(sentence)
        for at, sentence in _sentences(bare)
    )


def _sentences(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match.group()) for match in _SENTENCE.finditer(text) if match.group()]


def _blank(sentence: str) -> str:
    """A line end parts what stands before from what stands behind: no name goes across."""
    return " " * (len(sentence) - 1) + "\n"


def _may_hold_a_name(sentence: str) -> bool:
    return any(
        not once("plain word", match.group(), _is_plain) and not _only_opens(sentence, match.start(), match.group())
        for match in _WORD.finditer(sentence)
    )


def _is_plain(word: str) -> bool:
    """True for an everyday word in lower case, a number, a letter alone, a form of address, what is always kept."""
    return (
        len(word) == 1
        or word in _OWN
        or bool(_FIGURES.fullmatch(word))
        or word.lower() in HONORIFICS
        or keep_list().always_keeps(word)
        or (word.islower() and _everyday(word))
    )


def _everyday(word: str) -> bool:
    return names_nothing(word, EntityKind.SCHOOL)


_OWN = frozenset({"I'm", "I've", "I'll", "I'd", "AM", "PM"})
_FIGURES = regex.compile(r"\d+(?:st|nd|rd|th|s|am|pm|h|min)?", regex.IGNORECASE)


def _only_opens(sentence: str, start: int, word: str) -> bool:
    """True for an everyday word that owes its capital to the clause that it opens."""
    before = sentence[max(0, start - 4) : start].rstrip(" ")
    return (not before or before.endswith(ENDS)) and word[1:].islower() and _everyday(word.lower())
