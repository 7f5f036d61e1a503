from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.identity import CONTRIBUTOR
from api.workflow import receipts, review
from api.workflow.desk import open_desk
from api.workflow.redact import redact_or_hold
from corpus.errors import InvalidCase, KeyUnavailable, MoveNotAllowed, ReceiptNotFound
from corpus.model.case import NATIONAL
from corpus.model.redaction import Corrections
from corpus.model.submission import SubmissionState
from tests.conftest import Clock
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, published, state, submission


def _ask(archive: Archive, submission_id: int) -> None:
    with archive.writing(ROSA) as call:
        review.send_back(call, submission_id, "Who called the families first?")


def test_an_answer_is_redacted_and_puts_the_submission_back_into_review(archive: Archive) -> None:
    receipt = hand_in(archive)
    _ask(archive, receipt.submission_id)
    with archive.writing(CONTRIBUTOR) as call:
        assert receipts.standing(call, receipt.code).question.note == "Who called the families first?"
        receipts.answer(call, receipt.code, "Dana Whitfield called the mother of Jaylen.")
        found = receipts.standing(call, receipt.code)
    assert found.submission.state is SubmissionState.IN_REVIEW
    assert found.question is None
    assert [answer.note for answer in found.answers] == ["[Leader 1] called the mother of [Person 5]."]
    with archive.writing(ROSA) as call:
        assert "answer" in [past.decision for past in open_desk(call, receipt.submission_id).reviews]


def test_what_reviewers_say_among_themselves_stays_there(archive: Archive) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    with archive.reading(CONTRIBUTOR) as call:
        found = receipts.standing(call, receipt.code)
    assert (found.notes, found.answers) == ((), ())


def test_nothing_is_answered_that_nobody_asked(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(CONTRIBUTOR) as call:
        with pytest.raises(MoveNotAllowed):
            receipts.answer(call, receipt.code, "Hello?")
        with pytest.raises(InvalidCase):
            receipts.answer(call, receipt.code, "  ")
        with pytest.raises(ReceiptNotFound):
            receipts.answer(call, "AAAA-BBBB-CCCC-DDDD", "Hello?")


def test_a_contributor_adds_names_corrects_and_rewrites_until_the_end(archive: Archive) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    draft = a_case(outcome_text="Marcus Bell and Jaylen talked.", redacted_discussion="Jaylen Okafor")
    with archive.writing(CONTRIBUTOR) as call:
        receipts.change(call, receipt.code, names=["restrooms"], corrections=Corrections(hide=("staff",)), draft=draft)
    assert state(archive, receipt) is SubmissionState.HELD
    assert redact_or_hold(archive, receipt.submission_id) is SubmissionState.IN_REVIEW
    kept = submission(archive, receipt.submission_id)
    assert not [word for word in ("restrooms", "staff") if word in kept.redaction.text]
    assert kept.draft.outcome_text == "[Leader 2] and [Person 6] talked."
    assert kept.draft.redacted_discussion == ""
    with archive.reading(ROSA) as call:
        assert review.standing_approvals(call.intake.reviews(receipt.submission_id)) == []


def test_a_change_is_not_lost_when_redaction_breaks(archive: Archive) -> None:
    receipt = hand_in(archive)
    archive.redactor.broken = True
    with archive.writing(CONTRIBUTOR) as call:
        receipts.change(call, receipt.code, names=["Coach Mike"])
    assert redact_or_hold(archive, receipt.submission_id) is SubmissionState.HELD
    with archive.reading(CONTRIBUTOR) as call:
        assert "Coach Mike" in call.intake.raw(receipt.submission_id).discussion.declared_names


def test_nothing_is_changed_after_the_end(archive: Archive) -> None:
    receipt, _ = published(archive)
    with archive.writing(CONTRIBUTOR) as call:
        assert not receipts.standing(call, receipt.code).can_change
        with pytest.raises(MoveNotAllowed):
            receipts.change(call, receipt.code, names=["Coach Mike"])
        with pytest.raises(KeyUnavailable):
            call.intake.raw(receipt.submission_id)


def test_the_wait_is_the_median_of_true_ones_and_is_not_told_from_fewer_than_five(
    archive: Archive, clock: Clock
) -> None:
    hours = (1, 2, 30, 4, 50)
    came = [hand_in(archive).submission_id for _ in hours]
    start = clock.now
    for position, submission_id in sorted(enumerate(came), key=lambda pair: hours[pair[0]]):
        with archive.reading(CONTRIBUTOR) as call:
            assert receipts.median_wait(call) is None
        clock.now = start + timedelta(hours=hours[position])
        with archive.writing(ROSA) as call:
            review.decline(call, submission_id, "It is still going on.")
    with archive.reading(CONTRIBUTOR) as call:
        assert receipts.median_wait(call) == timedelta(hours=4)


def test_a_correction_after_a_reviewers_edit_keeps_the_wording(archive: Archive) -> None:
    receipt = hand_in(archive, draft=a_case(title="As the contributor put it in the beginning, about dares"))
    finish(archive, receipt.submission_id)
    with archive.writing(ROSA) as call:
        review.correct(call, receipt.submission_id, Corrections(hide=("clip",)))
    kept = submission(archive, receipt.submission_id).draft
    assert kept.title == a_case().title
    assert "clip" not in kept.situation[1]


def test_a_thread_is_shown_only_where_its_contributor_agreed_to_be_quoted(archive: Archive) -> None:
    _, number = published(archive)
    with archive.reading(ROSA) as call:
        assert call.casebook.case(number, {NATIONAL}).redacted_discussion == ""


def test_a_wrong_field_of_a_nested_form_is_named_and_its_value_is_not(archive: Archive) -> None:
    client = TestClient(create_app(archive))
    answer = client.post("/api/v1/submissions/tell", json={"receipt": "AAAA-BBBB", "verdict": "Jaylen", "Jaylen": 1})
    assert answer.status_code == 422
    assert set(answer.json()["problems"]) == {"body.verdict", "body.?"}
    assert "Jaylen" not in answer.text
