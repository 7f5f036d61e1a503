"""How well like steps are grouped: pairwise precision and recall on hand-marked groups.

python -m tests.benchmarks.like_steps            the tune half at several floors, both halves at the chosen one
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from indexer.embedder import Embedder, build_embedder
from indexer.likeness import LIKE, groups, likeness

SAMPLE = Path(__file__).parents[1] / "samples" / "like_steps.toml"
MODELS = Path(__file__).parents[2] / "var" / "models"


@dataclass(frozen=True)
class Figures:
    precision: float
    recall: float


def marked(half: str) -> tuple[list[str], list[str]]:
    """Steps of one half and the name of each step's group."""
    found = [group for group in tomllib.loads(SAMPLE.read_text(encoding="utf-8"))["group"] if group["half"] == half]
    pairs = [(step, group["name"]) for group in found for step in group["steps"]]
    return [step for step, _ in pairs], [name for _, name in pairs]


def measured(embedder: Embedder, half: str, floor: float = LIKE) -> Figures:
    steps, names = marked(half)
    return figures(groups(likeness(embedder, steps), floor), names)


def figures(found: Sequence[Sequence[int]], names: Sequence[str]) -> Figures:
    """Over all pairs of steps: put together rightly of put together, and of those that belong together."""
    together = {tuple(sorted(pair)) for group in found for pair in combinations(group, 2)}
    wanted = {pair for pair in combinations(range(len(names)), 2) if names[pair[0]] == names[pair[1]]}
    right = len(together & wanted)
    return Figures(right / len(together) if together else 1.0, right / len(wanted))


if __name__ == "__main__":
    encoder = build_embedder(cache=MODELS)
    for step in range(30, 66, 3):
        print("tune", step / 100, measured(encoder, "tune", step / 100))
    print("tune", LIKE, measured(encoder, "tune"))
    print("test", LIKE, measured(encoder, "test"))
