"""The detection copy: what folds, and the way back to the original."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.canonical import Joined, canonical
from redaction.confusables import LATIN, LEET


@pytest.mark.parametrize(
    ("disguised", "plain"),
    [
        ("De\u200bnise", "Denise"),
        ("Ｄｅｎｉｓｅ", "Denise"),
        ("Dеnisе", "Denise"),
        ("D\u0336e\u0336n\u0336", "Den"),
        ("José", "Jose"),
        ("&#68;enise", "Denise"),
        ("🇩🇪", "de"),
        ("a\u00a0b", "a b"),
        ("it’s", "it's"),
        ("李老师", "李老师"),
    ],
)
def test_folds_disguises(disguised: str, plain: str) -> None:
    assert canonical(disguised).text == plain


def test_every_look_alike_becomes_a_letter_or_sign_of_ascii() -> None:
    assert {chr(code) for code, plain in LATIN.items() if not plain.isascii()} == set()
    assert {sign for sign, letter in LEET.items() if not (letter.isascii() and letter.islower())} == set()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_every_range_of_the_copy_has_a_range_of_the_original(text: str) -> None:
    copy = canonical(text)
    assert len(copy.starts) == len(copy.ends) == len(copy.text)
    for index in range(len(copy.text)):
        start, end = copy.original(index, index + 1)
        assert 0 <= start < end <= len(text)
    assert list(copy.starts) == sorted(copy.starts)


@given(st.lists(st.text(alphabet="abé \u200b", max_size=10), min_size=1, max_size=5), st.data())
def test_a_place_of_the_joined_copy_is_found_in_its_own_text(texts: list[str], data: st.DataObject) -> None:
    joined = Joined(texts)
    part = data.draw(st.integers(0, len(texts) - 1))
    for index in range(len(joined.parts[part].text)):
        start = joined.offsets[part] + index
        assert joined.locate(start, start + 1) == (part, *joined.parts[part].original(index, index + 1))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("over at _Lincoln High_ now", "over at *Lincoln High* now"),
        ("_Dana_ said", "*Dana* said"),
        ("@_dana_w_ posted", "@_dana_w_ posted"),
        ("file_name_Here", "file_name_Here"),
        ("call _dana_", "call _dana_"),
    ],
)
def test_italics_of_a_phone_are_no_part_of_a_word(written: str, read: str) -> None:
    assert canonical(written).text == read
