"""A backup is put back: what had ended since ends again, what changed since waits for a look, no number comes twice."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR, VISITOR
from api.workflow import review
from api.workflow.end_again import end_again
from api.workflow.merge import merge_cases
from api.workflow.redact import redact_or_hold
from api.workflow.search import search
from api.workflow.withdraw import flag, withdraw_case, withdraw_submission
from corpus import audit
from corpus.backup import back_up, restore
from corpus.casebook.store import CaseState
from corpus.errors import CaseNotFound
from corpus.model.case import NATIONAL
from corpus.model.submission import SubmissionState
from tests.factories import a_case
from tests.fakes import FakeIndex
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, make_public, published, state, titled

pytestmark = pytest.mark.usefixtures("on_sqlite")

GoBack = Callable[[], bool]


@pytest.fixture
def back_up_now(archive: Archive, engine: Engine, tmp_path: Path) -> Callable[[], GoBack]:
    """Makes a backup, and gives what puts it back and ends again; True where the database had gone back."""
    database, backup = tmp_path / "precedent.db", tmp_path / "backup.db"

    def now() -> GoBack:
        back_up(database, backup)
        return go_back

    def go_back() -> bool:
        engine.dispose()
        restore(backup, database)
        archive.index = FakeIndex()
        went_back = end_again(archive, old_lines=True)
        archive.catch_up()
        return went_back

    return now


def _case_state(archive: Archive, number: int) -> CaseState:
    with archive.reading(ROSA) as call:
        return call.casebook.state(number)


def _is_gone(archive: Archive, number: int) -> bool:
    with archive.reading(ROSA) as call:
        return call.casebook.is_gone(number)


def _found(archive: Archive) -> list[int]:
    return [precedent.case.number for precedent in search(archive, VISITOR, "bathroom dare").precedents]


def _end(archive: Archive, act: Callable[..., object], *what: object) -> None:
    with archive.writing(CONTRIBUTOR if act is withdraw_submission else ROSA) as call:
        act(call, *what)
    archive.forget_traces()
    archive.catch_up()


def test_a_case_withdrawn_since_is_withdrawn_again(archive: Archive, back_up_now) -> None:
    (receipt, number), (_, other) = published(archive), published(archive, titled("Another dare in a bathroom"))
    go_back = back_up_now()
    _end(archive, withdraw_case, number)
    assert go_back()
    assert _is_gone(archive, number)
    assert _found(archive) == [other]
    assert state(archive, receipt) is not SubmissionState.PUBLISHED


def test_a_submission_taken_back_since_is_taken_back_again_with_its_case(archive: Archive, back_up_now) -> None:
    receipt, number = published(archive)
    waiting = hand_in(archive, idempotency_key="another-key-of-mine")
    go_back = back_up_now()
    _end(archive, withdraw_submission, receipt.code)
    _end(archive, withdraw_submission, waiting.code)
    go_back()
    assert (state(archive, receipt), state(archive, waiting)) == (SubmissionState.WITHDRAWN,) * 2
    assert _is_gone(archive, number)
    assert _found(archive) == []


def test_what_was_published_since_waits_for_a_reviewer_without_its_original_text(archive: Archive, back_up_now) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id, titled("A dare that a clip made known"))
    approve(archive, receipt.submission_id)
    go_back = back_up_now()
    lost = make_public(archive, receipt.submission_id)
    go_back()
    assert state(archive, receipt) is SubmissionState.IN_REVIEW
    with archive.reading(ROSA) as call:
        assert not call.intake.is_sealed(receipt.submission_id)
    approve(archive, receipt.submission_id)
    assert make_public(archive, receipt.submission_id) > lost


def test_what_was_declined_since_is_over(archive: Archive, back_up_now) -> None:
    receipt = hand_in(archive)
    go_back = back_up_now()
    _end(archive, review.decline, receipt.submission_id, "It is still going on.")
    go_back()
    assert state(archive, receipt) is SubmissionState.WITHDRAWN
    with archive.reading(ROSA) as call:
        assert call.intake.submission(receipt.submission_id).draft is None


@pytest.mark.parametrize("words", ["hidden", "reworded"])
def test_a_case_hidden_or_worded_anew_since_waits_for_a_look(archive: Archive, back_up_now, words: str) -> None:
    _, number = published(archive)
    go_back = back_up_now()
    with archive.writing(ROSA) as call:
        if words == "hidden":
            flag(call, number)
        else:
            call.casebook.revise(
                replace(call.casebook.case(number, (), any_state=True), title="Said less"), at=call.now
            )
    archive.catch_up()
    go_back()
    assert _case_state(archive, number) is CaseState.HIDDEN
    assert _found(archive) == []


def test_no_number_is_given_a_second_time(archive: Archive, back_up_now) -> None:
    go_back = back_up_now()
    receipt, number = published(archive)
    _end(archive, withdraw_case, number)
    late = hand_in(archive, idempotency_key="another-key-of-mine")
    archive.note_endings()
    go_back()
    again, second = published(archive, idempotency_key="a-third-key-of-mine")
    assert again.submission_id > late.submission_id > receipt.submission_id
    assert second > number
    assert _is_gone(archive, number)


def test_the_tombstone_of_a_case_that_the_backup_never_knew_is_nobodys(archive: Archive, back_up_now) -> None:
    go_back = back_up_now()
    _, number = published(archive)
    _end(archive, withdraw_case, number)
    go_back()
    with archive.reading(VISITOR) as call, pytest.raises(CaseNotFound):
        call.casebook.case(number, call.caller.audiences)
    with archive.reading(VISITOR) as call:
        assert call.casebook.tombstone(number, call.caller.audiences) is None


def test_what_stood_all_the_time_stays_and_nothing_happens_twice(archive: Archive, back_up_now) -> None:
    receipt, number = published(archive)
    waiting = hand_in(archive, idempotency_key="another-key-of-mine")
    go_back = back_up_now()
    assert not go_back()
    assert not end_again(archive)
    assert _found(archive) == [number]
    assert state(archive, receipt) is SubmissionState.PUBLISHED
    assert state(archive, waiting) is SubmissionState.IN_REVIEW


def test_a_stranger_of_the_same_number_is_left_alone(archive: Archive) -> None:
    waiting = hand_in(archive)
    archive.ledger.note(submissions=[(waiting.submission_id, "0" * 12)], over=[(waiting.submission_id, "0" * 12)])
    end_again(archive)
    assert state(archive, waiting) is SubmissionState.IN_REVIEW


def test_lines_of_an_older_archive_hide_at_a_start_and_end_after_a_restore(archive: Archive, tmp_path: Path) -> None:
    _, number = published(archive)
    waiting = hand_in(archive, idempotency_key="another-key-of-mine")
    (tmp_path / "ended.log").write_text(f"case {number}\nsubmission {waiting.submission_id}\n")
    end_again(archive)
    assert _case_state(archive, number) is CaseState.HIDDEN
    assert state(archive, waiting) is SubmissionState.IN_REVIEW
    (tmp_path / "ended.log").write_text(f"case {number}\nsubmission {waiting.submission_id}\n")
    end_again(archive, old_lines=True)
    assert _is_gone(archive, number)
    assert state(archive, waiting) is SubmissionState.WITHDRAWN


def test_an_ending_leaves_a_line_in_the_audit_trail(archive: Archive, back_up_now) -> None:
    receipt, number = published(archive)
    go_back = back_up_now()
    _end(archive, withdraw_case, number)
    go_back()
    with archive.reading(OPERATOR) as call:
        assert "end again" in [row.action for row in audit.trail(call.session, f"submission:{receipt.submission_id}")]
        assert ("operator", "withdraw") in [
            (row.actor, row.action) for row in audit.trail(call.session, f"case:{number}")
        ]


def test_a_case_that_loses_words_again_and_was_worded_anew_since_waits_for_a_look(
    archive: Archive, back_up_now
) -> None:
    (_, first), (receipt, second) = published(archive), published(archive, titled("Another dare in a bathroom"))
    with archive.writing(ROSA) as call:
        merge_cases(call, second, first)
    archive.catch_up()
    go_back = back_up_now()
    _end(archive, withdraw_submission, receipt.code)
    with archive.writing(ROSA) as call:
        call.casebook.revise(replace(call.casebook.case(first, (), any_state=True), title="Said less"), at=call.now)
        call.casebook.show(first, at=call.now)
    archive.catch_up()
    go_back()
    assert _case_state(archive, first) is CaseState.HIDDEN
    assert _found(archive) == []


def _put_starter(archive: Archive, digest: str) -> int:
    with archive.writing(OPERATOR) as call:
        call.casebook.put_starter(a_case(7), audience=NATIONAL, digest=digest, at=call.now)
    archive.catch_up()
    return 7


def test_a_number_that_only_the_ledger_knows_is_not_given_again(archive: Archive, back_up_now) -> None:
    go_back = back_up_now()
    with archive.writing(OPERATOR) as call:
        lost = call.casebook.add(a_case(), audience=NATIONAL, at=call.now).number
    archive.catch_up()
    assert go_back()
    assert published(archive)[1] > lost


def test_once_nothing_is_left_to_end_a_start_only_reads(archive: Archive, back_up_now) -> None:
    _, number = published(archive)
    with archive.writing(ROSA) as call:
        flag(call, number)
    archive.catch_up()
    go_back = back_up_now()
    with archive.writing(ROSA) as call:
        call.casebook.revise(replace(call.casebook.case(number, (), any_state=True), title="Said less"), at=call.now)
    archive.catch_up()
    assert go_back()
    assert not end_again(archive), "the hidden case needs no second hiding"


def test_old_lines_are_not_held_against_the_same_database_at_every_start(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, number = published(archive)
    written: list[bool] = []
    monkeypatch.setattr(Archive, "forget_traces", lambda _: written.append(True))
    for _ in range(2):
        (tmp_path / "ended.log").write_text(f"case {number}\n")
        end_again(archive)
    assert len(written) == 1


def test_the_old_line_of_a_published_submission_ends_nothing(archive: Archive, tmp_path: Path) -> None:
    receipt, number = published(archive)
    (tmp_path / "ended.log").write_text(f"submission {receipt.submission_id}\n")
    end_again(archive, old_lines=True)
    assert state(archive, receipt) is SubmissionState.PUBLISHED
    assert _found(archive) == [number]


@pytest.mark.parametrize("hidden", [False, True])
def test_a_starter_whose_file_changed_since_stays_and_one_that_was_doubted_waits(
    archive: Archive, back_up_now, hidden: bool
) -> None:
    number = _put_starter(archive, "a1a1")
    go_back = back_up_now()
    _put_starter(archive, "b2b2")
    if hidden:
        _end(archive, flag, number)
    go_back()
    assert _case_state(archive, number) is (CaseState.HIDDEN if hidden else CaseState.PUBLISHED)


def test_what_was_not_redacted_yet_and_published_since_has_nothing_left_to_review(
    archive: Archive, back_up_now
) -> None:
    archive.redactor.broken = True
    receipt = hand_in(archive)
    archive.redactor.broken = False
    go_back = back_up_now()
    redact_or_hold(archive, receipt.submission_id)
    finish(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    make_public(archive, receipt.submission_id)
    go_back()
    assert state(archive, receipt) is SubmissionState.WITHDRAWN
