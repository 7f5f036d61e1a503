"""Whose turn it is: processes that have an archive open share its folder, one that puts a backup back has it alone.

The kernel frees a lock with the process that held it, however that ended. The locks are advisory: whatever writes into
the folder by other ways than this command line asks nobody.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from corpus.errors import ArchiveInUse, InvalidSetting

_LOCK = "in-use.lock"


def share(folder: Path) -> IO[str]:
    """A share of the folder for as long as the file stays open; raises ArchiveInUse while a backup is put back."""
    return _locked(folder, fcntl.LOCK_SH, "A backup is being put back. Start again when that is done.")


@contextmanager
def alone(folder: Path) -> Iterator[IO[str]]:
    """The folder for nobody else within the block, as the share of an archive that is opened in it.

    Raises ArchiveInUse while anything has the archive open.
    """
    with _locked(
        folder,
        fcntl.LOCK_EX,
        "The site or a command has the archive open: what comes in now would be lost. Stop it, then restore.",
    ) as held:
        yield held


def _locked(folder: Path, how: int, otherwise: str) -> IO[str]:
    lock = _lock_of(folder)
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise ArchiveInUse(otherwise) from None
    return lock


def _lock_of(folder: Path) -> IO[str]:
    """Raises InvalidSetting where the folder can't be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(PermissionError):  # somebody else's folder, who sees to it
            folder.chmod(0o700)
        return (folder / _LOCK).open("a")
    except OSError as error:
        raise InvalidSetting(
            f"The archive's folder {folder.resolve()} can't be written to: {error.strerror}. "
            "Run this as its owner, or name another in PRECEDENT_FOLDER."
        ) from None
