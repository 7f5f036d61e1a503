"""Corrections that were said one after another."""

import pytest

from corpus.model.redaction import Corrections


@pytest.mark.parametrize(
    ("first", "then", "both"),
    [
        (Corrections(hide=("a",)), Corrections(hide=("b", "a")), Corrections(hide=("a", "b"))),
        (Corrections(hide=("a", "b")), Corrections(keep=("a",)), Corrections(hide=("b",), keep=("a",))),
        (Corrections(keep=("a",)), Corrections(hide=("a",)), Corrections(hide=("a",))),
        (Corrections(), Corrections(hide=("a",), keep=("a",)), Corrections(hide=("a",), keep=("a",))),
        (
            Corrections(roles=(("a", "Parent"), ("b", "Coach"))),
            Corrections(roles=(("a", "Student"),)),
            Corrections(roles=(("a", "Student"), ("b", "Coach"))),
        ),
        (Corrections(same=(("a", "b"),)), Corrections(keep=("a",)), Corrections(keep=("a",), same=(("a", "b"),))),
    ],
)
def test_the_later_word_holds(first: Corrections, then: Corrections, both: Corrections) -> None:
    assert first.joined(then) == both
