"""Receipts: what a contributor who comes back learns about a submission, answers, and changes before it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from statistics import median

from api.archive import Call
from api.identity import CONTRIBUTOR
from api.workflow.follow_up import asked
from api.workflow.redact import redact_words, words_ahead
from api.workflow.review import check_words
from api.workflow.withdraw import by_receipt
from corpus.errors import MoveNotAllowed
from corpus.intake.records import RawText
from corpus.model.case import Case
from corpus.model.follow_up import FollowUp
from corpus.model.redaction import Corrections
from corpus.model.submission import ANSWER, DECLINE, EDIT, RETURN, Review, Submission, SubmissionState

FEWEST_SHOWN = 5
"""No figure is made from fewer submissions than this."""


@dataclass(frozen=True)
class Standing:
    """Where a submission stands, and what was written between its reviewers and its contributor."""

    submission: Submission
    notes: tuple[Review, ...]
    """Questions and reasons of the reviewers, oldest first."""
    answers: tuple[Review, ...] = ()
    median_wait: timedelta | None = None
    """From handing in to the first decision, over all that were decided; None while they are too few."""

    follow_ups: tuple[FollowUp, ...] = ()
    """Asked and told, in order of time."""
    asked: FollowUp | None = None
    """What to ask the contributor now."""
    can_change: bool = False
    """Not while a recalled case is under review: its original text is gone."""
    reminds: bool = False
    """Whether an address to be reminded at is kept."""
    parts: tuple[Submission, ...] = ()
    """What a reviewer split from it; the receipt stands for them too."""
    titles: Mapping[int, str] = field(default_factory=dict)
    """Titles of its cases in sight by number: the drafts that they were made from are not kept."""

    @property
    def question(self) -> Review | None:
        """What waits for an answer."""
        waits = any(part.state is SubmissionState.NEEDS_YOU for part in (self.submission, *self.parts))
        return next((note for note in reversed(self.notes) if waits and note.decision == RETURN), None)


def standing(call: Call, receipt: str) -> Standing:
    """Raises ReceiptNotFound. Approvals are among reviewers and stay out."""
    submission = by_receipt(call, receipt)
    everything = call.intake.with_parts(submission.id)
    reviews = [review for part in everything for review in call.intake.reviews(part.id)]
    reviews.sort(key=lambda review: review.at)
    return Standing(
        submission=submission,
        notes=tuple(review for review in reviews if review.decision in {RETURN, DECLINE}),
        answers=tuple(review for review in reviews if review.decision == ANSWER),
        median_wait=median_wait(call),
        follow_ups=tuple(told for part in everything for told in call.follow_ups.of_submission(part.id)),
        asked=asked(call, receipt),
        can_change=any(call.intake.is_sealed(part.id) for part in everything),
        reminds=call.addresses.is_kept(submission.id),
        parts=tuple(everything[1:]),
        titles=_titles(call, everything),
    )


def _titles(call: Call, everything: Sequence[Submission]) -> dict[int, str]:
    numbers = [part.case_number for part in everything if part.case_number]
    audiences = call.caller.audiences | {part.consent.audience for part in everything}
    return {number: case.title for number, case in call.casebook.cases(numbers, audiences).items()}


def median_wait(call: Call) -> timedelta | None:
    """What a contributor may expect; None while fewer than `FEWEST_SHOWN` were decided."""
    waits = [wait.total_seconds() for wait in call.intake.waits()]
    return timedelta(seconds=median(waits)) if len(waits) >= FEWEST_SHOWN else None


def answer(call: Call, receipt: str, words: str) -> Submission:
    """Answers a reviewer's question, redacted before it is kept, and puts the submission back into review.

    Raises ReceiptNotFound, MoveNotAllowed when nothing was asked, InvalidCase, RedactionIncomplete.
    """
    check_words(words)
    words_ahead(call, lambda look: (_questioned(look, receipt).id, words))
    submission = _questioned(call, receipt)
    note = redact_words(call, submission.id, words)
    call.intake.keep_review(submission.id, Review(CONTRIBUTOR.name, ANSWER, note, call.now))
    call.intake.move(submission.id, SubmissionState.IN_REVIEW, at=call.now)
    _record(call, ANSWER, submission.id)
    return call.intake.submission(submission.id)


def _questioned(call: Call, receipt: str) -> Submission:
    for part in call.intake.with_parts(by_receipt(call, receipt).id):
        if part.state is SubmissionState.NEEDS_YOU:
            return part
    raise MoveNotAllowed("No question about this submission is open, so nothing was sent.")


def change(
    call: Call,
    receipt: str,
    *,
    names: Sequence[str] = (),
    corrections: Corrections = Corrections(),
    draft: Case | None = None,
) -> list[int]:
    """Seals what a contributor adds or writes anew while it has not ended, and holds it until redacted again.

    `names` join the dictionary, `corrections` the earlier ones, both in every part; `draft` takes the place of the
    submission's own. Returns the ids of what changed: the caller commits, then calls `redact_or_hold` for each, so
    that nothing typed is lost when redaction breaks. Raises ReceiptNotFound, MoveNotAllowed.
    """
    submission = by_receipt(call, receipt)
    changed = [part for part in call.intake.with_parts(submission.id) if call.intake.is_sealed(part.id)]
    if not changed or (draft and submission.id != changed[0].id):
        raise MoveNotAllowed(f"This submission is {submission.state} and can't be changed any more.")
    for part in changed:
        _change(call, part, names, corrections, draft if part.id == submission.id else None)
    return [part.id for part in changed]


def _change(
    call: Call, submission: Submission, names: Sequence[str], corrections: Corrections, draft: Case | None
) -> None:
    raw = call.intake.raw(submission.id)
    changed = replace(_changed(raw, names, corrections, draft), before=submission.redaction or raw.before)
    call.intake.replace_raw(submission.id, changed)
    call.intake.drop_redaction(submission.id, at=call.now)
    call.intake.keep_review(submission.id, Review(CONTRIBUTOR.name, EDIT, "", call.now))
    _hold(call, submission)
    _record(call, EDIT, submission.id)


def _changed(raw: RawText, names: Sequence[str], corrections: Corrections, draft: Case | None) -> RawText:
    given = (name.strip() for name in names if name.strip())
    declared = tuple(dict.fromkeys((*raw.discussion.declared_names, *given)))
    return RawText(
        discussion=replace(raw.discussion, declared_names=declared),
        corrections=raw.corrections.joined(corrections),
        draft=draft or raw.draft,
    )


def _hold(call: Call, submission: Submission) -> None:
    if submission.state in {SubmissionState.NEEDS_YOU, SubmissionState.APPROVED}:
        call.intake.move(submission.id, SubmissionState.IN_REVIEW, at=call.now)
    if submission.state is not SubmissionState.HELD:
        call.intake.move(submission.id, SubmissionState.HELD, at=call.now)


def _record(call: Call, action: str, submission_id: int) -> None:
    """The trail says contributor whoever is signed in, so that it ties nobody to a submission."""
    replace(call, caller=CONTRIBUTOR).record(action, f"submission:{submission_id}")
