"""What differs between the two databases is settled at the engine."""

from corpus.database import without_nulls


def test_no_text_reaches_postgresql_with_a_null_in_it() -> None:
    row = {"wish": "\x00 nests", "id": 4, "gone": None, "box": b"\x00"}
    clean = {"wish": " nests", "id": 4, "gone": None, "box": b"\x00"}
    assert without_nulls(None, None, "q", row, None, False) == ("q", clean)
    assert without_nulls(None, None, "q", [row, row], None, True) == ("q", [clean, clean])
