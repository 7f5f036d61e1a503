"""The risk score: counts, lights, driver, advice."""

from dataclasses import replace

import pytest

from corpus.case_prose import map_prose, prose
from corpus.model.case import Action, Case, Facets, Missing, WordsUsed
from corpus.model.taxonomy import Audience, Level, Outcome, Phase, Provenance, Setting, SizeBand
from redaction.risk import LEFT_OVER, Light, _by_count, _counts, assess
from tests.factories import NARROW

CASE = Case(
    code="CASE-0001",
    title="A video of a vandalised bathroom spreads before the school knows",
    situation=("Soap dispensers were torn off.", "A clip was posted.", "A custodian reported a second bathroom."),
    facets=Facets(topic="2.1", level=Level.MIDDLE),
    provenance=Provenance.ILLUSTRATIVE,
    outcome=Outcome.SETTLED,
    outcome_text="Two students repaired the damage with the custodian.",
)


def test_a_level_alone_fits_thousands_of_schools() -> None:
    risk = assess(CASE)
    assert risk.light is Light.GREEN
    assert 5_000 < risk.schools_that_fit < 20_000
    assert risk.advice == ""


def test_many_facets_together_are_red_and_name_the_step_that_helps_most() -> None:
    risk = assess(replace(CASE, facets=NARROW))
    assert risk.light is Light.RED
    assert risk.driver == "size"
    assert risk.advice == "Leave out the size."


def test_following_the_advice_never_lowers_the_count() -> None:
    narrow = replace(CASE, facets=NARROW)
    wider = replace(CASE, facets=replace(NARROW, size=SizeBand.UNKNOWN))
    assert assess(wider).schools_that_fit > assess(narrow).schools_that_fit


def test_an_exact_trace_in_the_text_is_amber_however_many_schools_fit() -> None:
    for trace in (
        "On March 14 it began.",
        "The damage was $4,350.",
        "The board voted 4-3.",
        "303 students were suspended.",
    ):
        risk = assess(replace(CASE, outcome_text=trace))
        assert (risk.light, risk.left_over, risk.rare) == (Light.AMBER, 1, ()), trace
        assert "exact" in risk.advice


def test_a_rare_fact_narrows_and_is_named() -> None:
    risk = assess(
        replace(CASE, situation=("A bear walked into the gym.",), facets=replace(NARROW, size=SizeBand.UNKNOWN))
    )
    assert risk.rare == ("an animal on campus",)
    assert risk.schools_that_fit < assess(replace(CASE, facets=replace(NARROW, size=SizeBand.UNKNOWN))).schools_that_fit


def test_what_is_removed_or_unknown_tells_nothing() -> None:
    told = assess(CASE)
    assert assess(replace(CASE, facets=replace(CASE.facets, setting=Setting.REMOVED))) == told


def test_the_step_by_itself_is_the_slot_that_lets_most_schools_in() -> None:
    assert assess(CASE).step == ""
    assert assess(replace(CASE, facets=NARROW)).step == "size"


def test_an_exact_trace_is_mended_before_any_facet() -> None:
    assert assess(replace(CASE, facets=NARROW, outcome_text="On March 14 it ended.")).step == LEFT_OVER


def test_a_rare_fact_that_only_a_person_can_word_is_no_step_by_itself() -> None:
    facets = Facets(topic="2.1", level=Level.HIGH, size=SizeBand.OVER_2000, setting=Setting.RURAL)
    animal = replace(CASE, facets=facets, situation=("A bear walked into the gym.",))
    only = replace(CASE, facets=facets, situation=("The only high school in town was closed.",))
    assert assess(animal).light is not Light.GREEN
    assert assess(only).light is not Light.GREEN
    assert assess(only).step in {"size", "setting"}
    assert assess(animal).step in {"size", "setting", "rare event"}


def test_nothing_that_would_be_published_escapes_the_look() -> None:
    """A sign in any field of prose, or in the thread, turns the light."""
    full = replace(
        CASE,
        trigger="A custodian saw it.",
        spread="Two more rooms.",
        first_message_after="an hour",
        outcome_later_text="It held.",
        called_in=("The nurse.",),
        backfired=("A letter.",),
        do_over=("Call first.",),
        asked_as=("What now?",),
        peers_might_take=("Calm.",),
        doesnt_apply_if=("It is winter.",),
        follow_ups=("All is well.",),
        actions=(Action(phase=Phase.FIRST_HOUR, who="The nurse", what="Called.", why="It was time."),),
        words_used=(WordsUsed(Audience.STAFF, "Stay inside."),),
        missing=Missing(("Staff.",), ("Rules.",), ("Talk.",), ("Calm.",)),
    )
    assert assess(full).light is Light.GREEN
    paths = [path for path, _ in prose(full)]
    for wanted in paths:
        walked = iter(paths)
        told = map_prose(full, lambda text: f"{text} On March 14." if next(walked) == wanted else text)  # noqa: B023
        assert assess(told).left_over == 1, wanted
    assert assess(replace(full, redacted_discussion="[Person 1]: 303 students were out")).light is Light.AMBER


def _fit(**facets: object) -> int:
    return assess(replace(CASE, facets=Facets(topic="2.1", **facets))).schools_that_fit


def test_the_estimate_looks_like_one_and_is_half_of_what_the_counts_say() -> None:
    fit = str(_fit(level=Level.MIDDLE))
    assert set(fit[2:]) == {"0"}
    schools = _counts()["schools"] * _counts()["share"]["level"]["middle"]
    assert 0.45 * schools < int(fit) <= 0.5 * schools


def test_size_is_tied_to_level_and_setting() -> None:
    def kept(**facets: object) -> float:
        return _fit(size=SizeBand.OVER_2000, **facets) / _fit(**facets)

    assert kept(level=Level.ELEMENTARY) < kept(level=Level.MIDDLE) < kept(level=Level.HIGH)
    assert kept(level=Level.HIGH, setting=Setting.RURAL) < kept(level=Level.HIGH, setting=Setting.URBAN)


def test_the_lights_change_at_the_promised_counts() -> None:
    assert [_by_count(count) for count in (19.9, 20, 49.9, 50)] == [Light.RED, Light.AMBER, Light.AMBER, Light.GREEN]


@pytest.mark.parametrize(
    "told",
    [
        "The superintendent's [School 1] daughters were in it.",
        "The board president's son filmed it.",
        "The only deaf boy of the school was hit.",
        "It is the only high school in town.",
    ],
)
def test_a_rare_role_is_amber_however_many_schools_fit(told: str) -> None:
    risk = assess(replace(CASE, outcome_text=told))
    assert (risk.light, risk.left_over) == (Light.AMBER, 0)
    assert risk.advice
