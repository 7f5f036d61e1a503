"""Wanted cases: wishes of readers, redacted, until a steward's look and until a case comes."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from corpus.errors import WantedCaseNotFound
from corpus.model.question import WantedCase, WantedState
from corpus.questions.tables import WantedCaseRow


class WantedCases:
    def __init__(self, session: Session) -> None:
        self._session = session

    def wish(self, wish: str, *, since: int, at: datetime) -> WantedCase:
        """Keeps a wish, redacted; the same words again are one more reader who wishes it."""
        row = self._session.scalar(select(WantedCaseRow).where(WantedCaseRow.wish == wish))
        if row is None:
            row = WantedCaseRow(wish=wish, state=WantedState.WAITING, wished=0, wished_at=at, since=since, seen=since)
            self._session.add(row)
        row.wished += 1
        self._session.flush()
        return _wanted(row)

    def wanted_case(self, wanted_id: int) -> WantedCase:
        """Raises WantedCaseNotFound."""
        return _wanted(self._row(wanted_id))

    def of_state(self, *states: WantedState) -> list[WantedCase]:
        """The latest first."""
        chosen = select(WantedCaseRow).where(WantedCaseRow.state.in_(states)).order_by(WantedCaseRow.id.desc())
        return [_wanted(row) for row in self._session.scalars(chosen)]

    def count(self, state: WantedState) -> int:
        return self._session.scalar(select(func.count()).where(WantedCaseRow.state == state)) or 0

    def listed(self, wanted_id: int, wish: str, *, at: datetime) -> WantedCase:
        """A steward's look is over; `wish` is how it is said."""
        row = self._row(wanted_id)
        row.state, row.wish, row.looked_at = WantedState.LISTED, wish, at
        self._session.flush()
        return _wanted(row)

    def leave_out(self, wanted_id: int, *, at: datetime) -> None:
        """Forgets the words."""
        row = self._row(wanted_id)
        row.state, row.wish, row.looked_at = WantedState.LEFT_OUT, "", at
        self._session.flush()

    def join(self, wanted_id: int, into: int, *, at: datetime) -> None:
        """The same wish in other words: its readers count there, its words go."""
        self._row(into).wished += self._row(wanted_id).wished
        self.leave_out(wanted_id, at=at)

    def fulfil(self, wanted_id: int, case_number: int) -> None:
        row = self._row(wanted_id)
        row.state, row.case_number = WantedState.FULFILLED, case_number
        self._session.flush()

    def seen(self, wanted_ids: Iterable[int], change: int) -> None:
        chosen = update(WantedCaseRow).where(WantedCaseRow.id.in_(list(wanted_ids)))
        self._session.execute(chosen.values(seen=change))

    def _row(self, wanted_id: int) -> WantedCaseRow:
        row = self._session.get(WantedCaseRow, wanted_id)
        if row is None:
            raise WantedCaseNotFound("There is no wanted case with that number.")
        return row


def _wanted(row: WantedCaseRow) -> WantedCase:
    return WantedCase(
        id=row.id,
        wish=row.wish,
        state=WantedState(row.state),
        wished=row.wished,
        wished_at=row.wished_at,
        since=row.since,
        seen=row.seen,
        case_number=row.case_number,
    )
