"""Dates and times as exports print them; which of day, month and year comes first is decided per file, not per line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from itertools import pairwise

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?"
_HALF_BEFORE = r"(?:(?P<half_before>午前|午後|上午|下午|오전|오후|[ap]\.?m\.?) ?)?"
_HALF_AFTER = r"(?: ?(?P<half_after>[ap]\.? ?m\b\.?|[ap]\b|(?:sa|ch|gh|gd)\b|ص|م|पूर्वाह्न|अपराह्न))?"
_CLOCK = (
    rf"{_HALF_BEFORE}(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{{1,9}})?)?{_HALF_AFTER}"
)
_NUMERIC = (
    r"\u200f?(?P<first>\d{1,4})\u200f?(?P<mark>[./-])[ \u200f]{0,2}"
    r"(?P<middle>\d{1,2})\u200f?[./-][ \u200f]{0,2}(?P<last>\d{1,4})\.?"
)
"""Arabic phones set a mark of direction (U+200F) between the numbers."""
_NAMED = (
    rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"
    rf"|(?P<day_before>\d{{1,2}})\.?[ -](?P<month_after>{_MONTH})[ ,-]{{1,2}}(?P<year_after>\d{{4}})"
)
_JOIN = r"(?:[,،]|t|,? at|,? à|,? um|,? klo|,? kl\.)? {0,3}"
_ZONE = r"(?P<zone> ?(?:z\b|utc\b|[ecmp][sd]t\b|\(gmt[+-]\d\d:?\d\d\)|gmt\b|[+-]\d\d:?\d\d))?"
_MOMENT = rf"{_WEEKDAY}(?:{_NUMERIC}|{_NAMED}){_JOIN}{_CLOCK}{_ZONE}"

MOMENT = re.sub(r"\?P<\w+>", "?:", _MOMENT)
"""A date with a time, case-insensitive and without group names, to be set into the patterns of the readers."""
CLOCK = re.sub(r"\?P<\w+>", "?:", _CLOCK).replace("[:.]", ":")
"""A time alone."""
_MOMENT_WHOLE = re.compile(_MOMENT, re.IGNORECASE)
_SPACES = {0x00A0: " ", 0x202F: " ", 0x2009: " ", 0x2011: "-"}
_CENTURY = 100
FIRST_YEAR = 1970
_NOON = 12
_AMERICAN_HOURS = {"e": 5, "c": 6, "m": 7, "p": 8}
"""Behind UTC in winter, by the first letter of the zone's name."""
_AFTERNOON = ("p", "午後", "下午", "오후", "م", "ch", "gd", "अपराह्न")


class DateOrder(StrEnum):
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


@dataclass(frozen=True)
class Stamp:
    """A date and time whose numbers are read but may not be placed yet."""

    numbers: tuple[int, int, int]
    """Of the date, as printed; year, month, day where `order` is YEAR_FIRST."""
    order: DateOrder | None
    """None where the stamp alone does not tell."""
    hour: int
    minute: int
    second: int
    zone: timezone | None
    looks_day_first: bool
    """Padded with a zero or parted by dots or dashes, as day-first countries write."""

    def moment(self, order: DateOrder) -> datetime | None:
        """The moment under that order unless the stamp tells its own; None where there is no such day."""
        first, middle, last = self.numbers
        match self.order or order:
            case DateOrder.YEAR_FIRST:
                year, month, day = first, middle, last
            case DateOrder.DAY_FIRST:
                day, month, year = first, middle, last
            case DateOrder.MONTH_FIRST:
                month, day, year = first, middle, last
        year += 2000 if year < _CENTURY else 0
        if year < FIRST_YEAR:
            return None
        try:
            return datetime(year, month, day, self.hour, self.minute, self.second, tzinfo=self.zone)
        except ValueError:
            return None

    @property
    def holds(self) -> bool:
        """Whether any order makes a date of it."""
        return any(self.moment(order) for order in DateOrder)


def even_spaces(text: str) -> str:
    """`text` with the narrow and unbreakable spaces and hyphens of phones as plain ones."""
    return text.translate(_SPACES)


def read_stamp(text: str) -> Stamp | None:
    """The stamp that fills `text` from end to end; None where it is none or names no day of any calendar."""
    match = _MOMENT_WHOLE.fullmatch(even_spaces(text.strip()))
    if not match:
        return None
    found = match.groupdict()
    half = (found["half_after"] or found["half_before"] or "").lower()
    stamp = Stamp(
        numbers=_numbers(found),
        order=_own_order(found),
        hour=_hour(int(found["hour"]), half),
        minute=int(found["minute"]),
        second=int(found["second"] or 0),
        zone=_zone(found["zone"]),
        looks_day_first=found["mark"] in (".", "-") or any((found[n] or "")[:1] == "0" for n in ("first", "middle")),
    )
    return stamp if stamp.holds else None


def date_order(stamps: Sequence[Stamp]) -> tuple[DateOrder, bool]:
    """The order that fits most stamps, then runs backwards least, then spans least; and whether that decided it."""
    open_stamps = [stamp for stamp in stamps if stamp.order is None]
    if not open_stamps:
        return DateOrder.MONTH_FIRST, True
    ranks = {order: _misfit(open_stamps, order) for order in (DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)}
    if ranks[DateOrder.MONTH_FIRST] != ranks[DateOrder.DAY_FIRST]:
        best = min(ranks, key=lambda order: ranks[order])
        if ranks[best][0] < len(open_stamps):
            return best, True
        return DateOrder.YEAR_FIRST, True
    if ranks[DateOrder.MONTH_FIRST][0] == len(open_stamps):
        return DateOrder.YEAR_FIRST, True
    day_first = any(stamp.looks_day_first for stamp in open_stamps)
    return (DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST), False


def moments(stamps: Sequence[Stamp], order: DateOrder) -> Iterable[datetime | None]:
    """Each stamp's moment under the file's order; a stamp that does not fit takes the order that does."""
    for stamp in stamps:
        placed = (stamp.moment(each) for each in (order, *DateOrder))
        yield next(filter(None, placed), None)


def _misfit(stamps: Sequence[Stamp], order: DateOrder) -> tuple[int, int, timedelta]:
    placed = [moment.replace(tzinfo=None) for moment in (s.moment(order) for s in stamps) if moment]
    backwards = sum(later < earlier for earlier, later in pairwise(placed))
    span = max(placed) - min(placed) if placed else timedelta()
    return len(stamps) - len(placed), backwards, span


def _numbers(found: dict[str, str | None]) -> tuple[int, int, int]:
    if found["first"]:
        return int(found["first"]), int(found["middle"] or 0), int(found["last"] or 0)
    month = (found["month"] or found["month_after"] or "")[:3].lower()
    return (
        int(found["year"] or found["year_after"] or 0),
        _MONTHS.index(month) + 1,
        int(found["day"] or found["day_before"] or 0),
    )


def _own_order(found: dict[str, str | None]) -> DateOrder | None:
    year_first = found["first"] is None or re.fullmatch(r"\d{4}", found["first"])
    return DateOrder.YEAR_FIRST if year_first else None


def _hour(hour: int, half: str) -> int:
    if not half or hour > _NOON:
        return hour
    return hour % _NOON + (_NOON if half.startswith(_AFTERNOON) else 0)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if american := re.fullmatch(r" ?([ecmp])([sd])t", text.lower()):
        return timezone(timedelta(hours=(american[2] == "d") - _AMERICAN_HOURS[american[1]]))
    digits = re.sub(r"\D", "", text)
    if not digits:
        return UTC
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if "-" in text else offset) if offset < timedelta(hours=24) else UTC
