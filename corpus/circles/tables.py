"""Tables of circles; of an invitation and of a member's session only digests are kept."""

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.database import SAFE, SEALED, Table, UtcDateTime


class CircleRow(Table):
    __tablename__ = "circles"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    name: Mapped[str] = mapped_column(String(120), info=SAFE)
    """Redacted before it is stored, as is the charter."""
    charter: Mapped[str] = mapped_column(Text, info=SAFE)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)


class InvitationRow(Table):
    __tablename__ = "invitations"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    circle_id: Mapped[int] = mapped_column(ForeignKey("circles.id"), index=True, info=SAFE)
    digest: Mapped[str] = mapped_column(String(64), unique=True, info=SEALED)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)


class MemberRow(Table):
    __tablename__ = "members"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True, info=SEALED)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    """When the session ends by itself, or when it was revoked."""


class MembershipRow(Table):
    __tablename__ = "memberships"

    circle_id: Mapped[int] = mapped_column(ForeignKey("circles.id"), primary_key=True, info=SAFE)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True, info=SAFE)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
