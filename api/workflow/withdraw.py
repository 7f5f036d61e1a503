"""Withdraw: a contributor takes a submission back, a reader's doubt hides a case, a steward removes one for good."""

from api.archive import Call
from api.identity import Right
from api.workflow.submit import receipt_digest
from corpus.casebook.store import CaseState, Tombstone
from corpus.model.submission import ENDED, Submission, SubmissionState

WITHDRAWN = "withdrawn"


def by_receipt(call: Call, receipt: str) -> Submission:
    """The submission that a receipt belongs to; raises ReceiptNotFound."""
    return call.intake.by_receipt(receipt_digest(receipt))


def withdraw_submission(call: Call, receipt: str) -> Submission:
    """Takes back a submission in any state, with its case where it became one.

    Raises ReceiptNotFound, MoveNotAllowed when it has ended otherwise. The caller commits, then forgets traces and
    catches up.
    """
    submission = by_receipt(call, receipt)
    published = submission.state is SubmissionState.PUBLISHED
    call.intake.move(submission.id, SubmissionState.WITHDRAWN, at=call.now)
    call.record("withdraw", f"submission:{submission.id}")
    if published and submission.case_number is not None:
        _remove(call, submission.case_number)
    return call.intake.submission(submission.id)


def withdraw_case(call: Call, number: int) -> Tombstone:
    """Removes a case for good and leaves a tombstone; raises CaseNotFound."""
    call.caller.require(Right.REVIEW)
    for submission_id in call.intake.of_case(number):
        if call.intake.submission(submission_id).state not in ENDED - {SubmissionState.PUBLISHED}:
            call.intake.move(submission_id, SubmissionState.WITHDRAWN, at=call.now)
    return _remove(call, number)


def flag(call: Call, number: int) -> None:
    """A reader's "this could identify someone": hides the case at once until somebody has looked."""
    call.casebook.case(number, call.caller.audiences)
    call.casebook.hide(number, at=call.now)
    call.record("flag", f"case:{number}")


def unhide(call: Call, number: int) -> None:
    """Puts a hidden case back after a look; does nothing to one in sight."""
    call.caller.require(Right.REVIEW)
    if call.casebook.state(number) is CaseState.HIDDEN:
        call.casebook.show(number, at=call.now)
        call.record("show", f"case:{number}")


def _remove(call: Call, number: int) -> Tombstone:
    stone = call.casebook.withdraw(number, reason=WITHDRAWN, at=call.now)
    call.record("withdraw", f"case:{number}")
    return stone
