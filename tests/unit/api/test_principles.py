"""Gentle checks: each sees what it is for, and a draft that lacks nothing hears nothing."""

from dataclasses import replace

import pytest

from api.workflow.draft import draft_case
from api.workflow.principles import hints
from corpus.model.case import Action
from corpus.model.taxonomy import UNKNOWN, Outcome, Phase
from tests.factories import a_case, a_discussion
from tests.fakes import FakeRedactor

GOOD = a_case(do_over=("We would post staff sooner.",))


def test_a_finished_case_hears_nothing() -> None:
    assert hints(GOOD) == {}


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(GOOD, situation=("One fact.",)), "situation"),
        (replace(GOOD, actions=()), "actions"),
        (replace(GOOD, actions=(Action(phase=Phase.LATER, who=UNKNOWN, what="Called home."),)), "actions"),
        (replace(GOOD, outcome=Outcome.UNKNOWN), "outcome"),
        (replace(GOOD, outcome_text=UNKNOWN), "outcome_text"),
        (replace(GOOD, do_over=()), "backfired"),
        (replace(GOOD, title="Bathroom"), "title"),
    ],
)
def test_what_is_missing_is_said_at_its_field(draft: object, field: str) -> None:
    assert list(hints(draft)) == [field]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unsaid", "all_told", "says"),
    [
        (1, 1, "The action does not say who did it."),
        (1, 3, "1 of 3 actions does not say who did it."),
        (2, 3, "2 of 3 actions do not say who did it."),
        (3, 3, "None of the 3 actions says who did it."),
    ],
)
def test_actions_without_a_role_are_counted_in_plain_english(unsaid: int, all_told: int, says: str) -> None:
    roles = [UNKNOWN] * unsaid + ["principal"] * (all_told - unsaid)
    draft = replace(GOOD, actions=tuple(Action(phase=Phase.LATER, who=role, what="Called home.") for role in roles))
    assert hints(draft)["actions"] == f"{says} A role is enough."


@pytest.mark.parametrize("text", ["A crazy mother called.", "The bullies ran off.", "She is a LIAR.", "Lazy staff."])
def test_words_that_blame_get_a_neutral_phrasing(text: str) -> None:
    assert "Perhaps:" in hints(replace(GOOD, backfired=(text,)))["backfired"]


@pytest.mark.parametrize("text", ["He denied lyingin it.", "Bullying went on.", "They nutsed.", "Punkt."])
def test_words_that_only_look_alike_are_left_alone(text: str) -> None:
    assert hints(replace(GOOD, backfired=(text,))) == {}


def test_two_things_about_one_field_stand_side_by_side() -> None:
    says = hints(replace(GOOD, situation=("A crazy mother called.",)))["situation"]
    assert "Three facts" in says
    assert '"crazy"' in says


def test_an_unfinished_draft_from_a_thread_is_told_who_is_missing() -> None:
    discussion = a_discussion()
    draft = draft_case(FakeRedactor().redact(discussion), discussion)
    assert "who did it" in hints(draft)["actions"]
