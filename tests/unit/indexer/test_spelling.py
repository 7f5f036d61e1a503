"""Misspelt words find the word that was meant; right words are left alone."""

import pytest

from indexer.spelling import LONGEST_MENDED, Spelling, word_frequencies

SPELLING = Spelling({"swastika": 5, "stabbing": 3, "emailed": 2, "teacher": 40, "teachers": 20}, frozenset({"hamster"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("swatstika", "swastika"), ("stabing", "stabbing"), ("emaild", "emailed"), ("taecher", "teacher")],
)
def test_mends_within_one_letter(typed, meant):
    assert SPELLING.mend(typed) == meant


@pytest.mark.parametrize("word", ["teacher", "hamster", "xylophone", "cat"])
def test_leaves_alone_what_is_right_unknown_or_short(word):
    assert SPELLING.mend(word) == word


def test_what_is_too_long_for_a_word_is_left_alone():
    longest = "a" * LONGEST_MENDED
    spelling = Spelling({longest: 1, longest + "a": 1})
    assert spelling.mend("b" + longest[1:]) == longest
    assert spelling.mend("b" + longest) == "b" + longest


def test_counts_words_without_their_marks():
    assert word_frequencies(["Gun found. The gun!"]) == {"gun": 2, "found": 1, "the": 1}
