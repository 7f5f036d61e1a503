"""Steps that several tests of the verbs walk: hand in, finish, approve, publish."""

from dataclasses import replace
from typing import Any

from api.archive import Archive
from api.identity import CONTRIBUTOR, Caller, reviewer
from api.workflow import review
from api.workflow.publish import publish
from api.workflow.redact import redact_or_hold
from api.workflow.submit import Receipt, submit
from corpus.model.case import NATIONAL, Case
from corpus.model.submission import Consent, Submission, SubmissionState
from tests.factories import a_case, a_discussion

ROSA, SAM = reviewer(1), reviewer(2)
WHY = "Nothing in it points to one school or one child."


def hand_in(
    archive: Archive,
    *,
    by: Caller = CONTRIBUTOR,
    audience: str = NATIONAL,
    quote_verbatim: bool = False,
    **options: Any,
) -> Receipt:
    with archive.writing(by) as call:
        receipt = submit(call, a_discussion(), consent=Consent(audience, quote_verbatim), **options)
    redact_or_hold(archive, receipt.submission_id)
    return receipt


def finish(archive: Archive, submission_id: int, case: Case | None = None) -> None:
    with archive.writing(ROSA) as call:
        review.edit_draft(call, submission_id, case or a_case())


def approve(archive: Archive, submission_id: int, by: Caller = ROSA) -> None:
    with archive.writing(by) as call:
        review.approve(call, submission_id, WHY)


def make_public(archive: Archive, submission_id: int) -> int:
    with archive.writing(ROSA) as call:
        number = publish(call, submission_id).number
    archive.forget_traces()
    archive.catch_up()
    return number


def published(archive: Archive, case: Case | None = None, **options: Any) -> tuple[Receipt, int]:
    receipt = hand_in(archive, **options)
    finish(archive, receipt.submission_id, case)
    approve(archive, receipt.submission_id)
    return receipt, make_public(archive, receipt.submission_id)


def submission(archive: Archive, submission_id: int) -> Submission:
    with archive.reading(ROSA) as call:
        return call.intake.submission(submission_id)


def state(archive: Archive, receipt: Receipt) -> SubmissionState:
    return submission(archive, receipt.submission_id).state


def titled(words: str) -> Case:
    """A finished case whose title holds these words."""
    return replace(a_case(), title=words)
