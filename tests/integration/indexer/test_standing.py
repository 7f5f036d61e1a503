"""Standing queries: close exactly where a search says close, under the same filters, audiences and quoted words."""

import numpy as np
import pytest

from corpus.errors import IndexUnavailable
from corpus.model.case import NATIONAL, Change, PublishedCase
from corpus.model.search import Band, FacetName, Filters, Query
from indexer.bands import Features, calibration
from indexer.search_index import SearchIndex
from indexer.standing import furthest
from tests.unit.indexer.samples import STORIES, WordEmbedder, a_story, published

EVERY = range(1, 17)
QUERIES = [
    *(Query(title) for title, *_ in STORIES),
    Query("ransomware on every server"),
    Query('"asleep on the parked bus" bus'),
    Query("nothing like it was ever written down"),
    Query("Ransomware locks every server before dawn", Filters(chosen={FacetName.LEVEL: frozenset({"high"})})),
]


@pytest.fixture
def embedder():
    return WordEmbedder()


@pytest.fixture
def index(tmp_path, embedder):
    opened = SearchIndex.open(tmp_path / "index", embedder)
    opened.rebuild(published(12), upto=12)
    opened.apply([Change(one.change, one.case.number, one) for one in published(16)[12:]])
    yield opened
    opened.close()


def _close(index, query):
    hits = [hit for hit in index.search(query).hits if hit.band is Band.CLOSE]
    return {number for hit in hits for number in (hit.case_number, *hit.lookalikes)}


def test_close_is_what_a_search_calls_close(index):
    found = index.close_to(QUERIES, EVERY)
    assert any(found)
    for query, close in zip(QUERIES, found, strict=True):
        assert _close(index, query) <= close, query
        for number in close:
            alone = index.close_to([query], [number])
            assert alone == (frozenset({number}),)


def test_a_search_without_words_takes_what_passes_its_filters(index):
    wanted = Filters(chosen={FacetName.LEVEL: frozenset({"middle"})})
    (close,) = index.close_to([Query("", wanted)], EVERY)
    assert close == {number for number in EVERY if a_story(number).facets.level == "middle"}


def test_cases_of_other_audiences_and_absent_ones_are_never_close(index):
    inside = PublishedCase(a_story(3), "circle:1", 17)
    index.apply([Change(17, 3, inside), Change(18, 11, None)])
    query = Query("Ransomware locks every server before dawn")
    assert index.close_to([query], [3, 11, 99]) == (frozenset(),)
    assert index.close_to([Query(query.text, Filters(audiences=frozenset({NATIONAL, "circle:1"})))], [3]) == (
        frozenset({3}),
    )


def test_a_text_is_embedded_once_however_often_it_waits(index, embedder):
    query = Query("ransomware on every server")
    index.close_to([query], [3])
    embedder.seen.clear()
    index.close_to([query, query], [3])
    assert embedder.seen == []


def test_without_meaning_alerts_wait_and_nothing_is_said(tmp_path):
    words = SearchIndex.open(tmp_path / "words", None)
    words.rebuild(published(4), upto=4)
    with pytest.raises(IndexUnavailable):
        words.close_to([Query("bear")], [1])


def test_what_is_ruled_out_by_its_vector_could_not_have_been_close():
    judge = calibration()
    low = np.array([furthest(judge) - 1e-6])
    best = np.ones(1)
    features = Features(cosine=low, coverage=best, lead_coverage=best, agreement=best, off_topic=np.zeros(1))
    assert judge.band(float(judge.probability(features)[0])) is not Band.CLOSE
