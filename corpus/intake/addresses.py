"""Addresses that contributors left to be reminded at: sealed on their submission, under a key of its own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.errors import SubmissionNotFound
from corpus.intake.tables import SubmissionRow
from corpus.vault import Sealed, Vault


class Addresses:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def keep(self, submission_id: int, address: str) -> None:
        """Seals an address in place of the one before; raises SubmissionNotFound."""
        row = self._row(submission_id)
        sealed = self._vault.seal(address.encode(), context=_context(row))
        row.address_key, row.address_box = sealed.wrapped_key, sealed.box
        self._session.flush()

    def address(self, submission_id: int) -> str | None:
        """The address, or None where none was left or it has been destroyed; raises KeyUnavailable."""
        row = self._row(submission_id)
        if row.address_key is None or row.address_box is None:
            return None
        return self._vault.open(Sealed(row.address_key, row.address_box), context=_context(row)).decode()

    def is_kept(self, submission_id: int) -> bool:
        return self._row(submission_id).address_key is not None

    def forget(self, submission_id: int) -> None:
        """Destroys the address's key."""
        row = self._row(submission_id)
        row.address_key = row.address_box = None
        self._session.flush()

    def of_state(self, state: str) -> list[int]:
        """Ids of the submissions in that state that hold an address."""
        chosen = select(SubmissionRow.id).where(SubmissionRow.state == state, SubmissionRow.address_key.is_not(None))
        return list(self._session.scalars(chosen))

    def _row(self, submission_id: int) -> SubmissionRow:
        row = self._session.get(SubmissionRow, submission_id)
        if row is None:
            raise SubmissionNotFound("There is no submission with that number.")
        return row


def _context(row: SubmissionRow) -> str:
    return f"{row.seal_context}:address"
