"""What the index keeps of a case survives its line of JSON, and says how the case ended."""

import pytest

from corpus.model.case import NATIONAL, Action, PublishedCase
from corpus.model.taxonomy import Effect, Outcome, OutcomeLater, Phase
from indexer.case_record import record_from_json, record_of, record_to_json
from tests.factories import a_case


def test_round_trip():
    record = record_of(PublishedCase(a_case(17), "circle:3", 8))
    assert record_from_json(record_to_json(record)) == record


@pytest.mark.parametrize(
    ("changes", "ending"),
    [
        ({}, 1),
        ({"outcome": Outcome.ESCALATED}, -1),
        ({"outcome_later": OutcomeLater.WORSENED}, -1),
        ({"backfired": ("The letter.",)}, -1),
        ({"actions": (Action(Phase.LATER, "principal", "Wrote.", effect=Effect.BACKFIRED),)}, -1),
        ({"outcome": Outcome.OPEN}, 0),
    ],
)
def test_how_it_ended(changes, ending):
    assert record_of(PublishedCase(a_case(**changes), NATIONAL, 1)).ending == ending
