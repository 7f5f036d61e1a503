"""Published cases to records and vectors; takes over the vectors of passages that did not change."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from corpus.model.case import Change
from indexer.case_record import CaseRecord, record_of
from indexer.delta import Step
from indexer.embedder import Embedder, Vectors
from indexer.generation import Progress
from indexer.passages import embedded_text
from indexer.shelf import Shelf

EMBEDDED_AT_ONCE = 64
"""Passages between two calls of `progress`."""


def embedded(
    records: Sequence[CaseRecord], embedder: Embedder, shelf: Shelf | None, progress: Progress | None = None
) -> Vectors:
    """A vector for each passage of `records` in order, shape (passages, dimension)."""
    texts = embedded_texts(records)
    vectors = np.zeros((len(texts), embedder.dimension), dtype=np.float32)
    known = {} if shelf is None else _known_vectors(shelf, set(texts))
    missing = [place for place, text in enumerate(texts) if text not in known]
    for place, text in enumerate(texts):
        if text in known:
            vectors[place] = known[text]
    for start in range(0, len(missing), EMBEDDED_AT_ONCE):
        batch = missing[start : start + EMBEDDED_AT_ONCE]
        vectors[batch] = embedder.encode([texts[place] for place in batch])
        if progress:
            progress(len(texts) - len(missing) + start + len(batch), len(texts))
    return vectors


def steps_of(changes: Sequence[Change], embedder: Embedder | None, dimension: int) -> list[Step]:
    """The changes as steps of the log; without an encoder a case has zero vectors and is found by words alone.

    `dimension` is that of the generation whose log they go into.
    """
    steps = []
    if embedder and embedder.dimension != dimension:
        embedder = None
    for change in changes:
        record = None if change.published is None else record_of(change.published)
        texts = [] if record is None else embedded_texts([record])
        vectors = embedder.encode(texts) if embedder and texts else np.zeros((len(texts), dimension), np.float32)
        steps.append(Step(change.number, change.case_number, record, vectors))
    return steps


def with_vectors(step: Step, embedder: Embedder) -> Step:
    """The step as it is, or embedded now when it was written while no encoder was at hand."""
    if step.record is None or (step.vectors.shape[1] == embedder.dimension and step.vectors.any()):
        return step
    return replace(step, vectors=embedder.encode(embedded_texts([step.record])))


def embedded_texts(records: Iterable[CaseRecord]) -> list[str]:
    """What the encoder reads for each passage, in order."""
    return [embedded_text(record.title, passage) for record in records for passage in record.passages]


def _known_vectors(shelf: Shelf, wanted: set[str]) -> dict[str, Vectors]:
    """Vectors that the shelf holds already, by embedded text; those that were never embedded are left out."""
    known: dict[str, Vectors] = {}
    if not shelf.has_vectors:
        return known
    for row in range(shelf.columns.cases + shelf.added.columns.cases):
        texts = embedded_texts([shelf.record(row)])
        held = shelf.meaning.vectors(np.array(shelf.passage_rows(row), dtype=np.int64))
        known |= {text: vector for text, vector in zip(texts, held, strict=True) if text in wanted and vector.any()}
    return known
