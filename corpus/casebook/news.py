"""News of the casebook: which cases are new since a change or a day, for alerts and the digest; reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.case_codec import case_from_json
from corpus.casebook.store import CaseState
from corpus.casebook.tables import CaseRow, ChangeRow
from corpus.model.case import NATIONAL, Case


@dataclass(frozen=True)
class New:
    """A national case in sight and the numbers of its first and last change."""

    number: int
    first: int
    last: int


def changed_since(session: Session, change: int) -> list[New]:
    """National cases in sight that changed after that change, in order of number."""
    first, last = func.min(ChangeRow.number), func.max(ChangeRow.number)
    chosen = (
        select(ChangeRow.case_number, first, last)
        .join(CaseRow, CaseRow.number == ChangeRow.case_number)
        .where(CaseRow.state == CaseState.PUBLISHED, CaseRow.audience == NATIONAL)
        .group_by(ChangeRow.case_number)
        .having(last > change)
        .order_by(ChangeRow.case_number)
    )
    return [New(*row) for row in session.execute(chosen)]


def published_between(
    session: Session, start: datetime, end: datetime, audiences: Iterable[str], limit: int
) -> tuple[list[Case], int]:
    """The newest `limit` cases published from `start` up to before `end`, and how many there are."""
    chosen = (
        CaseRow.state == CaseState.PUBLISHED,
        CaseRow.audience.in_(list(audiences)),
        CaseRow.published_at >= start,
        CaseRow.published_at < end,
    )
    rows = session.scalars(select(CaseRow).where(*chosen).order_by(CaseRow.number.desc()).limit(limit))
    found = session.scalar(select(func.count()).select_from(CaseRow).where(*chosen)) or 0
    return [case_from_json(row.record) for row in rows], found
