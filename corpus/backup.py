"""Backup and restore of the SQLite database; a PostgreSQL operator uses the server's own tools.

A backup holds ciphertext and wrapped keys, never the master key: keep that file apart from the backups.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from corpus.errors import BadInput

_PUT_ASIDE = "before-restore"
_UNWRITTEN = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}


def back_up(database: Path, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """A consistent copy while the archive runs, through SQLite's online backup; raises BadInput.

    `progress` gets pages done and pages in all.
    """
    if target.exists():
        raise BadInput(f"{target.name} exists already. Name a new file, so that no older backup is lost.")
    if not database.exists():
        raise BadInput("There is no database yet. Start the archive once before you back it up.")
    aside = target.with_name(f".{target.name}.part")
    with _swept(aside):
        _copy(database, aside, progress)
        _check(aside)
        _settle(aside, target)


def restore(backup: Path, database: Path, progress: Callable[[int, int], None] | None = None) -> Path | None:
    """Puts a checked copy of `backup` in the place of `database`, and returns where the old one is kept beside it.

    Earlier ones that were kept stay: what was handed in since a backup may stand in one of them alone. Raises BadInput
    when the backup is damaged; nothing has been changed then. The archive must not be running.
    """
    if not backup.is_file():
        raise BadInput(f"There is no backup named {backup.name}.")
    kept: Path | None = None
    aside = database.with_name(f".{database.name}.part")
    with _swept(aside):
        _copy(backup, aside, progress)
        _check(aside)
        if database.exists():
            kept = _put_aside(database)
        _settle(aside, database)
    return kept


def drop_put_aside(database: Path, before: datetime) -> int:
    """Deletes databases that `restore` put aside and nobody wrote to since then; returns how many."""
    found = [path for path in database.parent.glob(f"{database.name}.{_PUT_ASIDE}*") if path.is_file()]
    old = [path for path in found if path.stat().st_mtime < before.timestamp()]
    for path in old:
        path.unlink()
    return len(old)


def _free_name(database: Path) -> Path:
    names = (f"{database.name}.{_PUT_ASIDE}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(path for path in map(database.with_name, names) if not path.exists())


@contextmanager
def _swept(aside: Path) -> Iterator[None]:
    """Leaves no unfinished copy behind, however the block ends; raises BadInput where none can be begun."""
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        aside.unlink(missing_ok=True)
        aside.touch()
    except OSError as error:
        raise BadInput(
            f"Nothing can be written into {aside.parent}: {error.strerror}. Nothing has been changed."
        ) from None
    try:
        yield
    finally:
        aside.unlink(missing_ok=True)


def _copy(source: Path, target: Path, progress: Callable[[int, int], None] | None) -> None:
    try:
        with closing(_readable(source)) as reading, closing(sqlite3.connect(target)) as writing:
            reading.backup(
                writing, pages=256, progress=(lambda _, left, all_: progress(all_ - left, all_)) if progress else None
            )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in _UNWRITTEN:
            raise BadInput("The copy could not be written. Make room for it; nothing has been changed.") from None
        raise BadInput(f"{source} can't be read: it is damaged, somebody else's, or no database.") from None


def _readable(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)


def _check(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError:
        verdict, tables = "damaged", set()
    finally:
        connection.close()
    if verdict != "ok" or not {"cases", "submissions"} <= tables:
        raise BadInput("The copy is damaged or is not a backup of an archive. Nothing has been changed.")


def _put_aside(database: Path) -> Path:
    """A second name for the database, so that one stands there at every moment; its log goes with it."""
    folded = _fold_log_in(database)
    kept = _free_name(database)
    os.link(database, kept)
    for ending in ("-wal", "-shm"):
        log = database.with_name(database.name + ending)
        if folded:
            log.unlink(missing_ok=True)
        elif log.exists():
            log.replace(kept.with_name(kept.name + ending))
    return kept


def _fold_log_in(database: Path) -> bool:
    """False where the database is damaged: a backup is put back for that very reason."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:
        return False
    return True


def _settle(aside: Path, target: Path) -> None:
    with aside.open("rb") as file:
        os.fsync(file.fileno())
    aside.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
