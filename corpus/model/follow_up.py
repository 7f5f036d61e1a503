"""A Follow-up: when a contributor is asked again about a published case, and what came back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Due(StrEnum):
    TWO_WEEKS = "two weeks"
    SIX_WEEKS = "six weeks"
    YEAR_END = "the end of the school year"
    UNASKED = "a while"
    """Told without being asked."""


class Verdict(StrEnum):
    HELD = "held"
    WORSENED = "worsened"
    DIFFERENTLY = "would do differently"


@dataclass(frozen=True)
class FollowUp:
    id: int
    case_number: int
    submission_id: int
    due: Due
    due_at: datetime
    told_at: datetime | None = None
    verdict: Verdict | None = None
    note: str = ""
    """Redacted; stands in the case only after a reviewer has looked at it."""
    looked_at: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        return self.told_at is None and self.due_at <= now

    @property
    def line(self) -> str:
        """How it reads in the case: "After two weeks: held."."""
        return f"After {self.due}: {self.verdict}."


_YEAR_ENDS = (6, 15)
"""Month and day by which schools are out."""


def due_times(published_at: datetime) -> dict[Due, datetime]:
    """Two weeks, six weeks and the first end of a school year after those."""
    six_weeks = published_at + timedelta(weeks=6)
    month, day = _YEAR_ENDS
    year_end = published_at.replace(month=month, day=day)
    while year_end <= six_weeks:
        year_end = year_end.replace(year=year_end.year + 1)
    return {Due.TWO_WEEKS: published_at + timedelta(weeks=2), Due.SIX_WEEKS: six_weeks, Due.YEAR_END: year_end}
