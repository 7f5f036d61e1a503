"""Exact dates, ages, counts and amounts that a redacted text still holds, as the redactor's own recognisers see them.

What is left was kept by a person or never went through the redactor; what says no more than a band would is let stand.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.numerals import number
from redaction.presidio_engine import Recognizer, found_by
from redaction.recognizers.ages import Ages
from redaction.recognizers.ages_in_passing import AgesInPassing
from redaction.recognizers.births import Births
from redaction.recognizers.counts import MANY, Audiences, Counts, Quantities
from redaction.recognizers.dates import Dates
from redaction.recognizers.dates_in_passing import DatesInPassing
from redaction.recognizers.money import Money
from redaction.recognizers.spanish_numbers import SpanishNumbers
from redaction.recognizers.tallies import Tallies

FIGURES = frozenset({EntityKind.DATE, EntityKind.AGE, EntityKind.COUNT, EntityKind.MONEY})
_DIGIT = regex.compile(r"\d")
_MOST_TEXTS = 128


def exact_figures(text: str, hidden: Sequence[tuple[int, int]] = ()) -> tuple[Finding, ...]:
    """In order, none overlapping another or a range of `hidden`; raises RedactionIncomplete."""
    return tuple(_apart(text, _found(text), hidden))


@lru_cache(maxsize=_MOST_TEXTS)
def _found(text: str) -> tuple[Finding, ...]:
    """Remembered, since a queue asks for the risk of the same redacted texts again and again."""
    return tuple(found_by(_recognizers(), text))


def _apart(text: str, found: Sequence[Finding], hidden: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    end = 0
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        within = any(finding.start < last and first < finding.end for first, last in hidden)
        if finding.start >= end and not within and finding.kind in FIGURES and _is_exact(finding, text):
            end = finding.end
            yield finding


def _is_exact(finding: Finding, text: str) -> bool:
    """True for a day and for digits; in words only for a number that nobody says roughly: not for "twenty", "a few
    thousand dollars", "three of the four", "a twelve-year-old".
    """
    surface = text[finding.start : finding.end]
    if finding.kind is EntityKind.DATE or _DIGIT.search(surface):
        return True
    said = number(surface)
    rough = said == int(f"{said:g}"[0]) * 10 ** (len(str(int(said))) - 1)
    return finding.kind is not EntityKind.AGE and said >= MANY and not rough


@cache
def _recognizers() -> tuple[Recognizer, ...]:
    every = Dates, DatesInPassing, Births, Money, Ages, AgesInPassing, Counts, Quantities, Audiences, Tallies
    return (*(kind() for kind in every), SpanishNumbers())
