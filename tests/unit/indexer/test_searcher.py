"""A precedent that ended otherwise joins a page of like endings, if it is one that would be shown by itself."""

from dataclasses import dataclass

import pytest

from indexer.bands import calibration
from indexer.ranking import Candidate
from indexer.searcher import Entry, _with_counter

RELATED, WEAK = calibration().related, calibration().floor


@dataclass
class _Endings:
    """A shelf of which only the endings are asked."""

    endings: tuple[int, ...]

    def ending(self, row):
        return self.endings[row]


def _page(endings, last_chance=RELATED, limit=2):
    chances = [0.9] * (len(endings) - 1) + [last_chance]
    entries = [Entry(Candidate(row, row, None, 0.0, chance)) for row, chance in enumerate(chances)]
    found = _with_counter(_Endings(endings), entries, limit)
    return [(entry.candidate.row, entry.counter) for entry in found]


def test_the_best_that_ended_otherwise_comes_before_the_last_of_the_page():
    assert _page((1, 1, 0, -1)) == [(0, False), (3, True), (1, False), (2, False)]
    assert _page((1, 0, -1)) == [(0, False), (2, True), (1, False)], "one that is open says nothing"


@pytest.mark.parametrize("endings", [(1, -1, -1), (-1, 1, 1), (0, 0, -1), (1, 1, 0)])
def test_a_page_of_both_endings_or_none_and_a_rest_without_the_other_stay(endings):
    assert _page(endings) == [(row, False) for row in range(3)]


def test_a_weak_one_is_no_counter_and_a_page_of_one_has_no_room():
    assert _page((1, 1, -1), last_chance=WEAK) == [(row, False) for row in range(3)]
    assert _page((1, -1), limit=1) == [(0, False), (1, False)]
