"""What could still identify a school once names are gone: how many schools fit, what is rare, what would help most.

Estimates from public counts (`school_counts.toml`, approximate marginals); knows no text of a discussion but the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

import regex

from corpus.model.case import Case
from corpus.model.taxonomy import REMOVED, UNKNOWN

GREEN_FROM = 50
AMBER_FROM = 20
"""Schools that must fit a description, from promises: green 50 and more, amber 20 to 49, red below."""
_CAUTION = 0.5
"""What stays of the product of the marginals, because they are not independent."""
_FILE = Path(__file__).parent / "school_counts.toml"


class Light(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Risk:
    """The worst component decides; there is no average."""

    light: Light
    schools_that_fit: int
    """About how many US schools the disclosed facets describe, rounded down to two digits."""
    driver: str
    """The slot that narrows most: "size", "division", "rare event" ...; "" when nothing narrows."""
    advice: str
    """The one generalisation that would help most, as a sentence; "" when green."""
    rare: tuple[str, ...] = ()
    """Rare facts that are still told, by name of the trace."""
    left_over: int = 0
    """Traces in the text that look exact: dates, counts, amounts, titles; each at least amber."""


def assess(case: Case) -> Risk:
    """The risk of publishing `case` at the public level."""
    disclosed = _disclosed(case)
    rare = tuple(name for name, pattern in _rare_facts().items() if pattern.search(_prose(case)))
    left_over = sum(len(pattern.findall(_prose(case))) for pattern in _exact_traces())
    narrowing = {slot: _share(slot, value) for slot, value in disclosed.items()}
    if rare:
        narrowing["rare event"] = _counts()["event"]["rare" if len(rare) > 1 else "uncommon"]
    fitting = _fitting(disclosed, narrowing)
    driver = min(narrowing, key=lambda slot: narrowing[slot], default="")
    light = max(_by_count(fitting), Light.AMBER if left_over else Light.GREEN, key=list(Light).index)
    best = _best_step(disclosed, narrowing) if light is not Light.GREEN else ""
    return Risk(light, _rounded(fitting), driver, _advice(best, left_over), rare, left_over)


def _disclosed(case: Case) -> dict[str, str]:
    """Slots of the facets that say something, in the words of the counts."""
    facets = case.facets
    slots = {
        "level": facets.level.value,
        "size": facets.size.value,
        "setting": facets.setting.value,
        "division": facets.division.value,
        "sector": facets.sector.value,
    }
    return {slot: value for slot, value in slots.items() if value not in (UNKNOWN, REMOVED)}


def _share(slot: str, value: str) -> float:
    return float(_counts()["share"][slot].get(value, 1.0))


def _fitting(disclosed: Mapping[str, str], narrowing: Mapping[str, float]) -> float:
    """About how many schools fit: the product of the shares, corrected for the two strongest ties."""
    fitting = float(_counts()["schools"]) * _CAUTION
    for share in narrowing.values():
        fitting *= share
    size = disclosed.get("size", "")
    for tied in (disclosed.get("level", ""), disclosed.get("setting", "")):
        fitting *= _counts()["tie"].get(tied, {}).get(size, 1.0)
    return fitting


def _by_count(fitting: float) -> Light:
    if fitting >= GREEN_FROM:
        return Light.GREEN
    return Light.AMBER if fitting >= AMBER_FROM else Light.RED


def _best_step(disclosed: Mapping[str, str], narrowing: Mapping[str, float]) -> str:
    """The slot whose removal lets most schools in; the level stays, because a case is of no use without it."""
    without = {
        slot: _fitting(
            {k: v for k, v in disclosed.items() if k != slot}, {k: v for k, v in narrowing.items() if k != slot}
        )
        for slot in narrowing
        if slot != "level"
    }
    return max(without, key=lambda slot: without[slot], default="")


def _advice(slot: str, left_over: int) -> str:
    if left_over:
        return f"Generalise the {left_over} exact dates, numbers or amounts that are left in the text."
    if slot == "rare event":
        return "Tell the rare fact by its class only (a weapon, an animal, an object)."
    return f"Leave out the {slot}." if slot else ""


def _rounded(fitting: float) -> int:
    """Down to two digits, so that the estimate does not look exact."""
    whole = int(fitting)
    step = 10 ** max(0, len(str(whole)) - 2)
    return int(whole // step * step)


def _prose(case: Case) -> str:
    actions = (text for action in case.actions for text in (action.what, action.why))
    words = (message.text for message in case.words_used)
    pieces = (case.title, *case.situation, case.trigger, case.spread, case.outcome_text, case.outcome_later_text)
    lessons = (*case.backfired, *case.do_over, *case.follow_ups)
    return "\n".join((*pieces, *actions, *words, *lessons))


@cache
def _counts() -> dict[str, Any]:
    return loads(_FILE.read_text("utf-8"))


@cache
def _exact_traces() -> tuple["regex.Pattern[str]", ...]:
    """What generalisation should have taken: exact dates, large exact numbers, amounts, votes, clock times."""
    return tuple(
        regex.compile(pattern, regex.IGNORECASE)
        for pattern in (
            r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{1,2}\b",
            r"(?<![\w.])\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
            r"\$\s?\d",
            r"(?<![\w$-])\d{1,3}(?:,\d{3})+\b",
            r"\b(?:[1-9]\d{2,})\s(?:students|pupils|families|people|seats|signatures|comments|staff)\b",
            r"\bvot\w{1,3}\s\d{1,2}(?:-|\sto\s)\d{1,2}\b",
        )
    )


@cache
def _rare_facts() -> dict[str, "regex.Pattern[str]"]:
    """Facts that few schools share in a year; the name is what the reviewer reads."""
    return {
        name: regex.compile(pattern, regex.IGNORECASE)
        for name, pattern in {
            "the only or first of its kind": r"\bthe (?:only|first|oldest|largest|smallest) (?:\w+ ){0,2}(?:school|principal|superintendent|student|teacher|high|program)\b",
            "a championship or title": r"\bstate (?:title|champion\w*|final\w*)\b",
            "a death at school": r"\b(?:died|killed|shot dead|fatal\w*)\b.{0,40}\b(?:school|campus|class|bus|gym)\b",
            "an animal on campus": r"\b(?:bear|bobcat|mountain lion|moose|alligator|deer|coyote|snake)\b",
            "a disaster by name": r"\b(?:tornado|hurricane|wildfire|earthquake|flood\w*|derailment)\b",
            "a rare programme": r"\b(?:immersion|newcomer academy|agricultural|deaf|blind|military|international baccalaureate|one-room)\b",
            "a landmark or terrain": r"\b(?:island|reservation|military base|border crossing|ski|capitol|harbor)\b",
            "an arrest or a lawsuit": r"\b(?:indicted|sentenced|lawsuit|sued|federal court|settlement of)\b",
        }.items()
    }
