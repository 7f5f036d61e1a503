"""Tables of what readers say about cases: which are alike, and what came of using one. Nobody's name is in them."""

from datetime import datetime

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from corpus.database import SAFE, SEALED, Table, UtcDateTime


class LikenessRow(Table):
    """What readers said about one pair of cases, the lower number first: sums only."""

    __tablename__ = "likenesses"

    low: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False, info=SAFE)
    high: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False, info=SAFE)
    alike: Mapped[int] = mapped_column(Integer, default=0, info=SAFE)
    unlike: Mapped[int] = mapped_column(Integer, default=0, info=SAFE)


class UseRow(Table):
    """A leader who used a case, known by a code alone, and what came of it."""

    __tablename__ = "uses"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=SAFE)
    case_number: Mapped[int] = mapped_column(Integer, index=True, info=SAFE)
    code_digest: Mapped[str] = mapped_column(String(64), unique=True, info=SEALED)
    """SHA-256 of the reminder code."""
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, info=SAFE)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
    insight: Mapped[str] = mapped_column(Text, default="", info=SAFE)
    """Redacted before it is stored."""
    looked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, info=SAFE)
