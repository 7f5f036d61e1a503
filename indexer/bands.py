"""From measurable features of one case for one query to a probability, and from that to a Band.

The probability is absolute: it looks at this case and this query, never at the other hits, so that nonsense stays
near zero on a page of nonsense. Its weights were fitted by `python -m tests.benchmarks.retrieval_calibration`.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.model.search import Band

CALIBRATION_FILE = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True)
class Features:
    cosine: float
    """Mean cosine to its closest passages, see `ranking.PASSAGES_HEARD`; 0 without vectors, like all that need them."""
    coverage: float
    """Share of the query's rarity that the case holds; see KeywordSide.coverage."""
    topical: float
    """Closeness of the query to the case's topics; see `topics.case_closeness`."""
    off_topic: float
    """How much closer the query is to another topic; 0 or less."""


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

    def probability(self, features: Features, *, with_meaning: bool = True) -> float:
        """That a leader would call the case useful for the query."""
        weights = self.weights if with_meaning else self.weights_words_only
        total = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in asdict(features).items())
        return 1 / (1 + math.exp(-total))

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
