"""What is found at the end of a line is found whatever the next line begins with: people hit return where others put a
stop, and a pasted e-mail has "To:" right under its date.
"""

import pytest

from redaction.presidio_engine import Recognizer
from tests.unit.redaction.recognizers.test_patterns import FOUND

NEXT_LINES = (
    "To: all staff", "to find out", "Kids are fine", "students went home", "am on it", "min later", "of course", "people came",
    "times are hard", "and then we left", "period 3 is done", "grade report", "or so they say", "Day off", "in the gym",
)  # fmt: skip


def _finds(kind: Recognizer, text: str, surface: str) -> bool:
    return surface in {text[finding.start : finding.end] for finding in kind.find(text)}


_AT_THE_END = [
    pytest.param(kind, line, surface, id=f"{kind.__name__} {surface}")
    for kind, text, surface in FOUND
    if _finds(kind(), line := text[: text.index(surface) + len(surface)], surface)
    and kind.__name__ not in {"Greetings", "SchoolForms"}
]
"""Greetings stand alone on their line by nature, and "at riverside" is a school by the words behind it."""


@pytest.mark.parametrize(("kind", "line", "surface"), _AT_THE_END)
def test_the_next_line_hides_nothing(kind: type[Recognizer], line: str, surface: str) -> None:
    recognizer = kind()
    assert [next_ for next_ in NEXT_LINES if not _finds(recognizer, f"{line}\n{next_}", surface)] == []
