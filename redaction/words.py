"""A text as words with offsets, and the runs of words that could be a name; knows letters and lists, not kinds."""

from itertools import accumulate, islice
from typing import NamedTuple

import regex

from redaction.lexicon import is_common, is_first_name, is_homograph
from redaction.reading import once

_WORD = regex.compile(r"([^\W_]+(?:['-][^\W_]+)*\.?)")
_SMALL = frozenset("of de la las los del el da di van von y san st st.".split())
_ABBREVIATIONS = frozenset({"st.", "mt.", "ft.", "dr.", "jr.", "sr.", "mr.", "mrs.", "ms.", "n.", "s.", "e.", "w."})


class Word(NamedTuple):
    """`text` without a full stop that ends a sentence and without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def all_capitals(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


def words(text: str) -> list[Word]:
    """Every word of `text` in order; hyphenated and apostrophised words are one."""
    return once("words", text, _split)


def _split(text: str) -> list[Word]:
    """Parted in one go and the places summed up after: a match object for every word takes twice as long."""
    parted = _WORD.split(text)
    starts = accumulate(map(len, parted))
    trimmed = _Trimmed()
    return [
        tuple.__new__(Word, (start, start + len(token), token, lower))
        for start, (token, lower) in zip(
            islice(starts, 0, None, 2), map(trimmed.__getitem__, parted[1::2]), strict=False
        )
    ]


class _Trimmed(dict[str, tuple[str, str]]):
    """Of a word as it was matched: its text, and that in lower case."""

    def __missing__(self, token: str) -> tuple[str, str]:
        trimmed = _trimmed(token)
        self[token] = trimmed, trimmed.lower()
        return self[token]


def _trimmed(token: str) -> str:
    if token[-1] == "." and not (token.lower() in _ABBREVIATIONS or (len(token) == 2 and token[0].isupper())):
        token = token[:-1]
    return token[:-2] if token[-1] in "sS" and token[-2:-1] == "'" else token


def joined(text: str, left: Word, right: Word) -> bool:
    """True when only a space, a hyphen, an ampersand or an abbreviation's stop stands between two words."""
    return text[left.end : right.start] in (" ", "-", " & ", "  ", "/")


def name_like(word: Word) -> bool:
    """True for a word that is capitalised or that everyday English does not know."""
    lower = word.lower
    if lower[0].isdigit():
        return False
    if len(lower.rstrip(".")) == 1:
        return word.capital and lower.endswith(".")
    if word.all_capitals or not word.capital:
        return len(lower) > 2 and (is_first_name(lower) or not is_common(lower))
    return True


def name_word_in_context(word: Word) -> bool:
    """True for a word that may be a person's name where a cue stands beside it: "ask will", "mrs page"."""
    return (name_like(word) and (not is_common(word.lower) or word.capital)) or is_homograph(word.lower)


def run_before(text: str, tokens: list[Word], index: int, most: int = 4) -> int:
    """Index of the first word of the run of name-like words that ends just before `tokens[index]`.

    Returns `index` when the word before is no name. Small words ("of", "de la") are crossed, never led with.
    """
    first = linked = index
    position = index - 1
    last = index - most if index > most else 0
    while position >= last:
        word = tokens[position]
        if word.lower not in _SMALL:
            while linked > position and joined(text, tokens[linked - 1], tokens[linked]):
                linked -= 1
            if linked > position or not name_like(word):
                break
            first = position
        position -= 1
    return first
