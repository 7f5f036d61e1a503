import numpy as np

from corpus.model.search import Filters
from indexer.pasted_page import WINDOW_WORDS, heart, is_page, unquoted
from indexer.sides import Nearest, Selection

NOISE = " ".join(f"The supply form number {place} is due on Monday." for place in range(40))
ASKED = "A loaded gun fell out of a backpack in first grade."
VISIBLE = Selection(Filters(), np.ones(1, dtype=np.bool_))


class GunEmbedder:
    """Texts that speak of a gun point one way, all others another."""

    def __init__(self):
        self.read = []

    def encode(self, texts):
        self.read.extend(texts)
        return np.array([[1.0, 0.0] if "gun" in text else [0.0, 1.0] for text in texts], dtype=np.float32)


class GunPassages:
    """Holds one passage, about a gun."""

    def nearest(self, vector, count, selection):
        assert selection is VISIBLE
        return Nearest(np.zeros(1, dtype=np.int64), vector[:1])


def test_the_window_that_the_cases_answer_is_found_wherever_it_stands():
    for page in (f"{ASKED} {NOISE}", f"{NOISE} {ASKED}", f"{NOISE}\n\n{ASKED}\n\n{NOISE}"):
        embedder = GunEmbedder()
        found = heart(page, GunPassages(), embedder, VISIBLE)
        assert ASKED in found
        assert len(found.split()) <= WINDOW_WORDS


def test_a_sentence_without_end_is_cut_between_words():
    embedder = GunEmbedder()
    heart("word " * 95, GunPassages(), embedder, VISIBLE)
    assert [len(window.split()) for window in embedder.read] == [30, 30, 30, 5]


def test_only_long_texts_are_pages_and_their_quotation_marks_ask_for_nothing():
    assert is_page(NOISE)
    assert not is_page(ASKED)
    assert unquoted('He said "no" and «yes»') == "He said no and yes"
