"""The desk: the queue, one submission with raw and redacted side by side, and what publishing it would risk."""

from dataclasses import dataclass, replace
from hashlib import sha256

from api.archive import Call
from api.identity import Right
from corpus.case_codec import case_to_json
from corpus.errors import DraftChanged, KeyUnavailable, MoveNotAllowed
from corpus.model.case import Case
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections
from corpus.model.submission import ENDED, Review, Submission, SubmissionState
from redaction.risk import Light, Risk, assess

_OPEN = (SubmissionState.HELD, SubmissionState.IN_REVIEW, SubmissionState.APPROVED)
_MARK_DIGITS = 16


@dataclass(frozen=True)
class Desk:
    """Everything a reviewer looks at for one submission."""

    submission: Submission
    original: Discussion | None
    """None once the raw text has been ended."""
    risk: Risk | None
    """None where there is no draft to assess."""
    reviews: list[Review]
    steps: int = 0
    """How many steps of generalising can be taken back."""
    corrections: Corrections = Corrections()
    """What its contributor and its reviewers said of the redaction; nothing once the raw text has been ended."""

    @property
    def draft(self) -> Case:
        """Raises MoveNotAllowed while redaction has not finished, and once the draft is no longer kept."""
        return _draft(self.submission)

    @property
    def seen(self) -> str:
        """The mark that `check_seen` compares: of the draft and its redacted text, 16 digits that tell nothing."""
        return _mark(self.submission)


def queue(call: Call) -> list[Submission]:
    """Submissions that wait for a reviewer, oldest first."""
    call.caller.require(Right.REVIEW)
    return call.intake.queue(_OPEN)


def as_published(submission: Submission) -> Case | None:
    """The draft as all would read it, with the redacted thread where its contributor agreed to be quoted; None while
    there is no draft.
    """
    if submission.draft is None:
        return None
    thread = submission.redaction.text if submission.redaction and submission.consent.quote_verbatim else ""
    return replace(submission.draft, redacted_discussion=thread)


def risk_of(submission: Submission) -> Risk | None:
    """The risk of publishing a draft; None while there is none to assess. A step is one that the draft can take: what
    the thread tells is for the reviewer to hide.
    """
    case = as_published(submission)
    return replace(assess(case), step=assess(replace(case, redacted_discussion="")).step) if case else None


def light(submission: Submission) -> Light | None:
    """The risk light of a draft; None while there is none to assess."""
    case = as_published(submission)
    return assess(case).light if case else None


def open_desk(call: Call, submission_id: int) -> Desk:
    """Raises SubmissionNotFound."""
    call.caller.require(Right.REVIEW)
    submission = call.intake.submission(submission_id)
    call.record("look", f"submission:{submission_id}")
    try:
        raw = call.intake.raw(submission_id)
    except KeyUnavailable:
        raw = None
    return Desk(
        submission=submission,
        original=raw.discussion if raw else None,
        risk=risk_of(submission),
        reviews=call.intake.reviews(submission_id),
        steps=len(raw.earlier) if raw else 0,
        corrections=raw.corrections if raw else Corrections(),
    )


def open_draft(call: Call, submission_id: int) -> Case:
    """A draft alone, without a line in the trail; raises SubmissionNotFound, MoveNotAllowed as `Desk.draft` does."""
    call.caller.require(Right.REVIEW)
    return _draft(call.intake.submission(submission_id))


def check_seen(call: Call, submission_id: int, seen: str) -> None:
    """Raises DraftChanged where somebody has changed what a reviewer had before them; `seen` is that desk's mark.

    Nothing is compared where none is given.
    """
    if seen and seen != _mark(call.intake.submission(submission_id)):
        raise DraftChanged("Somebody changed it after you opened it, so nothing of yours is stored yet.")


def _draft(submission: Submission) -> Case:
    if submission.draft is None and submission.state in ENDED:
        raise MoveNotAllowed(f"This submission is {submission.state}; its draft is no longer kept.")
    if submission.draft is None:
        raise MoveNotAllowed("The redaction of this submission has not finished; there is no draft yet.")
    return submission.draft


def _mark(submission: Submission) -> str:
    draft = case_to_json(submission.draft) if submission.draft else ""
    text = submission.redaction.text if submission.redaction else ""
    return sha256(f"{draft}\n{text}".encode()).hexdigest()[:_MARK_DIGITS]
