"""School chat from patterns: what the marked threads hold too little of, in any number and with any names.

The patterns are lines of `lists/chat_patterns.txt`, clauses that name somebody and quiet ones that only look so;
here their slots are filled and the clauses strung together.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import TypeVar

from redaction.ner.names import NamePool
from redaction.ner.renaming import short_form, telling_words
from redaction.ner.runs import OUTSIDE, Run, Runs, joined

T = TypeVar("T")
_LISTS = Path(__file__).parent / "lists"
_SLOT = re.compile(r"\{(\w+)\}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GLUE = (" ", " ", ", ", ". ", ". ", " and ", " but ", " bc ", " so ", "... ", " - ", "! ", " n ", "\n", " when ", "? ")
_LINES, _CLAUSES = {1: 3, 2: 1, 3: 1}, {1: 2, 2: 2, 3: 1, 4: 1}
_WITH_SENDER, _NAMING, _SIGNED = 0.2, 0.6, 0.05

_FIRST_FORMS = {"{first}": 76, "{nickname}": 12, "{other_nickname}": 9, "{a}{b}": 2, "{a}.{b}": 1}
_FULL_FORMS = {
    "{first} {last}": 70, "{first} {b}": 5, "{first} {b}.": 5, "{a}. {last}": 7, "{last}, {first}": 5,
    "{first} {middle}. {last}": 5,
}  # fmt: skip
_SCHOOL_FORMS = {"{name}": 20, "{telling}": 30, "{telling} {kind}": 30, "{initials}{letters}": 12, "{ps} {number}": 8}
_DISTRICT_FORMS = {"{name}": 30, "{telling} {kind}": 40, "{initials}{letters}": 20, "{numbered}{number}": 10}
_USUAL = 200
"""So many of the commonest first names lend their nicknames."""
_NAMED_SCHOOLS = 0.75
"""Share of the schools with a listed name; the others are named for a person or a town."""


@dataclass(frozen=True)
class Patterns:
    naming: tuple[str, ...]
    quiet: tuple[str, ...]

    @classmethod
    def read(cls, path: Path = _LISTS / "chat_patterns.txt") -> "Patterns":
        naming, quiet = path.read_text(encoding="utf-8").split("# quiet\n")
        return cls(tuple(naming.splitlines()[1:]), tuple(quiet.splitlines()))


def sentences(patterns: Patterns, pool: NamePool, rng: random.Random, number: int) -> list[Runs]:
    """Texts of one to three lines, a line of one to four clauses, some of them with their senders."""
    return [joined([_line(patterns, pool, rng) for _ in range(_drawn(_LINES, rng))]) for _ in range(number)]


def _line(patterns: Patterns, pool: NamePool, rng: random.Random) -> Runs:
    runs = [Run(_full_name(pool, rng), "PERSON"), Run(": ")] if rng.random() < _WITH_SENDER else []
    for clause in range(_drawn(_CLAUSES, rng)):
        if clause:
            runs.append(Run(rng.choice(_GLUE)))
        chosen = patterns.naming if rng.random() < _NAMING else patterns.quiet
        runs.extend(filled(rng.choice(chosen), pool, rng))
    if rng.random() < _SIGNED:
        runs += [Run(rng.choice(("\n", "\n- ", "\n-"))), Run(_first_name(pool, rng), "PERSON")]
    return tuple(runs)


def filled(pattern: str, pool: NamePool, rng: random.Random) -> Runs:
    """The pattern with every slot filled; names in usual case, the rest as the pattern has it."""
    runs: list[Run] = []
    for place, part in enumerate(_SLOT.split(pattern)):
        runs.append(_fill(part, pool, rng) if place % 2 else Run(part))
    return tuple(run for run in runs if run.text)


def _first_name(pool: NamePool, rng: random.Random) -> str:
    first, other = pool.first_name(rng), pool.first_name(rng)
    return _drawn(_FIRST_FORMS, rng).format(
        first=first,
        nickname=short_form(first, rng),
        other_nickname=short_form(rng.choice(pool.first_us[:_USUAL]), rng),
        a=first[0],
        b=other[0],
    )


def _full_name(pool: NamePool, rng: random.Random) -> str:
    first, last = pool.first_name(rng), pool.last_name(rng)
    return _drawn(_FULL_FORMS, rng).format(first=first, last=last, a=first[0], b=last[0], middle=rng.choice(_LETTERS))


def _school(pool: NamePool, rng: random.Random) -> str:
    named = rng.random() < _NAMED_SCHOOLS
    name = rng.choice(pool.schools) if named else rng.choice((pool.last_name(rng), rng.choice(pool.towns)))
    words = telling_words(name) or [name]
    return _drawn(_SCHOOL_FORMS, rng).format(
        name=name,
        telling=" ".join(words),
        kind=rng.choice(_words("school_kinds")),
        initials="".join(word[0] for word in words),
        letters=rng.choice(("HS", "MS", "ES", "PS", "A")),
        ps=rng.choice(("PS", "IS", "MS", "P.S.")),
        number=rng.randint(2, 399),
    )


def _district(pool: NamePool, rng: random.Random) -> str:
    name = rng.choice(pool.districts)
    words = telling_words(name) or [name]
    return _drawn(_DISTRICT_FORMS, rng).format(
        name=name,
        telling=" ".join(words),
        kind=rng.choice(_words("district_kinds")),
        initials="".join(word[0] for word in words),
        letters=rng.choice(("USD", "ISD", "SD", "PS", "CSD", "CPS")),
        numbered=rng.choice(("district ", "d", "region ")),
        number=rng.randint(2, 300),
    )


def _landmark(pool: NamePool, rng: random.Random) -> str:
    return f"{rng.choice(pool.towns)} {rng.choice(_words('places'))}"


def _organization(pool: NamePool, rng: random.Random) -> str:
    last = pool.last_name(rng)
    owner = rng.choice((last, f"{last}'s", rng.choice(pool.towns), "first", f"st {pool.first_name(rng)}"))
    forms = (
        f"{owner} {rng.choice(_words('organizations'))}",
        f"{rng.choice(('', 'the '))}{rng.choice((*pool.towns, 'evening', 'daily'))} {rng.choice(_words('papers'))}",
        f"channel {rng.randint(2, 13)}",
    )
    return rng.choices(forms, (6, 3, 1))[0]


def _drawn(weights: Mapping[T, int], rng: random.Random) -> T:
    return rng.choices(list(weights), list(weights.values()))[0]


@cache
def _words(name: str) -> list[str]:
    words: list[str] = loads((_LISTS / "slots.toml").read_text(encoding="utf-8"))[name]
    return words


def _one_of(name: str) -> "Filler":
    return lambda _, rng: rng.choice(_words(name))


Filler = Callable[[NamePool, random.Random], str]
_SLOTS: dict[str, tuple[str, Filler]] = {
    "F": ("PERSON", _first_name),
    "L": ("PERSON", NamePool.last_name),
    "N": ("PERSON", _full_name),
    "I": ("PERSON", lambda _, rng: rng.choice(("{}{}", "{}.{}.")).format(*rng.choices(_LETTERS, k=2))),
    "i": ("PERSON", lambda _, rng: rng.choice(_LETTERS)),
    "M": (OUTSIDE, _one_of("titles")),
    "K": (OUTSIDE, _one_of("roles")),
    "S": ("SCHOOL", _school),
    "D": ("DISTRICT", _district),
    "O": ("ORGANIZATION", _organization),
    "C": ("LOCATION", lambda pool, rng: rng.choice(pool.towns)),
    "X": ("LOCATION", _one_of("states")),
    "St": ("LOCATION", lambda pool, rng: rng.choice(pool.streets)),
    "A": ("LOCATION", lambda pool, rng: f"{rng.randint(2, 9900)} {rng.choice(pool.streets)}"),
    "P": ("LOCATION", _landmark),
    "R": ("LOCATION", lambda _, rng: rng.choice(_words("roads")).format(rng.randint(1, 99))),
}
"""What stands for each slot of a pattern, and the label that it bears."""


def _fill(slot: str, pool: NamePool, rng: random.Random) -> Run:
    label, filler = _SLOTS[slot]
    return Run(filler(pool, rng), label)
