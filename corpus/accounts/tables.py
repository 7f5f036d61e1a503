"""Tables of those who sign in."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from corpus.database import SAFE, SEALED, Table, UtcDateTime


class AccountRow(Table):
    __tablename__ = "accounts"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    name: Mapped[str] = mapped_column(String(64), unique=True, info=SAFE)
    """A sign-in name of the account's own choosing."""
    role: Mapped[str] = mapped_column(String(12), info=SAFE)
    password_hash: Mapped[str] = mapped_column(String(200), info=SEALED)
    factor_context: Mapped[str] = mapped_column(String(32), info=SEALED)
    factor_key: Mapped[bytes] = mapped_column(LargeBinary, info=SEALED)
    factor_box: Mapped[bytes] = mapped_column(LargeBinary, info=SEALED)
    """The secret of the second factor, sealed like a submission."""
    factor_step: Mapped[int] = mapped_column(Integer, default=0, info=SEALED)
    """The last time step that was used, so that no code works twice."""
    closed: Mapped[bool] = mapped_column(Boolean, default=False, info=SAFE)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)


class SignInRow(Table):
    """A session of a browser that signed in; only the digest of its cookie is kept."""

    __tablename__ = "sign_ins"

    token_digest: Mapped[str] = mapped_column(String(64), primary_key=True, info=SEALED)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True, info=SAFE)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)


class RecoveryRow(Table):
    """A code that stands in for the second factor once, when the device that makes it is lost."""

    __tablename__ = "recovery_codes"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True, info=SEALED)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True, info=SAFE)


class AttemptRow(Table):
    """A failed sign-in, kept for an hour to slow down guessing."""

    __tablename__ = "attempts"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    account_digest: Mapped[str] = mapped_column(String(64), index=True, info=SEALED)
    at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
