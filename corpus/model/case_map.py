"""The map of cases: where each lies when cases of like meaning lie close, and the clusters that this makes."""

from dataclasses import dataclass

SIDE = 1_000
"""Places lie on a square of this side; the first axis runs right, the second down."""


@dataclass(frozen=True)
class Place:
    case_number: int
    across: int
    down: int


@dataclass(frozen=True)
class Cluster:
    number: int
    """From 1, by size; the same for all readers of one index generation."""
    words: tuple[str, ...]
    """The words that set its cases apart from all others, most telling first."""
    places: tuple[Place, ...]
    """The most typical case first."""


@dataclass(frozen=True)
class CaseMap:
    clusters: tuple[Cluster, ...] = ()
