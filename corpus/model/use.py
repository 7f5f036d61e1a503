"""A Use: a leader took a case to work, and may come back with a code to tell what came of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Use:
    id: int
    case_number: int
    started_at: datetime
    told_at: datetime | None = None
    insight: str = ""
    """Redacted; shows on the case only after a reviewer has looked at it."""
    looked_at: datetime | None = None
