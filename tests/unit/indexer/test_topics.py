"""Every topic has phrases, and a query near a phrase is near the cases of its topic."""

import numpy as np

from corpus.model.topics import TOPICS
from indexer.topics import CODES, case_closeness, phrases, topic_guide, topic_rows
from tests.unit.indexer.samples import WordEmbedder


def test_every_topic_is_said_in_several_ways():
    said = phrases()
    assert tuple(TOPICS) == CODES
    assert np.bincount(said.owners, minlength=len(CODES)).min() >= 8
    assert len(set(said.texts)) == len(said.texts)


def test_a_phrase_is_closest_to_its_own_topic():
    embedder = WordEmbedder()
    guide = topic_guide(embedder)
    closeness, _ = guide.heard(embedder.encode(["norovirus outbreak, many students vomiting"])[0])
    assert CODES[int(closeness.argmax())] == "5.4"


def test_the_best_topic_of_a_case_counts_and_a_later_one_a_little_less():
    closeness = np.zeros(len(CODES), dtype=np.float32)
    closeness[CODES.index("5.4")] = 0.8
    rows = np.array([topic_rows(("5.4",)), topic_rows(("2.1", "5.4")), topic_rows(("2.1",))], dtype=np.int8)
    first, later, none = case_closeness(closeness, rows).tolist()
    assert first > later > none == 0.0
