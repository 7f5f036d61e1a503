"""Candidates for one query from both sides, each with both scores, and one order over them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.bands import Features
from indexer.query_text import QueryText
from indexer.shelf import Shelf
from indexer.sides import Selection

PASSAGES_TAKEN = 300
CASES_TAKEN = 60
"""From each side; the union is scored by both."""
MEANING_WEIGHT = 0.6
"""Share of the meaning side in the fused order; the keyword side has the rest."""


@dataclass(frozen=True)
class Candidate:
    row: int
    """Case row."""
    number: int
    passage_row: int | None
    """The passage closest in meaning; None without vectors."""
    features: Features
    fused: float
    """Weighted z-scores among the candidates: an order, never a measure of closeness."""


def ranked(shelf: Shelf, query: QueryText, vector: NDArray[np.float32] | None, selection: Selection) -> list[Candidate]:
    """Candidates by falling fused score."""
    by_meaning = {} if vector is None else _by_meaning(shelf, vector, selection)
    by_words = shelf.keywords.best(query.terms, CASES_TAKEN, selection)
    rows = list(dict.fromkeys((*by_meaning, *_rows(shelf, by_words, selection))))
    if not rows:
        return []
    if vector is not None:
        by_meaning |= _meaning_of(shelf, vector, [row for row in rows if row not in by_meaning])
    numbers = [int(number) for number in shelf.numbers(np.array(rows))]
    words = shelf.keywords.scores(query.terms, numbers)
    covered = shelf.keywords.coverage(query.terms, numbers)
    cosines = np.array([by_meaning[row][0] if row in by_meaning else 0.0 for row in rows])
    bm25 = np.array([words.get(number, 0.0) for number in numbers])
    share = 0.0 if vector is None else MEANING_WEIGHT
    fused = share * _standardised(cosines) + (1 - share) * _standardised(bm25)
    found = [
        Candidate(
            row=row,
            number=number,
            passage_row=by_meaning[row][1] if row in by_meaning else None,
            features=Features(float(cosines[place]), covered.get(number, 0.0)),
            fused=float(fused[place]),
        )
        for place, (row, number) in enumerate(zip(rows, numbers, strict=True))
    ]
    return sorted(found, key=lambda candidate: (-candidate.fused, candidate.number))


def _by_meaning(shelf: Shelf, vector: NDArray[np.float32], selection: Selection) -> dict[int, tuple[float, int]]:
    """Case row to cosine and row of its best passage, for the closest CASES_TAKEN cases."""
    nearest = shelf.nearest(vector, PASSAGES_TAKEN, selection)
    best: dict[int, tuple[float, int]] = {}
    for passage_row, case_row, cosine in zip(
        nearest.rows.tolist(), shelf.cases_of(nearest.rows).tolist(), nearest.cosines.tolist(), strict=True
    ):
        if case_row not in best:
            best[case_row] = (cosine, passage_row)
        if len(best) == CASES_TAKEN:
            break
    return best


def _meaning_of(shelf: Shelf, vector: NDArray[np.float32], rows: list[int]) -> dict[int, tuple[float, int]]:
    """The same for cases that only the keyword side brought."""
    found = {}
    for row in rows:
        passages = np.array(shelf.passage_rows(row), dtype=np.int64)
        cosines = shelf.vectors(passages) @ vector
        best = int(np.argmax(cosines))
        found[row] = (float(cosines[best]), int(passages[best]))
    return found


def _rows(shelf: Shelf, by_words: Mapping[int, float], selection: Selection) -> list[int]:
    rows = (shelf.row_of(number) for number in by_words)
    return [row for row in rows if row is not None and selection.cases[row]]


def _standardised(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
