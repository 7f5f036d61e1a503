"""Recall: soon after publication a case goes back to review, from its redacted text alone; the raw one is gone."""

from dataclasses import replace
from datetime import datetime, timedelta

from api.archive import Call
from api.identity import Right
from api.workflow.review import void_approvals
from corpus.errors import MoveNotAllowed
from corpus.model.submission import Submission, SubmissionState

RECALLED_WITHIN = timedelta(hours=24)


def recall(call: Call, number: int) -> int:
    """Reopens what was published last in a case, and returns its submission's id.

    A case that stands on it is hidden and keeps its code; one that was there before goes back to how it stood.
    Raises CaseNotFound, MoveNotAllowed after 24 hours, for a case that nobody handed in and for a fresh merge of cases
    whose redacted texts have gone. The caller commits, then calls `archive.catch_up()`.
    """
    call.caller.require(Right.REVIEW)
    case = call.casebook.case(number, (), any_state=True)
    submission = _last_published(call, number)
    if call.now - _published_at(call, number, submission) > RECALLED_WITHIN:
        raise MoveNotAllowed("It was published more than 24 hours ago. Hide or withdraw the case instead.")
    if submission.redaction is None:
        raise MoveNotAllowed("Its redacted text is no longer kept. Hide or withdraw the case instead.")
    call.intake.move(submission.id, SubmissionState.IN_REVIEW, at=call.now)
    call.follow_ups.forget_submission(submission.id)
    call.intake.keep_draft(submission.id, replace(case, redacted_discussion=""), at=call.now)
    if call.casebook.revisions(number, before=submission.case_revision):
        call.intake.link_case(submission.id, None, None)
        call.casebook.rewind(number, submission.case_revision or 1, at=call.now)
    else:
        call.casebook.hide(number, at=call.now)
    void_approvals(call, submission.id)
    call.record("recall", f"case:{number}")
    call.record("recall", f"submission:{submission.id}")
    return submission.id


def forget_drafts(call: Call) -> int:
    """Drops redaction and draft of what has ended, of the published once it can't be recalled; returns how many.

    Only redacted words stand there, but whatever the redaction missed stands there too.
    """
    over = [submission.id for submission in call.endings.still_drafted() if not _recallable(call, submission)]
    for submission_id in over:
        call.endings.forget_draft(submission_id)
        call.record("forget draft", f"submission:{submission_id}")
    return len(over)


def _recallable(call: Call, submission: Submission) -> bool:
    number = submission.case_number
    if submission.state is not SubmissionState.PUBLISHED or number is None or call.casebook.is_gone(number):
        return False
    return call.now - _published_at(call, number, submission) <= RECALLED_WITHIN


def _last_published(call: Call, number: int) -> Submission:
    linked = (call.intake.submission(submission_id) for submission_id in call.intake.of_case(number))
    standing = [known for known in linked if known.state is SubmissionState.PUBLISHED]
    if not standing:
        raise MoveNotAllowed("Nothing that was handed in stands in this case, so there is nothing to recall.")
    return max(standing, key=lambda known: (known.case_revision or 0, known.id))


def _published_at(call: Call, number: int, submission: Submission) -> datetime:
    times = {case.revision: at for case, at in call.casebook.revisions(number)}
    return times.get(submission.case_revision or 1, min(times.values()))
