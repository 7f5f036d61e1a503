"""The VectorSide of a Shelf: the passages of its generation and those added since, as one. No FAISS here.

Passage rows of the generation come first, those added since follow.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexUnavailable
from indexer.sides import CaseMask, Nearest, Selection
from indexer.vector_index import Rows, VectorIndex, Vectors


class PassageVectors:
    """Frozen like the Shelf that it belongs to."""

    def __init__(self, base: VectorIndex | None, case_of_base: Rows, late: Vectors, case_of_late: Rows) -> None:
        """`base` is None where that side is damaged or was left out; the others tell the case row of each passage."""
        self._base = base
        self._case_of_base = case_of_base
        self._late = late
        self._case_of_late = case_of_late
        self._heard: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None
        """The last question's vector and the late passages' cosines to it: each search asks for several selections."""

    def nearest(self, vector: NDArray[np.float32], count: int, selection: Selection) -> Nearest:
        """See VectorSide."""
        if self._base is None:
            return Nearest(np.empty(0, np.int64), np.empty(0, np.float32))
        found = self._base.nearest(vector, count, self._allowed(selection.cases))
        if not len(self._late):
            return found
        late = self._late_cosines(vector)
        least = found.cosines[-1] if 0 < len(found.rows) == count else -np.inf  # what lies below can't be among them
        late_rows = np.flatnonzero((late >= least) & selection.cases.take(self._case_of_late))
        rows = np.concatenate((found.rows, late_rows + self._split))
        cosines = np.concatenate((found.cosines, late[late_rows]))
        order = np.argsort(-cosines, kind="stable")[:count]
        return Nearest(rows[order], cosines[order])

    def cosines(self, vector: NDArray[np.float32], rows: Rows) -> NDArray[np.float32]:
        """See VectorSide."""
        base = self._vouched()
        if not len(self._late):
            return base.cosines(vector, rows)
        early = rows < self._split
        cosines = np.empty(len(rows), dtype=np.float32)
        cosines[early] = base.cosines(vector, rows[early])
        cosines[~early] = self._late_cosines(vector)[rows[~early] - self._split]
        return cosines

    def vectors(self, rows: Rows) -> Vectors:
        """See VectorSide."""
        base = self._vouched()
        if not len(self._late):
            return base.vectors(rows)
        early = rows < self._split
        vectors = np.empty((len(rows), self._late.shape[1]), dtype=np.float32)
        vectors[early] = base.vectors(rows[early])
        vectors[~early] = self._late[rows[~early] - self._split]
        return vectors

    def cases_of(self, rows: Rows) -> Rows:
        """Case rows of passage rows."""
        if not len(self._case_of_late):
            return self._case_of_base.take(rows)
        return self._case_of.take(rows)

    def _late_cosines(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        heard = self._heard
        if heard is None or heard[0] is not vector:
            self._heard = heard = vector, self._late @ vector
        return heard[1]

    @cached_property
    def _case_of(self) -> Rows:
        return np.concatenate((self._case_of_base, self._case_of_late))

    @property
    def _split(self) -> int:
        return len(self._case_of_base)

    def _allowed(self, cases: CaseMask) -> NDArray[np.bool_] | None:
        """One flag for each passage of the generation; None where all may answer."""
        early = cases[: self._case_of_base[-1] + 1] if self._split else cases[:0]
        return None if early.all() else early.take(self._case_of_base)

    def _vouched(self) -> VectorIndex:
        if self._base is None:
            raise IndexUnavailable("The vectors of the search index are damaged; it is being rebuilt.")
        return self._base
