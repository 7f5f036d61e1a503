"""The last look before a case is filed, and publishing by itself: what one submission lacks holds no other up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from api.archive import Archive
from api.identity import CONTRIBUTOR
from api.workflow import review
from api.workflow.publish import publish_due
from api.workflow.recall import recall
from api.workflow.redact import redact_or_hold
from api.workflow.submit import submit
from api.workflow.withdraw import withdraw_submission
from corpus.errors import InvalidCase, MoveNotAllowed, RedactionIncomplete
from corpus.model.case import NATIONAL
from corpus.model.redaction import Corrections
from corpus.model.submission import Consent, SubmissionState
from tests.conftest import Clock
from tests.factories import a_case, a_discussion
from tests.unit.api.journeys import (
    ROSA,
    SAM,
    WHY,
    approve,
    finish,
    hand_in,
    make_public,
    published,
    state,
    submission,
    titled,
)

KEPT = titled("Jaylen is the name of a dare that went around")


def _approved(archive: Archive, words: str = "A second quite harmless case of another school"):
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id, titled(words))
    approve(archive, receipt.submission_id)
    return receipt


def test_what_a_reviewer_kept_is_not_found_again_by_the_last_look(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        review.correct(call, receipt.submission_id, Corrections(keep=("Jaylen",)))
    finish(archive, receipt.submission_id, KEPT)
    approve(archive, receipt.submission_id)
    number = make_public(archive, receipt.submission_id)
    with archive.reading(ROSA) as call:
        assert call.casebook.case(number, (), any_state=True).title == KEPT.title


def test_the_last_look_names_kind_and_placeholder_and_never_the_text(archive: Archive) -> None:
    receipt = _approved(archive, "The Gallimaufry dare that went around in a bathroom")
    archive.redactor.names.append("Gallimaufry")
    with pytest.raises(RedactionIncomplete) as refused:
        make_public(archive, receipt.submission_id)
    assert "person as [Person" in str(refused.value)
    assert "Gallimaufry" not in str(refused.value)


def test_the_last_look_reads_the_thread_where_it_may_be_quoted(archive: Archive) -> None:
    with archive.writing(CONTRIBUTOR) as call:
        consent = Consent(NATIONAL, quote_verbatim=True)
        submission_id = submit(call, a_discussion("The Gallimaufry dare.", "Yes."), consent=consent).submission_id
    redact_or_hold(archive, submission_id)
    finish(archive, submission_id)
    approve(archive, submission_id)
    archive.redactor.names.append("Gallimaufry")
    with pytest.raises(RedactionIncomplete):
        make_public(archive, submission_id)
    archive.redactor.names.remove("Gallimaufry")
    assert make_public(archive, submission_id)


def test_a_thread_that_nobody_may_quote_is_not_looked_at_again(archive: Archive) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    archive.redactor.names.append("mom")
    assert "mom" in submission(archive, receipt.submission_id).redaction.text
    assert make_public(archive, receipt.submission_id)


def test_an_approved_draft_that_lacks_something_after_all_is_not_filed(archive: Archive) -> None:
    receipt = _approved(archive)
    with archive.writing(ROSA) as call:
        call.intake.keep_draft(receipt.submission_id, a_case(outcome_text=""), at=call.now)
    with pytest.raises(InvalidCase) as refused:
        make_public(archive, receipt.submission_id)
    assert set(refused.value.problems) == {"outcome_text"}
    assert state(archive, receipt) is SubmissionState.APPROVED


def test_a_case_that_the_last_look_refuses_holds_no_other_up(archive: Archive) -> None:
    refused = _approved(archive, "The Gallimaufry dare that went around in a bathroom")
    harmless = _approved(archive)
    archive.redactor.names.append("Gallimaufry")
    assert publish_due(archive) == 1
    assert state(archive, refused) is SubmissionState.APPROVED
    assert state(archive, harmless) is SubmissionState.PUBLISHED


def test_a_recalled_case_is_looked_at_once_more_without_its_sealed_corrections(archive: Archive) -> None:
    receipt, number = published(archive)
    with archive.writing(ROSA) as call:
        recall(call, number)
    approve(archive, receipt.submission_id)
    assert make_public(archive, receipt.submission_id) == number


@pytest.mark.parametrize("ended", [SubmissionState.WITHDRAWN, SubmissionState.DECLINED, SubmissionState.PUBLISHED])
def test_nothing_is_decided_about_what_has_ended(archive: Archive, ended: SubmissionState) -> None:
    receipt = _approved(archive)
    if ended is SubmissionState.PUBLISHED:
        make_public(archive, receipt.submission_id)
    elif ended is SubmissionState.DECLINED:
        with archive.writing(ROSA) as call:
            review.decline(call, receipt.submission_id, "It is still going on.")
    else:
        with archive.writing(CONTRIBUTOR) as call:
            withdraw_submission(call, receipt.code)
    with archive.reading(ROSA) as call:
        before = call.intake.reviews(receipt.submission_id)
    for decide in (
        lambda call: review.approve(call, receipt.submission_id, WHY),
        lambda call: review.decline(call, receipt.submission_id, "It is still going on."),
        lambda call: review.send_back(call, receipt.submission_id, "Did it hold?"),
        lambda call: review.edit_draft(call, receipt.submission_id, titled("Other words for it")),
    ):
        with pytest.raises(MoveNotAllowed), archive.writing(ROSA) as call:
            decide(call)
    with archive.reading(ROSA) as call:
        assert call.intake.reviews(receipt.submission_id) == before


def test_what_waits_for_its_contributor_is_not_approved(archive: Archive) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id)
    with archive.writing(ROSA) as call:
        review.send_back(call, receipt.submission_id, "Did it hold?")
    with pytest.raises(MoveNotAllowed):
        approve(archive, receipt.submission_id)


def test_the_quiet_period_counts_from_the_last_approval_and_is_over_at_its_end(archive: Archive, clock: Clock) -> None:
    archive.settings = replace(archive.settings, quiet_hours=24)
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id, a_case(outcome_text="It cost $4,350 in all."))
    approve(archive, receipt.submission_id, ROSA)
    clock.pass_by(timedelta(hours=20))
    approve(archive, receipt.submission_id, SAM)
    clock.pass_by(timedelta(hours=24) - timedelta(microseconds=1))
    assert publish_due(archive) == 0
    clock.pass_by(timedelta(microseconds=1))
    assert publish_due(archive) == 1


def test_what_is_published_by_itself_leaves_no_key_behind(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten: list[bool] = []
    _approved(archive)
    monkeypatch.setattr(Archive, "forget_traces", lambda _: forgotten.append(True))
    assert publish_due(archive) == 1
    assert forgotten
    assert list(archive.index.cases) == [1], "searches find it at once"
    assert publish_due(archive) == 0
    assert len(forgotten) == 1
