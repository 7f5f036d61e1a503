"""Submissions that have ended: what the ledger keeps of them, what is dropped later, what a restore ends again."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.intake.records import submission_of
from corpus.intake.tables import SubmissionRow
from corpus.ledger import mark_of
from corpus.model.submission import ENDED, Submission, SubmissionState
from corpus.sequences import go_past, last_given

Known = tuple[int, str]
"""A submission's id, and the mark that no other submission of that id bears."""


class Endings:
    def __init__(self, session: Session) -> None:
        self._session = session

    def ended(self) -> tuple[set[Known], set[Known]]:
        """Submissions whose original text has ended, and those among them of which nothing may be published."""
        chosen = select(SubmissionRow.id, SubmissionRow.seal_context, SubmissionRow.state)
        rows = self._session.execute(chosen.where(SubmissionRow.state.in_(list(ENDED)))).all()
        over = {(known, mark_of(context)) for known, context, state in rows if state != SubmissionState.PUBLISHED}
        return {(known, mark_of(context)) for known, context, _ in rows}, over

    def not_over(self) -> dict[Known, bool]:
        """Every submission that is published or under way: whether its original text is still there."""
        over = list(ENDED - {SubmissionState.PUBLISHED})
        sealed = SubmissionRow.wrapped_key.is_not(None)
        chosen = select(SubmissionRow.id, SubmissionRow.seal_context, sealed).where(SubmissionRow.state.not_in(over))
        return {(known, mark_of(context)): text for known, context, text in self._session.execute(chosen)}

    def end_again(self, submission_id: int, *, for_good: bool, at: datetime) -> None:
        """Ends what a restored backup brought back, whatever state it shows; does nothing to what is not there.

        What had been published since, and so is not `for_good`, goes back to review with its redaction and draft: the
        backup lost its case.
        """
        row = self._session.get(SubmissionRow, submission_id)
        if row is None:
            return
        for_good = for_good or row.redaction is None
        row.state, row.changed_at = SubmissionState.WITHDRAWN if for_good else SubmissionState.IN_REVIEW, at
        row.wrapped_key = row.sealed_text = row.claimed_by = row.claimed_until = None
        if for_good:
            row.address_key = row.address_box = row.redaction = row.draft = None
        self._session.flush()

    def still_drafted(self) -> list[Submission]:
        """Submissions that have ended and whose redaction or draft is still there."""
        kept = SubmissionRow.redaction.is_not(None) | SubmissionRow.draft.is_not(None)
        chosen = select(SubmissionRow).where(SubmissionRow.state.in_(list(ENDED)), kept).order_by(SubmissionRow.id)
        return [submission_of(row) for row in self._session.scalars(chosen)]

    def forget_draft(self, submission_id: int) -> None:
        """Drops redaction and draft of what has ended; when it ended stays as it was."""
        row = self._session.get_one(SubmissionRow, submission_id)
        row.redaction = row.draft = None
        self._session.flush()

    def last_given(self) -> int:
        """The highest id that was given out."""
        return last_given(self._session, SubmissionRow.id)

    def go_past(self, submission_id: int) -> None:
        """No submission gets an id up to this one."""
        go_past(self._session, SubmissionRow.id, submission_id)
