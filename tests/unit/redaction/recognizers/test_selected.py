"""What a person selected is hidden as it stands, and nothing else is."""

import pytest

from corpus.model.redaction import EntityKind
from redaction.recognizers.selected import Selected


def _found(selected: str, text: str) -> list[tuple[str, EntityKind]]:
    return [(text[f.start : f.end], f.kind) for f in Selected([selected]).find(text)]


@pytest.mark.parametrize(
    ("selected", "text", "surface"),
    [
        ("old mill", "by the Old  Mill again", "Old  Mill"),
        ("the board", "ask the board", "the board"),
        ("(blue)", "the (blue) one", "(blue)"),
        ("& main", "at 4th & Main.", "& Main"),
    ],
)
def test_ordinary_words_go_where_a_person_selected_them(selected: str, text: str, surface: str) -> None:
    assert _found(selected, text) == [(surface, EntityKind.TRACE)]


def test_a_part_of_a_longer_word_stays() -> None:
    assert _found("mill", "the treadmill, a millrace") == []


def test_a_name_becomes_a_person() -> None:
    assert _found("Okafor", "ask okafor") == [("okafor", EntityKind.PERSON)]


def test_nothing_selected_hides_nothing() -> None:
    assert _found("  ", "a b") == []
