"""What belongs to a person's name and what stands beside it."""

import pytest

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.titles import whole_name, without_titles


def _found(text: str, surface: str, kind: EntityKind = EntityKind.PERSON, recognizer: str = "Names") -> Finding:
    start = text.index(surface)
    return Finding(start, start + len(surface), kind, 0.9, recognizer)


@pytest.mark.parametrize(
    ("text", "surface", "whole"),
    [
        ("so Brantley Sheets Sr. says no", "Brantley Sheets", "Brantley Sheets Sr."),
        ("Octavio Pratt, Jr showed up", "Octavio Pratt", "Octavio Pratt, Jr"),
        ("ask walt boone iii now", "walt boone", "walt boone iii"),
        ("and lil Abdi ran", "Abdi", "lil Abdi"),
        ("who taped? big sefo", "sefo", "big sefo"),
        ("Dana Whitfield said", "Dana Whitfield", "Dana Whitfield"),
        ("asked Little Sam and", "Sam", "Little Sam"),
        ("a little Sam time", "Sam", "Sam"),
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


@pytest.mark.parametrize(
    ("recognizer", "left"), [("Headers", "Linda AP"), ("Prefixes", "Linda AP"), ("Names", "Linda")]
)
def test_a_post_behind_a_name_is_part_of_a_senders_line_only(recognizer: str, left: str) -> None:
    text = "9:00 - Linda AP: hi"
    found = without_titles(_found(text, "Linda AP", recognizer=recognizer), text)
    assert text[found.start : found.end] == left


def test_titles_stay_outside() -> None:
    text = "ask Principal Hornick"
    found = without_titles(_found(text, "Principal Hornick"), text)
    assert text[found.start : found.end] == "Hornick"


@pytest.mark.parametrize(
    ("surface", "recognizer", "left"),
    [
        ("Dean Wozniak", "Headers", "Dean Wozniak"),
        ("Tia Bearclaw", "Names", "Tia Bearclaw"),
        ("AP Dean Wozniak", "Names", "Dean Wozniak"),
        ("Don Wozniak", "Names", "Don Wozniak"),
        ("don Eusebio", "Names", "Eusebio"),
        ("Nana Owusu", "Names", "Nana Owusu"),
        ("dean wozniak", "Names", "wozniak"),
        ("Dean Wozniak", "NameCues", "Wozniak"),
        ("Sister Agnes", "Names", "Agnes"),
        ("Junior Sigrah", "Names", "Junior Sigrah"),
        ("Junior Simone Baptiste", "Names", "Simone Baptiste"),
        ("Dean of Students", "Names", "of Students"),
    ],
)
def test_a_title_that_is_a_first_name_is_hidden_with_the_name(surface: str, recognizer: str, left: str) -> None:
    found = without_titles(_found(surface, surface, recognizer=recognizer), surface)
    assert surface[found.start : found.end] == left
