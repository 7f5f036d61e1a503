"""Groups of like texts: what belongs together by hand stays together, chains do not pull strangers in."""

import numpy as np

from indexer.embedder import build_embedder
from indexer.likeness import LikeTexts, groups
from tests.benchmarks.like_steps import MODELS, Figures, figures, marked, measured


def cosines(*pairs: tuple[int, int, float], of: int) -> np.ndarray:
    alike = np.eye(of, dtype=np.float32)
    for one, other, cosine in pairs:
        alike[one, other] = alike[other, one] = cosine
    return alike


def test_a_chain_of_neighbours_does_not_become_one_group():
    assert groups(cosines((0, 1, 0.9), (1, 2, 0.7), (0, 2, 0.1), of=3), 0.5) == ((0, 1), (2,))


def test_the_text_that_is_closest_to_all_others_stands_for_its_group():
    assert groups(cosines((0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.6), of=3), 0.5) == ((1, 0, 2),)


def test_nothing_alike_leaves_every_text_by_itself():
    assert groups(np.eye(3, dtype=np.float32), 0.5) == ((0,), (1,), (2,))
    assert groups(np.empty((0, 0), dtype=np.float32), 0.5) == ()
    assert LikeTexts(None).groups(["a", "a"]) == ((0,), (1,))


class Spy:
    model_id, dimension = "spy", 2

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts):
        self.encoded += texts
        return np.array([[1, 0] if text.startswith("a") else [0, 1] for text in texts], dtype=np.float32)

    def known_words(self):
        return frozenset()


def test_a_text_is_encoded_once():
    spy = Spy()
    like = LikeTexts(spy)
    assert like.groups(["a1", "b", "a2"]) == ((0, 2), (1,))
    assert like.groups(["b", "a1"]) == ((0,), (1,))
    assert spy.encoded == ["a1", "b", "a2"]


def test_the_figures_fall_when_groups_are_wrong():
    names = ["x", "x", "y", "y"]
    assert figures([[0, 1], [2, 3]], names) == Figures(1.0, 1.0)
    assert figures([[0, 1, 2, 3]], names) == Figures(2 / 6, 1.0)
    assert figures([[0], [1], [2], [3]], names) == Figures(1.0, 0.0)


def test_hand_marked_groups_of_the_unseen_half_are_found_with_few_false_pairs():
    steps, names = marked("test")
    assert (len(steps), len(set(names))) == (28, 7)
    found = measured(build_embedder(cache=MODELS), "test")
    assert found.precision >= 0.9
    assert found.recall >= 0.4
