"""Fixtures that every kind of test may ask for: an archive on a real database with fake engines."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from api.archive import Archive
from api.settings import Settings
from corpus import migrations
from corpus.database import open_engine
from corpus.ledger import Ledger
from corpus.vault import Vault
from tests.factories import NOON
from tests.fakes import FakeIndex, FakeRedactor

MASTER_KEY = bytes(range(32))


class Clock:
    """Stands still until moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", help="URL of a PostgreSQL database to run on, each test in a schema of its own")


@pytest.fixture
def on_sqlite(request: pytest.FixtureRequest) -> None:
    """Asked for by tests that look into the database's file."""
    if request.config.getoption("--database"):
        pytest.skip("looks into SQLite's file")


@pytest.fixture
def on_postgresql(request: pytest.FixtureRequest) -> None:
    """Asked for by tests of what several writers may do at once."""
    if not request.config.getoption("--database"):
        pytest.skip("SQLite has one writer at a time; give --database")


@pytest.fixture
def engine(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Engine]:
    server = request.config.getoption("--database")
    url = _fresh_schema(server) if server else f"sqlite:///{tmp_path / 'precedent.db'}"
    engine = open_engine(url)
    migrations.upgrade(engine)
    yield engine
    engine.dispose()


def _fresh_schema(server: str) -> str:
    """URL of a new empty schema on that server."""
    name = f"test_{uuid4().hex}"
    engine = open_engine(server)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"


@pytest.fixture
def archive(tmp_path: Path, engine: Engine, clock: Clock) -> Archive:
    return Archive(
        settings=Settings(folder=tmp_path),
        engine=engine,
        vault=Vault(MASTER_KEY),
        ledger=Ledger(tmp_path / "ended.log"),
        redactor=FakeRedactor(),
        index=FakeIndex(),
        clock=clock,
    )
