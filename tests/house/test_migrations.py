"""Prevents: tables that the migrations don't make, and a migration that does not go both ways."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from corpus import migrations
from corpus.database import Table, open_engine


def test_the_migrations_make_the_tables_that_the_code_declares(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    migrations.upgrade(engine)
    assert migrations.is_current(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_every_version_goes_down_and_up_again(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    for version in migrations.versions():
        migrations.upgrade(engine, version)
        migrations.downgrade(engine, "-1")
        migrations.upgrade(engine, version)
    migrations.downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
