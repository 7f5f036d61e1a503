"""Candidates for one query from words, meaning and topics, each measured by all three, in one order.

The order is that of the calibrated probability: a logistic fit over absolute features ranked the tune queries as well
as weighted z-scores did, and one number that means the same on every page serves order and band alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.bands import Features, calibration
from indexer.query_text import QueryText
from indexer.shelf import Shelf
from indexer.sides import Selection
from indexer.topics import case_closeness

PASSAGES_TAKEN = 300
CASES_TAKEN = 60
"""From each source; every candidate is then measured in full."""
TOPICS_TAKEN = 2
FURTHEST_OFF_TOPIC = -0.2
"""Where a case is filed can't speak against it more than this: its own words may say otherwise."""
PASSAGES_HEARD = 2
"""A case's closest passages whose mean cosine counts: one lucky sentence alone does not make a precedent."""


@dataclass(frozen=True)
class Candidate:
    row: int
    """Case row."""
    number: int
    passage_row: int | None
    """The passage closest in meaning; None without vectors."""
    features: Features
    probability: float


def ranked(shelf: Shelf, query: QueryText, vector: NDArray[np.float32] | None, selection: Selection) -> list[Candidate]:
    """Candidates by falling probability."""
    by_words = shelf.keywords.best(query.terms, CASES_TAKEN, selection)
    closeness = None if vector is None else shelf.guide.closeness(vector)
    by_meaning = [] if vector is None else _by_meaning(shelf, vector, closeness, selection)
    rows = np.array(list(dict.fromkeys((*by_meaning, *_rows(shelf, by_words, selection)))), dtype=np.int64)
    if not len(rows):
        return []
    numbers = shelf.numbers(rows).tolist()
    covered = shelf.keywords.coverage(query.terms, numbers)
    heard = [(0.0, None)] * len(rows) if vector is None else [_heard(shelf, vector, row) for row in rows.tolist()]
    topical = np.zeros(len(rows)) if closeness is None else case_closeness(closeness, shelf.topics(rows))
    top = 0.0 if closeness is None else float(closeness.max())
    found = []
    for place, (row, number) in enumerate(zip(rows.tolist(), numbers, strict=True)):
        cosine, passage_row = heard[place]
        off_topic = max(float(topical[place]) - top, FURTHEST_OFF_TOPIC)
        features = Features(cosine, covered.get(number, 0.0), float(topical[place]), off_topic)
        found.append(
            Candidate(
                row, number, passage_row, features, calibration().probability(features, with_meaning=vector is not None)
            )
        )
    return sorted(found, key=lambda candidate: (-candidate.probability, candidate.number))


def _by_meaning(
    shelf: Shelf, vector: NDArray[np.float32], closeness: NDArray[np.float32] | None, selection: Selection
) -> list[int]:
    """Case rows of the closest passages, overall and among the cases of the closest topics."""
    found = _cases(shelf, vector, selection)
    if closeness is not None:
        likely = np.argsort(-closeness)[:TOPICS_TAKEN]
        found += _cases(shelf, vector, Selection(selection.filters, selection.cases & shelf.on_topics(likely)))
    return found


def _cases(shelf: Shelf, vector: NDArray[np.float32], selection: Selection) -> list[int]:
    nearest = shelf.nearest(vector, PASSAGES_TAKEN, selection)
    return list(dict.fromkeys(shelf.cases_of(nearest.rows).tolist()))[:CASES_TAKEN]


def _heard(shelf: Shelf, vector: NDArray[np.float32], row: int) -> tuple[float, int | None]:
    """Mean cosine of the PASSAGES_HEARD closest passages, and the row of the closest."""
    passages = np.array(shelf.passage_rows(row), dtype=np.int64)
    cosines = shelf.vectors(passages) @ vector
    order = np.argsort(-cosines)
    return float(cosines[order[:PASSAGES_HEARD]].mean()), int(passages[order[0]])


def _rows(shelf: Shelf, numbers: Iterable[int], selection: Selection) -> list[int]:
    rows = (shelf.row_of(number) for number in numbers)
    return [row for row in rows if row is not None and selection.cases[row]]
