"""The map of cases as circles: where each stands on the paper, its colour, and the number amid each cluster."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from api.workflow.case_map import Placed, Region
from corpus.model.case_map import SIDE

MARGIN = 40
MOST_DOTS = 1_500
"""More would make the page heavy and the picture no clearer; the lists hold every case."""


@dataclass(frozen=True)
class Dot:
    across: int
    down: int
    kind: str
    """How it ended, as the style sheet names it."""
    code: str
    title: str
    chosen: bool


@dataclass(frozen=True)
class Mark:
    """The number of a cluster where most of its cases lie."""

    number: int
    name: str
    across: int
    down: int
    chosen: bool


@dataclass(frozen=True)
class Picture:
    side: int
    dots: tuple[Dot, ...]
    marks: tuple[Mark, ...]


def picture(regions: Sequence[Region], chosen: Region | None = None) -> Picture:
    """All dots, those of the chosen cluster last so that they lie on top."""
    ordered = sorted(regions, key=lambda region: region is chosen)
    dots = [_dot(placed, chosen=region is chosen) for region in ordered for placed in region.placed]
    step = -(-len(dots) // MOST_DOTS) if dots else 1
    marks = tuple(_mark(region, chosen=region is chosen) for region in regions)
    return Picture(SIDE + 2 * MARGIN, tuple(dots[::step]), marks)


def _dot(placed: Placed, *, chosen: bool) -> Dot:
    case, at = placed.case, placed.place
    return Dot(at.across + MARGIN, at.down + MARGIN, case.outcome.name.lower(), case.code, case.title, chosen)


def _mark(region: Region, *, chosen: bool) -> Mark:
    across = median(placed.place.across for placed in region.placed)
    down = median(placed.place.down for placed in region.placed)
    return Mark(region.cluster.number, region.name, round(across) + MARGIN, round(down) + MARGIN, chosen)
