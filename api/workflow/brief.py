"""The brief: from one situation to one page of what was done before, every line of it a case's own words.

Nothing is written here. Lines are copied from cases, like steps are grouped by the index, and counts are lengths of
lists of cases that the reader can open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.archive import Archive
from api.identity import Caller
from api.workflow.differences import NOT_GIVEN, VALUES, Difference, Tap, agreements, grid, read_from
from api.workflow.search import Precedent, Precedents, search
from corpus.errors import InvalidQuery
from corpus.model.case import NOT_SAID, Action, Case
from corpus.model.redaction import Mention
from corpus.model.search import Band
from corpus.model.taxonomy import Audience, Effect, Outcome, Phase

MOST_CASES = 9
"""A page holds no more, and nobody with an hour reads more."""
_CANDIDATES = 30
_TAP_WEIGHS = 0.1
"""Of a score from 0 to 1: a tap orders cases that are about as close, and lifts none that is about something else."""
COLUMNS: Mapping[str, frozenset[Phase]] = {
    "first hour": frozenset({Phase.FIRST_HOUR}),
    "same day": frozenset({Phase.SAME_DAY}),
    "first week": frozenset({Phase.NEXT_DAY, Phase.FIRST_WEEK}),
}
_SETTLED = {Outcome.SETTLED, Outcome.PARTLY}


@dataclass(frozen=True)
class Line:
    """One sentence of one case, word for word."""

    code: str
    text: str


@dataclass(frozen=True)
class Telling(Line):
    """How one case tells a step."""

    who: str
    effect: Effect


@dataclass(frozen=True)
class Step:
    """What several cases did alike; the first telling is the most typical and stands for all."""

    tellings: tuple[Telling, ...]

    @property
    def text(self) -> str:
        return self.tellings[0].text

    @property
    def codes(self) -> tuple[str, ...]:
        """Each case once; "4 of 9" is the length of this."""
        return tuple(dict.fromkeys(telling.code for telling in self.tellings))

    def cases_where(self, effect: Effect) -> tuple[str, ...]:
        return tuple(dict.fromkeys(telling.code for telling in self.tellings if telling.effect is effect))


@dataclass(frozen=True)
class Column:
    name: str
    steps: tuple[Step, ...]
    codes: tuple[str, ...]
    """Cases that tell anything of this time; the counts of its steps are out of these."""


@dataclass(frozen=True)
class Words(Line):
    audience: Audience


@dataclass(frozen=True)
class Brief:
    asked: str
    """The situation as it was searched, redacted; empty when it could only be searched by words."""
    removed: tuple[Mention, ...]
    precedents: tuple[Precedent, ...]
    differences: tuple[Difference, ...]
    columns: tuple[Column, ...]
    settled: tuple[Line, ...]
    escalated: tuple[Line, ...]
    open_ended: tuple[Line, ...]
    backfired: tuple[Line, ...]
    words: tuple[Words, ...]
    """From cases that settled."""
    has_close: bool
    without_meaning: bool

    @property
    def cases(self) -> tuple[Case, ...]:
        return tuple(precedent.case for precedent in self.precedents)


def brief(archive: Archive, caller: Caller, text: str, taps: Mapping[Tap, str] | None = None) -> Brief:
    """The brief for a situation; `taps` put right what its words say, an empty answer takes one back.

    Raises InvalidQuery, IndexUnavailable. A brief without a close or related precedent has no lines.
    """
    taps = taps or {}
    if any(value not in (NOT_GIVEN, *VALUES[tap]) for tap, value in taps.items()):
        raise InvalidQuery("One of the differences holds an answer that it does not take.")
    found = search(archive, caller, text, limit=_CANDIDATES)
    yours = {**read_from(found.asked), **taps}
    chosen = _chosen(found, taps)
    cases = [precedent.case for precedent in chosen]
    return Brief(
        asked=found.asked,
        removed=found.removed,
        precedents=chosen,
        differences=grid(cases, yours),
        columns=tuple(_column(archive, name, phases, cases) for name, phases in COLUMNS.items()),
        settled=_endings(cases, _SETTLED),
        escalated=_endings(cases, {Outcome.ESCALATED}),
        open_ended=_endings(cases, {Outcome.OPEN, Outcome.UNKNOWN}),
        backfired=tuple(Line(case.code, text) for case in cases for text in case.backfired),
        words=_words(cases),
        has_close=any(precedent.hit.band is Band.CLOSE for precedent in chosen),
        without_meaning=found.answer.without_meaning,
    )


def _chosen(found: Precedents, taps: Mapping[Tap, str]) -> tuple[Precedent, ...]:
    """Close before related, weak ones never; within a band by score, moved by every tap that a case shares or not.

    Only taps move: what the situation says by itself has already decided the score.
    """
    order = [Band.CLOSE, Band.RELATED]
    ready = [precedent for precedent in found.precedents if precedent.hit.band in order]
    ranked = sorted(
        ready, key=lambda one: (order.index(one.hit.band), -(one.hit.score + _TAP_WEIGHS * agreements(one.case, taps)))
    )
    return tuple(ranked[:MOST_CASES])


def _column(archive: Archive, name: str, phases: frozenset[Phase], cases: Sequence[Case]) -> Column:
    tellings = [_telling(case, action) for case in cases for action in case.actions if action.phase in phases]
    groups = archive.index.alike([telling.text for telling in tellings])
    steps = [Step(tuple(tellings[position] for position in group)) for group in groups]
    ordered = sorted(steps, key=lambda step: -len(step.codes))
    return Column(name, tuple(ordered), tuple(dict.fromkeys(telling.code for telling in tellings)))


def _telling(case: Case, action: Action) -> Telling:
    return Telling(code=case.code, text=action.what, who=action.who, effect=action.effect)


def _endings(cases: Sequence[Case], outcomes: set[Outcome]) -> tuple[Line, ...]:
    return tuple(
        Line(case.code, case.outcome_text)
        for case in cases
        if case.outcome in outcomes and case.outcome_text not in NOT_SAID
    )


def _words(cases: Sequence[Case]) -> tuple[Words, ...]:
    return tuple(
        Words(code=case.code, text=used.text, audience=used.audience)
        for case in cases
        if case.outcome in _SETTLED
        for used in case.words_used
    )
