"""Standing queries: those that wait for new cases. Their vectors are searched by each new case, nearest first judged.

A case is close to a standing query exactly when a search for it would call the case close: the same features, the same
calibration, the same threshold (`bands`). The vectors only rule out, quickly, what can't reach that threshold.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexUnavailable
from corpus.model.search import Band, Query
from indexer.bands import Calibration, calibration
from indexer.embedder import Embedder, Vectors
from indexer.query_text import QueryText, understand
from indexer.ranking import ranked
from indexer.searcher import holding
from indexer.shelf import Shelf
from indexer.sides import Selection

MOST_KEPT = 50_000
"""Vectors of standing queries kept in memory: 77 MB."""


class StandingQueries:
    """Keeps the vector of every text that it was asked about, so that each new case costs one product with all."""

    def __init__(self, embedder: Embedder | None) -> None:
        self._embedder = embedder
        self._kept: dict[str, NDArray[np.float32]] = {}

    def close_to(
        self, shelf: Shelf, queries: Sequence[Query], case_numbers: Iterable[int]
    ) -> tuple[frozenset[int], ...]:
        """For each query the numbers of those cases that are close to it and pass its filters; redacted texts only.

        Of a query without words every case that passes its filters.
        """
        rows = [row for number in case_numbers if (row := shelf.row_of(number)) is not None]
        if not queries or not rows:
            return tuple(frozenset() for _ in queries)
        read = [understand(query.text, shelf.spelled) for query in queries]
        vectors = self._vectors(shelf, [text.meaning for text in read])
        reached = _reached(shelf, vectors, rows) | np.array([[text.is_empty] for text in read])
        return tuple(
            _close(shelf, query, text, vector, [row for row, near in zip(rows, reach, strict=True) if near])
            for query, text, vector, reach in zip(queries, read, vectors, reached, strict=True)
        )

    def _vectors(self, shelf: Shelf, texts: Sequence[str]) -> Vectors:
        if self._embedder is None or not shelf.has_vectors:
            raise IndexUnavailable("Alerts wait until meaning can be compared again; none is lost.")
        news = [text for text in dict.fromkeys(texts) if text not in self._kept]
        known = {**self._kept, **dict(zip(news, self._embedder.encode(news), strict=True))} if news else self._kept
        self._kept = known if len(known) <= MOST_KEPT else {text: known[text] for text in texts}
        return np.stack([known[text] for text in texts])


def furthest(judge: Calibration) -> float:
    """The lowest cosine with which a case can still be close, everything else speaking for it as much as it can."""
    most = sum(max(judge.weights.get(name, 0.0), 0.0) for name in ("coverage", "lead_coverage", "agreement"))
    needed = float(np.log(judge.close / (1 - judge.close))) - judge.weights["intercept"] - most
    return needed / judge.weights["cosine"]


def _reached(shelf: Shelf, vectors: Vectors, rows: Sequence[int]) -> NDArray[np.bool_]:
    """Which case is near enough to which query to be judged, shape (queries, cases).

    A case's closest passage bounds the mean of its closest ones from above.
    """
    spans = [shelf.passage_rows(row) for row in rows]
    passages = shelf.meaning.vectors(np.concatenate([np.arange(span.start, span.stop) for span in spans]))
    starts = np.cumsum([0, *(len(span) for span in spans[:-1])])
    closest = np.maximum.reduceat(vectors @ passages.T, starts, axis=1)
    return np.asarray(closest >= furthest(calibration()))


def _close(
    shelf: Shelf, query: Query, read: QueryText, vector: NDArray[np.float32], rows: Sequence[int]
) -> frozenset[int]:
    selection = holding(shelf, shelf.select(query.filters), read.phrases)
    asked = np.zeros_like(selection.cases)
    asked[list(rows)] = selection.cases[list(rows)]
    if read.is_empty or not asked.any():
        return frozenset(shelf.numbers(np.flatnonzero(asked)).tolist())
    judge = calibration()
    candidates = ranked(shelf, read, vector, Selection(selection.filters, asked))
    return frozenset(found.number for found in candidates if judge.band(found.probability) is Band.CLOSE)
