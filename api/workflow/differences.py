"""The differences grid of a brief: eight questions, asked of the reader's situation and of every precedent.

A situation answers by its own words, and the reader puts it right with a tap. A case answers from its facets, or from
the words of its title, situation and spread; where neither says anything, it does not count as different.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.model.case import NOT_SAID, Case
from corpus.model.taxonomy import Channel, Involved, Level, Phase, Setting


class Tap(StrEnum):
    FILMED = "filmed"
    PUBLIC = "public"
    POLICE = "police"
    STAFF = "staff"
    INJURY = "injury"
    NOW = "now"
    LEVEL = "level"
    SETTING = "setting"


YES, NO, NOT_GIVEN = "yes", "no", ""
"""What a tap with two sides may say; the empty answer asks nothing of the precedents."""

VALUES: Mapping[Tap, tuple[str, ...]] = {
    **dict.fromkeys(Tap, (YES, NO)),
    Tap.LEVEL: tuple(Level),
    Tap.SETTING: tuple(value for value in Setting if value not in NOT_SAID),
}


@dataclass(frozen=True)
class Difference:
    """One line of the grid."""

    tap: Tap
    yours: str
    """One of `VALUES[tap]`, or `NOT_GIVEN`."""
    matching: tuple[str, ...]
    """Codes of the cases that answer alike, in order of the precedents."""
    differing: tuple[str, ...]
    silent: tuple[str, ...]
    """Cases of which nobody said."""


_FILMED = re.compile(
    r"\b(film|video|clip|record(ed|ing)|livestream|live-stream|footage|photo|screenshot)", re.IGNORECASE
)
_PUBLIC = re.compile(
    r"\b(viral|facebook|tiktok|instagram|youtube|news|reporter|posted|comments|going around)", re.IGNORECASE
)
_POLICE = re.compile(r"\b(police|officer|sheriff|sro|911|detective|arrest)", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(teacher|coach|aide|para|custodian|staff|counselor|substitute|employee|bus driver)", re.IGNORECASE
)
_INJURY = re.compile(
    r"\b(injur|hurt|bleed|ambulance|hospital|unconscious|broken (arm|leg|nose)|concussion|burn)", re.IGNORECASE
)
_NOW = re.compile(
    r"\b(right now|now|just|currently|is being|are in (my|the|our)|on (their|the) way|at the moment)\b", re.IGNORECASE
)
_LEVELS = {
    Level.PREK: re.compile(r"\b(pre-?k|preschool)", re.IGNORECASE),
    Level.K8: re.compile(r"\bk-8\b", re.IGNORECASE),
    Level.ELEMENTARY: re.compile(r"\b(elementary|kindergarten|(first|second|third|fourth) grade)", re.IGNORECASE),
    Level.MIDDLE: re.compile(r"\b(middle school|junior high|(sixth|seventh|eighth) grade)", re.IGNORECASE),
    Level.HIGH: re.compile(
        r"\b(high school|freshm[ae]n|sophomore|(ninth|tenth|eleventh|twelfth) grade)", re.IGNORECASE
    ),
}
_SETTINGS = {value: re.compile(rf"\b{value}\b", re.IGNORECASE) for value in Setting if value not in NOT_SAID}
_OPEN_CHANNELS = {
    Channel.TIKTOK, Channel.INSTAGRAM, Channel.FACEBOOK, Channel.YOUTUBE, Channel.X, Channel.TV, Channel.LOCAL_MEDIA,
    Channel.OTHER_ONLINE,
}  # fmt: skip


def read_from(situation: str) -> dict[Tap, str]:
    """What a redacted situation says by itself; it never says no, because leaving a thing out is not denying it."""
    patterns = {
        Tap.FILMED: _FILMED,
        Tap.PUBLIC: _PUBLIC,
        Tap.POLICE: _POLICE,
        Tap.STAFF: _STAFF,
        Tap.INJURY: _INJURY,
        Tap.NOW: _NOW,
    }
    read = {tap: YES for tap, pattern in patterns.items() if pattern.search(situation)}
    level = next((level for level, pattern in _LEVELS.items() if pattern.search(situation)), "")
    setting = next((setting for setting, pattern in _SETTINGS.items() if pattern.search(situation)), "")
    said = {Tap.LEVEL: str(level), Tap.SETTING: str(setting)}
    return {**read, **{tap: value for tap, value in said.items() if value}}


def answer_of(case: Case, tap: Tap) -> str:
    """What a case says to a tap; `NOT_GIVEN` where nobody said."""
    return _ANSWERS[tap](case)


def agreements(case: Case, yours: Mapping[Tap, str]) -> int:
    """How many answers of `yours` the case shares, less those in which it differs."""
    given = [(answer, answer_of(case, tap)) for tap, answer in yours.items() if answer]
    return sum((answer == theirs) - (theirs not in (answer, NOT_GIVEN)) for answer, theirs in given)


def grid(cases: Sequence[Case], yours: Mapping[Tap, str]) -> tuple[Difference, ...]:
    """All eight lines. Where the reader gave no answer, cases that answer yes or name a value stand as differing."""
    return tuple(_difference(tap, yours.get(tap, NOT_GIVEN), cases) for tap in Tap)


def _difference(tap: Tap, yours: str, cases: Sequence[Case]) -> Difference:
    answers = [(case.code, answer_of(case, tap)) for case in cases]
    return Difference(
        tap=tap,
        yours=yours,
        matching=tuple(code for code, answer in answers if answer and answer == yours),
        differing=tuple(code for code, answer in answers if answer and answer != yours),
        silent=tuple(code for code, answer in answers if not answer),
    )


def _told(case: Case) -> str:
    return " ".join((case.title, *case.situation, case.trigger, case.spread))


def _words(pattern: re.Pattern[str]) -> Callable[[Case], str]:
    return lambda case: YES if pattern.search(_told(case)) else NOT_GIVEN


def _involved(who: Involved) -> Callable[[Case], str]:
    """Who was involved is a closed list: where others are named and `who` is not, the answer is no."""
    return lambda case: YES if who in case.facets.involved else NO if case.facets.involved else NOT_GIVEN


def _public(case: Case) -> str:
    if Involved.PRESS in case.facets.involved or _OPEN_CHANNELS & set(case.facets.channels):
        return YES
    return NO if case.facets.channels else NOT_GIVEN


def _facet(value: str) -> str:
    return NOT_GIVEN if value in NOT_SAID else value


_ANSWERS: dict[Tap, Callable[[Case], str]] = {
    Tap.FILMED: _words(_FILMED),
    Tap.PUBLIC: _public,
    Tap.POLICE: _involved(Involved.POLICE),
    Tap.STAFF: _involved(Involved.STAFF),
    Tap.INJURY: _words(_INJURY),
    Tap.NOW: lambda case: YES if any(action.phase is Phase.FIRST_HOUR for action in case.actions) else NOT_GIVEN,
    Tap.LEVEL: lambda case: _facet(case.facets.level),
    Tap.SETTING: lambda case: _facet(case.facets.setting),
}
