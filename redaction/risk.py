"""What could still identify a school once names are gone: how many schools fit, what is rare, what would help most.

Estimates from public counts (`school_counts.toml`, approximate marginals); knows no text of a discussion but the case,
and leaves it to `telling` to say where something in a text tells too much.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from corpus.case_prose import prose
from corpus.model.case import Case
from corpus.model.taxonomy import REMOVED, UNKNOWN
from redaction.telling import RARE_ROLES, tellings

GREEN_FROM = 50
AMBER_FROM = 20
"""Schools that must fit a description, from promises: green 50 and more, amber 20 to 49, red below."""
_CAUTION = 0.5
"""What stays of the product of the marginals, because they are not independent."""
LEFT_OVER, RARE_EVENT = "left over", "rare event"
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
    step: str = ""
    """The generalisation that would help most and needs no person's wording: LEFT_OVER, RARE_EVENT, or a slot of the
    facets; "" where there is none, or nothing narrows."""


def assess(case: Case) -> Risk:
    """The risk of publishing `case` at the public level."""
    disclosed, told = _disclosed(case), tellings(_prose(case))
    rare = tuple(dict.fromkeys(one.reason for one in told if not one.exact))
    left_over = sum(one.exact for one in told)
    narrowing = {slot: _share(slot, value) for slot, value in disclosed.items()}
    if rare:
        narrowing[RARE_EVENT] = _counts()["event"]["rare" if len(rare) > 1 else "uncommon"]
    fitting = _fitting(disclosed, narrowing)
    driver = min(narrowing, key=lambda slot: narrowing[slot], default="")
    at_least = Light.GREEN if not left_over and RARE_ROLES.isdisjoint(rare) else Light.AMBER
    light = max(_by_count(fitting), at_least, key=list(Light).index)
    best = _best_steps(disclosed, narrowing) if light is not Light.GREEN else []
    worded = {RARE_EVENT} if not any(one.coarser for one in told if not one.exact) else set()
    by_itself = [LEFT_OVER] if left_over else [step for step in best if step not in worded]
    advice = _advice(next(iter(best), ""), left_over)
    return Risk(light, _rounded(fitting), driver, advice, rare, left_over, next(iter(by_itself), ""))


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


def _best_steps(disclosed: Mapping[str, str], narrowing: Mapping[str, float]) -> list[str]:
    """Slots by how many schools their removal lets in, most first; the level stays, a case is of no use without it."""
    without = {
        slot: _fitting(
            {k: v for k, v in disclosed.items() if k != slot}, {k: v for k, v in narrowing.items() if k != slot}
        )
        for slot in narrowing
        if slot != "level"
    }
    return sorted(without, key=lambda slot: without[slot], reverse=True)


def _advice(slot: str, left_over: int) -> str:
    if left_over:
        what = "exact trace that is" if left_over == 1 else f"{left_over} exact traces that are"
        return f"Say the {what} left in the text more coarsely."
    if slot == RARE_EVENT:
        return "Tell the rare fact by its class only (a weapon, an animal, a student)."
    return f"Leave out the {slot}." if slot else ""


def _rounded(fitting: float) -> int:
    """Down to two digits, so that the estimate does not look exact."""
    whole = int(fitting)
    step = 10 ** max(0, len(str(whole)) - 2)
    return int(whole // step * step)


def _prose(case: Case) -> str:
    """All that would be published in somebody's words: every field, and the thread where it may be quoted."""
    return "\n".join((*(text for _, text in prose(case)), case.redacted_discussion))


@cache
def _counts() -> dict[str, Any]:
    return loads(_FILE.read_text("utf-8"))
