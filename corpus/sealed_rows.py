"""How much of the database opens only with the master key."""

from sqlalchemy import Column, Engine, LargeBinary, func, select

from corpus.database import SEALED, Table


def sealed_rows(engine: Engine) -> int:
    """Wrapped keys in all tables that are loaded: originals, second factors, addresses of letters."""
    with engine.connect() as connection:
        return sum(connection.scalar(select(func.count(key))) or 0 for key in _wrapped_keys())


def _wrapped_keys() -> list[Column[bytes]]:
    columns = [column for table in Table.metadata.sorted_tables for column in table.columns]
    return [
        column
        for column in columns
        if column.info == SEALED and isinstance(column.type, LargeBinary) and column.name.endswith("_key")
    ]
