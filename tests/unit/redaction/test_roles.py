"""Roles read off the words beside a name."""

import pytest

from redaction.roles import votes_for
from redaction.words import words


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("we asked Father Stan to come", "Stan", "Clergy"),
        ("and Brother Hollis prayed", "Hollis", "Clergy"),
        ("ask Fr. Callum", "Callum", "Clergy"),
        ("then deacon Ray came", "Ray", "Clergy"),
        ("his father Stan came", "Stan", "Parent"),
        ("her brother Hollis ran", "Hollis", "Student"),
        ("It was late. Father Luis was called", "Luis", "Parent"),
        ("CALLED FATHER LUIS AGAIN", "LUIS", "Parent"),
        ("our assistant principal Denise", "Denise", "Assistant Principal"),
    ],
)
def test_the_word_before_a_name_says_who_it_is(text: str, name: str, role: str) -> None:
    tokens = words(text)
    place = next(position for position, word in enumerate(tokens) if word.text == name)
    assert [label for label, _ in votes_for(tokens, place, place, text).most_common(1)] == [role]
