import sqlite3
from pathlib import Path

import pytest

from api.archive import Archive
from api.identity import OPERATOR
from corpus.backup import back_up, restore
from corpus.errors import BadInput
from corpus.model.case import NATIONAL
from tests.factories import NOON, a_case

pytestmark = pytest.mark.usefixtures("on_sqlite")


@pytest.fixture
def database(archive: Archive) -> Path:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
    return archive.settings.folder / "precedent.db"


def _titles(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return connection.execute("select count(*) from cases").fetchone()[0]


def test_a_backup_taken_while_the_archive_runs_is_whole_and_comes_back(
    archive: Archive, database: Path, tmp_path: Path
) -> None:
    pages: list[tuple[int, int]] = []
    back_up(database, tmp_path / "b.db", lambda done, of: pages.append((done, of)))
    assert pages[-1][0] == pages[-1][1]
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
    restore(tmp_path / "b.db", database)
    assert _titles(database) == 1
    assert _titles(database.with_name("precedent.db.before-restore")) == 2


def test_no_backup_is_overwritten_and_a_missing_database_is_said(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "b.db")
    with pytest.raises(BadInput, match="exists already"):
        back_up(database, tmp_path / "b.db")
    with pytest.raises(BadInput, match="no database"):
        back_up(tmp_path / "nothing.db", tmp_path / "c.db")


@pytest.mark.parametrize("damage", ["cut", "noise", "another"])
def test_a_damaged_backup_changes_nothing(database: Path, tmp_path: Path, damage: str) -> None:
    backup = tmp_path / "b.db"
    back_up(database, backup)
    content = backup.read_bytes()
    if damage == "cut":
        backup.write_bytes(content[: len(content) // 2])
    elif damage == "noise":
        backup.write_bytes(b"no database at all" * 500)
    else:
        backup.unlink()
        sqlite3.connect(backup).execute("create table recipes (x)").connection.close()
    with pytest.raises(BadInput):
        restore(backup, database)
    assert _titles(database) == 1


def test_no_unfinished_copy_is_left_behind(database: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.db").write_bytes(b"no database at all" * 500)
    with pytest.raises(BadInput):
        restore(tmp_path / "noise.db", database)

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(database, tmp_path / "b.db", stop)
    assert list(tmp_path.glob(".*.part")) == []
    assert not (tmp_path / "b.db").exists()


def test_a_second_restore_loses_nothing_of_what_the_first_put_aside(
    archive: Archive, database: Path, tmp_path: Path
) -> None:
    back_up(database, tmp_path / "b.db")
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
    kept = [restore(tmp_path / "b.db", database), restore(tmp_path / "b.db", database)]
    assert [_titles(path) for path in kept if path] == [2, 1]
    assert _titles(database) == 1
