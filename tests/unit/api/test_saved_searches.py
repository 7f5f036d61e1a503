"""Saved searches: kept redacted and on purpose only, opened with the opener's own eyes, ended by their owner."""

import pytest

from api.archive import Archive
from api.identity import OPERATOR, VISITOR, member
from api.workflow.codes import new_code
from api.workflow.saved_searches import end_search, found_cases, open_search, save_search
from corpus.errors import InvalidQuery, RedactionIncomplete, SavedSearchNotFound
from corpus.model.search import FacetName, Filters
from tests.factories import a_case
from tests.fakes import FakeRedactor

LEVEL = Filters(chosen={FacetName.LEVEL: frozenset({"high"}), FacetName.TOPIC: frozenset()})


def test_names_are_gone_before_anything_is_kept(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "Jaylen  did a\ndare", LEVEL)
    kept, _ = open_search(archive, VISITOR, saved.code.upper())
    assert kept.asked == saved.asked == "[Person 3] did a dare"
    assert kept.filters.chosen == {FacetName.LEVEL: frozenset({"high"})}
    assert len(saved.removed) == 1


def test_codes_have_128_bits_and_are_never_the_same() -> None:
    drawn = {new_code() for _ in range(200)}
    assert len(drawn) == 200
    assert {len(code) for code in drawn} == {26}


def test_whoever_opens_it_sees_with_their_own_eyes(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience="circle:7", at=call.now)
    insider = member(VISITOR, frozenset({"circle:7"}))
    saved = save_search(archive, insider, "dare")
    assert [case.code for case in found_cases(archive, insider, saved.code)] == ["CASE-0001"]
    assert found_cases(archive, VISITOR, saved.code) == []


def test_the_code_that_is_shared_does_not_end_it(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "dare")
    with pytest.raises(SavedSearchNotFound), archive.writing(VISITOR) as call:
        end_search(call, saved.code)
    with archive.writing(VISITOR) as call:
        end_search(call, saved.own_code)
    with pytest.raises(SavedSearchNotFound):
        open_search(archive, VISITOR, saved.code)


def test_nothing_is_kept_where_redaction_did_not_finish(archive: Archive) -> None:
    assert isinstance(archive.redactor, FakeRedactor)
    archive.redactor.broken = True
    with pytest.raises(RedactionIncomplete):
        save_search(archive, VISITOR, "dare")
    with archive.reading(VISITOR) as call:
        assert call.saved_searches.count() == 0


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        (" \n ", Filters()),
        ("x" * 2_001, Filters()),
        ("dare", Filters(chosen={FacetName.TOPIC: frozenset(map(str, range(41)))})),
    ],
)
def test_nothing_and_too_much_are_refused(archive: Archive, text: str, filters: Filters) -> None:
    with pytest.raises(InvalidQuery):
        save_search(archive, VISITOR, text, filters)


@pytest.mark.parametrize("code", ["", "a", "../../etc", "ſ" * 26, "1" * 26, "a" * 5_000, "' or 1=1 --"])
def test_what_is_no_code_looks_like_an_absent_one(archive: Archive, code: str) -> None:
    with pytest.raises(SavedSearchNotFound):
        open_search(archive, VISITOR, code)
