"""A reviewer's look at a case that is out already: hidden ones are listed, worded anew, and stay what they were."""

from dataclasses import replace

import pytest

from api.archive import Archive
from api.identity import VISITOR
from api.workflow.recall import recall
from api.workflow.revise import open_case, revise
from api.workflow.withdraw import flag, hidden
from corpus.casebook.store import CaseState
from corpus.errors import AccessDenied, InvalidCase, MoveNotAllowed
from corpus.model.taxonomy import UNKNOWN, Level, Sector, Setting, SizeBand
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, published


def test_a_doubted_case_is_listed_until_looked_at_and_a_recalled_one_is_not(archive: Archive) -> None:
    doubted, recalled = published(archive)[1], published(archive)[1]
    with archive.writing(ROSA) as call:
        flag(replace(call, caller=VISITOR), doubted)
        recall(call, recalled)
    with archive.reading(ROSA) as call:
        assert [case.number for case, _ in hidden(call)] == [doubted]
    with archive.reading(VISITOR) as call, pytest.raises(AccessDenied):
        hidden(call)


def test_a_new_wording_is_redacted_and_a_hidden_case_stays_hidden(archive: Archive) -> None:
    number = published(archive)[1]
    with archive.writing(ROSA) as call:
        flag(replace(call, caller=VISITOR), number)
        stands = open_case(call, number)
        revised = revise(call, number, replace(stands, outcome_text="Jaylen moved on.", code="CASE-0099"))
        assert call.casebook.state(number) is CaseState.HIDDEN
    assert "Jaylen" not in revised.outcome_text
    assert (revised.number, revised.revision) == (number, stands.revision + 1)


def test_a_wording_that_lacks_something_or_turns_red_is_refused(archive: Archive) -> None:
    number = published(archive)[1]
    telling = replace(
        a_case().facets, size=SizeBand.UNDER_200, setting=Setting.RURAL, sector=Sector.CHARTER, level=Level.K8
    )
    with archive.writing(ROSA) as call, pytest.raises(InvalidCase):
        revise(call, number, a_case(outcome_text=UNKNOWN))
    with archive.writing(ROSA) as call, pytest.raises(MoveNotAllowed):
        revise(call, number, a_case(facets=telling))
