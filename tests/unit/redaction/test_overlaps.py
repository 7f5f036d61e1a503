import pytest

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.overlaps import resolve


@pytest.mark.parametrize(
    ("text", "found", "left"),
    [
        ("Dana Whitfield \u2014 Today", "Dana Whitfield \u2014", "Dana Whitfield"),
        ("Dana Whitfield (12/3/24): hi", "Dana Whitfield (", "Dana Whitfield"),
        ("motion: Ortiz / Lee", "Ortiz /", "Ortiz"),
        ("<dana_w> hi", "<dana_w>", "dana_w"),
        ("so Jr. said", "Jr.", "Jr."),
        ("at (615) 555 0142 now", "(615) 555 0142", "(615) 555 0142"),
        ("under #4471", "#4471", "#4471"),
    ],
)
def test_what_only_stands_beside_a_name_stays(text: str, found: str, left: str) -> None:
    start = text.index(found)
    finding = Finding(start, start + len(found), EntityKind.PERSON, 0.9, "Names")
    assert [text[one.start : one.end] for one in resolve([finding], text, [])] == [left]


def test_marks_alone_are_nothing() -> None:
    assert resolve([Finding(0, 3, EntityKind.PERSON, 0.9, "Names")], " \u2014 (", []) == []
