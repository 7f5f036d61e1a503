"""The nearest vectors under any selection, in both structures, against plain numpy."""

import numpy as np
import pytest

from indexer.vector_index import VectorIndex

RNG = np.random.default_rng(5)


def _unit(rows: int, dimension: int = 32):
    vectors = RNG.standard_normal((rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _best(vectors, query, allowed, count):
    cosines = np.where(allowed, vectors @ query, -np.inf)
    return set(np.argsort(-cosines)[:count].tolist())


@pytest.mark.parametrize("share", [1.0, 0.5, 0.1, 0.01, 0.001])
def test_exact_at_any_selectivity(share):
    vectors = _unit(3000)
    index = VectorIndex.build(vectors)
    for query in _unit(10):
        allowed = RNG.random(3000) < share
        allowed[RNG.integers(3000)] = True
        found = index.nearest(query, 10, allowed)
        wanted = min(10, int(allowed.sum()))
        assert set(found.rows.tolist()) == _best(vectors, query, allowed, wanted)
        assert np.allclose(found.cosines, vectors[found.rows] @ query, atol=1e-6)
        assert (np.diff(found.cosines) <= 0).all()


def test_the_graph_is_exact_under_a_narrow_filter_and_good_without():
    vectors = _unit(3000)
    index = VectorIndex.build(vectors, exact_passages=1000)
    assert index.kind == "graph"
    hits = total = 0
    for query in _unit(20):
        narrow = RNG.random(3000) < 0.05
        assert set(index.nearest(query, 10, narrow).rows.tolist()) == _best(vectors, query, narrow, 10)
        hits += len(set(index.nearest(query, 10, None).rows.tolist()) & _best(vectors, query, np.ones(3000, bool), 10))
        total += 10
    assert hits / total >= 0.9


def test_survives_files(tmp_path):
    vectors = _unit(500)
    VectorIndex.build(vectors).save(tmp_path / "codes", tmp_path / "exact.npy")
    again = VectorIndex.load(tmp_path / "codes", tmp_path / "exact.npy")
    assert again.nearest(vectors[7], 1, None).rows.tolist() == [7]


def test_nothing_selected_and_nothing_stored():
    assert len(VectorIndex.build(_unit(5)).nearest(_unit(1)[0], 3, np.zeros(5, bool)).rows) == 0
    assert len(VectorIndex.build(np.empty((0, 32), np.float32)).nearest(_unit(1)[0], 3, None).rows) == 0
