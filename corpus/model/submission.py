"""A Submission's life: its states, the moves between them, and what a contributor consents to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.model.case import Case
from corpus.model.redaction import Redaction


class SubmissionState(StrEnum):
    HELD = "held"
    """Redaction did not finish; kept sealed until it does."""
    IN_REVIEW = "in review"
    NEEDS_YOU = "needs you"
    """A reviewer asked the contributor something."""
    APPROVED = "approved"
    """Waits for a second reviewer or for the end of its quiet period."""
    PUBLISHED = "published"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


ENDED = frozenset(
    {SubmissionState.PUBLISHED, SubmissionState.DECLINED, SubmissionState.WITHDRAWN, SubmissionState.EXPIRED}
)
"""States in which the raw text's key has been destroyed."""

MOVES: dict[SubmissionState, frozenset[SubmissionState]] = {
    SubmissionState.HELD: frozenset(
        {SubmissionState.IN_REVIEW, SubmissionState.DECLINED, SubmissionState.WITHDRAWN, SubmissionState.EXPIRED}
    ),
    SubmissionState.IN_REVIEW: frozenset(
        {
            SubmissionState.HELD,
            SubmissionState.NEEDS_YOU,
            SubmissionState.APPROVED,
            SubmissionState.DECLINED,
            SubmissionState.WITHDRAWN,
            SubmissionState.EXPIRED,
        }
    ),
    SubmissionState.NEEDS_YOU: frozenset(
        {SubmissionState.IN_REVIEW, SubmissionState.DECLINED, SubmissionState.WITHDRAWN, SubmissionState.EXPIRED}
    ),
    SubmissionState.APPROVED: frozenset(
        {
            SubmissionState.IN_REVIEW,
            SubmissionState.NEEDS_YOU,
            SubmissionState.PUBLISHED,
            SubmissionState.DECLINED,
            SubmissionState.WITHDRAWN,
            SubmissionState.EXPIRED,
        }
    ),
    # Recalled soon after publication: reopened from the redacted text, because the key is gone.
    SubmissionState.PUBLISHED: frozenset({SubmissionState.IN_REVIEW, SubmissionState.WITHDRAWN}),
    SubmissionState.DECLINED: frozenset(),
    SubmissionState.WITHDRAWN: frozenset(),
    SubmissionState.EXPIRED: frozenset(),
}


@dataclass(frozen=True)
class Consent:
    """What the contributor agreed to; a submission without it is never stored."""

    audience: str
    """`NATIONAL` or a circle's id: the widest circle that may read the case."""
    quote_verbatim: bool = False


@dataclass(frozen=True)
class Submission:
    """A submission without its raw text."""

    id: int
    state: SubmissionState
    source: str
    consent: Consent
    submitted_at: datetime
    changed_at: datetime
    redaction: Redaction | None
    draft: Case | None
    claimed_by: str | None
    claimed_until: datetime | None
    case_number: int | None
    """The case that holds its words, in sight or recalled."""
    case_revision: int | None = None
    """The revision of that case which held them first."""
    joins: int | None = None
    """The case that it will be merged into instead of becoming one of its own."""
    joins_revision: int | None = None
    """The revision of that case which the draft was merged with."""
    part_of: int | None = None
    """The submission that it was split from, which holds the receipt."""


APPROVE, RETURN, DECLINE, EDIT, ANSWER = "approve", "return", "decline", "edit", "answer"
"""What a Review may say; an edit takes the standing approvals away, an answer is the contributor's."""


@dataclass(frozen=True)
class Review:
    """One decision of one reviewer, or what the contributor answered."""

    reviewer: str
    decision: str
    note: str
    at: datetime
