"""What of the database opens only with the master key: how much there is, and whether this key is the one."""

from sqlalchemy import Column, Engine, LargeBinary, func, select
from sqlalchemy.orm import Session

from corpus.database import SEALED, Table
from corpus.errors import KeyUnavailable
from corpus.intake.tables import SubmissionRow
from corpus.vault import Sealed, Vault


def sealed_rows(engine: Engine) -> int:
    """Wrapped keys in all tables that are loaded: originals, second factors, addresses of letters."""
    with engine.connect() as connection:
        return sum(connection.scalar(select(func.count(key))) or 0 for key in _wrapped_keys())


def fits(vault: Vault, engine: Engine) -> bool:
    """Whether the newest original that is still sealed opens; True where none is."""
    sealed = (SubmissionRow.wrapped_key, SubmissionRow.sealed_text, SubmissionRow.seal_context)
    newest = select(*sealed).where(SubmissionRow.wrapped_key.is_not(None)).order_by(SubmissionRow.id.desc()).limit(1)
    with Session(engine) as session:
        for key, box, context in session.execute(newest):
            try:
                vault.open(Sealed(wrapped_key=key or b"", box=box or b""), context=context)
            except KeyUnavailable:
                return False
    return True


def _wrapped_keys() -> list[Column[bytes]]:
    columns = [column for table in Table.metadata.sorted_tables for column in table.columns]
    return [
        column
        for column in columns
        if column.info == SEALED and isinstance(column.type, LargeBinary) and column.name.endswith("_key")
    ]
