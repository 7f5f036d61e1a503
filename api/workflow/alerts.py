"""Alerts: every newly published case is held against the saved searches and the wanted cases, by meaning.

What was matched is noted together with how far the casebook was seen, so that a crash in between repeats the work and
loses nothing. Matches hold numbers only; what a reader gets of them is read back from the casebook, so that a case
that was withdrawn is gone from every alert.
"""

from collections.abc import Sequence
from dataclasses import replace

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
from corpus.casebook.news import New, changed_since
from corpus.errors import IndexUnavailable
from corpus.model.question import SavedSearch, WantedCase, WantedState
from corpus.model.search import Filters, Query

log = structlog.get_logger()


def match_news(archive: Archive) -> int:
    """Asks every alert about what is new; returns how many matches there are, 0 while the index can't compare.

    Called by `precedent tend` and before an alert is read.
    """
    if not archive.catch_up():
        return 0
    with archive.reading(OPERATOR) as call:
        upto = call.casebook.last_change()
        saved, wanted = call.saved_searches.behind(upto), _open_wishes(call, upto)
        waiting: list[SavedSearch | WantedCase] = [*saved, *wanted]
        if not waiting:
            return 0
        news = changed_since(call.session, min(question.seen for question in waiting))
    try:
        close = archive.index.close_to([_query(question) for question in waiting], [new.number for new in news])
    except IndexUnavailable:
        log.warning("alerts_wait", alerts=len(saved), cases=len(news))
        return 0
    found = [_news_for(question, numbers, news) for question, numbers in zip(waiting, close, strict=True)]
    with archive.writing(OPERATOR) as call:
        _note(call, saved, found[: len(saved)], upto)
        _fulfil(call, wanted, found[len(saved) :], upto)
    return sum(map(len, found))


def _open_wishes(call: Call, upto: int) -> list[WantedCase]:
    """Listed ones, and those whose case is out of sight again."""
    wanted = call.wanted_cases.of_state(WantedState.LISTED, WantedState.FULFILLED)
    came = call.casebook.cases({one.case_number for one in wanted if one.case_number}, call.caller.audiences)
    return [one for one in wanted if one.seen < upto and one.case_number not in came]


def _query(question: SavedSearch | WantedCase) -> Query:
    """As any visitor would ask: national cases only."""
    if isinstance(question, WantedCase):
        return Query(question.wish)
    return Query(question.asked, replace(question.filters, audiences=Filters().audiences))


def _news_for(question: SavedSearch | WantedCase, close: frozenset[int], news: Sequence[New]) -> list[int]:
    """Cases that were not there yet when the question was left."""
    return [new.number for new in news if new.number in close and new.first > question.since]


def _note(call: Call, saved: Sequence[SavedSearch], found: Sequence[list[int]], upto: int) -> None:
    # Marked first: whoever asks at the same moment waits for these rows, and then finds the matches.
    call.saved_searches.seen([one.id for one in saved], upto)
    for one, numbers in zip(saved, found, strict=True):
        call.saved_searches.match(one.id, numbers)


def _fulfil(call: Call, wanted: Sequence[WantedCase], found: Sequence[list[int]], upto: int) -> None:
    for one, numbers in zip(wanted, found, strict=True):
        if numbers:
            call.wanted_cases.fulfil(one.id, numbers[0])
            call.record("fulfil wanted case", f"wanted-case:{one.id}")
    call.wanted_cases.seen([one.id for one in wanted], upto)
