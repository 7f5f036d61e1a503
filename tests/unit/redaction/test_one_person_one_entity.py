"""One person under several forms is one entity where that is certain; two people of one surname never are."""

import pytest

from corpus.model.redaction import EntityKind
from redaction.entities import Entities
from redaction.manners import Manner, manner_of


def _entity(entities: Entities, said: str) -> str:
    """The entity of a name as it stands in a text, a title or an article before it."""
    before, _, name = said.rpartition("/")
    text = f"{before} {name}".strip()
    return entities.entity(EntityKind.PERSON, name, manner_of(text, len(text) - len(name), len(text))).id


@pytest.mark.parametrize("people", [
    "Dana Whitfield, Dana, Whitfield, D. Whitfield, DW, Mrs./Whitfield, Mrs. Whitfield",
    "Jaylen Vosloo, Jaylen's, jaylen, VOSLOO",
    "William Okafor, Bill, Bill Okafor, Will Okafor, Mr. O",
    "Kieran Vosloo, K. Vosloo, Vosloo, Voslo, Mr. V",
    "Katherine Therrien, Kate, Katie Therrien, Kathy",
    "Marisol Quintero, Marisol Q., M. Quintero",
    "Robert Lindqvist, Bob Lindqvist, Bobby, Lindquist",
    "Whitfield, Dana Whitfield, Dana",
    "Dana W., Dana Whitfield, Dana",
    "Anna-Lise Berg, Anna-Lise, Annalise Berg",
    "Mary Ann Foster, Mary Ann, Foster",
    "Juan Carlos Ruiz, Juan Carlos, Juan Ruiz, Ruiz",
    "Dr. Okonkwo, Okonkwo, Okonkwo's, dr/okonkwo",
    "O'Neil, Mr./O'Neil, O'Neil's",
    "danaw, Dana Whitfield, dwhitfield",
    "Rosalind Okafor, Rosalynd Okafor, Rosalind Okafur",
    "Coach Mike, Mike, Mike R.",
    "Jordan Reyes, J Reyes, JR, Jordan",
    "the/Travis, Travis, travis's",
    "Marcus Reyes, the/Reyes, Reyes",
    "Mr./Bell, Bell, Mr. Bell, mr/bell",
    "Ms./Bell, Mrs./Bell, Miss Bell",
    "Dana Whitfield | Kim Whitfield | David Whitfield",
    "Dana Whitfield, Dana | Kim Whitfield, Kim",
    "Dana Whitfield, D. Whitfield | K. Whitfield",
    "Dana Whitfield | Dana Okafor",
    "Dana Whitfield | Dan Whitfield",
    "Dana Whitfield | D. Okafor",
    "Jordan Bell | Jordan Reyes",
    "Jon Park | Joan Park",
    "Maria Lopez | Mario Lopez",
    "Erin Walsh | Eric Walsh",
    "Christina Moss | Christian Moss",
    "Alexandra Reed | Alexander Reed",
    "Mr./Bell | Mrs./Bell, Ms./Bell",
    "Mr. Bell | Mrs. Bell",
    "mr/bell | miss/reyes",
    "Grandma Ruiz, grandma/Ruiz | Mr. Ruiz",
    "Señora Ruiz, sra/Ruiz | señor/Ruiz",
    "Kim Bell, Mr./Bell | Mrs./Bell",
    "Mary Ann Foster, Mary Ann | Mary Lou Foster",
    "Abshir H, Abshir | Hope | Hodan",
    "J.R., JR | Justice",
    "Tom Henderson, Henderson | the/Hendersons, the/Hendersons'",
    "Maria Garcia, Maria | Jose Garcia, Jose | the/Garcias",
    "Ana Ruiz, Mrs./Ruiz | the/Ruizes",
])  # fmt: skip
def test_who_is_who(people: str) -> None:
    entities = Entities()
    found = [{_entity(entities, said.strip()) for said in person.split(",")} for person in people.split("|")]
    assert [len(ids) for ids in found] == [1] * len(found)
    assert len(set().union(*found)) == len(found)


@pytest.mark.parametrize(("text", "manner"), [
    ("Then Mr. Bell", Manner.HE), ("Then mrs Bell", Manner.SHE), ("Then the Bells", Manner.THE),
    ("Then Dr. Bell", Manner.ANY), ("Bell", Manner.ANY), ("Somr Bell", Manner.ANY),
])  # fmt: skip
def test_how_somebody_is_spoken_of(text: str, manner: Manner) -> None:
    assert manner_of(text, text.rindex(" ") + 1 if " " in text else 0, len(text)) is manner
