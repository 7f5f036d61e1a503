"""Engine and session factory from a URL, for SQLite and PostgreSQL; the base that every table hangs on."""

import sqlite3
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Engine, MetaData, create_engine, event
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """Base of every table; each column carries `info={"holds": "safe" | "sealed"}`."""

    metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time, aware and in UTC on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone can't be stored")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


SAFE = {"holds": "safe"}
"""Redacted, generalised, or an id: may be shown to whoever may see the row."""
SEALED = {"holds": "sealed"}
"""Ciphertext, a wrapped key or a digest."""


def open_engine(url: str) -> Engine:
    """An engine that never puts values into its errors.

    On SQLite every commit is on the disk before it returns (WAL, synchronous=FULL) and deleted rows are overwritten.
    """
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediately)
    else:
        event.listen(engine, "before_cursor_execute", without_nulls, retval=True)
    return engine


def session_factory(engine: Engine) -> sessionmaker[Session]:
    return sessionmaker(engine, expire_on_commit=False)


def checkpoint(engine: Engine) -> None:
    """Moves the write-ahead log into the file and empties it, so that no ended key lingers there; SQLite only."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediately(connection: Any) -> None:
    # A read that later turns into a write would otherwise fail with SQLITE_BUSY instead of waiting its turn.
    writing = not connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def without_nulls(
    _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _executemany: bool
) -> tuple[str, Any]:
    """The statement with parameters as PostgreSQL takes them: its texts hold no NUL, and nobody means one."""
    return statement, _without_null(parameters)


def _without_null(value: Any) -> Any:
    """A value, a row by names, or rows of one statement."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, dict):
        return {name: _without_null(held) for name, held in value.items()}
    return type(value)(map(_without_null, value)) if isinstance(value, list | tuple) else value
