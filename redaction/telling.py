"""What in a redacted text still tells too much: exact traces that generalisation should have taken, and rare facts.

Knows where it stands, why it tells, and what could stand instead; how much it matters is `risk`'s to say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from redaction import generalise
from redaction.placeholders import PLACEHOLDER

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


@dataclass(frozen=True)
class Telling:
    """A half-open range of characters of one text."""

    start: int
    end: int
    reason: str
    """As a reviewer reads it: "an exact date", "an animal on campus"."""
    coarser: str | None
    """What may stand instead; None where only a person can word it."""
    exact: bool
    """Whether it should never have been left; a rare fact may stay where enough schools fit."""


@dataclass(frozen=True)
class _Sign:
    reason: str
    pattern: "regex.Pattern[str]"
    coarser: Callable[[str], str] | None
    exact: bool = True


def tellings(text: str) -> tuple[Telling, ...]:
    """In order of start; what stands in a placeholder tells nothing."""
    hidden = [match.span() for match in PLACEHOLDER.finditer(text)]
    found = [
        Telling(*match.span(), sign.reason, sign.coarser(match.group()) if sign.coarser else None, sign.exact)
        for sign in _signs()
        for match in sign.pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in hidden)
    ]
    return tuple(sorted(found, key=lambda telling: (telling.start, -telling.end)))


def coarsened(text: str, *, exact: bool) -> str:
    """The text with the exact traces, or the rare facts, said more coarsely, as far as that needs no person."""
    out, end = "", 0
    for telling in tellings(text):
        if telling.exact is exact and telling.coarser is not None and telling.start >= end:
            out += text[end : telling.start] + telling.coarser
            end = telling.end
    return out + text[end:]


def _day(surface: str) -> str:
    """Its season: what is left of a date when no other date is near."""
    month = next((n for n, name in enumerate(_MONTHS.split("|"), 1) if surface.lower().startswith(name)), 0)
    month = month or int(surface.split("/", maxsplit=1)[0])
    return generalise.season(date(2001, month, 1), has_year=False) if month in range(1, 13) else "[that day]"


def _people(surface: str) -> str:
    return f"{generalise.count(surface)} {surface.rsplit(maxsplit=1)[-1]}"


def _as(words: str) -> Callable[[str], str]:
    return lambda _: words


_SIGNS: tuple[tuple[str, str, Callable[[str], str] | None, bool], ...] = (
    ("an exact date", rf"\b(?:{_MONTHS})\s\d{{1,2}}\b", _day, True),
    ("an exact date", r"(?<![\w.])\d{1,2}/\d{1,2}(?:/\d{2,4})?\b", _day, True),
    ("an exact amount", r"\$\s?\d[\d,.]*\d|\$\s?\d", generalise.money, True),
    ("an exact number", r"(?<![\w$,-])(?<!\$\s)\d{1,3}(?:,\d{3})+\b", generalise.count, True),
    (
        "an exact number",
        r"(?<![\d,])\b(?:[1-9]\d{2,})\s(?:students|pupils|families|people|seats|signatures|comments|staff)\b",
        _people,
        True,
    ),
    ("the count of a vote", r"\bvot\w{1,3}\s\d{1,2}(?:-|\sto\s)\d{1,2}\b", _as("voted"), True),
    (
        "the only or first of its kind",
        r"\bthe (?:only|first|oldest|largest|smallest) (?:\w+ ){0,2}(?:school|principal|superintendent|student|teacher|high|program)\b",
        None,
        False,
    ),
    ("a championship or title", r"\bstate (?:title|champion\w*|final\w*)\b", _as("big game"), False),
    (
        "a death at school",
        r"\b(?:died|killed|shot dead|fatal\w*)\b.{0,40}\b(?:school|campus|class|bus|gym)\b",
        None,
        False,
    ),
    (
        "an animal on campus",
        r"\b(?:bear|bobcat|mountain lion|moose|alligator|deer|coyote|snake)\b",
        _as("wild animal"),
        False,
    ),
    (
        "a disaster by name",
        r"\b(?:tornado|hurricane|wildfire|earthquake|flood\w*|derailment)\b",
        _as("disaster"),
        False,
    ),
    (
        "a rare programme",
        r"\b(?:immersion|newcomer academy|agricultural|deaf|blind|military|international baccalaureate|one-room)\b",
        _as("special"),
        False,
    ),
    (
        "a landmark or terrain",
        r"\b(?:island|reservation|military base|border crossing|ski|capitol|harbor)\b",
        _as("landmark"),
        False,
    ),
    (
        "an arrest or a lawsuit",
        r"\b(?:indicted|sentenced|lawsuit|sued|federal court|settlement of)\b",
        None,
        False,
    ),
)
"""Reason, expression, coarser wording if there is one, and whether it is an exact figure."""


@cache
def _signs() -> tuple[_Sign, ...]:
    return tuple(
        _Sign(reason, regex.compile(pattern, regex.IGNORECASE), coarser, exact)
        for reason, pattern, coarser, exact in _SIGNS
    )
