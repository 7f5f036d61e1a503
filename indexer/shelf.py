"""The Shelf: everything that one search reads, frozen. A generation, what changed since, and a commit of the keywords.

A writer makes a new Shelf and swaps one reference, so that a reader never sees half a change. Case rows and passage
rows of the generation come first, those added since follow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.model.search import Filters
from indexer.case_record import CaseRecord
from indexer.case_words import Share, WordsOfCases, joined, words_of
from indexer.delta import Step
from indexer.facets import Counts
from indexer.generation import Columns, Generation, columns_of
from indexer.lexical_index import LexicalReader, numbered
from indexer.passage_vectors import PassageVectors
from indexer.sides import CaseMask, Selection, Term
from indexer.spelling import Spelling
from indexer.topics import TopicGuide

COUNTS_KEPT = 256
SELECTIONS_KEPT = 32


@dataclass(frozen=True)
class Added:
    """Cases that came after the generation, in memory."""

    records: tuple[CaseRecord, ...]
    columns: Columns
    vectors: NDArray[np.float32]
    """Shape (passages, dimension)."""


def nothing_added(dimension: int) -> Added:
    return Added((), columns_of(()), np.empty((0, dimension), dtype=np.float32))


@dataclass(frozen=True)
class Shelf:
    base: Generation
    columns: Columns
    """The generation's, with the liveness of now."""
    added: Added
    keywords: LexicalReader
    last_change: int
    guide: TopicGuide
    spelling: Spelling
    has_vectors: bool = True
    case_of_base: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    """Case row of each passage row of the generation."""
    words: WordsOfCases = field(default_factory=lambda: joined(()))
    row_of_base: Mapping[int, int] = field(default_factory=dict)
    """Row of each case number of the generation, also of those that are gone since."""

    @property
    def generation(self) -> str:
        return self.base.manifest.generation

    @property
    def size(self) -> int:
        """Live cases."""
        parts = (self.columns.facets.alive, self.added.columns.facets.alive)
        return sum(int(np.bitwise_count(alive).sum()) for alive in parts)

    @property
    def passages(self) -> int:
        return self.columns.passages + self.added.columns.passages

    def select(self, filters: Filters) -> Selection:
        """Remembered like the counts; nobody writes into a selection's cases."""
        key = _key(filters)
        if key not in self._selected:
            if len(self._selected) >= SELECTIONS_KEPT:
                self._selected.clear()
            masks = (self.columns.facets.mask(filters), self.added.columns.facets.mask(filters))
            self._selected[key] = np.concatenate(masks)
        return Selection(filters, self._selected[key])

    def counts(self, filters: Filters) -> Counts:
        """See FacetColumns.counts; remembered, since most searches have the same few filters."""
        key = _key(filters)
        if key not in self._counted:
            if len(self._counted) >= COUNTS_KEPT:
                self._counted.clear()
            self._counted[key] = self._count(filters)
        return self._counted[key]

    def _count(self, filters: Filters) -> Counts:
        counted = self.columns.facets.counts(filters)
        more = self.added.columns.facets.counts(filters) if self.added.records else {}
        return {name: _sum(values, more.get(name, {})) for name, values in counted.items()}

    def numbers(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Case numbers of case rows."""
        return self._numbers[rows]

    def row_of(self, number: int) -> int | None:
        """The live row of a case."""
        late = self._late_rows.get(number)
        row = self.row_of_base.get(number) if late is None else late
        return row if row is not None and self._alive[row] else None

    def record(self, row: int) -> CaseRecord:
        return self.base.record(row) if row < self.columns.cases else self.added.records[row - self.columns.cases]

    def ending(self, row: int) -> int:
        base = self.columns.cases
        return int(self.columns.endings[row] if row < base else self.added.columns.endings[row - base])

    def topics(self, rows: NDArray[np.int64]) -> NDArray[np.int8]:
        """Topic rows of case rows, shape (len(rows), TOPICS_OF_A_CASE)."""
        return self._topics[rows]

    def on_topics(self, wanted: NDArray[np.int64]) -> CaseMask:
        """Cases filed under any of the wanted topic rows."""
        return np.asarray(np.logical_or.reduce([self._on_topic(row) for row in wanted.tolist()]))

    def _on_topic(self, topic: int) -> CaseMask:
        if topic not in self._filed:
            self._filed[topic] = np.asarray((self._topics == topic).any(axis=1))
        return self._filed[topic]

    def changes(self) -> NDArray[np.int64]:
        """Last change of each case row."""
        return np.concatenate((self.columns.changes, self.added.columns.changes))

    def passage_rows(self, row: int) -> range:
        return range(int(self._first_passage[row]), int(self._first_passage[row + 1]))

    def passage_spans(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """First passage row of each case row, and the row after its last."""
        return self._first_passage[rows], self._first_passage[rows + 1]

    def spelled(self, word: str) -> str:
        """The right spelling of a lower-case query word."""
        mended = self.spelling.mend(word)
        return word if mended != word and self.keywords.knows(word) else mended

    def coverage(self, terms: Sequence[Term], rows: NDArray[np.int64]) -> tuple[Share, Share]:
        """Share of the terms' total rarity that each case holds anywhere, and in its title and situation."""
        weighed = [(forms, self.keywords.rarity(term)) for term in terms if (forms := self.keywords.forms(term))]
        total = sum(rarity for _, rarity in weighed) or 1.0
        return self.words.shares([(forms, rarity / total) for forms, rarity in weighed], rows)

    @cached_property
    def meaning(self) -> PassageVectors:
        """The VectorSide."""
        late = np.repeat(np.arange(self.added.columns.cases), np.diff(self.added.columns.first_passage))
        base = self.base.vectors if self.has_vectors else None
        return PassageVectors(base, self.case_of_base, self.added.vectors, late + self.columns.cases)

    @cached_property
    def _counted(self) -> dict[object, Counts]:
        return {}

    @cached_property
    def _selected(self) -> dict[object, CaseMask]:
        return {}

    @cached_property
    def _filed(self) -> dict[int, CaseMask]:
        return {}

    @cached_property
    def _numbers(self) -> NDArray[np.int64]:
        return np.concatenate((self.columns.numbers, self.added.columns.numbers))

    @cached_property
    def _topics(self) -> NDArray[np.int8]:
        return np.concatenate((self.columns.topics, self.added.columns.topics))

    @cached_property
    def _first_passage(self) -> NDArray[np.int64]:
        """As Columns.first_passage, over generation and additions."""
        return np.concatenate(
            (self.columns.first_passage[:-1], self.columns.passages + self.added.columns.first_passage)
        )

    @cached_property
    def _alive(self) -> CaseMask:
        return np.concatenate([_flags(columns) for columns in (self.columns, self.added.columns)])

    @cached_property
    def _late_rows(self) -> Mapping[int, int]:
        return {record.number: self.columns.cases + row for row, record in enumerate(self.added.records)}


def first_shelf(
    base: Generation, keywords: LexicalReader, words: WordsOfCases, guide: TopicGuide, known_words: frozenset[str]
) -> Shelf:
    columns = base.columns
    case_of = np.repeat(np.arange(columns.cases), np.diff(columns.first_passage))
    return Shelf(
        base=base,
        columns=columns,
        added=nothing_added(base.manifest.dimension),
        keywords=keywords,
        last_change=base.manifest.upto,
        guide=guide,
        spelling=Spelling(base.words, known_words),
        words=words,
        has_vectors=base.vectors is not None,
        case_of_base=case_of,
        row_of_base=dict(zip(columns.numbers.tolist(), range(columns.cases), strict=True)),
    )


def after(shelf: Shelf, steps: Sequence[Step], keywords: LexicalReader) -> Shelf:
    """The shelf once `steps` happened; the last step of a case decides."""
    last = {step.number: step for step in steps}
    gone = np.isin(shelf.columns.numbers, list(last))
    kept = [row for row, record in enumerate(shelf.added.records) if record.number not in last]
    old = shelf.added
    old_rows = [row for keep in kept for row in range(*old.columns.first_passage[keep : keep + 2].tolist())]
    news = [step for step in last.values() if step.record is not None]
    records = (*(old.records[row] for row in kept), *(step.record for step in news if step.record is not None))
    added = Added(records, columns_of(records), np.concatenate([old.vectors[old_rows], *(s.vectors for s in news)]))
    columns = replace(shelf.columns, facets=shelf.columns.facets.without(np.flatnonzero(gone).tolist()))
    words = replace(
        shelf.words,
        added=(
            *(shelf.words.added[row] for row in kept),
            *(words_of(step.record, numbered) for step in news if step.record is not None),
        ),
    )
    top = max(shelf.last_change, *(step.change for step in steps))
    return replace(shelf, columns=columns, added=added, keywords=keywords, words=words, last_change=top)


def _key(filters: Filters) -> object:
    return filters.audiences, frozenset((name, frozenset(values)) for name, values in filters.chosen.items())


def _flags(columns: Columns) -> CaseMask:
    return np.unpackbits(columns.facets.alive, count=columns.cases, bitorder="little").astype(np.bool_)


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {value: one.get(value, 0) + other.get(value, 0) for value in {**one, **other}}
