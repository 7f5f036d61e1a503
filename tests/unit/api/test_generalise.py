"""The one step that helps most: taken, seen in the risk, taken back; and what still tells in draft and messages."""

from dataclasses import replace

import pytest

from api.archive import Archive
from api.workflow import review
from api.workflow.desk import light, risk_of
from api.workflow.generalise import generalise, still_tells, undo
from corpus.errors import AccessDenied, MoveNotAllowed
from corpus.model.case import Case
from corpus.model.discussion import Discussion, Message, Source
from corpus.model.redaction import Redaction
from corpus.model.submission import SubmissionState
from corpus.model.taxonomy import SizeBand
from redaction.risk import Light, assess
from tests.factories import NARROW, a_case
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, published, submission


def red_case() -> Case:
    return replace(a_case(), facets=NARROW)


def step(archive: Archive, number: int) -> Case:
    with archive.writing(ROSA) as call:
        return generalise(call, number)


def back(archive: Archive, number: int) -> Case:
    with archive.writing(ROSA) as call:
        return undo(call, number)


def test_a_step_leaves_out_the_slot_that_helps_most_and_is_taken_back(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, red_case())
    wider = step(archive, number)
    assert wider.facets == replace(NARROW, size=SizeBand.UNKNOWN)
    assert assess(wider).schools_that_fit > assess(red_case()).schools_that_fit
    assert back(archive, number).facets == NARROW
    with pytest.raises(MoveNotAllowed):
        back(archive, number)


def test_steps_lead_from_red_to_green_and_back_one_by_one(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, red_case())
    seen = [red_case().facets]
    while assess(now := submission(archive, number).draft or red_case()).light is not Light.GREEN:
        seen.append(step(archive, number).facets)
        assert len(seen) < 6, now.facets
    for facets in reversed(seen[:-1]):
        assert back(archive, number).facets == facets


def test_exact_traces_are_said_more_coarsely(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, replace(a_case(), outcome_text="It began on March 14 and cost $4,350."))
    assert step(archive, number).outcome_text == "It began on [spring] and cost [thousands of dollars]."
    assert back(archive, number).outcome_text == "It began on March 14 and cost $4,350."


def test_a_green_case_needs_no_step_and_an_edit_ends_what_can_be_taken_back(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number)
    with pytest.raises(MoveNotAllowed):
        step(archive, number)
    finish(archive, number, red_case())
    step(archive, number)
    finish(archive, number)
    with pytest.raises(MoveNotAllowed):
        back(archive, number)


def test_a_step_takes_the_standing_approvals_away(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, replace(a_case(), outcome_text="It ended on March 14."))
    approve(archive, number)
    step(archive, number)
    assert submission(archive, number).state is SubmissionState.IN_REVIEW
    with archive.reading(ROSA) as call:
        assert review.standing_approvals(call.intake.reviews(number)) == []


def test_only_a_reviewer_takes_a_step(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, red_case())
    with pytest.raises(AccessDenied), archive.writing(replace(ROSA, rights=frozenset())) as call:
        generalise(call, number)


def test_a_published_case_has_no_drafts_left_to_go_back_to(archive: Archive) -> None:
    receipt, _ = published(archive)
    with archive.reading(ROSA) as call:
        assert not call.intake.is_sealed(receipt.submission_id)


def test_what_still_tells_is_named_by_field_and_place() -> None:
    (told,) = still_tells(replace(a_case(), do_over=("Wait until March 15.",)))
    (one,) = told.tellings
    assert (told.field, told.text[one.start : one.end], one.reason) == ("do_over[0]", "March 15", "an exact date")


def test_a_thread_that_may_be_quoted_is_weighed_with_the_draft(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number)
    held = submission(archive, number)
    told = Discussion(Source.PLAIN, (Message("The board voted 4-3, so 303 students were out."),))
    quoted = replace(held, redaction=Redaction(told, ()), consent=replace(held.consent, quote_verbatim=True))
    silent = replace(quoted, consent=held.consent)
    assert (light(silent), light(quoted)) == (Light.GREEN, Light.AMBER)
    risk = risk_of(quoted)
    assert risk is not None
    assert (risk.left_over, risk.step) == (2, "")
