"""Which topics a query is about: its closeness to phrases that leaders use for each topic (topics.toml).

Most leaders describe an incident in none of the words of the case that answers it. The phrases are the bridge: the
query is near a phrase, the phrase names a topic, the case is filed under it.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.model.topics import TOPICS
from indexer.embedder import Embedder, Vectors

PHRASES_FILE = Path(__file__).parent / "topics.toml"
CODES = tuple(TOPICS)
"""Topic codes; a topic's row in every array here is its place in this tuple."""
TOPICS_OF_A_CASE = 3
NO_TOPIC = -1
LATER_TOPIC = 0.9
"""What closeness to a case's second or third topic counts beside its first."""
PASSAGES_HEARD = 2
"""The closest passages of a topic's cases that speak for it."""
PHRASES_HEARD = 2
"""The closest phrases of a topic whose mean is the query's closeness to it."""
SHARPNESS = 0.03
"""A phrase farther by this much in cosine has an e-th of the say in what a query is about."""


@dataclass(frozen=True)
class Phrases:
    texts: tuple[str, ...]
    owners: NDArray[np.int64]
    """Topic row of each phrase; phrases of one topic stand together, in order of topics."""

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.texts).encode()).hexdigest()


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    read: dict[str, list[str]] = tomllib.loads(PHRASES_FILE.read_text(encoding="utf-8"))
    texts = tuple(text for code in CODES for text in read[code])
    owners = np.repeat(np.arange(len(CODES)), [len(read[code]) for code in CODES])
    return Phrases(texts, owners)


@dataclass(frozen=True)
class TopicGuide:
    """The phrases' vectors; immutable."""

    vectors: Vectors
    """Shape (phrases, dimension); no rows where nothing is embedded."""

    @property
    def is_ready(self) -> bool:
        return len(self.vectors) > 0

    def heard(self, vector: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Of each topic its cosine to a query vector, and its share of the phrases nearest to it; shapes (topics,).

        Shares sum to 1. Even ones mean that the query is about none of the topics: a single near phrase is easily
        chance, one topic's many are not.
        """
        cosines = self.vectors @ vector
        say = np.exp((cosines - cosines.max()) / SHARPNESS)
        shares = np.bincount(phrases().owners, say / say.sum(), len(CODES)).astype(np.float32)
        return _mean_of_best(cosines, phrases().owners, PHRASES_HEARD), shares


def topic_guide(embedder: Embedder) -> TopicGuide:
    """Encodes every phrase: some seconds, so a generation keeps the result."""
    return TopicGuide(embedder.encode(phrases().texts))


def no_guide() -> TopicGuide:
    """For an index that answers by words alone."""
    return TopicGuide(np.empty((0, 0), dtype=np.float32))


def topic_rows(topics: tuple[str, ...]) -> list[int]:
    """Topic rows of a case, primary first, filled up with NO_TOPIC."""
    rows = [CODES.index(topic) for topic in topics[:TOPICS_OF_A_CASE]]
    return rows + [NO_TOPIC] * (TOPICS_OF_A_CASE - len(rows))


def filed_closeness(cosines: NDArray[np.float32], topics: NDArray[np.int8]) -> NDArray[np.float32]:
    """Closeness to each topic by the nearest passages, given by falling cosine with their cases' first topics.

    A topic that none of them is filed under is as far as the last of them, at least.
    """
    least = float(cosines[-1]) if len(cosines) else 0.0
    rest = np.repeat(np.arange(len(CODES)), PASSAGES_HEARD)
    every = np.concatenate((cosines, np.full(len(rest), least, dtype=np.float32)))
    return _mean_of_best(every, np.concatenate((topics.astype(np.int64), rest)), PASSAGES_HEARD)


def _mean_of_best(cosines: NDArray[np.float32], topics: NDArray[np.int64], heard: int) -> NDArray[np.float32]:
    """For each topic the mean of its `heard` largest cosines; every topic has at least that many."""
    order = np.lexsort((-cosines, topics))
    starts = np.searchsorted(topics[order], np.arange(len(CODES)))
    best = cosines[order[starts[:, None] + np.arange(heard)]]
    return np.asarray(best.mean(axis=1), dtype=np.float32)


def case_closeness(closeness: NDArray[np.float32], rows: NDArray[np.int8]) -> NDArray[np.float32]:
    """Closeness of cases by their topic rows, shape (cases, TOPICS_OF_A_CASE); the best of a case's topics counts."""
    weights = np.array([1.0, *[LATER_TOPIC] * (TOPICS_OF_A_CASE - 1)], dtype=np.float32)
    each = np.where(rows == NO_TOPIC, -1.0, closeness[rows] * weights)
    return np.asarray(each.max(axis=1), dtype=np.float32)


def case_share(shares: NDArray[np.float32], rows: NDArray[np.int8]) -> NDArray[np.float32]:
    """The largest of the shares of `TopicGuide.heard` among each case's topics, shape (cases,)."""
    return np.asarray(np.where(rows == NO_TOPIC, 0.0, shares[rows]).max(axis=1), dtype=np.float32)
