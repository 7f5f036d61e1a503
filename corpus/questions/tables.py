"""Tables of what readers asked to be kept. No code, no address and no name stands in them in the clear."""

from datetime import datetime

from sqlalchemy import Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.database import SAFE, SEALED, Table, UtcDateTime


class SavedSearchRow(Table):
    __tablename__ = "saved_searches"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    code_digest: Mapped[str] = mapped_column(String(64), unique=True, info=SEALED)
    """SHA-256 of the code that opens it and may be shared."""
    own_digest: Mapped[str] = mapped_column(String(64), unique=True, info=SEALED)
    """SHA-256 of its owner's code, which ends it."""
    asked: Mapped[str] = mapped_column(Text, info=SAFE)
    """Redacted before it is stored."""
    filters: Mapped[str] = mapped_column(Text, info=SAFE)
    """Facet to chosen values as JSON."""
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    since: Mapped[int] = mapped_column(Integer, info=SAFE)
    seen: Mapped[int] = mapped_column(Integer, index=True, info=SAFE)
    letter_digest: Mapped[str | None] = mapped_column(String(64), unique=True, info=SEALED)
    """SHA-256 of the code in its letters; None where no letters are wanted."""
    letter_key: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    letter_box: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    """Address and that code, sealed under a key of their own."""
    letters_asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    letters_offered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    letters_agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)


class MatchRow(Table):
    __tablename__ = "alert_matches"

    saved_search_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False, info=SAFE)
    case_number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False, info=SAFE)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)


class WantedCaseRow(Table):
    __tablename__ = "wanted_cases"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    wish: Mapped[str] = mapped_column(Text, info=SAFE)
    """Redacted before it is stored."""
    state: Mapped[str] = mapped_column(String(12), index=True, info=SAFE)
    wished: Mapped[int] = mapped_column(Integer, default=1, info=SAFE)
    wished_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    looked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    since: Mapped[int] = mapped_column(Integer, info=SAFE)
    seen: Mapped[int] = mapped_column(Integer, info=SAFE)
    case_number: Mapped[int | None] = mapped_column(Integer, index=True, info=SAFE)
