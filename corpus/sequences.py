"""The numbers that a table's next rows get; a database that went back in time must not give the same ones out again."""

from sqlalchemy import text
from sqlalchemy.orm import InstrumentedAttribute, Session


def last_given(session: Session, column: InstrumentedAttribute[int]) -> int:
    """The highest number that this database's own counter has given out; 0 before the first."""
    if session.get_bind().dialect.name == "sqlite":
        asked = "SELECT seq FROM sqlite_sequence WHERE name = :table"
    else:
        asked = "SELECT pg_sequence_last_value(pg_get_serial_sequence(:table, :column)::regclass)"
    names = {"table": column.class_.__tablename__, "column": column.key}
    return session.scalar(text(asked), names if ":column" in asked else {"table": names["table"]}) or 0


def go_past(session: Session, column: InstrumentedAttribute[int], highest: int) -> None:
    """The next row gets a number above `highest`, and above every one given before."""
    if last_given(session, column) >= highest:
        return
    table = column.class_.__tablename__
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), {"table": table})
        added = "INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :highest)"
        session.execute(text(added), {"table": table, "highest": highest})
    else:
        counted = "SELECT setval(pg_get_serial_sequence(:table, :column), :highest)"
        session.execute(text(counted), {"table": table, "column": column.key, "highest": highest})
