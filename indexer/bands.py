"""From measurable features of one case for one query to a probability, and from that to a Band.

The probability is absolute: it looks at this case and this query, never at the other hits, so that nonsense stays
near zero on a page of nonsense. Its weights were fitted by `python -m tests.benchmarks.retrieval_calibration`.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.model.search import Band

CALIBRATION_FILE = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True)
class Features:
    cosine: float
    """Best passage to query."""
    coverage: float
    """Share of the query's rarity that the case holds; see KeywordSide.coverage."""


@dataclass(frozen=True)
class Calibration:
    weights: Mapping[str, float]
    close: float
    related: float
    floor: float
    """Below it a case is no hit at all."""

    def probability(self, features: Features) -> float:
        """That a leader would call the case useful for the query."""
        total = self.weights["intercept"]
        total += self.weights["cosine"] * features.cosine + self.weights["coverage"] * features.coverage
        total += self.weights["cosine x coverage"] * features.cosine * features.coverage
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
    return Calibration(read["weights"], float(read["close"]), float(read["related"]), float(read["floor"]))
