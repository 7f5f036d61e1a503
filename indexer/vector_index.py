"""Meaning: the vectors of all passages and the nearest of them. The only file that imports FAISS.

Up to EXACT_PASSAGES a flat index of one byte a dimension finds candidates and the stored fp32 vectors rescore them:
exact at any filter. Above, a graph answers wide selections, and the same codes are scanned for narrow ones, because a
graph under a narrow filter loses most of its recall.
"""

from pathlib import Path
from typing import Any

import faiss as typed_faiss
import numpy as np
from numpy.typing import NDArray

from indexer.sides import Nearest

faiss: Any = typed_faiss  # its stubs lack the selectors and the graph parameters

EXACT_PASSAGES = 200_000
RESCORED = 2
"""Candidates taken from the codes for each passage asked for, before the exact vectors decide."""
GRAPH_NEIGHBORS = 32
GRAPH_BUILD_EFFORT = 80
GRAPH_SEARCH_EFFORT = 128
NARROW = 0.1
"""Share of selected passages at and below which the graph is left aside."""
TRAINING_SAMPLE = 50_000

Rows = NDArray[np.int64]
Vectors = NDArray[np.float32]


class VectorIndex:
    """Immutable after loading; safe for many readers at once."""

    def __init__(self, codes: Any, exact: Vectors) -> None:
        self._codes = codes
        self._exact = exact
        self._is_graph = isinstance(codes, faiss.IndexHNSW)

    @classmethod
    def build(cls, vectors: Vectors, exact_passages: int = EXACT_PASSAGES) -> "VectorIndex":
        """`vectors` has shape (n, dimension), rows of length 1; the choice of structure follows n."""
        rows, dimension = vectors.shape
        if rows <= exact_passages:
            codes = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
        else:
            codes = faiss.IndexHNSWSQ(
                dimension, faiss.ScalarQuantizer.QT_8bit, GRAPH_NEIGHBORS, faiss.METRIC_INNER_PRODUCT
            )
            codes.hnsw.efConstruction = GRAPH_BUILD_EFFORT
        if rows:
            codes.train(_sample(vectors))
            codes.add(vectors)
        return cls(codes, vectors)

    @classmethod
    def load(cls, codes_path: Path, exact_path: Path) -> "VectorIndex":
        """Files as `save` wrote them; their digests were checked by the caller. The exact vectors stay on disk."""
        return cls(faiss.read_index(str(codes_path)), np.load(exact_path, mmap_mode="r"))

    def save(self, codes_path: Path, exact_path: Path) -> None:
        faiss.write_index(self._codes, str(codes_path))
        np.save(exact_path, self._exact, allow_pickle=False)

    @property
    def rows(self) -> int:
        return int(self._exact.shape[0])

    @property
    def kind(self) -> str:
        return "graph" if self._is_graph else "exact"

    def vectors(self, rows: Rows) -> Vectors:
        return np.asarray(self._exact[rows], dtype=np.float32)

    def nearest(self, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None) -> Nearest:
        """The `count` allowed rows of largest inner product with `vector`; None allows all."""
        selected = self.rows if allowed is None else int(np.count_nonzero(allowed))
        if selected == 0 or count == 0:
            return Nearest(np.empty(0, np.int64), np.empty(0, np.float32))
        candidates = self._candidates(vector[None, :], min(count * RESCORED, selected), allowed, selected)
        cosines = self.vectors(candidates) @ vector
        order = np.argsort(-cosines, kind="stable")[:count]
        return Nearest(candidates[order], cosines[order])

    def _candidates(self, query: Vectors, count: int, allowed: NDArray[np.bool_] | None, selected: int) -> Rows:
        selector = None
        if allowed is not None and selected < self.rows:
            selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        if self._is_graph and selected > NARROW * self.rows:
            effort = max(GRAPH_SEARCH_EFFORT, count)
            parameters = faiss.SearchParametersHNSW(sel=selector, efSearch=effort)
            _, found = self._codes.search(query, count, params=parameters)
        else:
            flat = faiss.downcast_index(self._codes.storage) if self._is_graph else self._codes
            _, found = flat.search(query, count, params=faiss.SearchParameters(sel=selector))
        return np.sort(found[0][found[0] >= 0]).astype(np.int64)


def _sample(vectors: Vectors) -> Vectors:
    if len(vectors) <= TRAINING_SAMPLE:
        return vectors
    step = len(vectors) // TRAINING_SAMPLE
    return np.ascontiguousarray(vectors[::step])
