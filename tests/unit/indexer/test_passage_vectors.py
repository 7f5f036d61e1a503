"""Passages of a generation and those added since answer as one."""

import numpy as np
import pytest

from corpus.errors import IndexUnavailable
from corpus.model.search import Filters
from indexer.passage_vectors import PassageVectors
from indexer.sides import Selection
from indexer.vector_index import VectorIndex

RNG = np.random.default_rng(8)
EVERY = RNG.standard_normal((12, 16)).astype(np.float32)
EVERY /= np.linalg.norm(EVERY, axis=1, keepdims=True)
CASE_OF = np.array([0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4])
SPLIT = 7


def _passages(split: int = SPLIT) -> PassageVectors:
    return PassageVectors(VectorIndex.build(EVERY[:split]), CASE_OF[:split], EVERY[split:], CASE_OF[split:])


@pytest.mark.parametrize("split", [SPLIT, len(EVERY)])
@pytest.mark.parametrize("cases", [(0, 1, 2, 3, 4), (1, 3), (4,), ()])
def test_the_nearest_of_the_selected_wherever_they_stand(split, cases):
    allowed = np.isin(np.arange(5), cases)
    for query in EVERY:
        found = _passages(split).nearest(query, 4, Selection(Filters(), allowed))
        wanted = [row for row in np.argsort(-(EVERY @ query)) if allowed[CASE_OF[row]]][:4]
        assert found.rows.tolist() == wanted
        assert np.allclose(found.cosines, EVERY[wanted] @ query, atol=1e-4)


@pytest.mark.parametrize("split", [SPLIT, len(EVERY)])
def test_vectors_cosines_and_cases_in_any_order(split):
    rows = np.array([11, 0, 7, 6, 6])
    passages = _passages(split)
    assert np.allclose(passages.vectors(rows), EVERY[rows], atol=1e-4)
    assert np.allclose(passages.cosines(EVERY[3], rows), EVERY[rows] @ EVERY[3], atol=1e-4)
    assert passages.cases_of(rows).tolist() == CASE_OF[rows].tolist()


def test_damaged_vectors_find_nothing_and_tell_nothing():
    passages = PassageVectors(None, CASE_OF[:SPLIT], EVERY[SPLIT:], CASE_OF[SPLIT:])
    assert len(passages.nearest(EVERY[0], 3, Selection(Filters(), np.ones(5, bool))).rows) == 0
    with pytest.raises(IndexUnavailable):
        passages.vectors(np.array([0]))


def test_one_question_after_another_hears_its_own_cosines():
    passages, every = _passages(), Selection(Filters(), np.ones(5, bool))
    for query in (*EVERY, *EVERY):
        assert passages.nearest(query, 1, every).rows.tolist() == [int(np.argmax(EVERY @ query))]
        assert np.allclose(passages.cosines(query, np.array([8, 1])), EVERY[[8, 1]] @ query, atol=1e-4)
