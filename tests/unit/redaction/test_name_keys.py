"""Two names that may mean the same always share a key, whichever of them was met first."""

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.model.redaction import EntityKind
from redaction.entities import Entities, same_person, same_place
from redaction.name_keys import asked_of_person, asked_of_place, keys_of_person, keys_of_place

PARTS = st.sampled_from(
    [
        "dana",
        "whitfield",
        "whitfeild",
        "whitfields",
        "withfield",
        "hwitfield",
        "d",
        "w",
        "dw",
        "dwhitfield",
        "danaw",
        "william",
        "bill",
        "will",
        "b",
        "katherine",
        "kate",
        "catherine",
        "marisol",
        "marisool",
        "riverside",
        "riversde",
    ]
) | st.text("abw", min_size=1, max_size=7)
PEOPLE = st.lists(PARTS, min_size=1, max_size=3).map(tuple)
PLACES = st.lists(
    st.sampled_from(["riverside", "park", "valley", "rp", "rpv", "rphs", "r", "st", "clair"])
    | st.text("rpv", min_size=1, max_size=6),
    min_size=1,
    max_size=3,
).map(tuple)


@given(PEOPLE, PEOPLE)
@example(("whitfield",), ("whitfeild",))
@example(("dana", "whitfield"), ("dwhitfield",))
@example(("j",), ("jordan", "bell"))
def test_two_forms_of_a_persons_name_share_a_key(one, other) -> None:
    assert not same_person(one, other) or keys_of_person(one) & asked_of_person(other)


@given(PLACES, PLACES)
@example(("riverside", "park"), ("rphs",))
@example(("rphs",), ("riverside", "park"))
def test_two_forms_of_a_places_name_share_a_key(one, other) -> None:
    assert not same_place(one, other) or keys_of_place(one) & asked_of_place(other)


@given(st.lists(st.tuples(st.sampled_from([EntityKind.PERSON, EntityKind.SCHOOL]), PEOPLE), max_size=14))
def test_the_entities_are_those_of_comparing_each_with_each(met) -> None:
    entities, plain = Entities(), _EachWithEach()
    for kind, words in met:
        surface = " ".join(words)
        assert entities.entity(kind, surface).id == plain.entity(kind, surface).id


class _EachWithEach(Entities):
    """Asks everybody."""

    def __init__(self) -> None:
        super().__init__()
        self._everybody: dict[EntityKind, dict[str, object]] = {}

    def entity(self, kind, surface):
        found = super().entity(kind, surface)
        self._everybody.setdefault(kind, {})[found.id] = found
        return found

    def _near(self, kind, words):  # every one, not only those that share a key
        return self._everybody.get(kind, {}).values()
