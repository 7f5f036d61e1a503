"""What a vector side and a keyword side must do, so that another engine can take their place.

Callers know these protocols only: nothing in here is about FAISS, tantivy or files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.model.search import Filters

CaseMask = NDArray[np.bool_]
"""One flag for each case row of a Shelf: may this case answer?"""


@dataclass(frozen=True)
class Selection:
    """The cases that may answer, said twice: as filters for an engine that filters itself, and as case rows."""

    filters: Filters
    cases: CaseMask

    @property
    def size(self) -> int:
        return int(np.count_nonzero(self.cases))


@dataclass(frozen=True)
class Term:
    """One idea of a query: the forms that may stand for it in a case, and how much it weighs."""

    forms: tuple[str, ...]
    """Single words or "several words" (then a phrase), as typed first."""
    weight: float = 1.0


@dataclass(frozen=True)
class Nearest:
    """Passages by falling cosine; both arrays have the same length."""

    rows: NDArray[np.int64]
    cosines: NDArray[np.float32]


WordForm = tuple[str, ...]
"""Words that stand beside each other, as they are compared: stemmed, lower case."""


class VectorSide(Protocol):
    def nearest(self, vector: NDArray[np.float32], count: int, selection: Selection) -> Nearest:
        """The `count` passages of selected cases closest to `vector` (length 1), exact cosines."""

    def cosines(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Of passage rows to `vector` (length 1), shape (len(rows),)."""

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Stored vectors of passage rows, shape (len(rows), dimension)."""


class KeywordSide(Protocol):
    def best(self, terms: Sequence[Term], count: int, selection: Selection) -> Mapping[int, float]:
        """BM25 of the best `count` selected cases by case number."""

    def scores(self, terms: Sequence[Term], case_numbers: Iterable[int]) -> Mapping[int, float]:
        """BM25 of the given cases; those that match no term are left out."""

    def forms(self, term: Term) -> Sequence[WordForm]:
        """The different forms of a term as they are compared; none when all its words are common ones."""

    def rarity(self, term: Term) -> float:
        """How much it tells that a case holds `term`: BM25's inverse frequency of its most frequent form, weighted."""

    def holding(self, phrases: Sequence[str]) -> frozenset[int]:
        """Numbers of the cases that hold every phrase word for word."""
