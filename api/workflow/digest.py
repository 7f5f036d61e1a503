"""The digest: what the past month brought and what is wanted. Only the latest is kept, so that no month stays known."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from api.archive import Archive
from api.identity import Caller, Right
from api.small_counts import at_least
from api.workflow.wanted import Wanted, wanted_cases
from corpus.casebook.news import published_between
from corpus.model.case import Case

MOST_NEW = 30


@dataclass(frozen=True)
class Digest:
    month: date
    """Its first day."""
    new: tuple[Case, ...]
    """The newest, at most `MOST_NEW`."""
    found: int
    """How many there were, rounded down to fives; 0 stands for fewer than five."""
    wanted: tuple[Wanted, ...]
    """Still wanted."""
    came: tuple[Wanted, ...]
    """Wanted once, and a case came."""

    @property
    def name(self) -> str:
        return f"{self.month:%B %Y}"


def digest(archive: Archive, caller: Caller) -> Digest:
    """Of the calendar month before this one, as the caller may see it."""
    caller.require(Right.READ)
    wanted = wanted_cases(archive, caller)
    with archive.reading(caller) as call:
        this_month = call.now.date().replace(day=1)
        month = (this_month - timedelta(days=1)).replace(day=1)
        start, end = (datetime.combine(day, time(), tzinfo=call.now.tzinfo) for day in (month, this_month))
        new, found = published_between(call.session, start, end, caller.audiences, MOST_NEW)
    return Digest(
        month=month,
        new=tuple(new),
        found=at_least(found),
        wanted=tuple(one for one in wanted if one.came is None),
        came=tuple(one for one in wanted if one.came is not None),
    )
