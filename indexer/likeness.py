"""Which short texts say the same: cosines between them, and groups by average linkage.

For steps of different cases, such as "Called home before posting" and "Telephoned the families first".
Only redacted text comes here.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.embedder import Embedder

LIKE = 0.51
"""Mean cosine from which two groups are one: the lowest without a false pair in the tune half of the hand-marked steps
(tests/benchmarks/like_steps.py). A count such as "4 of 9 called home" must not hold what somebody else did."""
MOST_KEPT = 4_096

Likeness = NDArray[np.float32]
"""Shape (n, n): cosines, 1 on the diagonal."""


class LikeTexts:
    """Groups like texts; keeps the vectors of the last texts, because cases of one topic come up again and again."""

    def __init__(self, embedder: Embedder | None) -> None:
        self._embedder = embedder
        self._kept: dict[str, NDArray[np.float32]] = {}

    def groups(self, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """See `groups`; every text by itself where there is no encoder."""
        if self._embedder is None or not texts:
            return tuple((position,) for position in range(len(texts)))
        vectors = self._vectors(self._embedder, texts)
        return groups(np.asarray(vectors @ vectors.T, dtype=np.float32))

    def _vectors(self, embedder: Embedder, texts: Sequence[str]) -> NDArray[np.float32]:
        known = dict(self._kept)
        news = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(news, embedder.encode(news), strict=True) if news else ())
        self._kept = known if len(known) <= MOST_KEPT else {text: known[text] for text in texts}
        return np.stack([known[text] for text in texts])


def likeness(embedder: Embedder, texts: Sequence[str]) -> Likeness:
    vectors = embedder.encode(texts)
    return np.asarray(vectors @ vectors.T, dtype=np.float32)


def groups(alike: Likeness, floor: float = LIKE) -> tuple[tuple[int, ...], ...]:
    """Positions by group, the most typical text of each group first, largest groups first.

    Average linkage (Sokal and Michener 1958): the two groups whose members are most alike on average are joined until
    no pair reaches `floor`. A chain of neighbours can't pull unlike texts together as single linkage would.
    """
    found = [[position] for position in range(len(alike))]
    between = alike.astype(np.float64)
    np.fill_diagonal(between, -np.inf)
    while len(found) > 1:
        one, other = sorted(int(at) for at in np.unravel_index(int(np.argmax(between)), between.shape))
        if between[one, other] < floor:
            break
        sizes = len(found[one]), len(found[other])
        joined = (between[one] * sizes[0] + between[other] * sizes[1]) / sum(sizes)
        joined[one] = -np.inf
        between[one, :], between[:, one] = joined, joined
        between = np.delete(np.delete(between, other, axis=0), other, axis=1)
        found[one] += found.pop(other)
    typical = [tuple(sorted(group, key=lambda at: (-float(alike[at, group].sum()), at))) for group in found]
    return tuple(sorted(typical, key=lambda group: (-len(group), min(group))))
