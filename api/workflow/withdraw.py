"""Withdraw: a contributor takes a submission back, a reader's doubt hides a case, a steward removes one for good."""

from datetime import datetime

from api.archive import Call
from api.identity import Right
from api.workflow.submit import receipt_digest
from corpus.casebook.store import CaseState
from corpus.casebook.tombstone import Tombstone
from corpus.errors import MoveNotAllowed
from corpus.model.case import Case
from corpus.model.submission import ENDED, Submission, SubmissionState

WITHDRAWN = "withdrawn"


def by_receipt(call: Call, receipt: str) -> Submission:
    """The submission that a receipt belongs to; raises ReceiptNotFound."""
    return call.intake.by_receipt(receipt_digest(receipt))


def withdraw_submission(call: Call, receipt: str) -> Submission:
    """Takes back a submission in any state, with all its parts, and its words out of every case.

    Raises ReceiptNotFound, MoveNotAllowed when it has ended otherwise. The caller commits, then forgets traces and
    catches up.
    """
    submission = by_receipt(call, receipt)
    everything = call.intake.with_parts(submission.id)
    ended = ENDED - {SubmissionState.PUBLISHED}
    for part in [part for part in everything if part.state not in ended] or [submission]:
        call.intake.move(part.id, SubmissionState.WITHDRAWN, at=call.now)
        call.record("withdraw", f"submission:{part.id}")
        take_out(call, part)
    return call.intake.submission(submission.id)


def take_out(call: Call, submission: Submission) -> None:
    """Takes a submission's words out of its case: the whole case where it stands on them, else as it was before.

    A case that lost more than those words is hidden until a reviewer has looked.
    """
    number, revision = submission.case_number, submission.case_revision
    if number is None or revision is None or call.casebook.is_gone(number):
        return
    call.follow_ups.forget_submission(submission.id)
    if call.casebook.revisions(number, before=revision):
        call.casebook.rewind(number, revision, at=call.now)
        call.record("take out", f"case:{number}")
    else:
        _remove(call, number)


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


def hidden(call: Call) -> list[tuple[Case, datetime]]:
    """Cases that a reader doubted and that wait for a look, and since when; recalled ones wait in the queue instead."""
    call.caller.require(Right.REVIEW)
    return [(case, since) for case, since in call.casebook.hidden() if not is_recalled(call, case.number)]


def is_recalled(call: Call, number: int) -> bool:
    """Whether something that was handed in for the case is under review again."""
    return any(call.intake.submission(known).state not in ENDED for known in call.intake.of_case(number))


def unhide(call: Call, number: int) -> None:
    """Puts a hidden case back after a look; does nothing to one in sight. Raises MoveNotAllowed for a recalled one."""
    call.caller.require(Right.REVIEW)
    if is_recalled(call, number):
        raise MoveNotAllowed("The case was recalled and is under review. Publish it from there.")
    if call.casebook.state(number) is CaseState.HIDDEN:
        call.casebook.show(number, at=call.now)
        call.record("show", f"case:{number}")


def _remove(call: Call, number: int) -> Tombstone:
    stone = call.casebook.withdraw(number, reason=WITHDRAWN, at=call.now)
    call.record("withdraw", f"case:{number}")
    return stone
