"""The Chronicle: what became of which case and when, for readers who follow the archive; reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.casebook.case_codes import code_of
from corpus.casebook.store import CaseState
from corpus.casebook.tables import CaseRow, RevisionRow, TombstoneRow


class Turn(StrEnum):
    PUBLISHED = "published"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


@dataclass(frozen=True)
class Entry:
    turn: Turn
    number: int
    at: datetime
    successor: int | None = None
    """Where a merged case lives on."""

    @property
    def code(self) -> str:
        return code_of(self.number)


def entries(session: Session, audiences: Iterable[str]) -> list[Entry]:
    """Everything that these audiences may know of, newest first; a hidden case is as if it had never been."""
    seen = list(audiences)
    told = [*_published(session, seen), *_revised(session, seen), *_gone(session, seen)]
    return sorted(told, key=lambda entry: (entry.at, entry.number), reverse=True)


def _published(session: Session, audiences: list[str]) -> Iterator[Entry]:
    chosen = select(CaseRow.number, CaseRow.published_at).where(
        CaseRow.state == CaseState.PUBLISHED, CaseRow.audience.in_(audiences)
    )
    for number, at in session.execute(chosen):
        yield Entry(Turn.PUBLISHED, number, at)


def _revised(session: Session, audiences: list[str]) -> Iterator[Entry]:
    chosen = (
        select(RevisionRow.number, RevisionRow.at)
        .join(CaseRow, CaseRow.number == RevisionRow.number)
        .where(CaseRow.state == CaseState.PUBLISHED, CaseRow.audience.in_(audiences), RevisionRow.revision > 1)
    )
    for number, at in session.execute(chosen):
        yield Entry(Turn.REVISED, number, at)


def _gone(session: Session, audiences: list[str]) -> Iterator[Entry]:
    for row in session.scalars(select(TombstoneRow).where(TombstoneRow.audience.in_(audiences))):
        turn = Turn.WITHDRAWN if row.successor is None else Turn.MERGED
        yield Entry(turn, row.number, row.at, row.successor)
