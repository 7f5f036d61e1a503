"""What may stand in brackets, and the numbers that go on from those that a text already holds."""

import pytest

from corpus.model.redaction import EntityKind
from redaction import generalise
from redaction.entities import Entity
from redaction.placeholders import _NUMBERED, PLACEHOLDER, Placeholders, unnumbered
from redaction.roles import LABELS

PEOPLE = sorted(LABELS)


@pytest.mark.parametrize("role", PEOPLE)
def test_every_role_s_placeholder_is_known_again(role: str) -> None:
    placeholder = Placeholders([]).placeholder(Entity(EntityKind.PERSON, 1), "Dana", role)
    assert placeholder == f"[{role} 1]"
    assert PLACEHOLDER.fullmatch(placeholder)


@pytest.mark.parametrize("kind", EntityKind)
@pytest.mark.parametrize(
    "surface", ["Dana", "14", "3/17/2023", "March 14", "$4,350", "8 months old", "Channel 9", "1200"]
)
def test_every_kind_s_placeholder_is_known_again(kind: EntityKind, surface: str) -> None:
    assert PLACEHOLDER.fullmatch(Placeholders([]).placeholder(Entity(kind, 1), surface))


@pytest.mark.parametrize("label", [*PEOPLE, *_NUMBERED.values()])
def test_numbers_go_on_after_those_of_the_text(label: str) -> None:
    kind = next((kind for kind, name in _NUMBERED.items() if name == label), EntityKind.PERSON)
    placeholders = Placeholders([f"ask [{label} 3] and [{label} 2]"])
    assert placeholders.placeholder(Entity(kind, 1), "Riverside", label) == f"[{label} 4]"


def test_one_entity_keeps_its_placeholder_and_another_gets_its_own() -> None:
    placeholders = Placeholders([])
    one, other = Entity(EntityKind.PERSON, 1), Entity(EntityKind.PERSON, 2)
    given = [placeholders.placeholder(entity, "Dana", "Coach") for entity in (one, other, one)]
    assert given == ["[Coach 1]", "[Coach 2]", "[Coach 1]"]


def test_what_was_given_before_is_given_again_and_counted_on() -> None:
    placeholders = Placeholders([])
    placeholders.give(Entity(EntityKind.PERSON, 1), "Dana", "[Board Member 2]")
    assert placeholders.placeholder(Entity(EntityKind.PERSON, 1), "Dana", "Coach") == "[Board Member 2]"
    assert placeholders.placeholder(Entity(EntityKind.PERSON, 2), "Tom", "Board Member") == "[Board Member 3]"


def test_of_two_placeholders_that_one_person_had_before_the_first_stays() -> None:
    placeholders = Placeholders([])
    dana = Entity(EntityKind.PERSON, 1)
    placeholders.give(dana, "Dana", "[Parent 1]")
    placeholders.give(dana, "Ms. Whitfield", "[Teacher 1]")
    assert placeholders.placeholder(dana, "Dana") == "[Parent 1]"


@pytest.mark.parametrize(
    "text", ["[Denise 1]", "[Person]", "[Person 12345]", "(Person 1)", "[person 1]", "[ Person 1]"]
)
def test_a_look_alike_is_no_placeholder(text: str) -> None:
    assert not PLACEHOLDER.search(text)


def test_a_first_date_that_was_given_before_sets_the_distance_of_the_next() -> None:
    placeholders = Placeholders([])
    placeholders.give(Entity(EntityKind.DATE, 1), "March 14, 2023", generalise.Calendar().generalise("March 14, 2023"))
    assert placeholders.placeholder(Entity(EntityKind.DATE, 2), "March 17, 2023") == "[3 days later]"


def test_a_reading_sees_no_number_of_a_placeholder_and_every_offset_stays() -> None:
    text = "[Person 12] told [Teacher 3] on page 3 [sic 4], see [removed]"
    assert unnumbered(text) == "[Person 00] told [Teacher 0] on page 3 [sic 4], see [removed]"
    assert unnumbered(unnumbered(text)) == unnumbered(text)
