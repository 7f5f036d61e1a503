"""Which of a query's words a case holds: the words of every case in order, as numbers. No search engine here.

A search engine that is asked about a hundred cases reads through all that hold a term; here only the hundred are read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from indexer.case_record import CaseRecord
from indexer.sides import WordForm

WORDS_FILE = "words.npy"
ENDS_FILE = "word_ends.npy"
BREAK = 0
"""Stands for a common word, and after each text: what stands on both sides of it are no neighbours."""

Numbers = NDArray[np.uint32]
Rows = NDArray[np.int64]
Share = NDArray[np.float64]
"""One value for each of several cases, between 0 and 1; shape (cases,)."""


def number_of(stem: str) -> int:
    """Two different stems have the same one once in four thousand million pairs."""
    return crc32(stem.encode()) or 1


class CaseWords(NamedTuple):
    """One case's words in order; the first `lead` numbers are its title, situation and facets."""

    numbers: Numbers
    lead: int


_NO_WORDS = CaseWords(np.empty(0, dtype=np.uint32), 0)


def words_of(record: CaseRecord, numbered: Callable[[str], Sequence[int]]) -> CaseWords:
    """`numbered` tells the numbers of a text's words, BREAK for those that don't count."""
    led = [number for text in record.lead for number in (*numbered(text), BREAK)]
    told = [number for text in record.rest for number in (*numbered(text), BREAK)]
    return CaseWords(np.array(led + told, dtype=np.uint32), len(led))


@dataclass(frozen=True)
class WordsOfCases:
    """Those of a generation, mapped from its files, then those of cases added since; rows as in the Shelf."""

    numbers: Numbers
    ends: Rows
    """Shape (cases, 2): where the lead and where the words of each case of the generation end."""
    added: tuple[CaseWords, ...] = field(default=())

    @classmethod
    def load(cls, folder: Path) -> "WordsOfCases":
        """Files as `save_words` wrote them; their digests were checked by the caller. Mapped, not read."""
        numbers = np.load(folder / WORDS_FILE, mmap_mode="r").view(np.ndarray)
        return cls(numbers, np.load(folder / ENDS_FILE))

    def shares(self, terms: Sequence[tuple[Sequence[WordForm], float]], rows: Rows) -> tuple[Share, Share]:
        """What the terms that each case holds weigh together, anywhere and in the lead; terms are given with weights.

        A term is held when one of its forms is, word beside word.
        """
        everywhere, led = np.zeros(len(rows)), np.zeros(len(rows))
        if not len(rows):
            return everywhere, led
        read = _Read(list(self._of(rows)))
        wanted = [[[number_of(stem) for stem in form] for form in forms] for forms, _ in terms]
        read.look_for({number for forms in wanted for form in forms for number in form})
        for forms, (_, weight) in zip(wanted, terms, strict=True):
            held, in_lead = read.holding(forms)
            everywhere[held] += weight  # a place that comes twice is added to once
            led[in_lead] += weight
        return np.minimum(everywhere, 1.0), np.minimum(led, 1.0)

    def _of(self, rows: Rows) -> Iterator[CaseWords]:
        early = rows[rows < len(self.ends)]
        starts = np.where(early, self.ends[early - 1, 1], 0)
        bounds = zip(starts.tolist(), *self.ends[early].T.tolist(), strict=True)
        for row in rows.tolist():
            if row >= len(self.ends):
                yield self.added[row - len(self.ends)]
            else:
                start, lead, end = next(bounds)
                yield CaseWords(self.numbers[start:end], lead - start)


def save_words(folder: Path, cases: Sequence[CaseWords]) -> None:
    together = joined(cases)
    np.save(folder / WORDS_FILE, together.numbers, allow_pickle=False)
    np.save(folder / ENDS_FILE, together.ends, allow_pickle=False)


def joined(cases: Sequence[CaseWords]) -> WordsOfCases:
    """As of a generation that holds these cases in order."""
    lengths = np.array([(case.lead, len(case.numbers)) for case in cases], dtype=np.int64).reshape(-1, 2)
    starts = np.cumsum([0, *lengths[:-1, 1]])[: len(cases)]
    return WordsOfCases(np.concatenate([case.numbers for case in cases or [_NO_WORDS]]), lengths + starts[:, None])


class _Read:
    """The words of several cases in one row."""

    def __init__(self, cases: Sequence[CaseWords]) -> None:
        self._numbers = np.concatenate([case.numbers for case in cases])
        self._starts = np.cumsum([0, *(len(case.numbers) for case in cases[:-1])])
        self._leads = self._starts + [case.lead for case in cases]
        self._places: Rows = np.empty(0, np.int64)
        self._found: Numbers = np.empty(0, np.uint32)

    def look_for(self, numbers: set[int]) -> None:
        """Keeps the places of these numbers, and of a few others that end in the same bits."""
        wanted = np.zeros(1 << 16, dtype=np.bool_)
        wanted[[number & 0xFFFF for number in numbers]] = True
        self._places = np.flatnonzero(wanted[self._numbers & 0xFFFF])
        self._found = self._numbers[self._places]

    def holding(self, forms: Sequence[Sequence[int]]) -> tuple[Rows, Rows]:
        """Places of the cases that hold one of the forms, anywhere and in the lead; some more than once."""
        places = np.concatenate([self._where(form) for form in forms])
        cases = np.searchsorted(self._starts, places, side="right") - 1
        return cases, cases[places < self._leads[cases]]

    def _where(self, form: Sequence[int]) -> Rows:
        first, *others = form
        places: Rows = self._places[self._found == first]
        for after, number in enumerate(others, 1):
            places = places[self._numbers[places + after] == number]
        return places
