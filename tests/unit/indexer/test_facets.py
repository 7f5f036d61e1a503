"""Filters and counts over bit columns agree with counting case by case."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.case import NATIONAL, Facets
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import Channel, Effect, Level, Outcome, Phase
from indexer.facets import columns_from_arrays, columns_to_arrays, facet_columns, facet_values
from tests.factories import a_case

LEVELS = st.sampled_from(["high", "middle"])
TOPICS = st.sets(st.sampled_from(["2.1", "2.2", "5.4"]), min_size=1, max_size=2)
ROWS = st.lists(st.tuples(st.sampled_from([NATIONAL, "circle:1"]), LEVELS, TOPICS), max_size=40)
CHOSEN = st.fixed_dictionaries(
    {},
    optional={FacetName.LEVEL: st.frozensets(LEVELS), FacetName.TOPIC: st.frozensets(st.sampled_from(["2.1", "9.9"]))},
)


@given(rows=ROWS, chosen=CHOSEN, audiences=st.frozensets(st.sampled_from([NATIONAL, "circle:1", "circle:2"])))
def test_mask_and_counts_are_those_of_plain_counting(rows, chosen, audiences):
    cases = [
        (audience, {FacetName.LEVEL: (level,), FacetName.TOPIC: tuple(topics)}) for audience, level, topics in rows
    ]
    columns = facet_columns(cases)
    filters = Filters(chosen, audiences)

    def passes(audience, values, but=None):
        facets = (name for name, wanted in chosen.items() if wanted and name is not but)
        return audience in audiences and all(set(values[name]) & chosen[name] for name in facets)

    assert columns.mask(filters).tolist() == [passes(*case) for case in cases]
    counts = columns.counts(filters)
    for name in (FacetName.LEVEL, FacetName.TOPIC):
        held = [value for case in cases if passes(*case, but=name) for value in set(case[1][name])]
        assert counts[name] == {value: held.count(value) for value in set(held)}


@pytest.mark.parametrize("circles", [(), (NATIONAL,), ("circle:2", NATIONAL, "circle:1")])
def test_columns_survive_a_file_and_each_audience_keeps_its_own(circles):
    columns = facet_columns([(audience, facet_values(a_case())) for audience in circles for _ in range(3)])
    again = columns_from_arrays(columns_to_arrays(columns))
    for seen in (NATIONAL, "circle:1", "circle:2"):
        filters = Filters(audiences=frozenset({seen}))
        assert again.mask(filters).tolist() == [audience == seen for audience in circles for _ in range(3)]
        assert again.counts(filters) == columns.counts(filters)


def test_a_case_that_is_gone_is_not_counted():
    columns = facet_columns([(NATIONAL, facet_values(a_case(n))) for n in range(3)]).without([1])
    assert columns.mask(Filters()).tolist() == [True, False, True]
    assert columns.counts(Filters())[FacetName.LEVEL] == {"high": 2}


def test_a_topic_counts_for_its_group_and_unknown_for_nothing():
    values = facet_values(a_case(facets=Facets(topic="2.1", more_topics=("3.1",), level=Level.HIGH)))
    assert set(values[FacetName.TOPIC]) == {"2.1", "3.1", "2", "3"}
    assert FacetName.SECTOR not in values


def test_what_a_case_has():
    case = a_case()
    assert set(facet_values(case)[FacetName.HAS]) == {"words"}
    told = a_case(
        backfired=("The letter came too late.",),
        do_over=("Write sooner.",),
        actions=(*case.actions, type(case.actions[0])(Phase.LATER, "principal", "Met.", effect=Effect.HELPED)),
        outcome=Outcome.ESCALATED,
        facets=Facets(topic="2.1", level=Level.HIGH, channels=(Channel.TIKTOK,)),
    )
    assert set(facet_values(told)[FacetName.HAS]) == {"words", "timeline", "lesson", "backfired"}


def test_a_lesson_told_to_peers_and_an_action_that_backfired_count_as_such():
    action = replace(a_case().actions[0], effect=Effect.BACKFIRED)
    told = a_case(actions=(action,), peers_might_take=("Call home first.",))
    assert set(facet_values(told)[FacetName.HAS]) == {"words", "lesson", "backfired"}
