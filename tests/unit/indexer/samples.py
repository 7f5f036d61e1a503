"""An encoder without weights and a shelf of invented cases, for tests of the engine."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from corpus.model.case import NATIONAL, Case, Facets, PublishedCase
from corpus.model.taxonomy import Channel, Level, Outcome
from indexer.embedder import Vectors
from tests.factories import a_case

DIMENSION = 48


class WordEmbedder:
    """Texts that share words are close: a vector is the sum of fixed random vectors of its words."""

    model_id = "words+test"
    dimension = DIMENSION

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.broken = False

    def encode(self, texts: Sequence[str]) -> Vectors:
        if self.broken:
            raise RuntimeError("broken on purpose")
        self.seen.extend(texts)
        vectors = np.stack([self._sum(text) for text in texts]) if texts else np.empty((0, DIMENSION))
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.where(norms == 0, 1, norms)).astype(np.float32)

    def known_words(self) -> frozenset[str]:
        return frozenset({"the", "please"})

    @staticmethod
    def _sum(text: str) -> Any:
        words = text.lower().replace(".", " ").replace(",", " ").split()
        return np.sum([_direction(word) for word in words], axis=0) if words else np.zeros(DIMENSION)


def _direction(word: str) -> Any:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(DIMENSION)


STORIES = (
    ("Soap dispensers vanish after a TikTok dare", "2.1", Level.HIGH, Outcome.SETTLED),
    ("Bear with cubs near the portable classrooms", "1.5", Level.ELEMENTARY, Outcome.SETTLED),
    ("Norovirus sends a third of the pupils home", "5.4", Level.ELEMENTARY, Outcome.SETTLED),
    ("Ransomware locks every server before dawn", "3.5", Level.DISTRICT, Outcome.ESCALATED),
    ("Kindergartner asleep on the parked bus", "9.2", Level.ELEMENTARY, Outcome.ESCALATED),
    ("Swastika scratched into a restroom stall", "4.1", Level.MIDDLE, Outcome.PARTLY),
    ("Seniors flood the hallway with oil as a prank", "2.3", Level.HIGH, Outcome.ESCALATED),
    ("Teacher strike begins two days before opening", "10.4", Level.DISTRICT, Outcome.OPEN),
)


def a_story(number: int, **changes: Any) -> Case:
    """One of eight different incidents, the number telling which."""
    title, topic, level, outcome = STORIES[number % len(STORIES)]
    story = a_case(
        number,
        title=title,
        situation=(f"{title}, and everybody talked about it.", f"It was report number {number}."),
        facets=Facets(topic=topic, level=level, channels=(Channel.TIKTOK,) if number % 2 else ()),
        outcome=outcome,
    )
    return replace(story, **changes)


def published(count: int, audience: str = NATIONAL, **changes: Any) -> list[PublishedCase]:
    """Cases 1 to `count`, change numbers alike."""
    return [PublishedCase(a_story(number, **changes), audience, number) for number in range(1, count + 1)]
