"""Phrases in a text: whole, in any case, the longest, none across another."""

import pytest

from redaction.phrases import Phrases


def _found(text: str, *phrases: str) -> list[str]:
    return [text[start:end] for start, end in Phrases(phrases).spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We read Charlotte's Web today", ["Charlotte's Web"]),
        ("under T.L.O. it is", ["T.L.O."]),
        ("(moms for liberty)", ["moms for liberty"]),
        ("moms for libertyville", []),
        ("xmoms for liberty", []),
        ("_moms for liberty", []),
        ("moms for", []),
        ("İ moms for liberty", ["moms for liberty"]),
        ("moms for moms for liberty moms for liberty", ["moms for liberty", "moms for liberty"]),
    ],
)
def test_a_phrase_stands_between_word_boundaries(text: str, found: list[str]) -> None:
    assert _found(text, "charlotte's web", "t.l.o.", "moms for liberty") == found


def test_the_longest_of_those_that_begin_together_is_told() -> None:
    assert _found("title ix coordinator", "title ix", "title ix coordinator", "title") == ["title ix coordinator"]
    assert _found("title ix coordinates", "title ix", "title ix coordinator", "title") == ["title ix"]
    assert _found("title", "title ix", "title") == ["title"]


def test_none_reaches_across_another() -> None:
    assert _found("new york times square", "new york times", "times square") == ["new york times"]
