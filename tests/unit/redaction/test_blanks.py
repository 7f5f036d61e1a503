import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.redaction import EntityKind
from redaction.blanks import is_wide, narrowed
from redaction.finding import Finding
from redaction.redactor import build_redactor


@given(st.text(alphabet="ab \t\n,\ue000", max_size=40))
def test_every_word_is_found_back_where_it_stood(text: str) -> None:
    narrow = narrowed(text)
    assert not is_wide(narrow.text)
    assert [text[place] for place in narrow.places[:-1] if not text[place].isspace()] == [
        letter for letter in narrow.text if not letter.isspace()
    ]
    assert narrow.text.split() == text.split()
    assert narrow.places[-1] == len(text)


def test_a_finding_goes_back_with_all_that_stood_between_its_words() -> None:
    text = "on  March \t 14,  she"
    narrow = narrowed(text)
    start = narrow.text.index("March")
    back = narrow.widened(Finding(start, start + len("March 14"), EntityKind.DATE, 0.9, "Dates"))
    assert text[back.start : back.end] == "March \t 14"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("met on March  14 about it", "March  14"),
        ("we had 27  students  out", "27"),
        ("call 615\t555\t0142 now", "615\t555\t0142"),
        ("student  id  4471203 was out", "4471203"),
        ("it was 1420  Maple  Street", "1420  Maple  Street"),
    ],
)
def test_two_blanks_hide_nothing_from_the_patterns(text: str, surface: str) -> None:
    found = {text[span.start : span.end] for span in build_redactor(name_model=None).spans(text)}
    assert surface in found


def test_a_table_is_still_read_by_its_wide_blanks() -> None:
    text = "last name   first name   sid\nOkoro       Ben          88213\n"
    found = {text[span.start : span.end] for span in build_redactor(name_model=None).spans(text)}
    assert {"Okoro", "Ben", "88213"} <= found
