"""Fixtures that every kind of test may ask for: an archive on a real database with fake engines."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

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


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'precedent.db'}")
    migrations.upgrade(engine)
    yield engine
    engine.dispose()


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
