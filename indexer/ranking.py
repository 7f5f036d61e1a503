"""Candidates for one query from words, meaning and topics, each measured by all three, in one order.

The order is that of the calibrated probability: a logistic fit over absolute features ranked the tune queries as well
as weighted z-scores did, and one number that means the same on every page serves order and band alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.model.search import Filters
from indexer.bands import Features, calibration
from indexer.query_text import QueryText
from indexer.shelf import Shelf
from indexer.sides import Nearest, Selection
from indexer.topics import case_closeness, case_share, filed_closeness

PASSAGES_TAKEN = 120
CASES_TAKEN = 40
"""From each source; every candidate is then measured in full."""
TOPICS_TAKEN = 2
FURTHEST_OFF_TOPIC = -0.2
"""Where a case is filed can't speak against it more than this: its own words may say otherwise."""
PASSAGES_HEARD = 2
"""A case's closest passages whose mean cosine counts: one lucky sentence alone does not make a precedent."""

Rows = NDArray[np.int64]
Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Candidate:
    row: int
    """Case row."""
    number: int
    passage_row: int | None
    """The passage closest in meaning; None without vectors."""
    coverage: float
    """See bands.Features."""
    probability: float


def ranked(shelf: Shelf, query: QueryText, vector: Vector | None, selection: Selection) -> list[Candidate]:
    """Candidates by falling probability; without `vector` words alone decide."""
    rows, features, passages = measured(shelf, query, vector, selection)
    chances = calibration().probability(features, with_meaning=vector is not None)
    numbers = shelf.numbers(rows)
    order = np.lexsort((numbers, -chances))
    closest = [None] * len(rows) if passages is None else passages[order].tolist()
    row, number, coverage, chance = (of[order].tolist() for of in (rows, numbers, features.coverage, chances))
    return list(map(Candidate, row, number, closest, coverage, chance))


def measured(
    shelf: Shelf, query: QueryText, vector: Vector | None, selection: Selection
) -> tuple[Rows, Features, Rows | None]:
    """Case rows of the candidates, their features, and the passage row closest in meaning of each."""
    by_words = _rows(shelf, shelf.keywords.best(query.terms, CASES_TAKEN, selection), selection)
    topical, by_meaning = (None, []) if vector is None else _by_meaning(shelf, vector, selection)
    rows = np.array(list(dict.fromkeys((*by_meaning, *by_words))), dtype=np.int64)
    held, led = shelf.coverage(query.terms, rows)
    if vector is None or topical is None or not len(rows):
        nothing = np.zeros(len(rows))
        return rows, Features(nothing, held, led, nothing, nothing), None
    cosine, passages = _heard(shelf, vector, rows)
    topics = shelf.topics(rows)
    closeness, shares = topical
    off_topic = np.maximum(case_closeness(closeness, topics) - closeness.max(), FURTHEST_OFF_TOPIC)
    agreement = np.sqrt(case_share(shares, topics))
    return rows, Features(cosine, held, led, agreement, off_topic), passages


def _by_meaning(shelf: Shelf, vector: Vector, selection: Selection) -> tuple[tuple[Vector, Vector], list[int]]:
    """Closeness and share of each topic; case rows of the closest passages, of all and of the closest topics.

    Topic closeness is half what leaders say, half what the visible cases filed under it say. Chosen facets play no part
    in it, so that a case means the same under every filter.
    """
    visible = shelf.select(Filters(audiences=selection.filters.audiences))
    nearest = shelf.meaning.nearest(vector, PASSAGES_TAKEN, visible)
    told = filed_closeness(nearest.cosines, shelf.topics(shelf.meaning.cases_of(nearest.rows))[:, 0])
    said, shares = shelf.guide.heard(vector)
    closeness: Vector = (said + told) / np.float32(2)
    if selection.size < visible.size:
        nearest = shelf.meaning.nearest(vector, PASSAGES_TAKEN, selection)
    likely = selection.cases & shelf.on_topics(np.argsort(-closeness)[:TOPICS_TAKEN])
    filed = shelf.meaning.nearest(vector, PASSAGES_TAKEN, Selection(selection.filters, likely))
    return (closeness, shares), [*_cases(shelf, nearest), *_cases(shelf, filed)]


def _cases(shelf: Shelf, nearest: Nearest) -> list[int]:
    return list(dict.fromkeys(shelf.meaning.cases_of(nearest.rows).tolist()))[:CASES_TAKEN]


def _heard(shelf: Shelf, vector: Vector, rows: Rows) -> tuple[NDArray[np.float32], Rows]:
    """For each case its closest passages' mean cosine and the closest passage's row."""
    first, stop = shelf.passage_spans(rows)
    every = first[:, None] + np.arange((stop - first).max())
    held = every < stop[:, None]
    cosines = np.full(every.shape, -np.inf, dtype=np.float32)
    cosines[held] = shelf.meaning.cosines(vector, every[held])
    best = first + cosines.argmax(axis=1)
    closest = np.sort(cosines, axis=1)[:, ::-1][:, :PASSAGES_HEARD]
    there = np.isfinite(closest)
    mean = np.where(there, closest, 0).sum(axis=1) / there.sum(axis=1)
    return mean, best


def _rows(shelf: Shelf, numbers: Iterable[int], selection: Selection) -> list[int]:
    rows = (shelf.row_of(number) for number in numbers)
    return [row for row in rows if row is not None and selection.cases[row]]
