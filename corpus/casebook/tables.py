"""Tables of the published side."""

from datetime import datetime

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.database import SAFE, SEALED, Table, UtcDateTime


class CaseRow(Table):
    __tablename__ = "cases"
    __table_args__ = {"sqlite_autoincrement": True}

    number: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    state: Mapped[str] = mapped_column(String(12), index=True, info=SAFE)
    """published | hidden; a withdrawn case has a tombstone instead of a row."""
    audience: Mapped[str] = mapped_column(String(40), index=True, info=SAFE)
    record: Mapped[str] = mapped_column(Text, info=SAFE)
    revision: Mapped[int] = mapped_column(Integer, default=1, info=SAFE)
    change: Mapped[int] = mapped_column(Integer, index=True, info=SAFE)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True, info=SAFE)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    starter_digest: Mapped[str | None] = mapped_column(String(64), info=SEALED)
    """SHA-256 of the starter file that it was loaded from; None for a contributed case."""


class RevisionRow(Table):
    __tablename__ = "case_revisions"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    record: Mapped[str] = mapped_column(Text, info=SAFE)
    at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)


class TombstoneRow(Table):
    __tablename__ = "tombstones"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    reason: Mapped[str] = mapped_column(String(20), info=SAFE)
    """withdrawn | merged"""
    successor: Mapped[int | None] = mapped_column(Integer, info=SAFE)
    """Where a merged case lives on."""
    audience: Mapped[str] = mapped_column(String(40), info=SAFE)
    """Who could see the case; to everybody else it was never there."""
    at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)


class FollowUpRow(Table):
    """One question about how a case aged, and what came back."""

    __tablename__ = "follow_ups"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    case_number: Mapped[int] = mapped_column(Integer, index=True, info=SAFE)
    submission_id: Mapped[int] = mapped_column(Integer, index=True, info=SAFE)
    """Whose contributor is asked; no foreign key, because the two sides never lean on each other."""
    due: Mapped[str] = mapped_column(String(30), info=SAFE)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True, info=SAFE)
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    verdict: Mapped[str | None] = mapped_column(String(30), info=SAFE)
    note: Mapped[str] = mapped_column(Text, default="", info=SAFE)
    """Redacted before it is stored."""
    looked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)


class ChangeRow(Table):
    """One row a change of any case; the index catches up from here."""

    __tablename__ = "changes"
    __table_args__ = {"sqlite_autoincrement": True}

    number: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    case_number: Mapped[int] = mapped_column(Integer, index=True, info=SAFE)
    at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
