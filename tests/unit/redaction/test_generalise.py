"""Exact numbers become the bands that the archive publishes."""

import pytest

from redaction.generalise import age, count, money
from redaction.numerals import number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("312", 312),
        ("1,204", 1204),
        ("3.1k views", 3100),
        ("25 hundred", 2500),
        ("forty-four", 44),
        ("two hundred ten", 210),
        ("none at all", 0),
    ],
)
def test_numbers_as_people_write_them(written: str, value: float) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("written", "band"),
    [("4", "[a few]"), ("44", "[dozens of]"), ("3.1k", "[thousands of]"), ("25 hundred", "[thousands of]")],
)
def test_counts(written: str, band: str) -> None:
    assert count(written) == band


@pytest.mark.parametrize(
    ("written", "band"),
    [
        ("$84", "[under $100]"),
        ("$4,350", "[thousands of dollars]"),
        ("4k", "[thousands of dollars]"),
        ("25 hundred", "[thousands of dollars]"),
        ("12 grand", "[tens of thousands of dollars]"),
        ("two thousand dollars", "[thousands of dollars]"),
        ("$1.2 million", "[millions of dollars]"),
    ],
)
def test_money(written: str, band: str) -> None:
    assert money(written) == band


@pytest.mark.parametrize(("written", "band"), [("14 years old", "[high school age]"), ("2/11/2009", "[removed]")])
def test_ages(written: str, band: str) -> None:
    assert age(written) == band
