"""Pairs that a person said mean the same hold for every kind, whatever their order and that of the mentions."""

from itertools import permutations

import pytest

from corpus.model.redaction import EntityKind
from redaction.entities import Entities
from redaction.said_same import joined_as_said, meant_by, not_found

PERSON, SCHOOL, PLACE, PHONE, DATE, TRACE, TOWN = (
    EntityKind.PERSON,
    EntityKind.SCHOOL,
    EntityKind.ORGANIZATION,
    EntityKind.PHONE,
    EntityKind.DATE,
    EntityKind.TRACE,
    EntityKind.LOCATION,
)
Mentions = list[tuple[EntityKind, str]]
DANA, BIRD, KIERAN = (PERSON, "Dana Whitfield"), (PERSON, "Big Bird"), (PERSON, "Kieran Vosloo")


def _groups(pairs: list[tuple[str, str]], mentions: Mentions) -> list[set[str]]:
    """The surfaces of each entity that has several."""
    entities = Entities()
    met = [(surface, entities.entity(kind, surface)) for kind, surface in mentions]
    standing = joined_as_said(pairs, met)
    together: dict[str, set[str]] = {}
    for surface, entity in met:
        together.setdefault(standing.get(entity.id, entity).id, set()).add(surface)
    return [surfaces for surfaces in together.values() if len(surfaces) > 1]


@pytest.mark.parametrize(
    ("pairs", "mentions", "together"),
    [
        pytest.param(
            [("Big Bird", "Dana Whitfield")], [DANA, BIRD, KIERAN], "Dana Whitfield+Big Bird", id="two people"
        ),
        pytest.param([("Dana Whitfield", "Big Bird")], [DANA, BIRD, KIERAN], "Dana Whitfield+Big Bird", id="turned"),
        pytest.param(
            [("Big Bird", "Kieran Vosloo"), ("Dana Whitfield", "Big Bird")],
            [DANA, BIRD, KIERAN],
            "Dana Whitfield+Big Bird+Kieran Vosloo",
            id="through a third",
        ),
        pytest.param(
            [("Dana", "Big Bird")], [DANA, BIRD, (PERSON, "Dana")], "Dana Whitfield+Dana+Big Bird", id="a short form"
        ),
        pytest.param(
            [("dana  WHITFIELD", "big bird")], [DANA, BIRD], "Dana Whitfield+Big Bird", id="written otherwise"
        ),
        pytest.param([("Mrs. Whitfield", "Big Bird")], [DANA, BIRD], "Dana Whitfield+Big Bird", id="with a title"),
        pytest.param(
            [("José", "Pepe")], [(PERSON, "Jose\u0301"), (PERSON, "Pepe")], "Jose\u0301+Pepe", id="another accent"
        ),
        pytest.param(
            [("the Vikings", "Riverside Academy")],
            [(PLACE, "the Vikings"), (SCHOOL, "Riverside Academy"), (SCHOOL, "Lincoln High")],
            "the Vikings+Riverside Academy",
            id="a team and its school",
        ),
        pytest.param(
            [("North", "Park Elementary")],
            [(SCHOOL, "North"), (SCHOOL, "Park Elementary"), (PERSON, "Mr. Park")],
            "North+Park Elementary",
            id="a school cut as a school, not as Mr. Park",
        ),
        pytest.param(
            [("Rio", "Mario Dune")], [(TOWN, "Rio"), (PERSON, "Mario Dune")], "Rio+Mario Dune", id="taken for a town"
        ),
        pytest.param(
            [("(555) 010-0199", "Dana Whitfield")],
            [(PHONE, "(555) 010-0199"), (PHONE, "(555) 010-0142"), DANA],
            "(555) 010-0199+Dana Whitfield",
            id="a number and whose it is",
        ),
        pytest.param(
            [("3/14", "the Ides")],
            [(DATE, "3/14"), (DATE, "the Ides"), (DATE, "3/20")],
            "3/14+the Ides",
            id="two dates",
        ),
        pytest.param([("3/14", "Dana Whitfield")], [(DATE, "3/14"), DANA], "", id="a date is nobody"),
        pytest.param([("the ghost", "Dana Whitfield")], [DANA, BIRD], "", id="nobody who was found"),
        pytest.param([("Dana Whitfield", "Dana Whitfield")], [DANA, BIRD], "", id="with oneself"),
    ],
)
def test_what_is_said_to_be_one_is_one(pairs: list[tuple[str, str]], mentions: Mentions, together: str) -> None:
    expected = {frozenset(together.split("+"))} if together else set()
    for said in permutations(pairs):
        for met in permutations(mentions):
            assert {frozenset(group) for group in _groups(list(said), list(met))} == expected


def test_the_person_stands_where_kinds_differ() -> None:
    entities = Entities()
    met = [(surface, entities.entity(kind, surface)) for kind, surface in [(TOWN, "Rio"), DANA, (SCHOOL, "North")]]
    standing = joined_as_said([("Rio", "North"), ("North", "Dana Whitfield")], met)
    assert {entity.kind for entity in standing.values()} == {PERSON}


def test_a_word_that_fits_two_people_means_neither() -> None:
    entities = Entities()
    met = [(name, entities.entity(PERSON, name)) for name in ("Dana Whitfield", "Kim Whitfield")]
    assert meant_by("whitfield", met) == []


def test_whom_nobody_found_is_told_where_the_other_was() -> None:
    entities = Entities()
    met = [("Dana Whitfield", entities.entity(PERSON, "Dana Whitfield"))]
    pairs = [("the bandit", "Dana Whitfield"), ("the ghost", "the bandit")]
    assert not_found(pairs, met) == ["the bandit"]
