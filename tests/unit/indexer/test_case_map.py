"""The map of cases: every national case once, like by like, named by words of its own, the same every time."""

import numpy as np
import pytest

from corpus.model.case import NATIONAL, PublishedCase
from corpus.model.case_map import SIDE, CaseMap
from indexer.case_map import FEWEST_CASES, case_map, map_from_json, map_to_json
from indexer.case_record import CaseRecord, record_of
from tests.factories import a_case

_THEMES = ("swastika graffiti locker", "bus driver route", "flood water storm", "lunch debt cafeteria")
_NOTHING = "the of and"


def records(each: int, audience: str = NATIONAL) -> list[CaseRecord]:
    made = []
    for number in range(each * len(_THEMES)):
        theme = _THEMES[number % len(_THEMES)]
        case = a_case(number + 1, title=f"{theme} once more", situation=(f"It was about {theme} again.",))
        made.append(record_of(PublishedCase(case, audience, number + 1)))
    return made


def vectors(held: list[CaseRecord]) -> np.ndarray:
    """Passages of one theme lie about one direction."""
    random = np.random.default_rng(3)
    centres = np.eye(16, dtype=np.float32)
    rows = [centres[record.number % len(_THEMES)] for record in held for _ in record.passages]
    noisy = np.array(rows) + random.normal(0, 0.05, (len(rows), 16)).astype(np.float32)
    return noisy / np.linalg.norm(noisy, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def drawn() -> CaseMap:
    held = records(10)
    return case_map(held, vectors(held))


def test_every_case_has_one_place_on_the_paper(drawn: CaseMap) -> None:
    places = [place for cluster in drawn.clusters for place in cluster.places]
    assert sorted(place.case_number for place in places) == list(range(1, 41))
    assert all(0 <= place.across <= SIDE and 0 <= place.down <= SIDE for place in places)


def test_clusters_hold_like_cases_and_are_named_by_their_words(drawn: CaseMap) -> None:
    for cluster in drawn.clusters:
        themes = {place.case_number % len(_THEMES) for place in cluster.places}
        assert len(themes) == 1
        theme = _THEMES[(cluster.places[0].case_number - 1) % len(_THEMES)].split()
        assert set(cluster.words) == set(theme)


def test_the_same_cases_make_the_same_map(drawn: CaseMap) -> None:
    held = records(10)
    assert case_map(held, vectors(held)) == drawn
    assert map_from_json(map_to_json(drawn)) == drawn


def test_few_cases_and_cases_of_a_circle_make_none() -> None:
    few = records(FEWEST_CASES // len(_THEMES) - 1)
    circle = records(10, "circle:3")
    assert case_map(few, vectors(few)) == CaseMap()
    assert case_map(circle, vectors(circle)) == CaseMap()


def test_cases_without_a_telling_word_are_mapped_without_names() -> None:
    held = [
        record_of(PublishedCase(a_case(number + 1, title=_NOTHING, situation=(_NOTHING,)), NATIONAL, number + 1))
        for number in range(FEWEST_CASES)
    ]
    assert {cluster.words for cluster in case_map(held, vectors(held)).clusters} == {()}


def test_of_very_many_cases_some_decide_where_the_rest_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, few in (("_CLUSTERED", 20), ("LAID_OUT", 20), ("_AT_ONCE", 7)):
        monkeypatch.setattr(f"indexer.case_map.{name}", few)
    held = records(15)
    clusters = case_map(held, vectors(held)).clusters
    assert sorted(place.case_number for cluster in clusters for place in cluster.places) == list(range(1, 61))
    assert all(len({place.case_number % len(_THEMES) for place in cluster.places}) == 1 for cluster in clusters)
