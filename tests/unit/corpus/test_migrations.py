from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, text

from corpus import migrations
from corpus.database import open_engine

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC).isoformat(sep=" ")


def _rows(engine: Engine, columns: str, table: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM {table}"))]


def _before_follow_ups(folder: Path) -> Engine:
    engine = open_engine(f"sqlite:///{folder / 'x.db'}")
    migrations.upgrade(engine, "0001_first_tables")
    submission = (
        "INSERT INTO submissions (state, source, audience, quote_verbatim, submitted_at, changed_at, receipt_digest,"
        " seal_context, case_number) VALUES (:state, 'plain', 'national', 0, :at, :at, :state, 'x', :number)"
    )
    with engine.begin() as connection:
        for state, number in (("published", 7), ("in review", None)):
            connection.execute(text(submission), {"state": state, "number": number, "at": NOON})
        stone = "INSERT INTO tombstones (number, reason, at) VALUES (3, 'withdrawn', :at)"
        connection.execute(text(stone), {"at": NOON})
    return engine


def test_rows_go_up_and_down_whole(tmp_path: Path) -> None:
    engine = _before_follow_ups(tmp_path)
    before = _rows(engine, "*", "submissions"), _rows(engine, "*", "tombstones")
    migrations.upgrade(engine)
    assert _rows(engine, "state, case_number, case_revision", "submissions") == [
        ("published", 7, 1),
        ("in review", None, None),
    ]
    assert _rows(engine, "number, audience", "tombstones") == [(3, "national")]
    migrations.downgrade(engine, "0001_first_tables")
    assert (_rows(engine, "*", "submissions"), _rows(engine, "*", "tombstones")) == before
