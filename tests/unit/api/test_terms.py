"""Times as the public gets them."""

from datetime import date

import pytest

from api.terms import season_of, term_of
from corpus.model.taxonomy import Season


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 1, 1), "Spring term 2026"),
        (date(2026, 5, 31), "Spring term 2026"),
        (date(2026, 6, 1), "Summer 2026"),
        (date(2026, 7, 31), "Summer 2026"),
        (date(2026, 8, 1), "Fall term 2026"),
        (date(2026, 12, 31), "Fall term 2026"),
    ],
)
def test_a_day_becomes_its_term(day: date, term: str) -> None:
    assert str(term_of(day)) == term


def test_terms_sort_by_time() -> None:
    days = [date(2025, 9, 1), date(2026, 2, 1), date(2026, 6, 15), date(2026, 9, 1)]
    terms = [term_of(day) for day in days]
    assert sorted([terms[2], terms[0], terms[3], terms[1]]) == terms


def test_every_month_has_a_season_and_winter_crosses_the_year() -> None:
    assert {season_of(date(2026, month, 1)) for month in range(1, 13)} == {
        Season.FALL, Season.WINTER, Season.SPRING, Season.SUMMER,
    }  # fmt: skip
    assert season_of(date(2026, 12, 1)) is season_of(date(2026, 2, 1)) is Season.WINTER
