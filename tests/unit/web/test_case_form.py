"""A case from a form: everything typed is kept, whatever is wrong with it is named by field."""

import re

import pytest

from corpus.errors import InvalidCase
from corpus.model.case import Action, WordsUsed
from corpus.model.taxonomy import UNKNOWN, Audience, Effect, Level, Outcome, Phase
from tests.factories import a_case
from web.case_form import LONGEST_TEXT, case_from_form
from web.forms import Form

SOUND = {
    "title": ["Smoke in a hallway"],
    "topic": ["5.1"],
    "level": ["high"],
    "outcome": ["settled"],
    "outcome_text": [""],
    "asked_as": ["hallway full of smoke\r\n\r\nvape alarm what now"],
    "situation": ["One fact.\r\n\r\n  Another fact.  "],
    "action_what": ["Opened windows.", " ", "Called families."],
    "action_phase": ["first hour", "later", "same day"],
    "action_who": ["custodian", "", ""],
    "action_why": ["", "", "So that they hear it from us."],
    "action_effect": ["helped", "", "[unknown]"],
    "words_text": ["", "We had smoke today."],
    "words_audience": ["press", "families"],
}


def test_every_field_of_the_form_is_in_the_case() -> None:
    case = case_from_form(Form(SOUND), a_case()).sound()
    assert (case.title, case.facets.topic, case.facets.level) == ("Smoke in a hallway", "5.1", Level.HIGH)
    assert case.situation == ("One fact.", "Another fact.")
    assert case.asked_as == ("hallway full of smoke", "vape alarm what now")
    assert (case.outcome, case.outcome_text) == (Outcome.SETTLED, UNKNOWN)
    assert case.words_used == (WordsUsed(Audience.FAMILIES, "We had smoke today."),)
    assert case.actions == (
        Action(Phase.FIRST_HOUR, "custodian", "Opened windows.", effect=Effect.HELPED),
        Action(Phase.SAME_DAY, UNKNOWN, "Called families.", "So that they hear it from us."),
    )


def test_what_the_form_does_not_show_stays() -> None:
    base = a_case(follow_ups=("It held.",), peers_might_take=("Say it first.",))
    case = case_from_form(Form(SOUND), base).sound()
    assert (case.follow_ups, case.peers_might_take, case.code) == (base.follow_ups, base.peers_might_take, base.code)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("level", "university"),
        ("outcome", "won"),
        ("channels", "pigeon"),
        ("topic", "99.9"),
        ("action_phase", "yesterday"),
        ("words_audience", "everybody"),
        ("title", "x" * (LONGEST_TEXT + 1)),
    ],
)
def test_a_wrong_value_is_named_by_its_field_and_the_rest_is_kept(field: str, value: str) -> None:
    typed = case_from_form(Form({**SOUND, field: [value]}), a_case())
    assert {re.sub(r"_\d+$", "", name) for name in typed.problems} == {field}
    assert value not in str(typed.problems)
    assert typed.case.situation == ("One fact.", "Another fact.")
    with pytest.raises(InvalidCase):
        typed.sound()


def test_a_problem_in_a_row_names_the_row_that_is_drawn_again() -> None:
    rows = {"action_what": ["", "Called home.", "x" * (LONGEST_TEXT + 1)], "action_phase": ["later"] * 3}
    assert list(case_from_form(Form({**SOUND, **rows}), a_case()).problems) == ["action_what_2"]
