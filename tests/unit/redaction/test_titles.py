"""What belongs to a person's name and what stands beside it."""

import pytest

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.titles import whole_name, without_titles


def _found(text: str, surface: str, kind: EntityKind = EntityKind.PERSON) -> Finding:
    start = text.index(surface)
    return Finding(start, start + len(surface), kind, 0.9, "Names")


@pytest.mark.parametrize(
    ("text", "surface", "whole"),
    [
        ("so Brantley Sheets Sr. says no", "Brantley Sheets", "Brantley Sheets Sr."),
        ("Octavio Pratt, Jr showed up", "Octavio Pratt", "Octavio Pratt, Jr"),
        ("ask walt boone iii now", "walt boone", "walt boone iii"),
        ("and lil Abdi ran", "Abdi", "lil Abdi"),
        ("who taped? big sefo", "sefo", "big sefo"),
        ("Dana Whitfield said", "Dana Whitfield", "Dana Whitfield"),
        ("the bigger Mike", "Mike", "Mike"),
        ("Dana, I invited her", "Dana", "Dana"),
    ],
)
def test_suffixes_and_nicknames_belong_to_the_name(text: str, surface: str, whole: str) -> None:
    found = whole_name(_found(text, surface), text)
    assert text[found.start : found.end] == whole


def test_only_people_have_them() -> None:
    text = "big Riverside II"
    found = _found(text, "Riverside", EntityKind.SCHOOL)
    assert whole_name(found, text) == found


def test_titles_stay_outside() -> None:
    text = "ask Principal Hornick"
    found = without_titles(_found(text, "Principal Hornick"), text)
    assert text[found.start : found.end] == "Hornick"
