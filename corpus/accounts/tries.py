"""Tries that were refused, counted for an hour: what guessing may cost, and whom it may lock out.

A wrong password locks nobody out. Anyone can send one under any name, and a reviewer must get in on the worst day; who
guesses has to hit password and code in one try, for no answer says which of them was wrong.

Six digits by themselves can be guessed. Whoever sends the right password with wrong codes has WRONG_CODES tries an
hour; then no code of the second factor opens, the right one neither. Only one who knows the password can bring that
about, and a recovery code, which nobody guesses, still opens.

A session can be stolen: it has WRONG_PROOFS guesses an hour at the password, which change nothing for other sessions.

How often one address may try is counted at the edge, before any password is looked at.
"""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from corpus.accounts.tables import AttemptRow

WRONG_CODES = 10
WRONG_PROOFS = 20
SWEPT = 20
_HOUR = timedelta(hours=1)


class Tries:
    def __init__(self, session: Session) -> None:
        self._session = session

    def refused(self, name: str, *, at: datetime) -> int:
        """Sign-ins under a name that were refused within the hour."""
        return self._count(f"password:{name}", at) + self.with_password(name, at=at)

    def with_password(self, name: str, *, at: datetime) -> int:
        """Those of them that came with the right password."""
        return self._count(f"code:{name}", at)

    def may_send_code(self, name: str, *, at: datetime) -> bool:
        return self.with_password(name, at=at) < WRONG_CODES

    def note_refused(self, name: str, *, knew_password: bool, at: datetime) -> None:
        """One row for either, so that the time an answer takes doesn't say which it was."""
        self._note(f"{'code' if knew_password else 'password'}:{name}", at)

    def may_prove(self, session: str, *, at: datetime) -> bool:
        return self._count(f"proof:{session}", at) < WRONG_PROOFS

    def note_unproven(self, session: str, *, at: datetime) -> None:
        self._note(f"proof:{session}", at)

    def forget_old(self, at: datetime) -> None:
        self._session.execute(delete(AttemptRow).where(AttemptRow.at < at - _HOUR))

    def _count(self, about: str, at: datetime) -> int:
        recent = select(func.count()).where(AttemptRow.account_digest == _digest(about), AttemptRow.at > at - _HOUR)
        return self._session.scalar(recent) or 0

    def _note(self, about: str, at: datetime) -> None:
        """Each try sweeps up some that count no longer: where nobody tends the archive, they don't pile up."""
        oldest = select(AttemptRow.id).order_by(AttemptRow.id).limit(SWEPT)
        over = delete(AttemptRow).where(AttemptRow.id.in_(oldest), AttemptRow.at < at - _HOUR)
        self._session.execute(over.execution_options(synchronize_session=False))
        self._session.add(AttemptRow(account_digest=_digest(about), at=at))
        self._session.flush()


def _digest(about: str) -> str:
    return hashlib.sha256(about.encode()).hexdigest()
