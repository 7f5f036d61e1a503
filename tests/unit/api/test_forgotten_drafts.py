"""What has ended keeps no words: redaction and draft go with it, and all that read them go on working."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR
from api.workflow import receipts, review
from api.workflow.desk import open_desk
from api.workflow.merge import merge_cases
from api.workflow.recall import forget_drafts, recall
from api.workflow.redact import end_stale, redact_or_hold
from api.workflow.submit import Receipt, submit
from api.workflow.withdraw import withdraw_case, withdraw_submission
from corpus.errors import MoveNotAllowed
from corpus.model.case import NATIONAL
from corpus.model.submission import Consent, SubmissionState
from tests.conftest import Clock
from tests.factories import a_case, a_discussion
from tests.unit.api.journeys import ROSA, approve, make_public, published, submission, titled

MISSED = "Zorvanetta"
"""A name that the redactor does not know."""


def _under_review(archive: Archive) -> Receipt:
    with archive.writing(CONTRIBUTOR) as call:
        receipt = submit(call, a_discussion(f"{MISSED} hit him. We called home."), consent=Consent(NATIONAL))
    redact_or_hold(archive, receipt.submission_id)
    return receipt


def _decline(archive: Archive, receipt: Receipt) -> None:
    with archive.writing(ROSA) as call:
        review.decline(call, receipt.submission_id, "It is still going on; come back.")


def _withdraw(archive: Archive, receipt: Receipt) -> None:
    with archive.writing(CONTRIBUTOR) as call:
        withdraw_submission(call, receipt.code)


def _expire(archive: Archive, _receipt: Receipt) -> None:
    archive.clock.pass_by(timedelta(days=31))
    with archive.writing(OPERATOR) as call:
        end_stale(call)


def _forget(archive: Archive) -> int:
    with archive.writing(OPERATOR) as call:
        return forget_drafts(call)


def _words_kept(archive: Archive, submission_id: int) -> bool:
    kept = submission(archive, submission_id)
    return kept.redaction is not None or kept.draft is not None


@pytest.mark.usefixtures("on_sqlite")
@pytest.mark.parametrize("end", [_decline, _withdraw, _expire])
def test_nothing_of_what_was_missed_is_on_the_disk_once_it_has_ended(archive: Archive, end) -> None:
    receipt = _under_review(archive)
    files = [archive.settings.folder / name for name in ("precedent.db", "precedent.db-wal")]
    assert any(MISSED.encode() in file.read_bytes() for file in files if file.exists())
    end(archive, receipt)
    archive.forget_traces()
    assert not any(MISSED.encode() in file.read_bytes() for file in files if file.exists())
    with archive.writing(ROSA) as call:
        desk = open_desk(call, receipt.submission_id)
        assert (desk.risk, desk.original) == (None, None)
        with pytest.raises(MoveNotAllowed, match="no longer kept"):
            _ = desk.draft
    with archive.reading(CONTRIBUTOR) as call:
        assert receipts.standing(call, receipt.code).submission.state.value in {"declined", "withdrawn", "expired"}


def test_the_reason_of_a_declined_submission_is_still_told(archive: Archive) -> None:
    receipt = _under_review(archive)
    _decline(archive, receipt)
    with archive.reading(CONTRIBUTOR) as call:
        notes = receipts.standing(call, receipt.code).notes
        assert [note.note for note in notes] == ["It is still going on; come back."]
        assert len(call.intake.waits()) == 1


def test_a_published_draft_goes_when_it_can_no_longer_be_recalled(archive: Archive, clock: Clock) -> None:
    receipt, number = published(archive)
    clock.pass_by(timedelta(hours=23))
    assert _forget(archive) == 0
    with archive.writing(ROSA) as call:
        recall(call, number)
    clock.pass_by(timedelta(days=3))
    assert _forget(archive) == 0
    approve(archive, receipt.submission_id)
    assert make_public(archive, receipt.submission_id) == number
    clock.pass_by(timedelta(hours=25))
    assert (_forget(archive), _forget(archive)) == (1, 0)
    assert not _words_kept(archive, receipt.submission_id)
    with archive.writing(ROSA) as call, pytest.raises(MoveNotAllowed):
        recall(call, number)


def test_the_title_of_a_case_is_told_by_receipt_when_its_draft_has_gone(archive: Archive, clock: Clock) -> None:
    receipt, number = published(archive, titled("A dare in the bathrooms that a clip made known"))
    clock.pass_by(timedelta(hours=25))
    assert _forget(archive) == 1
    with archive.reading(CONTRIBUTOR) as call:
        assert receipts.standing(call, receipt.code).titles == {
            number: "A dare in the bathrooms that a clip made known"
        }
    _withdraw(archive, receipt)
    with archive.reading(CONTRIBUTOR) as call:
        assert receipts.standing(call, receipt.code).titles == {}
        assert call.casebook.is_gone(number)


def test_what_an_older_version_or_a_backup_left_behind_goes_too(archive: Archive) -> None:
    receipt = _under_review(archive)
    with archive.writing(OPERATOR) as call:
        call.session.execute(text("update submissions set state = 'withdrawn'"))
    assert _forget(archive) == 1
    assert not _words_kept(archive, receipt.submission_id)


def test_a_withdrawn_case_takes_the_words_of_its_submissions_along(archive: Archive) -> None:
    receipt, number = published(archive)
    with archive.writing(ROSA) as call:
        withdraw_case(call, number)
    assert not _words_kept(archive, receipt.submission_id)


def test_old_cases_that_are_merged_can_not_be_recalled_without_their_words(archive: Archive, clock: Clock) -> None:
    (_, first), (_, second) = published(archive), published(archive, replace(a_case(), title="Another dare of theirs"))
    clock.pass_by(timedelta(hours=25))
    assert _forget(archive) == 2
    with archive.writing(ROSA) as call:
        merge_cases(call, first, second)
    with archive.writing(ROSA) as call, pytest.raises(MoveNotAllowed, match="no longer kept"):
        recall(call, second)
    assert {known.state for known in (submission(archive, 1), submission(archive, 2))} == {SubmissionState.PUBLISHED}
