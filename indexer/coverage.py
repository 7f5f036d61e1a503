"""How much of a query a case holds, told by a search engine that can only add up scores. No engine here.

A query's shares for text and lead are weights whose sums come back in one whole number.
"""

import math
from collections.abc import Iterator, Mapping

from indexer.sides import Shares

_UNITS = 1900
"""Steps in which a share is told; with 40 terms rounded up it stays below _LEAD_UNIT."""
_LEAD_UNIT = 2048


def both_units(share: float) -> Iterator[tuple[str, float]]:
    """Weights for text and lead whose sums come back in one whole number that a float of 24 bits holds exactly."""
    units = float(round(share * _UNITS))
    yield "text", units
    yield "lead", units * _LEAD_UNIT


def shares_of(found: Mapping[int, float]) -> tuple[Shares, Shares]:
    """Shares in the text and in the lead by case number, from the sums of `both_units`; at most 1 each."""
    in_text = {number: score % _LEAD_UNIT / _UNITS for number, score in found.items()}
    in_lead = {number: score // _LEAD_UNIT / _UNITS for number, score in found.items()}
    return _told(in_text), _told(in_lead)


def inverse_frequency(cases: int, holding: int) -> float:
    """BM25's: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log(1 + (cases - holding + 0.5) / (holding + 0.5))


def _told(shares: Mapping[int, float]) -> Shares:
    return {number: min(share, 1.0) for number, share in shares.items() if share}
