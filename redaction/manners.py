"""How somebody is spoken of, as far as it tells two people of one surname apart: Mr. Bell, Mrs. Bell, the Bells."""

from enum import StrEnum

import regex


class Manner(StrEnum):
    ANY = ""
    HE = "he"
    SHE = "she"
    THE = "the"
    """An article before it, as before a family or before "the Travis thing"."""


_HE = frozenset("mr mister señor uncle tio tío grandpa abuelo".split())
_SHE = frozenset("mrs ms missus sra srta señora señorita aunt auntie tia tía grandma gramma abuela".split())
_FIRST_WORD = regex.compile(r"\s*(\p{L}+)\.?\s+\p{L}")
_WORD_BEFORE = regex.compile(r"(?<!\p{L})(\p{L}{2,10})\.?\s$")
_REACH = 14


def manner_of(text: str, start: int, end: int) -> Manner:
    """Of the name that is the range of `text`: by the title that it begins with, else by the word before it."""
    first = _FIRST_WORD.match(text, start, end)
    found = _by_title(first[1].lower()) if first else Manner.ANY
    if found is Manner.ANY:
        before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
        found = _by_title(before[1].lower()) if before else Manner.ANY
        if before and before[1].lower() == "the":
            return Manner.THE
    return found


def _by_title(word: str) -> Manner:
    if word in _HE:
        return Manner.HE
    return Manner.SHE if word in _SHE else Manner.ANY
