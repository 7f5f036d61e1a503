"""Facets of all cases as bit columns: which cases a filter leaves, and how many each value would leave."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.model.case import NOT_SAID, Case
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import Effect

FacetValues = Mapping[FacetName, tuple[str, ...]]
Counts = Mapping[FacetName, Mapping[str, int]]
Bits = NDArray[np.uint8]
"""One bit for each case row, little end first."""


def facet_values(case: Case) -> dict[FacetName, tuple[str, ...]]:
    """Every facet value of `case`; a topic counts for its group as well; what nobody said is left out."""
    facets = case.facets
    groups = dict.fromkeys(topic.split(".")[0] for topic in case.topics)
    values: dict[FacetName, Iterable[str]] = {
        FacetName.TOPIC: (*case.topics, *groups),
        FacetName.LEVEL: (facets.level,),
        FacetName.INVOLVED: facets.involved,
        FacetName.CHANNEL: facets.channels,
        FacetName.SETTING: (facets.setting,),
        FacetName.SIZE: (facets.size,),
        FacetName.DIVISION: (facets.division,),
        FacetName.OUTCOME: (case.outcome,),
        FacetName.HOOK: facets.hooks,
        FacetName.HAS: _has(case),
        FacetName.SECTOR: (facets.sector,),
        FacetName.SCHOOL_YEAR: (facets.school_year,),
        FacetName.SEASON: (facets.season,),
        FacetName.PROVENANCE: (case.provenance,),
    }
    said = {name: tuple(str(value) for value in found if value not in NOT_SAID) for name, found in values.items()}
    return {name: found for name, found in said.items() if found}


def _has(case: Case) -> list[str]:
    holds = {
        "words": bool(case.words_used),
        "timeline": len({action.phase for action in case.actions}) > 1,
        "lesson": bool(case.do_over or case.peers_might_take),
        "backfired": bool(case.backfired) or any(action.effect is Effect.BACKFIRED for action in case.actions),
    }
    return [name for name, held in holds.items() if held]


@dataclass(frozen=True)
class FacetColumns:
    """Immutable; a changed set of cases makes new columns."""

    cases: int
    values: tuple[tuple[FacetName, str], ...]
    bits: Bits
    """Shape (len(values), bytes for `cases` bits)."""
    audiences: Mapping[str, Bits]
    alive: Bits

    def visible(self, filters: Filters) -> Bits:
        """Live cases of the caller's audiences; before any chosen facet."""
        allowed = np.zeros_like(self.alive)
        for audience in filters.audiences:
            if audience in self.audiences:
                allowed |= self.audiences[audience]
        return allowed & self.alive

    def chosen(self, filters: Filters, but: FacetName | None = None) -> Bits:
        """Visible cases under the chosen facets, leaving out facet `but`; values widen, facets narrow."""
        left = self.visible(filters)
        for name, wanted in filters.chosen.items():
            if name is but or not wanted:
                continue
            any_of = np.zeros_like(left)
            for value in wanted:
                if (row := self._row(name, value)) is not None:
                    any_of |= self.bits[row]
            left &= any_of
        return left

    def mask(self, filters: Filters) -> NDArray[np.bool_]:
        """The chosen cases as one flag a case row."""
        unpacked = np.unpackbits(self.chosen(filters), count=self.cases, bitorder="little")
        return unpacked.astype(np.bool_)

    def counts(self, filters: Filters) -> Counts:
        """For each facet, how many visible cases each value would leave under the other facets; zeros left out."""
        found: dict[FacetName, dict[str, int]] = {name: {} for name in FacetName}
        under_all = self.chosen(filters)
        for name in FacetName:
            rows = self._rows_of(name)
            left = self.chosen(filters, but=name) if filters.chosen.get(name) else under_all
            held = np.bitwise_count(self.bits[rows] & left).sum(axis=1, dtype=np.int64)
            found[name] = {self.values[row][1]: int(n) for row, n in zip(rows, held, strict=True) if n}
        return found

    def without(self, rows: Iterable[int]) -> "FacetColumns":
        """The same columns with the cases in `rows` no longer alive."""
        flags = np.unpackbits(self.alive, count=self.cases, bitorder="little")
        flags[list(rows)] = 0
        return replace(self, alive=np.packbits(flags, bitorder="little"))

    def _row(self, name: FacetName, value: str) -> int | None:
        try:
            return self.values.index((name, value))
        except ValueError:
            return None

    def _rows_of(self, name: FacetName) -> list[int]:
        return [row for row, (facet, _) in enumerate(self.values) if facet is name]


def facet_columns(cases: Sequence[tuple[str, FacetValues]]) -> FacetColumns:
    """Columns over `cases`, given as audience and facet values in row order; all alive."""
    rows_by_value: dict[tuple[FacetName, str], list[int]] = {}
    rows_by_audience: dict[str, list[int]] = {}
    for row, (audience, values) in enumerate(cases):
        rows_by_audience.setdefault(audience, []).append(row)
        for name, held in values.items():
            for value in dict.fromkeys(held):
                rows_by_value.setdefault((name, value), []).append(row)
    ordered = tuple(sorted(rows_by_value))
    empty = np.zeros((0, (len(cases) + 7) // 8), dtype=np.uint8)
    return FacetColumns(
        cases=len(cases),
        values=ordered,
        bits=np.stack([_bits(rows_by_value[key], len(cases)) for key in ordered]) if ordered else empty,
        audiences={audience: _bits(rows, len(cases)) for audience, rows in rows_by_audience.items()},
        alive=_bits(list(range(len(cases))), len(cases)),
    )


def columns_to_arrays(columns: FacetColumns) -> dict[str, NDArray[Any]]:
    """As plain arrays for a file; `columns_from_arrays` reads them. Liveness is not kept: a file holds live cases."""
    names = [[facet.value, value] for facet, value in columns.values]
    audiences = list(columns.audiences)
    return {
        "facet_cases": np.array(columns.cases),
        "facet_names": np.frombuffer(json.dumps([names, audiences]).encode(), dtype=np.uint8),
        "facet_bits": columns.bits,
        "audience_bits": np.stack([columns.audiences[name] for name in audiences]) if audiences else columns.bits[:0],
    }


def columns_from_arrays(arrays: Mapping[str, NDArray[Any]]) -> FacetColumns:
    cases = int(arrays["facet_cases"])
    names, audiences = json.loads(arrays["facet_names"].tobytes())
    return FacetColumns(
        cases=cases,
        values=tuple((FacetName(facet), str(value)) for facet, value in names),
        bits=arrays["facet_bits"],
        audiences=dict(zip(audiences, arrays["audience_bits"], strict=True)),
        alive=_bits(list(range(cases)), cases),
    )


def _bits(rows: list[int], cases: int) -> Bits:
    flags = np.zeros(cases, dtype=np.bool_)
    flags[rows] = True
    return np.packbits(flags, bitorder="little")
