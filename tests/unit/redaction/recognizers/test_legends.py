"""Initials that the discussion explains are people wherever they stand; the same letters elsewhere are not."""

import pytest

from redaction.recognizers.legends import Legends

NAMES = ("Oren Katz", "Paul Mercado", "Ana Moreno")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oren Katz (OK) said\nOK: no. ok", ["OK", "OK"]),
        ("Paul Mercado (PM)\nPM orders radios by 4 PM, 4PM, 4:10 PM", ["PM", "PM"]),
        ("Ana Moreno - AM. AM/PM", ["AM"]),
        ("Oren Katz. OK? Paul Mercado (AP) at 4 PM", []),
    ],
)
def test_explained_initials(text: str, found: list[str]) -> None:
    findings = Legends(NAMES, text).find(text)
    assert [text[finding.start : finding.end] for finding in findings] == found
