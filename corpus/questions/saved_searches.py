"""Saved searches and what their alerts found; codes come as digests, and addresses are sealed as they come."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from corpus.errors import SavedSearchNotFound
from corpus.model.question import Match, SavedSearch
from corpus.model.search import FacetName, Filters
from corpus.questions.tables import MatchRow, SavedSearchRow
from corpus.vault import Sealed, Vault


@dataclass(frozen=True)
class LetterBox:
    """Where a saved search's letters go, and the code that each of them carries."""

    address: str
    code: str


class SavedSearches:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def save(
        self, asked: str, filters: Filters, *, code_digest: str, own_digest: str, since: int, at: datetime
    ) -> SavedSearch:
        """`asked` is redacted; `since` is the casebook's last change."""
        row = SavedSearchRow(
            code_digest=code_digest,
            own_digest=own_digest,
            asked=asked,
            filters=json.dumps({name: sorted(values) for name, values in filters.chosen.items()}, sort_keys=True),
            saved_at=at,
            since=since,
            seen=since,
        )
        self._session.add(row)
        self._session.flush()
        return _saved(row)

    def by_code(self, digest: str) -> SavedSearch:
        """Raises SavedSearchNotFound."""
        return _saved(self._found(SavedSearchRow.code_digest == digest))

    def by_own_code(self, digest: str) -> SavedSearch:
        """Raises SavedSearchNotFound."""
        return _saved(self._found(SavedSearchRow.own_digest == digest))

    def by_letter_code(self, digest: str) -> SavedSearch:
        """Raises SavedSearchNotFound."""
        return _saved(self._found(SavedSearchRow.letter_digest == digest))

    def end(self, saved_id: int) -> None:
        """Leaves nothing of it."""
        self._session.execute(delete(MatchRow).where(MatchRow.saved_search_id == saved_id))
        self._session.execute(delete(SavedSearchRow).where(SavedSearchRow.id == saved_id))
        self._session.flush()

    def behind(self, change: int) -> list[SavedSearch]:
        """Those whose alert has not been asked about everything up to that change."""
        chosen = select(SavedSearchRow).where(SavedSearchRow.seen < change).order_by(SavedSearchRow.id)
        return [_saved(row) for row in self._session.scalars(chosen)]

    def match(self, saved_id: int, case_numbers: Iterable[int]) -> None:
        """Notes cases that are close; those known before stay as they are. Does nothing to one that was ended."""
        if self._session.get(SavedSearchRow, saved_id) is None:
            return
        for number in case_numbers:
            if self._session.get(MatchRow, (saved_id, number)) is None:
                self._session.add(MatchRow(saved_search_id=saved_id, case_number=number))
        self._session.flush()

    def seen(self, saved_ids: Iterable[int], change: int) -> None:
        chosen = update(SavedSearchRow).where(SavedSearchRow.id.in_(list(saved_ids)))
        self._session.execute(chosen.values(seen=change))

    def matches(self, saved_id: int) -> list[Match]:
        """The latest case first."""
        chosen = select(MatchRow).where(MatchRow.saved_search_id == saved_id).order_by(MatchRow.case_number.desc())
        return [Match(row.saved_search_id, row.case_number, row.sent_at) for row in self._session.scalars(chosen)]

    def sent(self, saved_id: int, case_numbers: Iterable[int], *, at: datetime) -> None:
        chosen = update(MatchRow).where(
            MatchRow.saved_search_id == saved_id, MatchRow.case_number.in_(list(case_numbers))
        )
        self._session.execute(chosen.values(sent_at=at))

    def count(self) -> int:
        return self._session.scalar(select(func.count()).select_from(SavedSearchRow)) or 0

    def keep_address(self, saved_id: int, box: LetterBox, *, letter_digest: str, at: datetime) -> None:
        """Seals an address in place of the one before; nobody has agreed to it yet."""
        row = self._found(SavedSearchRow.id == saved_id)
        sealed = self._vault.seal(json.dumps([box.address, box.code]).encode(), context=_context(saved_id))
        row.letter_digest, row.letter_key, row.letter_box = letter_digest, sealed.wrapped_key, sealed.box
        row.letters_asked_at, row.letters_offered_at, row.letters_agreed_at = at, None, None
        self._session.flush()

    def letter_box(self, saved_id: int) -> LetterBox | None:
        """None where no letters are wanted; raises KeyUnavailable."""
        row = self._found(SavedSearchRow.id == saved_id)
        if row.letter_key is None or row.letter_box is None:
            return None
        opened = self._vault.open(Sealed(row.letter_key, row.letter_box), context=_context(saved_id))
        address, code = json.loads(opened)
        return LetterBox(address, code)

    def forget_address(self, saved_id: int) -> None:
        """Destroys the address's key."""
        row = self._found(SavedSearchRow.id == saved_id)
        row.letter_digest = row.letter_key = row.letter_box = None
        row.letters_asked_at = row.letters_offered_at = row.letters_agreed_at = None
        self._session.flush()

    def offered(self, saved_id: int, *, at: datetime) -> None:
        """The first letter, which asks, went out."""
        self._found(SavedSearchRow.id == saved_id).letters_offered_at = at
        self._session.flush()

    def agreed(self, saved_id: int, *, at: datetime) -> None:
        self._found(SavedSearchRow.id == saved_id).letters_agreed_at = at
        self._session.flush()

    def to_offer(self) -> list[int]:
        """With an address that has not been asked yet."""
        return self._ids(SavedSearchRow.letter_key.is_not(None), SavedSearchRow.letters_offered_at.is_(None))

    def to_tell(self) -> list[int]:
        """Agreed, with a match that no letter told of."""
        untold = select(MatchRow.saved_search_id).where(MatchRow.sent_at.is_(None))
        return self._ids(SavedSearchRow.letters_agreed_at.is_not(None), SavedSearchRow.id.in_(untold))

    def unanswered(self, before: datetime) -> list[int]:
        """Whose address was given before that time and never agreed to."""
        return self._ids(SavedSearchRow.letters_asked_at < before, SavedSearchRow.letters_agreed_at.is_(None))

    def _ids(self, *chosen: ColumnElement[bool]) -> list[int]:
        return list(self._session.scalars(select(SavedSearchRow.id).where(*chosen).order_by(SavedSearchRow.id)))

    def _found(self, chosen: ColumnElement[bool]) -> SavedSearchRow:
        row = self._session.scalar(select(SavedSearchRow).where(chosen))
        if row is None:
            raise SavedSearchNotFound("No saved search belongs to that code. It may have been ended.")
        return row


def _context(saved_id: int) -> str:
    return f"saved-search:{saved_id}:letters"


def _saved(row: SavedSearchRow) -> SavedSearch:
    chosen = {FacetName(name): frozenset(values) for name, values in json.loads(row.filters).items()}
    return SavedSearch(
        id=row.id,
        asked=row.asked,
        filters=Filters(chosen=chosen),
        saved_at=row.saved_at,
        since=row.since,
        seen=row.seen,
        takes_letters=row.letters_agreed_at is not None,
    )
