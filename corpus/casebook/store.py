"""The Casebook: reads and writes published cases; every write leaves a numbered change for the index."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from corpus.case_codec import case_from_json, case_from_record, case_to_json
from corpus.casebook.case_codes import code_of
from corpus.casebook.likenesses import Likenesses
from corpus.casebook.tables import CaseRow, ChangeRow, FollowUpRow, RevisionRow, TombstoneRow
from corpus.casebook.tombstone import Tombstone
from corpus.casebook.uses import Uses
from corpus.errors import CaseNotFound
from corpus.model.case import Case, Change, PublishedCase
from corpus.sequences import go_past


class CaseState(StrEnum):
    PUBLISHED = "published"
    HIDDEN = "hidden"


_LAST_CHANGE = select(func.max(ChangeRow.number))
_IN_SIGHT = select(CaseRow.number, CaseRow.record).where(
    CaseRow.number.in_(bindparam("numbers", expanding=True)),
    CaseRow.state == CaseState.PUBLISHED,
    CaseRow.audience.in_(bindparam("audiences", expanding=True)),
)
"""Written once: every search asks both, and building a statement takes longer than its answer."""


class Casebook:
    """All reads give cases as published; hidden ones are absent unless asked for by `any_state`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, case: Case, *, audience: str, at: datetime) -> Case:
        """Stores a new case under the next number, ignoring the code it came with."""
        row = CaseRow(
            state=CaseState.PUBLISHED,
            audience=audience,
            record="",
            change=0,
            published_at=at,
            changed_at=at,
        )
        self._session.add(row)
        self._session.flush()
        case = replace(case, code=code_of(row.number), revision=1, published_on=at.date())
        self._write(row, case, at)
        return case

    def put_starter(self, case: Case, *, audience: str, digest: str, at: datetime) -> bool:
        """Stores a starter case under its own number; False when it stands there unchanged or is gone for good."""
        row = self._session.get(CaseRow, case.number)
        if (row and row.starter_digest == digest) or self._session.get(TombstoneRow, case.number):
            return False
        if row is None:
            row = CaseRow(
                number=case.number,
                state=CaseState.PUBLISHED,
                audience=audience,
                record="",
                revision=0,
                change=0,
                published_at=at,
                changed_at=at,
            )
            self._session.add(row)
            self._session.flush()
            go_past(self._session, CaseRow.number, case.number)
        row.starter_digest = digest
        self._write(row, replace(case, revision=row.revision + 1, published_on=row.published_at.date()), at)
        return True

    def starter_digests(self) -> dict[int, str]:
        """Digest of the file of every starter case that stands in the casebook."""
        rows = self._session.execute(select(CaseRow.number, CaseRow.starter_digest))
        return {number: digest for number, digest in rows if digest}

    def revise(self, case: Case, *, at: datetime) -> Case:
        """Stores the next revision of a case that exists; raises CaseNotFound."""
        row = self._row(case.number, any_state=True)
        revised = replace(case, revision=row.revision + 1, published_on=row.published_at.date())
        self._write(row, revised, at)
        return revised

    def rewind(self, number: int, revision: int, *, at: datetime) -> Case:
        """Takes out a revision and all after it, and puts the case back as it stood before; raises CaseNotFound.

        What was written after it goes as well, so a case that loses more than that one is hidden until a look.
        """
        row = self._row(number, any_state=True)
        kept = self.revisions(number, before=revision)
        if not kept:
            raise CaseNotFound("The case did not stand before that revision.")
        chosen = RevisionRow.number == number, RevisionRow.revision >= revision
        lost = self._session.scalar(select(func.count()).where(*chosen)) or 0
        self._session.execute(delete(RevisionRow).where(*chosen))
        if lost > 1:
            row.state = CaseState.HIDDEN
        back = replace(kept[-1][0], revision=row.revision + 1)
        self._write(row, back, at)
        return back

    def revisions(self, number: int, *, before: int | None = None) -> list[tuple[Case, datetime]]:
        """Every revision of a case that stands, and when it was written, oldest first."""
        chosen = select(RevisionRow).where(RevisionRow.number == number)
        if before is not None:
            chosen = chosen.where(RevisionRow.revision < before)
        rows = self._session.scalars(chosen.order_by(RevisionRow.revision))
        return [(case_from_json(row.record), row.at) for row in rows]

    def audience(self, number: int) -> str:
        """Raises CaseNotFound."""
        return self._row(number, any_state=True).audience

    def case(self, number: int, audiences: Iterable[str], *, any_state: bool = False) -> Case:
        """One case that these audiences may see; raises CaseNotFound alike for absent, hidden and not theirs."""
        row = self._row(number, any_state=any_state)
        if row.audience not in set(audiences) and not any_state:
            raise CaseNotFound("There is no case with that code.")
        return case_from_json(row.record)

    def cases(self, numbers: Iterable[int], audiences: Iterable[str]) -> dict[int, Case]:
        """Those of the numbered cases that these audiences may see now."""
        asked = {"numbers": list(numbers), "audiences": list(audiences)}
        return {number: case_from_record(record) for number, record in self._session.execute(_IN_SIGHT, asked)}

    def newest(self, audiences: Iterable[str], limit: int) -> list[Case]:
        chosen = (
            select(CaseRow)
            .where(CaseRow.state == CaseState.PUBLISHED, CaseRow.audience.in_(list(audiences)))
            .order_by(CaseRow.published_at.desc(), CaseRow.number.desc())
            .limit(limit)
        )
        return [case_from_record(row.record) for row in self._session.scalars(chosen)]

    def is_gone(self, number: int) -> bool:
        """Whether a tombstone stands in the case's place."""
        return self._session.get(TombstoneRow, number) is not None

    def state(self, number: int) -> CaseState:
        return CaseState(self._row(number, any_state=True).state)

    def hidden(self) -> list[tuple[Case, datetime]]:
        """Every case out of sight and since when, the longest first."""
        chosen = select(CaseRow).where(CaseRow.state == CaseState.HIDDEN).order_by(CaseRow.changed_at, CaseRow.number)
        return [(case_from_json(row.record), row.changed_at) for row in self._session.scalars(chosen)]

    def hide(self, number: int, *, at: datetime) -> None:
        """Takes a case out of sight until somebody has looked at it."""
        row = self._row(number, any_state=True)
        row.state = CaseState.HIDDEN
        self._touch(row, at)

    def show(self, number: int, *, at: datetime) -> None:
        """Puts a hidden case back."""
        row = self._row(number, any_state=True)
        row.state = CaseState.PUBLISHED
        self._touch(row, at)

    def withdraw(self, number: int, *, reason: str, at: datetime, successor: int | None = None) -> Tombstone:
        """Removes case and revisions and leaves a tombstone; raises CaseNotFound."""
        row = self._row(number, any_state=True)
        self._session.execute(delete(RevisionRow).where(RevisionRow.number == number))
        self._session.execute(delete(FollowUpRow).where(FollowUpRow.case_number == number))
        Likenesses(self._session).forget_case(number)
        Uses(self._session).follow_case(number, successor)
        self._session.delete(row)
        self._session.add(TombstoneRow(number=number, reason=reason, successor=successor, audience=row.audience, at=at))
        self._session.add(ChangeRow(case_number=number, at=at))
        self._session.flush()
        return Tombstone(number=number, reason=reason, successor=successor, at=at)

    def tombstone(self, number: int, audiences: Iterable[str]) -> Tombstone | None:
        """The tombstone of a case that these audiences could see."""
        row = self._session.get(TombstoneRow, number)
        if row is None or row.audience not in set(audiences):
            return None
        return Tombstone(row.number, row.reason, row.successor, row.at)

    def tombstones(self) -> list[Tombstone]:
        rows = self._session.scalars(select(TombstoneRow).order_by(TombstoneRow.number))
        return [Tombstone(row.number, row.reason, row.successor, row.at) for row in rows]

    def last_change(self) -> int:
        """Number of the newest change; 0 in an empty casebook."""
        return self._session.scalar(_LAST_CHANGE) or 0

    def changes_since(self, number: int) -> list[Change]:
        """The latest state of every case changed after `number`, in order of change."""
        latest = (
            select(func.max(ChangeRow.number), ChangeRow.case_number)
            .where(ChangeRow.number > number)
            .group_by(ChangeRow.case_number)
            .order_by(func.max(ChangeRow.number))
        )
        return [
            Change(number=change, case_number=case_number, published=self._published(case_number))
            for change, case_number in self._session.execute(latest)
        ]

    def published(self) -> Iterator[PublishedCase]:
        """Every case in sight, in order of number."""
        rows = self._session.scalars(
            select(CaseRow).where(CaseRow.state == CaseState.PUBLISHED).order_by(CaseRow.number)
        )
        for row in rows:
            yield PublishedCase(case=case_from_json(row.record), audience=row.audience, change=row.change)

    def count(self) -> int:
        return self._session.scalar(select(func.count()).where(CaseRow.state == CaseState.PUBLISHED)) or 0

    def _row(self, number: int, *, any_state: bool) -> CaseRow:
        row = self._session.get(CaseRow, number)
        if row is None or (row.state != CaseState.PUBLISHED and not any_state):
            raise CaseNotFound("There is no case with that code.")
        return row

    def _published(self, number: int) -> PublishedCase | None:
        row = self._session.get(CaseRow, number)
        if row is None or row.state != CaseState.PUBLISHED:
            return None
        return PublishedCase(case=case_from_json(row.record), audience=row.audience, change=row.change)

    def _write(self, row: CaseRow, case: Case, at: datetime) -> None:
        row.record = case_to_json(case)
        row.revision = case.revision
        self._session.add(RevisionRow(number=case.number, revision=case.revision, record=row.record, at=at))
        self._touch(row, at)

    def _touch(self, row: CaseRow, at: datetime) -> None:
        change = ChangeRow(case_number=row.number, at=at)
        self._session.add(change)
        self._session.flush()
        row.change = change.number
        row.changed_at = at
        self._session.flush()
