"""The uses of published cases: a digest of each reminder code, what was told, whether a reviewer has looked at it."""

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from corpus.casebook.reader_tables import UseRow
from corpus.errors import UseNotFound
from corpus.model.use import Use


class Uses:
    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self, case_number: int, code_digest: str, *, at: datetime) -> None:
        self._session.add(UseRow(case_number=case_number, code_digest=code_digest, started_at=at, insight=""))
        self._session.flush()

    def by_code(self, code_digest: str) -> Use:
        """Raises UseNotFound."""
        return _use(self._found(select(UseRow).where(UseRow.code_digest == code_digest)))

    def use(self, use_id: int) -> Use:
        """Raises UseNotFound."""
        return _use(self._row(use_id))

    def tell(self, use_id: int, insight: str, *, at: datetime) -> None:
        """Keeps what came of it; it waits for a reviewer's look."""
        row = self._row(use_id)
        row.insight, row.told_at, row.looked_at = insight, at, None
        self._session.flush()

    def looked(self, use_id: int, insight: str, *, at: datetime) -> None:
        """A reviewer's look is over; `insight` is what stays of the words."""
        row = self._row(use_id)
        row.insight, row.looked_at = insight, at
        self._session.flush()

    def waiting(self) -> list[Use]:
        """Told, and no reviewer has looked, oldest first."""
        chosen = select(UseRow).where(UseRow.told_at.is_not(None), UseRow.looked_at.is_(None))
        return [_use(row) for row in self._session.scalars(chosen.order_by(UseRow.told_at, UseRow.id))]

    def insights(self, case_number: int) -> list[str]:
        """What may be shown on a case, newest first."""
        chosen = select(UseRow.insight).where(
            UseRow.case_number == case_number, UseRow.looked_at.is_not(None), UseRow.insight != ""
        )
        return list(self._session.scalars(chosen.order_by(UseRow.looked_at.desc(), UseRow.id.desc())))

    def count(self, case_number: int) -> int:
        return self._session.scalar(select(func.count()).where(UseRow.case_number == case_number)) or 0

    def follow_case(self, number: int, successor: int | None) -> None:
        """Uses go on with the case that theirs lives on in, and end with one that is gone."""
        if successor is None:
            self._session.execute(delete(UseRow).where(UseRow.case_number == number))
        else:
            self._session.execute(update(UseRow).where(UseRow.case_number == number).values(case_number=successor))

    def _row(self, use_id: int) -> UseRow:
        return self._found(select(UseRow).where(UseRow.id == use_id))

    def _found(self, chosen: object) -> UseRow:
        row: UseRow | None = self._session.scalar(chosen)  # type: ignore[call-overload]
        if row is None:
            raise UseNotFound("Nothing belongs to that code.")
        return row


def _use(row: UseRow) -> Use:
    return Use(
        id=row.id,
        case_number=row.case_number,
        started_at=row.started_at,
        told_at=row.told_at,
        insight=row.insight,
        looked_at=row.looked_at,
    )
