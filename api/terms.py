"""Times as coarse as the public gets them: the term in which something happened, never the day."""

from dataclasses import dataclass
from datetime import date

from corpus.model.taxonomy import Season

_SEASONS = {
    **dict.fromkeys((8, 9, 10, 11), Season.FALL),
    **dict.fromkeys((12, 1, 2), Season.WINTER),
    **dict.fromkeys((3, 4, 5), Season.SPRING),
    **dict.fromkeys((6, 7), Season.SUMMER),
}
"""As school years run in most of the country: fall begins in August and ends with November."""
_FALL, _SPRING, _SUMMER = "Fall term", "Spring term", "Summer"
_TERMS = {**dict.fromkeys(range(1, 6), _SPRING), 6: _SUMMER, 7: _SUMMER, **dict.fromkeys(range(8, 13), _FALL)}


@dataclass(frozen=True, order=True)
class Term:
    year: int
    place: int
    """Within the year, so that terms sort by time."""
    name: str

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


def term_of(day: date) -> Term:
    """The term that a day falls into, such as "Fall term 2026"."""
    name = _TERMS[day.month]
    return Term(day.year, (_SPRING, _SUMMER, _FALL).index(name), name)


def season_of(day: date) -> Season:
    """The season of the school year that a day falls into."""
    return _SEASONS[day.month]
