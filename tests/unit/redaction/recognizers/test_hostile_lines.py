"""No expression loses itself in a line that nobody writes: numbers, letters and signs without end, one beside another."""

from itertools import product

import pytest

from redaction.recognizers import patterns
from redaction.recognizers.patterns import Patterns
from redaction.recognizers.registry import standing_recognizers

PIECES = (
    "0", "x1", "a", "A", "Denise", "denise.", "@", "-", "0-", "0.a", "a-1", "A1", "0 ", "1 a ", "A. ", "A ", "'a", "1/1 ",
    "\n", " ", "é", "á1", ", ", "#a", "St. ", "1:1 ", "Dr. A ",
)  # fmt: skip
LONG, WORDS = 400, patterns.SHORT // 2 - 10
GUARD = 3.0
"""Seconds for one expression over one line, a thousand times what it takes; one that loses itself takes for ever."""


def _long(piece: str) -> str:
    return (piece * LONG)[:LONG]


def _in_words(piece: str) -> str:
    """As long as a line may be that is read without a clock, in words as long as they may be there."""
    word = (piece * patterns.LONGEST_WORD)[: patterns.LONGEST_WORD]
    return f"{word} {word} {word} {word}"[:WORDS]


@pytest.mark.parametrize("form", [_long, _in_words])
def test_every_expression_is_done_with_every_line(form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", GUARD)
    monkeypatch.setattr(patterns, "SHORT", 0)
    lines = [f"ask {form(one)}{form(other)} dana" for one, other in product(PIECES, repeat=2)]
    for recognizer in standing_recognizers(None):
        if isinstance(recognizer, Patterns):
            for line in lines:
                list(recognizer.find(line))


def test_a_line_with_a_word_that_nobody_writes_is_read_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 1e-9)
    recognizer = next(r for r in standing_recognizers(None) if r.name == "Identifiers")
    assert list(recognizer.find("ask dana at 3, room 12")) is not None
    with pytest.raises(TimeoutError):
        list(recognizer.find(f"ask dana {'0' * (patterns.LONGEST_WORD + 1)} " * 20))
