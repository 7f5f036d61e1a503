"""The verbs on a real database with fake engines: the whole life of a submission."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR, VISITOR
from api.workflow import review
from api.workflow.desk import open_desk, queue
from api.workflow.publish import publish, publish_due
from api.workflow.redact import end_stale, redact_held
from api.workflow.search import search
from api.workflow.submit import Receipt, preview, submit
from api.workflow.withdraw import flag, unhide, withdraw_case, withdraw_submission
from corpus import audit
from corpus.errors import (
    AccessDenied,
    BadInput,
    CaseNotFound,
    ClaimedByAnother,
    ConsentMissing,
    InvalidCase,
    InvalidQuery,
    KeyUnavailable,
    MoveNotAllowed,
    ReceiptNotFound,
)
from corpus.model.case import NATIONAL
from corpus.model.redaction import Corrections
from corpus.model.submission import Consent, SubmissionState
from corpus.model.taxonomy import Level, Setting, SizeBand
from tests.conftest import Clock
from tests.factories import a_case, a_discussion
from tests.unit.api.journeys import ROSA, SAM, WHY, approve, hand_in, make_public, published

CONSENT = Consent(NATIONAL)
RAW = (b"Jaylen", b"Okafor", b"Riverbend", b"Dana Whitfield")


def _finish_draft(archive: Archive, submission_id: int, **facets: object) -> None:
    with archive.writing(ROSA) as call:
        case = a_case()
        review.edit_draft(call, submission_id, replace(case, facets=replace(case.facets, **facets)))


def _state(archive: Archive, receipt: Receipt) -> SubmissionState:
    with archive.reading(OPERATOR) as call:
        return call.intake.submission(receipt.submission_id).state


def _every_byte(archive: Archive) -> bytes:
    return b"".join(path.read_bytes() for path in archive.settings.folder.rglob("*") if path.is_file())


def test_a_preview_stores_nothing(archive: Archive) -> None:
    shown = preview(archive, a_discussion())
    assert "Jaylen" not in shown.redaction.text
    with archive.reading(OPERATOR) as call:
        assert queue(call) == []


def test_without_consent_nothing_is_stored(archive: Archive) -> None:
    with pytest.raises(ConsentMissing), archive.writing(CONTRIBUTOR) as call:
        submit(call, a_discussion(), consent=None)
    with archive.reading(OPERATOR) as call:
        assert call.intake.counts() == {}


@pytest.mark.parametrize("words", ["   ", "x" * 400_001])
def test_an_empty_or_endless_discussion_is_refused(archive: Archive, words: str) -> None:
    with pytest.raises(BadInput):
        preview(archive, a_discussion(words))


def test_raw_text_is_on_the_disk_only_as_ciphertext_and_then_not_at_all(archive: Archive) -> None:
    receipt = hand_in(archive)
    assert not [word for word in RAW if word in _every_byte(archive)]
    with archive.reading(OPERATOR) as call:
        assert "Jaylen" in call.intake.raw(receipt.submission_id).discussion.plain_text
        wrapped = call.session.execute(text("select wrapped_key from submissions")).scalar_one()
    _finish_draft(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    make_public(archive, receipt.submission_id)
    with archive.reading(OPERATOR) as call, pytest.raises(KeyUnavailable):
        call.intake.raw(receipt.submission_id)
    assert wrapped not in _every_byte(archive)


def test_a_published_case_is_found_and_a_withdrawn_one_is_gone_at_once(archive: Archive) -> None:
    receipt, number = published(archive)
    assert [p.case.number for p in search(archive, VISITOR, "bathroom dare").precedents] == [number]
    with archive.writing(CONTRIBUTOR) as call:
        withdraw_submission(call, receipt.code)
    assert search(archive, VISITOR, "bathroom dare").precedents == ()
    assert _state(archive, receipt) is SubmissionState.WITHDRAWN


def test_a_lingering_index_entry_never_brings_a_withdrawn_case_back(archive: Archive) -> None:
    _, number = published(archive)
    lingering = dict(archive.index.cases)
    with archive.writing(ROSA) as call:
        withdraw_case(call, number)
    archive.catch_up()
    archive.index.cases.update(lingering)
    assert search(archive, VISITOR, "bathroom dare").precedents == ()


def test_a_crash_between_commit_and_index_costs_nothing(archive: Archive) -> None:
    receipt = hand_in(archive)
    _finish_draft(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    with archive.writing(ROSA) as call:
        publish(call, receipt.submission_id)
    assert len(search(archive, VISITOR, "bathroom dare").precedents) == 1


def test_a_double_click_makes_one_submission_with_one_receipt(archive: Archive) -> None:
    first, second = (hand_in(archive, idempotency_key="k" * 20) for _ in range(2))
    assert (first.code, first.submission_id) == (second.code, second.submission_id)
    with archive.writing(CONTRIBUTOR) as call:
        other = submit(call, a_discussion("Another text of ours."), consent=CONSENT, idempotency_key="k" * 20)
    assert other.code != first.code


def test_ten_clicks_at_once_make_one_submission_with_one_receipt(archive: Archive) -> None:
    with ThreadPoolExecutor(10) as pool:
        receipts = set(pool.map(lambda _: hand_in(archive, idempotency_key="k" * 20).code, range(10)))
    assert len(receipts) == 1
    with archive.reading(OPERATOR) as call:
        assert sum(call.intake.counts().values()) == 1


def test_redaction_that_breaks_holds_the_submission_and_nothing_is_lost(archive: Archive) -> None:
    archive.redactor.broken = True
    receipt = hand_in(archive)
    assert _state(archive, receipt) is SubmissionState.HELD
    with archive.writing(ROSA) as call, pytest.raises(MoveNotAllowed):
        review.approve(call, receipt.submission_id, WHY)
    archive.redactor.broken = False
    assert redact_held(archive) == 1
    assert _state(archive, receipt) is SubmissionState.IN_REVIEW


def test_a_correction_hides_more_and_a_broken_one_leaves_what_was(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        redaction = review.correct(call, receipt.submission_id, Corrections(hide=("restrooms",)))
    assert "restrooms" not in redaction.text
    with archive.reading(ROSA) as call:
        assert call.intake.raw(receipt.submission_id).corrections.hide == ("restrooms",)


def test_what_a_reviewer_types_is_redacted_too(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        draft = review.edit_draft(call, receipt.submission_id, a_case(outcome_text="Jaylen came back to class."))
        review.send_back(call, receipt.submission_id, "Was Jaylen there?")
        assert "Jaylen" not in draft.outcome_text
        assert "Jaylen" not in call.intake.reviews(receipt.submission_id)[0].note


def test_an_unfinished_draft_names_what_is_missing(archive: Archive) -> None:
    receipt = hand_in(archive)
    with pytest.raises(InvalidCase) as caught, archive.writing(ROSA) as call:
        review.approve(call, receipt.submission_id, WHY)
    assert set(caught.value.problems) == {"title", "facets.topic"}


def test_approval_wants_the_forced_sentence(archive: Archive) -> None:
    receipt = hand_in(archive)
    _finish_draft(archive, receipt.submission_id)
    with pytest.raises(InvalidCase, match="parent"), archive.writing(ROSA) as call:
        review.approve(call, receipt.submission_id, "fine")


def test_amber_needs_two_different_reviewers(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        review.edit_draft(call, receipt.submission_id, a_case(outcome_text="It cost $4,350 in all."))
    approve(archive, receipt.submission_id, ROSA)
    approve(archive, receipt.submission_id, ROSA)
    with pytest.raises(MoveNotAllowed, match="second reviewer"), archive.writing(ROSA) as call:
        publish(call, receipt.submission_id)
    approve(archive, receipt.submission_id, SAM)
    assert make_public(archive, receipt.submission_id)


def test_red_is_never_approved(archive: Archive) -> None:
    receipt = hand_in(archive)
    _finish_draft(archive, receipt.submission_id, level=Level.PREK, setting=Setting.RURAL, size=SizeBand.TO_1999)
    with pytest.raises(MoveNotAllowed, match="red"), archive.writing(ROSA) as call:
        review.approve(call, receipt.submission_id, WHY)


def test_an_edit_after_approval_asks_for_approval_again(archive: Archive) -> None:
    receipt = hand_in(archive)
    _finish_draft(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    with archive.writing(ROSA) as call:
        review.edit_draft(call, receipt.submission_id, a_case(title="Another title for the bathroom dare case here"))
    with pytest.raises(MoveNotAllowed), archive.writing(ROSA) as call:
        publish(call, receipt.submission_id)


def test_two_reviewers_do_not_work_on_one_submission(archive: Archive, clock: Clock) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        review.claim(call, receipt.submission_id)
    with pytest.raises(ClaimedByAnother), archive.writing(SAM) as call:
        review.claim(call, receipt.submission_id)
    clock.pass_by(review.CLAIM_LASTS + timedelta(seconds=1))
    with archive.writing(SAM) as call:
        review.claim(call, receipt.submission_id)


def test_a_declined_submission_has_lost_its_key(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        review.decline(call, receipt.submission_id, "It is still going on; come back when it is settled.")
    assert _state(archive, receipt) is SubmissionState.DECLINED
    with archive.reading(OPERATOR) as call, pytest.raises(KeyUnavailable):
        call.intake.raw(receipt.submission_id)


def test_the_quiet_period_is_waited_for(archive: Archive, clock: Clock) -> None:
    archive.settings = replace(archive.settings, quiet_hours=24)
    receipt = hand_in(archive)
    _finish_draft(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    assert publish_due(archive) == 0
    clock.pass_by(timedelta(hours=25))
    assert publish_due(archive) == 1


def test_what_nobody_decides_ends_by_itself(archive: Archive, clock: Clock) -> None:
    receipt = hand_in(archive)
    clock.pass_by(timedelta(days=31))
    with archive.writing(OPERATOR) as call:
        assert end_stale(call) == 1
    assert _state(archive, receipt) is SubmissionState.EXPIRED


def test_a_readers_doubt_hides_a_case_until_somebody_has_looked(archive: Archive) -> None:
    _, number = published(archive)
    with archive.writing(VISITOR) as call:
        flag(call, number)
    assert search(archive, VISITOR, "bathroom dare").precedents == ()
    with pytest.raises(CaseNotFound), archive.writing(VISITOR) as call:
        flag(call, number)
    with archive.writing(ROSA) as call:
        unhide(call, number)
    assert len(search(archive, VISITOR, "bathroom dare").precedents) == 1


def test_a_visitor_may_not_review(archive: Archive) -> None:
    receipt = hand_in(archive)
    for verb in (
        queue,
        lambda call: open_desk(call, receipt.submission_id),
        lambda call: review.approve(call, receipt.submission_id, WHY),
        lambda call: review.decline(call, receipt.submission_id, "no"),
        lambda call: withdraw_case(call, 1),
    ):
        with pytest.raises(AccessDenied), archive.writing(VISITOR) as call:
            verb(call)


def test_an_unknown_receipt_is_refused_and_a_known_one_is_read_as_people_type_it(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(CONTRIBUTOR) as call:
        with pytest.raises(ReceiptNotFound):
            withdraw_submission(call, "AAAA-BBBB-CCCC-DDDD")
        assert withdraw_submission(call, receipt.code.lower().replace("-", " ")).id == receipt.submission_id


def test_a_question_is_redacted_before_the_index_hears_it(archive: Archive) -> None:
    found = search(archive, VISITOR, "Jaylen Okafor and the bathroom")
    assert "Jaylen" not in found.asked
    assert len(found.removed) == 1
    assert not [heard for heard in archive.index.embedded if "Jaylen" in heard]


def test_a_question_that_could_not_be_redacted_is_answered_by_words_and_never_embedded(archive: Archive) -> None:
    published(archive)
    archive.redactor.broken = True
    found = search(archive, VISITOR, "Jaylen bathroom dare")
    assert len(found.precedents) == 1
    assert found.asked == ""
    assert not [heard for heard in archive.index.embedded if "Jaylen" in heard]


def test_an_endless_question_is_refused(archive: Archive) -> None:
    with pytest.raises(InvalidQuery):
        search(archive, VISITOR, "x" * 20_001)


def test_the_audit_trail_holds_ids_and_no_text(archive: Archive) -> None:
    receipt, _ = published(archive)
    with archive.reading(OPERATOR) as call:
        trail = audit.trail(call.session, f"submission:{receipt.submission_id}")
    assert [row.action for row in trail] == ["submit", "redact", "claim", "edit", "claim", "approve", "publish"]
    assert {row.actor for row in trail} == {"contributor", "operator", "reviewer:1"}
