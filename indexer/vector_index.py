"""Meaning: the vectors of all passages and the nearest of them. The only file that imports FAISS.

Vectors are kept to a 32767th a dimension, which no cosine shows before its fifth digit, and stay on disk: processes
share the pages that they read. Few selected passages are all compared: exact. Above SKETCHED_PASSAGES a sketch of two
bits a dimension is read first, in lists of neighbours of which only the nearest are looked at, and gives so many
candidates that the best of them are nearly always the best of all (README.md).
"""

from pathlib import Path
from typing import Any

import faiss as typed_faiss
import numpy as np
from numpy.typing import NDArray

from indexer.sides import Nearest

faiss: Any = typed_faiss  # its stubs lack the selectors and the quantiser's parameters

VECTORS_FILE = "vectors.npy"
SKETCH_FILE = "lists.faiss"
FULL = 32_767
"""What 1.0 is kept as."""
AT_ONCE = 512
"""Vectors that are compared together: more would not stay in the processor's own memory."""
SKETCHED_PASSAGES = 20_000
COMPARED = 6
"""Candidates taken from the sketch for each passage asked for, before the vectors decide."""
LEAST_COMPARED = 480
"""The sketch's order is rough: the three nearest may stand behind its first twenty."""
FEW = 4_000
"""Selected passages up to which comparing all costs little more than the sketch."""
LEAST_PROBED = 64
"""Lists that are looked at, or a share of them where they are many."""
PROBED = 1 / 24
TRAINING_SAMPLE = 50_000
ROUNDS = 8

Rows = NDArray[np.int64]
Vectors = NDArray[np.float32]
Kept = NDArray[np.int16]
"""Vectors in whole numbers of 1 / FULL."""


class VectorIndex:
    """Immutable after loading; safe for many readers at once."""

    def __init__(self, kept: Kept, sketch: Any | None) -> None:
        self._kept = kept
        self._sketch = sketch

    @classmethod
    def build(cls, vectors: Vectors, sketched_passages: int = SKETCHED_PASSAGES) -> "VectorIndex":
        """`vectors` has shape (n, dimension), rows of length 1; more than `sketched_passages` of them get a sketch."""
        rows, dimension = vectors.shape
        sketch = None
        if rows > sketched_passages:
            sketch = _untrained_sketch(rows, dimension)
            sketch.train(_sample(vectors))
            sketch.add(vectors)
        return cls(_kept(vectors), sketch)

    @classmethod
    def load(cls, folder: Path) -> "VectorIndex":
        """Files as `save` wrote them; their digests were checked by the caller. The vectors are mapped; FAISS reads a
        sketch of this kind into memory whatever it is told, and a mapping would only count beside it.
        """
        sketch = folder / SKETCH_FILE
        return cls(
            np.load(folder / VECTORS_FILE, mmap_mode="r").view(np.ndarray),
            faiss.read_index(str(sketch)) if sketch.exists() else None,
        )

    def save(self, folder: Path) -> None:
        np.save(folder / VECTORS_FILE, self._kept, allow_pickle=False)
        if self._sketch is not None:
            faiss.write_index(self._sketch, str(folder / SKETCH_FILE))

    @property
    def rows(self) -> int:
        return int(self._kept.shape[0])

    @property
    def has_sketch(self) -> bool:
        return self._sketch is not None

    def vectors(self, rows: Rows) -> Vectors:
        return self._kept.take(rows, axis=0).astype(np.float32) / np.float32(FULL)

    def cosines(self, vector: Vectors, rows: Rows) -> NDArray[np.float32]:
        """Inner products of `rows` with `vector`, shape (len(rows),)."""
        scaled = vector / np.float32(FULL)
        cosines = np.empty(len(rows), dtype=np.float32)
        for first in range(0, len(rows), AT_ONCE):
            part = slice(first, first + AT_ONCE)
            np.matmul(self._kept.take(rows[part], axis=0).astype(np.float32), scaled, out=cosines[part])
        return cosines

    def nearest(self, vector: Vectors, count: int, allowed: NDArray[np.bool_] | None) -> Nearest:
        """The `count` allowed rows of largest inner product with `vector`; None allows all."""
        selected = self.rows if allowed is None else int(np.count_nonzero(allowed))
        if selected == 0 or count == 0:
            return Nearest(np.empty(0, np.int64), np.empty(0, np.float32))
        candidates = self._sketched(vector, count * COMPARED, allowed, selected)
        if candidates is None:
            candidates = np.arange(self.rows) if allowed is None else np.flatnonzero(allowed)
        cosines = self.cosines(vector, candidates)
        best = _largest(cosines, count)
        return Nearest(candidates[best], cosines[best])

    def _sketched(self, vector: Vectors, wanted: int, allowed: NDArray[np.bool_] | None, selected: int) -> Rows | None:
        """Candidates by the sketch; None where its nearest lists hold too few that are allowed."""
        if self._sketch is None or selected <= FEW:
            return None
        selector = None
        if allowed is not None and selected < self.rows:
            selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        wanted = min(max(wanted, LEAST_COMPARED), selected)
        probed = max(LEAST_PROBED, round(self._sketch.nlist * PROBED))
        _, found = self._sketch.search(
            vector[None, :], wanted, params=faiss.SearchParametersIVF(sel=selector, nprobe=probed)
        )
        rows: Rows = np.sort(found[0][found[0] >= 0])  # FAISS fills up with -1; in order they lie closer together
        return rows if len(rows) == wanted else None


def _kept(vectors: Vectors) -> Kept:
    kept = np.empty(vectors.shape, dtype=np.int16)
    for first in range(0, len(vectors), TRAINING_SAMPLE):
        part = slice(first, first + TRAINING_SAMPLE)
        kept[part] = np.rint(vectors[part] * np.float32(FULL))
    return kept


def _largest(cosines: NDArray[np.float32], count: int) -> Rows:
    """Places of the `count` largest, falling; of equal ones the first stands first."""
    places = np.arange(len(cosines))
    if len(cosines) > count:
        places = np.flatnonzero(cosines >= np.partition(cosines, -count)[-count])
    return places[np.argsort(-cosines[places], kind="stable")][:count]


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
