"""Tables of the raw side. Raw text stands in `sealed_text` only, and only as ciphertext."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.database import SAFE, SEALED, Table, UtcDateTime


class SubmissionRow(Table):
    __tablename__ = "submissions"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    state: Mapped[str] = mapped_column(String(20), index=True, info=SAFE)
    source: Mapped[str] = mapped_column(String(20), info=SAFE)
    audience: Mapped[str] = mapped_column(String(40), info=SAFE)
    quote_verbatim: Mapped[bool] = mapped_column(Boolean, default=False, info=SAFE)
    submitted_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    receipt_digest: Mapped[str] = mapped_column(String(64), unique=True, info=SEALED)
    idempotency_digest: Mapped[str | None] = mapped_column(String(64), unique=True, info=SEALED)
    seal_context: Mapped[str] = mapped_column(String(32), info=SEALED)
    """Random; binds key and box together."""
    wrapped_key: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    """None once the raw text has been ended."""
    sealed_text: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    """Discussion and corrections, raw."""
    redaction: Mapped[str | None] = mapped_column(Text, info=SAFE)
    """The redacted discussion and its mentions (offsets and placeholders, no surface text) as JSON.

    None before, and once it has ended for good: it may hold what redaction missed.
    """
    draft: Mapped[str | None] = mapped_column(Text, info=SAFE)
    """The case as drafted so far, redacted, as JSON; ends with the redaction."""
    address_key: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    """None where the contributor left no address to be reminded at, or it has been destroyed."""
    address_box: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    claimed_by: Mapped[str | None] = mapped_column(String(64), info=SAFE)
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    case_number: Mapped[int | None] = mapped_column(Integer, index=True, info=SAFE)
    """The case that holds its words."""
    case_revision: Mapped[int | None] = mapped_column(Integer, info=SAFE)
    joins: Mapped[int | None] = mapped_column(Integer, info=SAFE)
    joins_revision: Mapped[int | None] = mapped_column(Integer, info=SAFE)
    part_of: Mapped[int | None] = mapped_column(Integer, index=True, info=SAFE)


class ReviewRow(Table):
    __tablename__ = "reviews"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"), index=True, info=SAFE)
    reviewer: Mapped[str] = mapped_column(String(64), info=SAFE)
    decision: Mapped[str] = mapped_column(String(20), info=SAFE)
    note: Mapped[str] = mapped_column(Text, default="", info=SAFE)
    """Redacted before it is stored."""
    at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
