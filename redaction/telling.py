"""What in a redacted text still tells too much: exact traces that generalisation should have taken, and rare facts.

Knows where it stands, why it tells, and what could stand instead; how much it matters is `risk`'s to say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import regex

from corpus.model.redaction import EntityKind
from redaction import generalise
from redaction.exact_figures import exact_figures
from redaction.finding import Finding
from redaction.placeholders import PLACEHOLDER


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
    """In order of start; what stands in a placeholder tells nothing. Raises RedactionIncomplete."""
    hidden = [match.span() for match in PLACEHOLDER.finditer(text)]
    found = [
        Telling(*match.span(), sign.reason, sign.coarser(match.group()) if sign.coarser else None, sign.exact)
        for sign in _signs()
        for match in sign.pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in hidden)
    ]
    said = [(telling.start, telling.end) for telling in found if telling.exact]
    found += [_figure(finding, text) for finding in exact_figures(text, (*hidden, *said))]
    return tuple(sorted(found, key=lambda telling: (telling.start, -telling.end)))


def _figure(finding: Finding, text: str) -> Telling:
    surface = text[finding.start : finding.end]
    reason, coarser = _FIGURES[finding.kind]
    return Telling(finding.start, finding.end, reason, coarser(surface), exact=True)


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
    return generalise.Calendar().generalise(surface)


def _vote(surface: str) -> str:
    """How it went, without how many: "a 4-3 vote" was a divided one."""
    numbers = regex.findall(r"\d+", surface)
    word = "unanimous" if "0" in numbers else "divided"
    return f"{word} {_last_word(surface)}"


_FIGURES: dict[EntityKind, tuple[str, Callable[[str], str]]] = {
    EntityKind.DATE: ("an exact date", _day),
    EntityKind.AGE: ("an exact age", generalise.age),
    EntityKind.COUNT: ("an exact number", generalise.count),
    EntityKind.MONEY: ("an exact amount", generalise.money),
}


def _as(words: str) -> Callable[[str], str]:
    return lambda _: words


def _last_word(surface: str) -> str:
    return surface.rsplit(maxsplit=1)[-1]


_ONLY, _KIN = "the only or first of its kind", "the family of somebody known"
RARE_ROLES = frozenset((_ONLY, _KIN))
"""Reasons by which one person or one school is known to all around it, however many schools fit."""
_KNOWN = r"superintendent|principal|board (?:president|chair\w*|member)|mayor|sheriff|police chief|athletic director"
"""Whom everybody in a town could name."""
_SIGNS: tuple[tuple[str, str, Callable[[str], str] | None, bool], ...] = (
    (
        "the count of a vote",
        r"\bvot\w{1,3}(?:\s(?:by|was|of))?\s\d{1,3}\s?(?:-|\u2013|to)\s?\d{1,3}\b(?!:)",
        _as("voted"),
        True,
    ),
    (
        "the count of a vote",
        r"(?<![\w/.-])\d{1,2}\s?(?:-|\u2013|to)\s?\d{1,2}\s(?:vote|decision|majority)\b",
        _vote,
        True,
    ),
    ("an exact number", r"(?<![\w$,-])(?<!\$\s)\d{1,3}(?:,\d{3})+\b(?!\s(?:dollars|bucks))", generalise.count, True),
    (
        _ONLY,
        r"\bthe (?:only|first|oldest|largest|smallest) (?:(?!of |the |day )\w+ ){0,2}(?:school|principal|superintendent|student|teacher|high|program)\b(?! (?:days?|week|month|year|bell)\b)",
        None,
        False,
    ),
    (
        _ONLY,
        r"\bthe only (?:[\w-]+ ){1,2}(?:boy|girl|kid|child|children|pupil|family|player|athlete|teen\w*|freshman|sophomore|junior|senior)\b",
        None,
        False,
    ),
    (
        _KIN,
        rf"\b(?:{_KNOWN})(?:'s|s') (?:(?:[\w-]+|\[[^\]]{{1,40}}\]) ){{0,2}}(?:sons?|daughters?|kids?|child|children|twins?|wife|husband|nieces?|nephews?|grand(?:son|daughter|child)\w*)\b",
        None,
        False,
    ),
    ("twins", r"\btwin (?:sons?|daughters?|brothers?|sisters?|boys|girls)\b", _last_word, False),
    ("twins", r"\b(?:(?:identical|fraternal) )?(?:twins|triplets)\b", _as("siblings"), False),
    ("an interim post", r"\binterim (?:principal|superintendent)\b", _last_word, False),
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
        "a rare program",
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
