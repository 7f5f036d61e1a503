"""What could still point to one school with every name gone: how many schools fit, and which rare facts are left.

The worst component decides, there is no average: a case is red when fewer than 20 US schools fit its facets, amber
below 50 or while a rare fact is left in its prose, green otherwise.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from corpus.model.case import Case, Facets
from corpus.model.taxonomy import Division, Sector, Setting, SizeBand

GREEN_FROM, AMBER_FROM = 50, 20
"""How many schools must fit."""
_COUNTS = Path(__file__).parent / "school_counts.toml"
_NO_SHARE = 1.0


class RiskBand(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class RareFact:
    """Something in the prose that a search engine could find."""

    kind: str
    text: str


@dataclass(frozen=True)
class Risk:
    band: RiskBand
    schools: int
    """About how many US schools fit the disclosed facets."""
    driver: str
    """The facet that narrows most, or the kind of a rare fact where that decides."""
    advice: str
    """The one step that would help most, as a sentence; empty where nothing is to do."""
    rare_facts: tuple[RareFact, ...]


_GENERALISED: dict[str, dict[str, Any]] = {
    "size": {"size": SizeBand.REMOVED},
    "setting": {"setting": Setting.REMOVED},
    "division": {"division": Division.REMOVED},
    "sector": {"sector": Sector.UNKNOWN},
}
_RARE: dict[str, re.Pattern[str]] = {
    "exact count": re.compile(r"(?<![\w.,-])(?!(?:988|911|504)\b)\d{2,}(?:,\d{3})*(?![\w%-])"),
    "amount of money": re.compile(r"\$ ?\d[\d,.]*"),
    "date": re.compile(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\.? \d{1,2}\b"
    ),
    "clock time": re.compile(r"\b\d{1,2}:\d{2}\b"),
    "verbatim quotation": re.compile(r"[“\"][^”\"\n]{30,}[”\"]"),
    "superlative": re.compile(
        r"\b(?:only|first|largest|oldest|smallest) [\w-]+(?: [\w-]+)? in (?:the|our)\b", re.IGNORECASE
    ),
    "local media": re.compile(r"\bchannel \d+\b", re.IGNORECASE),
}


def assess(case: Case, prose: tuple[str, ...] = ()) -> Risk:
    """The risk of a case from its facets and from `prose`, which is its own text where none is given."""
    schools = schools_that_fit(case.facets)
    rare = tuple(_rare_facts(prose or _texts(case)))
    band = RiskBand.RED if schools < AMBER_FROM else RiskBand.AMBER if schools < GREEN_FROM or rare else RiskBand.GREEN
    best, fit_then = _best_step(case.facets)
    if band is RiskBand.GREEN:
        return Risk(band, schools, best, "", rare)
    if rare and schools >= GREEN_FROM:
        return Risk(band, schools, rare[0].kind, f"Generalise the {rare[0].kind} that is left in the text.", rare)
    advice = f"Remove the {best}: about {fit_then:,} schools fit then, instead of {schools:,}."
    return Risk(band, schools, best, advice, rare)


def schools_that_fit(facets: Facets) -> int:
    """About how many US schools (or districts) share these facets."""
    counts = _counts()
    sizes = counts["size"].get(facets.level.value, counts["size"]["other"])
    share = (
        counts["sector"].get(facets.sector.value, _NO_SHARE)
        * sizes.get(facets.size.value, _NO_SHARE)
        * counts["setting"].get(facets.setting.value, _NO_SHARE)
        * counts["division"].get(facets.division.value, _NO_SHARE)
    )
    return round(counts["schools"]["public"][facets.level.value] * share)


def _best_step(facets: Facets) -> tuple[str, int]:
    """The facet whose removal lets most schools fit, and how many then do."""
    fits = {name: schools_that_fit(replace(facets, **change)) for name, change in _GENERALISED.items()}
    best = max(fits, key=lambda name: fits[name])
    return best, fits[best]


def _rare_facts(texts: tuple[str, ...]) -> list[RareFact]:
    return [
        RareFact(kind, found.group())
        for text in texts
        for kind, pattern in _RARE.items()
        for found in pattern.finditer(text)
    ]


def _texts(case: Case) -> tuple[str, ...]:
    actions = tuple(text for action in case.actions for text in (action.what, action.why))
    words = tuple(words.text for words in case.words_used)
    lessons = (*case.backfired, *case.do_over, *case.peers_might_take, *case.follow_ups)
    return (case.title, *case.situation, case.trigger, case.spread, case.outcome_text, *actions, *words, *lessons)


@cache
def _counts() -> dict[str, Any]:
    return tomllib.loads(_COUNTS.read_text(encoding="utf-8"))
