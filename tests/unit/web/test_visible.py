"""What a reviewer can't see is drawn."""

import pytest

from api.workflow.generalise import Telling
from corpus.model.redaction import EntityKind, Mention
from web.visible import PieceKind, raw_pieces, redacted_pieces


@pytest.mark.parametrize("hidden", ["\u200b", "\u200e", "\u00ad", "\u202f", "\u00a0", "\ufeff", "\x07"])
def test_invisible_characters_are_drawn_by_their_number(hidden: str) -> None:
    pieces = raw_pieces(f"a{hidden}b", ())
    assert [piece.kind for piece in pieces] == [PieceKind.PLAIN, PieceKind.INVISIBLE, PieceKind.PLAIN]
    assert pieces[1].text == f"U+{ord(hidden):04X}"


@pytest.mark.parametrize("letter", ["\u0430", "\u03bf", "\uff21", "\U0001d400"])
def test_look_alikes_are_marked(letter: str) -> None:
    assert raw_pieces(letter, ())[0].kind is PieceKind.LOOKALIKE


def test_ordinary_text_is_left_alone() -> None:
    text = "Zoë's café, \u201cJosé\u201d \u2013 100 %\n\tnext line 🙂"
    assert "".join(piece.text for piece in raw_pieces(text, ()) if piece.kind is PieceKind.PLAIN) == text


def test_overlapping_removals_are_drawn_once_and_no_text_is_lost() -> None:
    def mention(start: int, end: int) -> Mention:
        return Mention(0, start, end, EntityKind.PERSON, "PERSON-1", "[Student 1]", "Names")

    pieces = raw_pieces("call Ann Lee now", [mention(5, 12), mention(5, 8), mention(9, 12)])
    assert "".join(piece.text for piece in pieces) == "call Ann Lee now"
    assert [piece.text for piece in pieces if piece.kind is PieceKind.REMOVED] == ["Ann Lee"]


def test_placeholders_are_set_apart() -> None:
    pieces = redacted_pieces("[Student 1] left [School 2].")
    assert [piece.text for piece in pieces if piece.kind is PieceKind.PLACEHOLDER] == ["[Student 1]", "[School 2]"]


def test_disguises_within_a_removed_name_are_drawn_too() -> None:
    text = "J\u0430y\u200bden"
    (piece,) = raw_pieces(text, [Mention(0, 0, len(text), EntityKind.PERSON, "PERSON-1", "[Student 1]", "Names")])
    kinds = [inner.kind for inner in piece.inside]
    assert (kinds.count(PieceKind.LOOKALIKE), kinds.count(PieceKind.INVISIBLE)) == (1, 1)


def test_what_still_tells_is_set_apart_with_its_reason() -> None:
    text = "[Student 1] left on March 14."
    tellings = [
        Telling(20, 28, "an exact date", None, exact=True),
        Telling(26, 28, "an exact number", None, exact=True),
    ]
    pieces = redacted_pieces(text, tellings)
    assert "".join(piece.text for piece in pieces) == text
    assert [(p.text, p.reason) for p in pieces if p.kind is PieceKind.TELLING] == [("March 14", "an exact date")]
