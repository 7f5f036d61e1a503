"""The fakes behave like the real engines in all that the verbs rely on."""

import pytest

from api.bootstrap import load_engines
from api.parts import Finds, Redacts
from api.settings import Settings
from corpus.model.case import NATIONAL, Change, PublishedCase
from corpus.model.discussion import plain_discussion
from corpus.model.redaction import Corrections
from corpus.model.search import Filters, Query
from indexer.search_index import SearchIndex
from tests.factories import a_case, a_discussion
from tests.fakes import FakeIndex, FakeRedactor

NAMES = ("Jaylen", "Okafor", "Riverbend")
CIRCLE = "circle:1"


@pytest.fixture(scope="module", params=["fake", "real"])
def engines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Redacts, Finds]:
    if request.param == "fake":
        return FakeRedactor(), FakeIndex()
    folder = tmp_path_factory.mktemp("real")
    loaded = load_engines(Settings(folder=folder))
    index = SearchIndex.open(folder / "index", loaded.embedder)
    index.rebuild([], 0)
    return loaded.redactor, index


@pytest.fixture
def redactor(engines: tuple[Redacts, Finds]) -> Redacts:
    return engines[0]


@pytest.fixture(scope="module")
def index(engines: tuple[Redacts, Finds]) -> Finds:
    index = engines[1]
    cases = [(a_case(1), NATIONAL), (a_case(2), CIRCLE), (a_case(3), NATIONAL)]
    index.apply([Change(n, case.number, PublishedCase(case, who, n)) for n, (case, who) in enumerate(cases, start=1)])
    return index


def test_a_redaction_keeps_the_messages_and_hides_names_times_and_participants(redactor: Redacts) -> None:
    discussion = a_discussion()
    redaction = redactor.redact(discussion)
    shown = redaction.discussion
    assert len(shown.messages) == len(discussion.messages)
    assert [alias for who in shown.participants for alias in who.aliases] == []
    assert all(who.name.startswith("[") for who in shown.participants)
    assert all(message.sent_at is None for message in shown.messages)
    assert not [name for name in (*NAMES, "Dana Whitfield", "Marcus Bell") if name in redaction.text]


def test_mentions_point_into_the_original_messages(redactor: Redacts) -> None:
    discussion = a_discussion()
    for mention in redactor.redact(discussion).mentions:
        covered = discussion.messages[mention.message].text[mention.start : mention.end]
        assert covered
        assert mention.placeholder.startswith("[") or mention.kind in {"DATE", "AGE", "COUNT", "MONEY"}


def test_redacting_twice_changes_nothing(redactor: Redacts) -> None:
    once = redactor.redact(a_discussion())
    assert redactor.redact(once.discussion).discussion == once.discussion


def test_what_a_person_hides_is_hidden(redactor: Redacts) -> None:
    redaction = redactor.redact(plain_discussion("We met at the old mill again."), Corrections(hide=("old mill",)))
    assert "old mill" not in redaction.text


def test_a_question_loses_its_names(redactor: Redacts) -> None:
    asked, removed = redactor.redact_query("Jaylen Okafor at Riverbend High broke a mirror")
    assert not [name for name in NAMES if name in asked]
    assert "mirror" in asked
    assert removed


def test_the_index_finds_what_the_audiences_may_see(index: Finds) -> None:
    found = {hit.case_number for hit in index.search(Query("bathroom dare")).hits}
    assert found <= {1, 3}
    assert found
    theirs = Query("bathroom dare", Filters(audiences=frozenset({NATIONAL, CIRCLE})))
    shown = index.search(theirs).hits
    assert {n for hit in shown for n in (hit.case_number, *hit.lookalikes)} == {1, 2, 3}


def test_similar_cases_keep_to_the_audiences(index: Finds) -> None:
    assert {hit.case_number for hit in index.similar(1, frozenset({NATIONAL}))} == {3}


def test_every_text_is_in_exactly_one_group_and_the_same_text_in_the_same(index: Finds) -> None:
    groups = index.alike(["Called home.", "Locked the building.", "Called home."])
    assert sorted(position for group in groups for position in group) == [0, 1, 2]
    assert {0, 2} in [set(group) for group in groups]
    assert index.alike([]) == ()


def test_a_standing_query_is_close_to_cases_of_its_audiences_only(index: Finds) -> None:
    query = Query("bathroom damage after a dare on TikTok")
    near, every = index.close_to([query, Query("")], [1, 2, 3, 99])
    assert 1 in near
    assert near <= every == {1, 3}
    assert index.close_to([query], []) == (frozenset(),)


def test_a_withdrawn_case_is_gone_when_apply_returns(index: Finds) -> None:
    index.apply([Change(4, 3, None)])
    assert index.last_change == 4
    assert {hit.case_number for hit in index.search(Query("bathroom dare")).hits} == {1}


def test_health_names_a_generation_and_the_last_change(index: Finds) -> None:
    health = index.health()
    assert health.generation
    assert health.last_change == index.last_change
    assert health.vectors_ok
    assert health.keywords_ok
