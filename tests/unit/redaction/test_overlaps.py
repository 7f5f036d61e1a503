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


def _found(text: str, words: str, kind: EntityKind = EntityKind.PERSON, score: float = 0.9) -> Finding:
    start = text.index(words)
    return Finding(start, start + len(words), kind, score, "Names")


def _left(text: str, *findings: Finding, taboo: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, EntityKind]]:
    return [(text[one.start : one.end], one.kind) for one in resolve(findings, text, taboo)]


def test_a_name_around_a_placeholder_loses_no_side_and_touches_no_letter_of_it() -> None:
    text = "Dana [Person 1] Whitfield"
    assert _left(text, _found(text, text), taboo=((5, 15),)) == [
        ("Dana", EntityKind.PERSON),
        ("Whitfield", EntityKind.PERSON),
    ]


def test_a_sure_form_wins_over_a_longer_name_which_keeps_both_its_ends() -> None:
    text = "Dana dana@oakhill.example Whitfield"
    address = _found(text, "dana@oakhill.example", EntityKind.EMAIL, 0.5)
    assert _left(text, _found(text, text), address) == [
        ("Dana", EntityKind.PERSON),
        ("dana@oakhill.example", EntityKind.EMAIL),
        ("Whitfield", EntityKind.PERSON),
    ]


def test_of_two_that_are_as_long_the_surer_wins() -> None:
    text = "at Lincoln today"
    kinds = (_found(text, "Lincoln", EntityKind.PERSON, 0.6), _found(text, "Lincoln", EntityKind.SCHOOL, 0.9))
    assert _left(text, *kinds) == [("Lincoln", EntityKind.SCHOOL)]


def test_a_person_called_like_a_small_word_is_a_person() -> None:
    assert _left("An said so", _found("An said so", "An")) == [("An", EntityKind.PERSON)]
