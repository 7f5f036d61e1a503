"""The follow-ups of published cases: when each is due, what was told, whether a reviewer has looked at the note."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from corpus.casebook.tables import FollowUpRow
from corpus.errors import FollowUpNotFound
from corpus.model.follow_up import Due, FollowUp, Verdict, due_times


class FollowUps:
    def __init__(self, session: Session) -> None:
        self._session = session

    def plan(self, case_number: int, submission_id: int, *, published_at: datetime) -> None:
        """Sets the times at which the contributor of a submission will be asked."""
        for due, at in due_times(published_at).items():
            self._session.add(_row(case_number, submission_id, due, at))
        self._session.flush()

    def add_unasked(self, case_number: int, submission_id: int, *, at: datetime) -> int:
        row = _row(case_number, submission_id, Due.UNASKED, at)
        self._session.add(row)
        self._session.flush()
        return row.id

    def follow_up(self, follow_up_id: int) -> FollowUp:
        """Raises FollowUpNotFound."""
        return _follow_up(self._row(follow_up_id))

    def of_submission(self, submission_id: int) -> list[FollowUp]:
        """In order of time."""
        chosen = select(FollowUpRow).where(FollowUpRow.submission_id == submission_id)
        return [_follow_up(row) for row in self._session.scalars(chosen.order_by(FollowUpRow.due_at, FollowUpRow.id))]

    def tell(self, follow_up_id: int, verdict: Verdict, note: str, *, at: datetime) -> FollowUp:
        """Keeps what was told; without a note there is nothing left to look at."""
        row = self._row(follow_up_id)
        row.verdict, row.note, row.told_at = verdict, note, at
        row.looked_at = None if note else at
        self._session.flush()
        return _follow_up(row)

    def skip(self, follow_up_id: int) -> None:
        """Drops one that a later answer has made pointless."""
        self._session.delete(self._row(follow_up_id))
        self._session.flush()

    def looked(self, follow_up_id: int, note: str, *, at: datetime) -> FollowUp:
        """A reviewer's look is over; `note` is what stays of the words."""
        row = self._row(follow_up_id)
        row.note, row.looked_at = note, at
        self._session.flush()
        return _follow_up(row)

    def waiting(self) -> list[FollowUp]:
        """Told with a note that no reviewer has looked at, oldest first."""
        chosen = select(FollowUpRow).where(FollowUpRow.told_at.is_not(None), FollowUpRow.looked_at.is_(None))
        return [_follow_up(row) for row in self._session.scalars(chosen.order_by(FollowUpRow.told_at))]

    def to_remind(self, now: datetime) -> list[FollowUp]:
        """Due, not told, and nobody was reminded of it yet."""
        chosen = select(FollowUpRow).where(
            FollowUpRow.told_at.is_(None), FollowUpRow.reminded_at.is_(None), FollowUpRow.due_at <= now
        )
        return [_follow_up(row) for row in self._session.scalars(chosen.order_by(FollowUpRow.due_at))]

    def reminded(self, submission_id: int, *, at: datetime) -> None:
        """Marks everything that was due by then."""
        due = update(FollowUpRow).where(FollowUpRow.submission_id == submission_id, FollowUpRow.due_at <= at)
        self._session.execute(due.values(reminded_at=at))

    def open_after(self, moment: datetime) -> set[int]:
        """Submissions with a follow-up that is neither told nor was due before that moment."""
        chosen = select(FollowUpRow.submission_id).where(FollowUpRow.told_at.is_(None), FollowUpRow.due_at > moment)
        return set(self._session.scalars(chosen))

    def move(self, case_number: int, successor: int) -> None:
        """A merged case's follow-ups go on with the case that it lives on in."""
        moved = update(FollowUpRow).where(FollowUpRow.case_number == case_number)
        self._session.execute(moved.values(case_number=successor))

    def forget_submission(self, submission_id: int) -> None:
        self._session.execute(delete(FollowUpRow).where(FollowUpRow.submission_id == submission_id))

    def _row(self, follow_up_id: int) -> FollowUpRow:
        row = self._session.get(FollowUpRow, follow_up_id)
        if row is None:
            raise FollowUpNotFound("There is no follow-up with that number.")
        return row


def _row(case_number: int, submission_id: int, due: Due, at: datetime) -> FollowUpRow:
    return FollowUpRow(case_number=case_number, submission_id=submission_id, due=due, due_at=at, note="")


def _follow_up(row: FollowUpRow) -> FollowUp:
    return FollowUp(
        id=row.id,
        case_number=row.case_number,
        submission_id=row.submission_id,
        due=Due(row.due),
        due_at=row.due_at,
        told_at=row.told_at,
        verdict=Verdict(row.verdict) if row.verdict else None,
        note=row.note,
        looked_at=row.looked_at,
    )
