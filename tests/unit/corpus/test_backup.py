import sqlite3
import subprocess
import sys
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


@pytest.mark.parametrize("damage", ["cut", "noise", "another", "against its own rules"])
def test_a_damaged_backup_changes_nothing(database: Path, tmp_path: Path, damage: str) -> None:
    backup = tmp_path / "b.db"
    back_up(database, backup)
    content = backup.read_bytes()
    if damage == "cut":
        backup.write_bytes(content[: len(content) // 2])
    elif damage == "noise":
        backup.write_bytes(b"no database at all" * 500)
    elif damage == "against its own rules":
        with sqlite3.connect(backup) as connection:
            connection.execute("create table spoilt (n check (n > 0))")
            connection.execute("pragma ignore_check_constraints = on")
            connection.execute("insert into spoilt values (-1)")
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


def test_a_backup_comes_back_over_a_damaged_database_whose_log_is_kept(database: Path, tmp_path: Path) -> None:
    back_up(database, tmp_path / "b.db")
    database.write_bytes(b"no database at all" * 500)
    log = database.with_name("precedent.db-wal")
    log.write_bytes(b"what was written last")
    kept = restore(tmp_path / "b.db", database)
    assert kept is not None
    assert not log.exists()
    assert _titles(database) == 1
    assert kept.read_bytes().startswith(b"no database")
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"what was written last"


def test_a_path_with_marks_of_addresses_is_a_path(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "100% of #1?" / "b.db"
    back_up(database, target)
    restore(target, database)
    assert _titles(database) == 1


def test_a_full_disk_is_not_taken_for_a_damaged_backup(database: Path, tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from corpus.backup import back_up; "
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)); back_up(*map(Path, sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, str(database), str(tmp_path / "b.db")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert "BadInput: The copy could not be written. Make room for it" in told.stderr
    assert list(tmp_path.glob("*b.db*")) == []


def test_a_folder_is_no_backup(database: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no backup named"):
        restore(tmp_path, database)
