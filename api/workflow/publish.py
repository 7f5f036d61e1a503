"""Publish: an approved submission becomes a case; its raw text's key is destroyed in the same transaction."""

from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
from api.parts import RedactsDiscussions
from api.workflow.desk import as_published
from api.workflow.merge import check_merge, merged
from api.workflow.redact import text_of
from api.workflow.review import approvals_needed, standing_approvals, unfinished
from corpus.case_prose import prose
from corpus.casebook.case_codes import code_of
from corpus.errors import ArchiveError, InvalidCase, MoveNotAllowed, RedactionIncomplete
from corpus.model.case import Case
from corpus.model.discussion import Discussion, plain_discussion
from corpus.model.redaction import Corrections, Redaction
from corpus.model.submission import Submission, SubmissionState

log = structlog.get_logger()


def publish(call: Call, submission_id: int) -> Case:
    """Burns the redaction in and files the case. The caller commits, then calls `archive.catch_up()`.

    Raises MoveNotAllowed before approval, before the second approval that an amber case needs and during the quiet
    period; RedactionIncomplete when a last look still finds somebody: it names kinds and placeholders, never the text.
    """
    call.ahead(lambda look: _to_read(look, submission_id), _look_once_more)
    _look_once_more(call.redactor, _to_read(call, submission_id))
    submission = call.intake.submission(submission_id)
    draft = _publishable(call, submission)
    case = _file(call, submission, draft)
    call.intake.link_case(submission_id, case.number, case.revision)
    call.intake.join_case(submission_id, None, None)
    call.follow_ups.plan(case.number, submission_id, published_at=call.now)
    call.intake.move(submission_id, SubmissionState.PUBLISHED, at=call.now)
    call.record("publish", f"submission:{submission_id}")
    call.record("publish", f"case:{case.number}")
    return case


def publish_due(archive: Archive) -> int:
    """Publishes every approved submission whose quiet period is over; returns how many.

    One that can't be published is left as it stands and logged; it holds no other up.
    """
    with archive.reading(OPERATOR) as call:
        approved = [submission.id for submission in call.intake.queue([SubmissionState.APPROVED])]
    published = 0
    for submission_id in approved:
        try:
            with archive.writing(OPERATOR) as call:
                publish(call, submission_id)
        except MoveNotAllowed:
            continue
        except ArchiveError as error:
            log.error("submission_not_published", submission=submission_id, reason=type(error).__name__)
            continue
        published += 1
    if published:
        archive.forget_traces()
        archive.catch_up()
    return published


def _publishable(call: Call, submission: Submission) -> Case:
    draft = as_published(submission)
    if submission.state is not SubmissionState.APPROVED or draft is None:
        raise MoveNotAllowed(f"Only an approved submission can be published; this one is {submission.state}.")
    if problems := unfinished(draft):
        raise InvalidCase(problems)
    approvals = standing_approvals(call.intake.reviews(submission.id))
    if len(approvals) < approvals_needed(draft):
        raise MoveNotAllowed("The risk is amber: a second reviewer has to approve it first.")
    quiet_until = approvals[-1].at + timedelta(hours=call.archive.settings.quiet_hours)
    if call.now < quiet_until:
        raise MoveNotAllowed("It was approved and is in its quiet period; it will be published when that is over.")
    return draft


def _file(call: Call, submission: Submission, case: Case) -> Case:
    """The case under its number: a new one, the recalled one that comes back, or the one that it is merged into."""
    if submission.joins is not None:
        check_merge(call, submission, submission.joins)
        return call.casebook.revise(merged(call, submission.joins, case), at=call.now)
    if submission.case_number is None:
        return call.casebook.add(case, audience=submission.consent.audience, at=call.now)
    back = call.casebook.revise(replace(case, code=code_of(submission.case_number)), at=call.now)
    call.casebook.show(back.number, at=call.now)
    return back


@dataclass(frozen=True)
class _ToRead:
    published: tuple[Discussion, ...]
    corrections: Corrections


def _to_read(call: Call, submission_id: int) -> _ToRead:
    """All that the case will say; raises what `publish` does before approval."""
    submission = call.intake.submission(submission_id)
    draft = _publishable(call, submission)
    published = [plain_discussion("\n".join(text for _, text in prose(draft)))]
    if submission.redaction and draft.redacted_discussion:
        published.append(submission.redaction.discussion)
    return _ToRead(tuple(published), text_of(call, submission_id).corrections)


def _look_once_more(redactor: RedactsDiscussions, to_read: _ToRead) -> None:
    for published in to_read.published:
        again = redactor.redact(published, to_read.corrections)
        if again.text != published.plain_text:
            raise RedactionIncomplete(
                f"A last look found something that may identify somebody: {_found(again, published)}. Word it "
                "otherwise in the draft, or say of the word that it names nobody and redact again."
            )


def _found(again: Redaction, published: Discussion) -> str:
    """Kinds and placeholders such as "person as [Person 1]"."""
    texts = [message.text for message in published.messages]
    changed = (one for one in again.mentions if texts[one.message][one.start : one.end] != one.placeholder)
    found = [f"{mention.kind.lower()} as {mention.placeholder}" for mention in changed]
    return ", ".join(dict.fromkeys(found))
