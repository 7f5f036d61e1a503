"""What a person says about a redaction travels in form fields and back."""

from corpus.model.redaction import Corrections, EntityKind, Mention
from tests.factories import a_discussion
from tests.fakes import FakeRedactor
from web.forms import Form
from web.removals import (
    Person,
    Removal,
    Said,
    corrections_of,
    in_fields,
    people,
    removals,
    said,
)


def test_corrections_survive_the_way_through_hidden_fields() -> None:
    said = Corrections(hide=("the comet",), keep=("Chase",), same=(("Jay", "Jaylen Okafor"),))
    fields = {"hide": ["the comet", ""], "keep": ["Chase"], "same": list(in_fields(said.same))}
    assert corrections_of(Form(fields)) == said


def test_the_button_of_a_line_says_the_same_person_everywhere() -> None:
    line = Removal("[Person 4]", EntityKind.PERSON, ("Jay",), ("Names",), 1)
    pair = line.pair_with(Person("[Student 1]", "Jaylen"))
    assert corrections_of(Form({"same": [pair, "no pair", pair]})).same == (("Jay", "Jaylen"),)


def test_no_name_is_said_of_all_that_an_entity_was_called() -> None:
    line = Removal("[Person 4]", EntityKind.PERSON, ("Chase Bank", "Chase"), ("Names",), 2)
    assert corrections_of(Form({"keep": [line.all_surfaces, "Will"]})).keep == ("Chase Bank", "Chase", "Will")


def test_what_had_no_effect_is_not_called_done() -> None:
    removed = [Removal("[Person 4]", EntityKind.PERSON, ("Grant O\u2019Neil",), ("Names",), 1)]
    corrections = Corrections(hide=("grant o'neil", "mill"), keep=("Grant", "Mill"))
    assert said(corrections, removed) == (
        Said("hide", "grant o'neil", "Grant O\u2019Neil"),
        Said("hide", "mill", ""),
        Said("keep", "Grant", "Grant O\u2019Neil"),
        Said("keep", "Mill", ""),
    )


def test_what_was_said_is_taken_back() -> None:
    carried = {
        "hide": ["comet"],
        "keep": ["Chase"],
        "same": list(in_fields([("Jay", "Jaylen")])),
    }
    for text in ("comet", "Chase", "Jay"):
        left = corrections_of(Form({**carried, "forget": [text]}))
        assert len(left.hide) + len(left.keep) + len(left.same) == 2, text


def test_a_role_is_chosen_carried_said_and_taken_back() -> None:
    chosen = corrections_of(
        Form({"role_of": ["Jaylen"], "role_is": ["Student"], "role": [*in_fields([("Dee", "Nurse")])]})
    )
    assert chosen.roles == (("Dee", "Nurse"), ("Jaylen", "Student"))
    assert said(chosen, [])[-1] == Said("role", "Jaylen", "Student")
    carried = in_fields(chosen.roles)
    assert corrections_of(Form({"role": carried, "forget": ["Dee"]})).roles == (("Jaylen", "Student"),)
    again = corrections_of(Form({"role": carried, "role_of": ["Dee"], "role_is": ["Coach"]}))
    assert dict(again.roles)["Dee"] == "Coach"
    assert corrections_of(Form({"role_of": ["Dee"], "role_is": [""]})).roles == ()


def test_a_number_is_no_name() -> None:
    assert Removal("[School 1]", EntityKind.SCHOOL, ("PS 118",), (), 1).is_name
    assert not Removal("[hundreds of]", EntityKind.COUNT, ("303",), (), 1).is_name


def test_one_line_for_each_entity_with_every_name_it_had() -> None:
    discussion = a_discussion("Jaylen Okafor came. Jaylen left.", "Jaylen Okafor rang.")
    found = [(0, 0, 13), (0, 20, 26), (1, 0, 13)]
    mentions = [Mention(m, s, e, EntityKind.PERSON, "PERSON-1", "[Student 1]", "Names") for m, s, e in found]
    (line,) = removals(discussion, mentions)
    assert line.surfaces == ("Jaylen Okafor", "Jaylen")
    assert (line.times, line.placeholder, line.is_person) == (3, "[Student 1]", True)


def test_a_removal_may_be_the_same_as_a_sender_or_as_somebody_named() -> None:
    discussion = a_discussion("Jaylen Okafor came.", "Who?")
    mention = Mention(0, 0, 13, EntityKind.PERSON, "PERSON-1", "[Student 1]", "Names")
    shown = FakeRedactor().redact(discussion).discussion
    known = people(discussion, shown, removals(discussion, [mention]))
    assert known == (
        Person("[Student 1]", "Jaylen Okafor"),
        Person("[Leader 1]", "Dana Whitfield"),
        Person("[Leader 2]", "Marcus Bell"),
    )
