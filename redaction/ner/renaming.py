"""Gives every somebody of a text another name, the same one wherever they are meant.

Each surface keeps its form: a first name becomes the new first name, initials the new initials, a school's short
form the new short form, and the letters' case is copied. Slips of the finger are in `noise.py`.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from redaction.lexicon import nicknames
from redaction.ner.names import NamePool
from redaction.ner.noise import mistyped
from redaction.ner.runs import Run, Runs

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STREET = re.compile(r"\b(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|sr|sra|coach|principal|officer|deputy|sgt|supt|profe|maestra)\.? $", re.IGNORECASE
)
_SCHOOL_FOR_DISTRICT = 0.3
"""Share of the districts that are named like a school."""
_LONGEST_INITIALS = 6
_SLIP_RATE = 0.15

Renamer = Callable[[str], str]
"""Old surface to new surface of one entity."""


def renamed(runs: Runs, pool: NamePool, rng: random.Random, share: float = 1.0) -> Runs:
    """A share of the people, schools, districts and places under new names; `fixed` runs stay as they are."""
    surfaces: dict[tuple[str, str], list[str]] = defaultdict(list)
    titled: set[tuple[str, str]] = set()
    before = ""
    for run in runs:
        if run.entity and not run.fixed:
            surfaces[run.label, run.entity].append(run.text)
            if _TITLE.search(before):
                titled.add((run.label, run.entity))
        before = run.text
    chosen = {
        key: _renamer(key[0], texts, key in titled, pool, rng)
        for key, texts in surfaces.items()
        if rng.random() < share
    }
    return tuple(_under_new_name(run, chosen) for run in runs)


def _under_new_name(run: Run, chosen: Mapping[tuple[str, str], Renamer]) -> Run:
    renamer = chosen.get((run.label, run.entity))
    return run if renamer is None or run.fixed else replace(run, text=renamer(run.text))


def _renamer(label: str, texts: Sequence[str], titled: bool, pool: NamePool, rng: random.Random) -> Renamer:
    old = max(texts, key=lambda text: (len(_WORD.findall(text)), len(text)))
    match label:
        case "PERSON":
            return Person.instead_of(old, titled, pool, rng)
        case "SCHOOL":
            return Telling.instead_of(old, rng.choice(pool.schools))
        case "DISTRICT":
            names = pool.schools if rng.random() < _SCHOOL_FOR_DISTRICT else pool.districts
            return Telling.instead_of(old, rng.choice(names))
        case "LOCATION":
            return Telling.instead_of(old, rng.choice(pool.streets if _STREET.search(old) else pool.towns))
        case "ID":
            return _with_other_digits(rng)
        case _:
            return str


def _with_other_digits(rng: random.Random) -> Renamer:
    """Each digit becomes another one wherever it stands, so that the parts of a number still are its parts."""
    digits = list("0123456789")
    rng.shuffle(digits)
    others = str.maketrans("0123456789", "".join(digits))
    return lambda text: text.translate(others)


@cache
def _kind_words() -> frozenset[str]:
    """Words that say what kind of school, district or place it is: they stay."""
    return frozenset((Path(__file__).parent / "lists" / "kind_words.txt").read_text("utf-8").split())


def telling_words(name: str) -> list[str]:
    """The words that tell this name from others of its kind, two at most; none in "PS 118" or "Central High"."""
    words = _WORD.findall(name)
    return [word for word in words if word.lower() not in _kind_words() and len(word) > 1][:2]


def in_case_of(word: str, model: str) -> str:
    """`word` in the case of `model`."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.lower() if model == model.lower() else word


@dataclass(frozen=True)
class Telling:
    """Names of telling words and kind words: only the telling ones change, and their initials with them."""

    new_of: Mapping[str, str]
    """Old telling word, lower case, to the new one."""

    @classmethod
    def instead_of(cls, old: str, new: str) -> "Telling":
        before, after = telling_words(old), telling_words(new) or [new]
        if len(before) == 1:
            return cls({before[0].lower(): " ".join(after)})
        return cls({word.lower(): after[place % len(after)] for place, word in enumerate(before)})

    def __call__(self, surface: str) -> str:
        text = _WORD.sub(lambda word: self._new(word.group()), surface)
        if text == surface and len(surface) <= _LONGEST_INITIALS and surface.isalpha():
            return "".join(map(self._new_initial, surface))
        return text

    def _new(self, word: str) -> str:
        new = self.new_of.get(word.lower())
        return word if new is None else in_case_of(new, word)

    def _new_initial(self, letter: str) -> str:
        new = next((new[0] for old, new in self.new_of.items() if old[0] == letter.lower()), letter)
        return new.upper() if letter.isupper() else new.lower()


@dataclass(frozen=True)
class Person:
    """One person's old names, lower case and empty where unknown, and the new ones."""

    old_first: str
    old_last: str
    first: str
    last: str
    rng: random.Random

    @classmethod
    def instead_of(cls, old: str, titled: bool, pool: NamePool, rng: random.Random) -> "Person":
        """`titled` says that a lone name is a last name, for it stands after a title."""
        words = [word.lower() for word in _WORD.findall(old) if len(word) > 1] or [""]
        first, last = pool.first_name(rng), pool.last_name(rng)
        if len(words) > 1:
            return cls(words[0], words[-1], first, last, rng)
        return cls("", words[0], first, last, rng) if titled else cls(words[0], "", first, last, rng)

    def __call__(self, surface: str) -> str:
        return _WORD.sub(lambda word: in_case_of(self._new(word.group()), word.group()), surface)

    def _new(self, word: str) -> str:
        lower = word.lower()
        if len(word) == 1:
            return (self.last if self.old_last.startswith(lower) else self.first)[0].upper()
        if lower == self.old_last:
            return self.last
        if lower == self.old_first:
            return self.first
        if len(word) == 2 and word.isupper():
            return (self.first[0] + self.last[0]).upper()
        return self._other_form(lower)

    def _other_form(self, lower: str) -> str:
        """A misspelling, a nickname or a middle name of the old name: the like of the new one."""
        if _alike(lower, self.old_last):
            return mistyped(self.last, self.rng, _SLIP_RATE)
        if _alike(lower, self.old_first) and len(lower) >= len(self.old_first):
            return mistyped(self.first, self.rng, _SLIP_RATE)
        return short_form(self.first, self.rng)


def short_form(first: str, rng: random.Random) -> str:
    """What friends make of a first name; the name itself where nothing is known and it is short."""
    known = sorted(nicknames(first.lower()))
    if known:
        return rng.choice(known).title()
    return first[: max(3, len(first) // 2)] if len(first) > 4 else first


def _alike(one: str, other: str) -> bool:
    """Same opening and nearly the same length: a slip, not another name."""
    return bool(other) and one[:2] == other[:2] and abs(len(one) - len(other)) <= 2
