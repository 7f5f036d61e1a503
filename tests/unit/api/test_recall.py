"""What a recall and a taking back start anew: approvals, the draft, and whatever hangs on the same receipt."""

from dataclasses import replace

import pytest

from api.archive import Archive
from api.identity import CONTRIBUTOR
from api.workflow import review
from api.workflow.recall import recall
from api.workflow.split import split
from api.workflow.withdraw import withdraw_submission
from corpus.errors import MoveNotAllowed
from corpus.model.submission import SubmissionState
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, SAM, approve, finish, hand_in, make_public, published, submission

AMBER = a_case(outcome_text="It cost $4,350 in all.")


def _recall(archive: Archive, number: int) -> int:
    with archive.writing(ROSA) as call:
        return recall(call, number)


def test_a_recalled_amber_case_needs_both_approvals_anew(archive: Archive) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id, AMBER)
    approve(archive, receipt.submission_id, ROSA)
    approve(archive, receipt.submission_id, SAM)
    _recall(archive, make_public(archive, receipt.submission_id))
    approve(archive, receipt.submission_id, ROSA)
    with pytest.raises(MoveNotAllowed, match="second reviewer"):
        make_public(archive, receipt.submission_id)


def test_a_recalled_draft_is_the_case_as_it_stood(archive: Archive) -> None:
    _, number = published(archive)
    with archive.writing(ROSA) as call:
        said_less = replace(call.casebook.case(number, (), any_state=True), title="Said less")
        call.casebook.revise(said_less, at=call.now)
    assert submission(archive, _recall(archive, number)).draft.title == "Said less"


def test_a_part_that_was_declined_keeps_nobody_from_taking_back_the_rest(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        _, part = split(call, receipt.submission_id, [a_case(), a_case()])
        _, of_part = split(call, part, [a_case(), a_case()])
        review.decline(call, part, "It is still going on.")
    with archive.writing(CONTRIBUTOR) as call:
        withdraw_submission(call, receipt.code)
    states = [submission(archive, known).state for known in (receipt.submission_id, part, of_part)]
    assert states == [SubmissionState.WITHDRAWN, SubmissionState.DECLINED, SubmissionState.WITHDRAWN]
