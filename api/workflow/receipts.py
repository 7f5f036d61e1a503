"""Receipts: what a contributor who comes back learns about a submission."""

from dataclasses import dataclass

from api.archive import Call
from api.workflow.withdraw import by_receipt
from corpus.model.submission import Review, Submission

_FOR_THE_CONTRIBUTOR = {"return", "decline"}


@dataclass(frozen=True)
class Standing:
    """Where a submission stands, and what reviewers wrote to its contributor."""

    submission: Submission
    notes: tuple[Review, ...]


def standing(call: Call, receipt: str) -> Standing:
    """Raises ReceiptNotFound. Approvals are among reviewers and stay out."""
    submission = by_receipt(call, receipt)
    notes = (review for review in call.intake.reviews(submission.id) if review.decision in _FOR_THE_CONTRIBUTOR)
    return Standing(submission=submission, notes=tuple(notes))
