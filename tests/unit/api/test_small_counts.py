"""No count below five is shown exactly, and subtracting what is shown gives none away."""

from dataclasses import replace
from itertools import product

from api.schemas import search_out
from api.small_counts import at_least
from api.workflow.search import Precedents
from corpus.model.search import Answer, FacetName


def test_every_small_value_stays_open_after_subtracting_the_others_from_the_total() -> None:
    for others, small in product(range(60), range(1, 5)):
        shown_total, shown_others = at_least(others + small), at_least(others)
        possible = {
            value
            for value in range(1, 5)
            for true_others in range(60)
            if at_least(true_others) == shown_others and at_least(true_others + value) == shown_total
        }
        assert len(possible) > 1, (others, small)


def test_the_serializer_lets_no_exact_count_out() -> None:
    counts = {FacetName.LEVEL: {"high": 7, "middle": 3}, FacetName.OUTCOME: {"settled": 10}}
    answer = Answer(hits=(), found=13, counts=counts, generation="fake")
    shown = search_out(Precedents(asked="dare", removed=(), precedents=(), answer=answer))
    assert shown.found == 10
    assert shown.counts == {"level": {"high": 5, "middle": 0}, "outcome": {"settled": 10}}
    few = replace(answer, found=4)
    assert search_out(Precedents(asked="dare", removed=(), precedents=(), answer=few)).found == 0
