"""Words with their places, and the run of a name before a word."""

import pytest

from redaction.words import run_before, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ann's dog-walk, ok.", [(2, 5, "Ann"), (8, 16, "dog-walk"), (18, 20, "ok")]),
        ("Mr. B. a. b", [(0, 3, "Mr."), (4, 6, "B."), (7, 8, "a"), (10, 11, "b")]),
        ("_x_1", [(1, 2, "x"), (3, 4, "1")]),
        ("", []),
    ],
)
def test_a_word_stands_where_its_letters_stand(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert [(word.start, word.end, word.text) for word in words(text)] == expected
    assert all(word.lower == word.text.lower() for word in words(text))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("see Quivira Elm St", 1),
        ("Quivira de la Cruz St", 0),
        ("de la St", 2),
        ("Quivira, Cruz St", 1),
        ("Quivira de, la Cruz St", 3),
        ("Aba Beb Cic Dod Fif St", 1),
    ],
)
def test_a_run_crosses_small_words_and_ends_at_a_comma_or_after_four_words(text: str, first: int) -> None:
    tokens = words(text)
    assert run_before(text, tokens, len(tokens) - 1) == first
