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
        assert np.allclose(found.cosines, vectors[found.rows] @ query, atol=1e-4)
        assert (np.diff(found.cosines) <= 0).all()


def _like_passages(rows: int):
    """Gathered around some hundred centres, as the passages of like cases are."""
    near = _unit(200)[RNG.integers(200, size=rows)] + _unit(rows) * 0.5
    return near / np.linalg.norm(near, axis=1, keepdims=True)


@pytest.mark.parametrize(("share", "least"), [(1.0, 0.98), (0.8, 0.98), (0.3, 0.98), (0.05, 1.0)])
def test_the_sketch_finds_the_same_and_only_what_is_allowed(share, least):
    vectors = _like_passages(20_000)
    index = VectorIndex.build(vectors, sketched_passages=1000)
    assert index.has_sketch
    hits = 0
    for query in _like_passages(20):
        allowed = RNG.random(20_000) < share
        found = index.nearest(query, 20, allowed).rows
        assert len(found) == 20
        assert allowed[found].all()
        hits += len(set(found.tolist()) & _best(vectors, query, allowed, 20))
    assert hits / 400 >= least


def test_a_filter_at_odds_with_the_query_finds_what_is_allowed_none_the_less():
    """What lies nearest is then all forbidden."""
    vectors = _like_passages(12_000)
    index = VectorIndex.build(vectors, sketched_passages=1000)
    query = _like_passages(1)[0]
    allowed = vectors @ query < np.median(vectors @ query)
    found = index.nearest(query, 10, allowed)
    best = np.sort((vectors @ query)[allowed])[::-1][:10]
    assert allowed[found.rows].all()
    assert np.allclose(found.cosines, best, atol=0.01)


def test_where_the_nearest_lists_hold_too_few_all_are_scanned(monkeypatch):
    monkeypatch.setattr("indexer.vector_index.LEAST_PROBED", 1)
    monkeypatch.setattr("indexer.vector_index.PROBED", 0)
    vectors = _like_passages(6_000)
    index = VectorIndex.build(vectors, sketched_passages=1000)
    query = _unit(1)[0]
    allowed = np.ones(6_000, bool)
    assert set(index.nearest(query, 300, allowed).rows.tolist()) == _best(vectors, query, allowed, 300)


@pytest.mark.parametrize("sketched", [True, False])
def test_survives_files(tmp_path, sketched):
    vectors = _unit(500)
    VectorIndex.build(vectors, sketched_passages=100 if sketched else 1000).save(tmp_path)
    again = VectorIndex.load(tmp_path)
    assert again.has_sketch == sketched
    assert again.nearest(vectors[7], 1, None).rows.tolist() == [7]


def test_vectors_stay_as_they_are_from_one_rebuild_to_the_next():
    once = VectorIndex.build(_unit(50)).vectors(np.arange(50))
    assert np.array_equal(VectorIndex.build(once).vectors(np.arange(50)), once)


def test_nothing_selected_and_nothing_stored():
    assert len(VectorIndex.build(_unit(5)).nearest(_unit(1)[0], 3, np.zeros(5, bool)).rows) == 0
    assert len(VectorIndex.build(np.empty((0, 32), np.float32)).nearest(_unit(1)[0], 3, None).rows) == 0
