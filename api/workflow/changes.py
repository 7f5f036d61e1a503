"""Changes: what was published, revised and withdrawn, term by term; no day and no word of what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from api.archive import Archive
from api.identity import Caller, Right
from api.terms import Term, term_of
from corpus.casebook.case_codes import code_of
from corpus.casebook.chronicle import Entry, Turn, entries

SHOWN = 50


@dataclass(frozen=True)
class Told:
    """One line of the chronicle."""

    code: str
    title: str
    """Empty for a case that is gone."""
    successor: str
    """Code of the case that a merged one lives on in; empty otherwise."""


@dataclass(frozen=True)
class TermOfChanges:
    term: Term
    turns: tuple[tuple[Turn, tuple[Told, ...]], ...]


@dataclass(frozen=True)
class Changes:
    terms: tuple[TermOfChanges, ...]
    found: int


def changes(archive: Archive, caller: Caller, skip: int = 0, limit: int = SHOWN) -> Changes:
    """`limit` lines after the first `skip`, newest term first; within a term by turn and code, never by day."""
    caller.require(Right.READ)
    with archive.reading(caller) as call:
        told = sorted(entries(call.session, caller.audiences), key=_order)
        shown = told[skip : skip + limit]
        titles = {
            number: case.title
            for number, case in call.casebook.cases({entry.number for entry in shown}, caller.audiences).items()
        }
    return Changes(tuple(_by_term(shown, titles)), len(told))


def _order(entry: Entry) -> tuple[int, int, int, int]:
    term = term_of(entry.at.date())
    return (-term.year, -term.place, list(Turn).index(entry.turn), -entry.number)


def _by_term(shown: Sequence[Entry], titles: dict[int, str]) -> list[TermOfChanges]:
    return [
        TermOfChanges(
            term,
            tuple(
                (turn, tuple(dict.fromkeys(_told(entry, titles) for entry in of_turn)))
                for turn, of_turn in groupby(of_term, key=lambda entry: entry.turn)
            ),
        )
        for term, of_term in groupby(shown, key=lambda entry: term_of(entry.at.date()))
    ]


def _told(entry: Entry, titles: dict[int, str]) -> Told:
    return Told(entry.code, titles.get(entry.number, ""), code_of(entry.successor) if entry.successor else "")
