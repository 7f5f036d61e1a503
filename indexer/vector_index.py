"""Meaning: the vectors of all passages and the nearest of them. The only file that imports FAISS.

Codes of one byte a dimension find candidates and the stored fp32 vectors rescore them: exact at any filter. Above
SKETCHED_PASSAGES a sketch of two bits a dimension is read instead, in lists of neighbours of which only the nearest
are looked at, and gives so many candidates that the rescored best are nearly always the same (`recall`, README.md).
Where few passages are selected the sketch is left aside.
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
SKETCH_FILE = "lists.faiss"
SKETCHED_PASSAGES = 20_000
RESCORED = 2
"""Candidates taken from the codes for each passage asked for, before the exact vectors decide."""
RESCORED_OF_SKETCH = 6
LEAST_RESCORED = 480
"""The sketch's order is rough: the three nearest may stand behind its first twenty."""
FEW = 4_000
"""Selected passages up to which the exact codes cost less than the sketch."""
LEAST_PROBED = 64
"""Lists that are looked at, or a share of them where they are many."""
PROBED = 1 / 24
TRAINING_SAMPLE = 50_000
ROUNDS = 8

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
            sketch = _untrained_sketch(rows, dimension)
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
        selector = None
        if allowed is not None and selected < self.rows:
            selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        candidates = self._sketched(vector, count * RESCORED_OF_SKETCH, selector, selected)
        if candidates is None:
            candidates = self._coded(vector, min(count * RESCORED, selected), selector)
        cosines = self.vectors(candidates) @ vector
        order = np.argsort(-cosines, kind="stable")[:count]
        return Nearest(candidates[order], cosines[order])

    def _sketched(self, vector: Vectors, wanted: int, selector: Any | None, selected: int) -> Rows | None:
        """Candidates by the sketch; None where its nearest lists hold too few that are allowed."""
        if self._sketch is None or selected <= FEW:
            return None
        wanted = min(max(wanted, LEAST_RESCORED), selected)
        probed = max(LEAST_PROBED, round(self._sketch.nlist * PROBED))
        _, found = self._sketch.search(
            vector[None, :], wanted, params=faiss.SearchParametersIVF(sel=selector, nprobe=probed)
        )
        rows = _found(found)
        return rows if len(rows) == wanted else None

    def _coded(self, vector: Vectors, wanted: int, selector: Any | None) -> Rows:
        _, found = self._codes.search(vector[None, :], wanted, params=faiss.SearchParameters(sel=selector))
        return _found(found)


def _found(found: NDArray[np.int64]) -> Rows:
    """Rows in the order in which they lie; FAISS fills up with -1."""
    rows: Rows = np.sort(found[0][found[0] >= 0])
    return rows


def _untrained_sketch(rows: int, dimension: int) -> Any:
    """Pairs of dimensions in four bits each, scanned in registers (Andre et al., "Quicker ADC", 2019), by lists."""
    lists = max(1, round(rows**0.5))
    nearest_list = faiss.IndexFlatIP(dimension)
    sketch = faiss.IndexIVFPQFastScan(nearest_list, dimension, lists, dimension // 2, 4, faiss.METRIC_INNER_PRODUCT)
    sketch.by_residual = False
    sketch.cp.spherical, sketch.cp.niter = True, ROUNDS
    return sketch


def _sample(vectors: Vectors) -> Vectors:
    if len(vectors) <= TRAINING_SAMPLE:
        return vectors
    step = len(vectors) // TRAINING_SAMPLE
    return np.ascontiguousarray(vectors[::step])
