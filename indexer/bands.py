"""From measurable features of a case for a query to a probability, and from that to a Band.

The probability is absolute: it looks at this case and this query, never at the other hits, so that nonsense stays
near zero on a page of nonsense. Its weights were fitted by `python -m tests.benchmarks.retrieval_calibration`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.model.search import Band

CALIBRATION_FILE = Path(__file__).parent / "calibration.json"


Column = NDArray[np.floating[Any]]
"""One value for each of several cases, shape (cases,)."""


@dataclass(frozen=True)
class Features:
    """What was measured of several cases for one query."""

    cosine: Column
    """Mean cosine to its closest passages, see `ranking.PASSAGES_HEARD`; 0 without vectors, like all that need them."""
    coverage: Column
    """Share of the query's rarity that the case holds; see Shelf.coverage."""
    lead_coverage: Column
    """The same in the case's title and situation: a long record holds many words by chance."""
    agreement: Column
    """Root of the share of the phrases nearest to the query that are of the case's topics; see `TopicGuide.heard`."""
    off_topic: Column
    """How much closer the query is to another topic than to the case's; 0 or less."""


@dataclass(frozen=True)
class Calibration:
    weights: Mapping[str, float]
    """By feature, and "intercept"."""
    weights_words_only: Mapping[str, float]
    """The same when the vector side is down."""
    close: float
    related: float
    floor: float
    """Below it a case is no hit at all."""

    def probability(self, features: Features, *, with_meaning: bool = True) -> Column:
        """That a leader would call each case useful for the query."""
        weights = self.weights if with_meaning else self.weights_words_only
        total = np.full(len(features.coverage), weights["intercept"])
        for field in fields(Features):
            total = total + weights.get(field.name, 0.0) * getattr(features, field.name)
        chances: Column = 1 / (1 + np.exp(-total))
        return chances

    def band(self, probability: float) -> Band | None:
        """None for what is too far off to be shown."""
        if probability >= self.close:
            return Band.CLOSE
        if probability >= self.related:
            return Band.RELATED
        return Band.WEAK if probability >= self.floor else None


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The fitted calibration that is shipped beside this file."""
    read: dict[str, Any] = json.loads(CALIBRATION_FILE.read_text(encoding="utf-8"))
    names = ("weights", "weights_words_only", "close", "related", "floor")
    return Calibration(**{name: read[name] for name in names})
