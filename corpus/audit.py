"""Append-only record of who did what to which id, and when; never any text."""

from datetime import datetime

from sqlalchemy import BigInteger, Integer, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from corpus.database import SAFE, Table, UtcDateTime


class AuditRow(Table):
    __tablename__ = "audit"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True, info=SAFE)
    at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    actor: Mapped[str] = mapped_column(String(64), info=SAFE)
    """Role and id, such as "reviewer:3"; "contributor" alone for a receipt holder."""
    action: Mapped[str] = mapped_column(String(40), info=SAFE)
    subject: Mapped[str] = mapped_column(String(40), index=True, info=SAFE)
    """Kind and id, such as "submission:12" or "case:417"."""


def record(session: Session, *, at: datetime, actor: str, action: str, subject: str) -> None:
    session.add(AuditRow(at=at, actor=actor, action=action, subject=subject))


def trail(session: Session, subject: str) -> list[AuditRow]:
    """Everything done to one subject, oldest first."""
    return list(session.scalars(select(AuditRow).where(AuditRow.subject == subject).order_by(AuditRow.id)))
