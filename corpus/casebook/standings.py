"""How every case stands and which numbers were given out: what the ledger keeps, and what it holds against a restored
database.
"""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.casebook.store import Casebook
from corpus.casebook.tables import CaseRow, ChangeRow, TombstoneRow
from corpus.ledger import MARK, NO_MARK, Standing
from corpus.sequences import go_past, last_given


class Standings:
    def __init__(self, session: Session) -> None:
        self._session = session

    def since(self, change: int = 0) -> dict[int, Standing]:
        """How every case stands that changed after that change, by number; of one that is gone, why."""
        latest = (
            select(ChangeRow.case_number, func.max(ChangeRow.number).label("change"))
            .where(ChangeRow.number > change)
            .group_by(ChangeRow.case_number)
            .subquery()
        )
        told = (
            select(latest.c.case_number, latest.c.change, CaseRow.state, TombstoneRow.reason, CaseRow.starter_digest)
            .outerjoin(CaseRow, CaseRow.number == latest.c.case_number)
            .outerjoin(TombstoneRow, TombstoneRow.number == latest.c.case_number)
            .order_by(latest.c.change)
        )
        return {
            number: Standing(change, state or reason or "gone", (starter or NO_MARK)[:MARK])
            for number, change, state, reason, starter in self._session.execute(told)
        }

    def has_given(self, *, case: int, change: int) -> bool:
        """Whether the counters of cases and changes stand at these numbers at least."""
        return (
            last_given(self._session, CaseRow.number) >= case and last_given(self._session, ChangeRow.number) >= change
        )

    def go_past(self, *, case: int, change: int) -> None:
        """No case and no change gets one of the numbers up to these, not even in a database that forgot them."""
        go_past(self._session, CaseRow.number, case)
        go_past(self._session, ChangeRow.number, change)

    def is_settled(self, number: int, *, went: datetime) -> bool:
        """Whether a case that went then has its tombstone, or another one stands under its number since."""
        row = self._session.get(CaseRow, number)
        gone = self._session.get(TombstoneRow, number) is not None
        return gone if row is None else row.published_at > went

    def withdraw_again(self, number: int, *, went: datetime, at: datetime) -> bool:
        """Removes what a restored backup brought back; leaves at least a tombstone, that of an unknown case for nobody.

        False where there is nothing to do, or where the case was published after that one had gone.
        """
        if self.is_settled(number, went=went):
            return False
        if self._session.get(CaseRow, number) is not None:
            Casebook(self._session).withdraw(number, reason="withdrawn", at=at)
            return True
        self._session.add(TombstoneRow(number=number, reason="withdrawn", audience="", at=went))
        self._session.flush()
        return True
