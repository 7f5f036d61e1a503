"""Exact dates, ages, counts and amounts as the archive publishes them: seasons, grade bands, bands of numbers."""

from datetime import date

import regex

from corpus.model.taxonomy import REMOVED
from redaction.numerals import number

_MONTHS = "jan|ene feb mar apr|abr may jun jul aug|ago sep oct nov dec|dic".split()
_SEASONS = (
    "winter",
    "winter",
    "spring",
    "spring",
    "spring",
    "summer",
    "summer",
    "fall",
    "fall",
    "fall",
    "fall",
    "winter",
)
_SCHOOL_YEAR_BEGINS = 8
_LONGEST_INTERVAL = 60
_COUNT_BANDS = ((5, "a few"), (10, "several"), (25, "a dozen or two"), (100, "dozens of"), (1000, "hundreds of"))
_MONEY_BANDS = (
    (100, "under $100"),
    (1_000, "hundreds of dollars"),
    (10_000, "thousands of dollars"),
    (100_000, "tens of thousands of dollars"),
    (1_000_000, "hundreds of thousands of dollars"),
)
_AGE_BANDS = ((5, "preschool age"), (11, "elementary age"), (14, "middle school age"), (19, "high school age"))

THAT_DAY = "that day"
PHRASES = r"""(?:(?:fall|winter|spring|summer)(?:\ \d{4}-\d{2})?|that\ day|the\ same\ day|\d{1,2}\ days?\ (?:later|earlier)|weeks\ (?:later|earlier)
|a\ few|several|a\ dozen\ or\ two|dozens\ of|hundreds\ of|thousands\ of|under\ \$100|(?:hundreds|thousands|tens\ of\ thousands|hundreds\ of\ thousands|millions)\ of\ dollars
|(?:preschool|elementary|middle\ school|high\ school)\ age|adult)"""
"""Everything that this module puts in brackets, as a verbose expression."""


def season(found: date | tuple[int, int], has_year: bool) -> str:
    """As in "[spring 2022-23]", or "[spring]" where no year was said."""
    month, year = (found.month, found.year) if isinstance(found, date) else found
    name = _SEASONS[month - 1]
    if not has_year:
        return f"[{name}]"
    begins = year if month >= _SCHOOL_YEAR_BEGINS else year - 1
    return f"[{name} {begins}-{(begins + 1) % 100:02d}]"


class Calendar:
    """The dates of one discussion: the first as its season, later ones by their distance, so that intervals stay."""

    def __init__(self) -> None:
        self._first: tuple[date, bool] | None = None

    def generalise(self, surface: str) -> str:
        """What is published instead of one exact date."""
        month, day, year = _read(surface)
        if month is None:
            return f"[{THAT_DAY}]"
        if day is None:
            return season((month, year or 0), year is not None)
        try:
            found = date(year or (self._first[0].year if self._first else 2001), month, day)
        except ValueError:
            return REMOVED
        if self._first is None:
            self._first = (found, year is not None)
            return season(found, year is not None)
        return _interval((found - self._first[0]).days) or season(found, year is not None)


def _interval(days: int) -> str | None:
    if days == 0:
        return "[the same day]"
    way = "later" if days > 0 else "earlier"
    if abs(days) <= 20:
        return f"[{abs(days)} day{'s' if abs(days) > 1 else ''} {way}]"
    return f"[weeks {way}]" if abs(days) <= _LONGEST_INTERVAL else None


def _read(surface: str) -> tuple[int | None, int | None, int | None]:
    """Month, day and year of a written date, as far as it says them; month first where digits leave it open."""
    lower = surface.lower()
    years = regex.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", lower)
    year = int(years[0]) if years else None
    named = next((index + 1 for index, name in enumerate(_MONTHS) if regex.search(rf"\b(?:{name})", lower)), None)
    numbers = [int(number) for number in regex.findall(r"(?<!\d)\d{1,2}(?!\d)", lower)]
    if named:
        return named, numbers[0] if numbers else None, year
    if len(numbers) < 2:
        return None, None, year
    if year is None and len(numbers) == 3:
        year = 2000 + numbers[2]
    month, day = numbers[:2] if numbers[0] <= 12 else (numbers[1], numbers[0])
    return (month, day, year) if month <= 12 else (None, None, year)


def count(surface: str) -> str:
    """As in "[dozens of]" for "44"."""
    return f"[{_band(number(surface), _COUNT_BANDS, 'thousands of')}]"


def money(surface: str) -> str:
    """As in "[thousands of dollars]" for "$4,350"."""
    lower = surface.lower()
    scale = 1_000_000 if "mil" in lower or lower.endswith("m") else 1
    return f"[{_band(number(surface) * scale, _MONEY_BANDS, 'millions of dollars')}]"


def age(surface: str) -> str:
    """As in "[high school age]" for "14 years old"; a date of birth says nothing that may stay."""
    lower = surface.lower()
    numbers = regex.findall(r"\d+", lower)
    said = number(lower)
    if len(numbers) > 1 or (not numbers and not said) or any(len(digits) > 2 for digits in numbers):
        return REMOVED
    years = said
    return f"[{_band(0 if 'mo' in lower else years, _AGE_BANDS, 'adult')}]"


def _band(number: float, bands: tuple[tuple[int, str], ...], above: str) -> str:
    return next((name for limit, name in bands if number < limit), above)
