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
LONGEST_WAIT = 10_000
"""Milliseconds that a writer waits for its turn."""


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


MY_TURN = f"SET LOCAL lock_timeout = '{LONGEST_WAIT}ms'; SELECT pg_advisory_xact_lock(1346458179)"
"""One writer at a time on PostgreSQL too; the number only has to be the same for all of this archive's processes."""
ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"

SAFE = {"holds": "safe"}
"""Redacted, generalised, or an id: may be shown to whoever may see the row."""
SEALED = {"holds": "sealed"}
"""Ciphertext, a wrapped key or a digest."""


def open_engine(url: str) -> Engine:
    """An engine that never puts values into its errors.

    Whoever writes has the database to themselves, so that what a verb has read still holds when it writes; readers see
    one state of it, those marked `reads_only`, and wait for nobody. On SQLite every commit is on the disk before it
    returns (WAL, synchronous=FULL) and deleted rows are overwritten.
    """
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediately)
    else:
        event.listen(engine, "begin", _begin_in_turn)
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
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout={LONGEST_WAIT}")


def _begin_immediately(connection: Any) -> None:
    # A read that later turns into a write would otherwise fail with SQLITE_BUSY instead of waiting its turn.
    connection.exec_driver_sql("BEGIN" if _reads_only(connection) else "BEGIN IMMEDIATE")


def _begin_in_turn(connection: Any) -> None:
    connection.exec_driver_sql(ONE_STATE if _reads_only(connection) else MY_TURN)


def _reads_only(connection: Any) -> bool:
    return bool(connection.get_execution_options().get("reads_only", False))


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
