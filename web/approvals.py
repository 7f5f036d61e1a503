"""How far an approved submission is on its way to publication, for the queue and the desk alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.archive import Archive
from api.identity import Caller
from api.workflow import review as verbs
from api.workflow.desk import as_published
from corpus.model.submission import Review, Submission, SubmissionState


@dataclass(frozen=True)
class Approval:
    given: int
    needed: int
    own: bool
    """Whether this caller's is among them."""
    quiet_until: datetime | None
    """The end of the quiet period, while it lasts."""

    @property
    def enough(self) -> bool:
        return self.given >= self.needed

    @property
    def wanted(self) -> bool:
        """Whether this caller's approval would bring it further."""
        return not self.enough and not self.own

    @property
    def publishable(self) -> bool:
        return self.enough and self.quiet_until is None


def approval_of(archive: Archive, caller: Caller, submission: Submission, reviews: Sequence[Review]) -> Approval | None:
    """None for a submission that is not approved."""
    case = as_published(submission)
    if submission.state is not SubmissionState.APPROVED or case is None:
        return None
    given = verbs.standing_approvals(reviews)
    quiet_until = given[-1].at + timedelta(hours=archive.settings.quiet_hours) if given else None
    return Approval(
        given=len(given),
        needed=verbs.approvals_needed(case),
        own=caller.name in {review.reviewer for review in given},
        quiet_until=quiet_until if quiet_until and archive.clock() < quiet_until else None,
    )
