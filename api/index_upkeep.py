"""Keeps the index in step with the casebook: built at the start, mended beside the service when it is damaged."""

import fcntl
import threading
from collections.abc import Callable

import structlog

from api.archive import Archive
from api.identity import OPERATOR
from corpus.errors import ArchiveError

log = structlog.get_logger()
FEW_CHANGES = 50
"""So many are caught up one by one; a fresh build is quicker for more than these and a quarter of the archive."""


def bring_index_up(archive: Archive, progress: Callable[[int, int], None], *, anew: bool = False) -> None:
    """Builds the index where there is none or it is far behind, and catches up otherwise.

    A damaged generation answers at once from what is sound of it, by words at least; `mend_beside` does the rest.
    """
    health = archive.index.health()
    with archive.reading(OPERATOR) as call:
        upto, count = call.casebook.last_change(), call.casebook.count()
        behind = upto - health.last_change
        if anew or not health.generation or behind < 0 or behind > max(FEW_CHANGES, count // 4):
            archive.index.rebuild(call.casebook.published(), upto, progress)
            return
        if not health.keywords_ok:
            archive.index.rebuild(call.casebook.published(), upto, words_only=True)
    archive.catch_up()


def write_anew(archive: Archive) -> int:
    """Builds the index anew where words of cases that went or changed still lie in its files; returns how many."""
    archive.catch_up()
    outdated = archive.index.outdated
    if outdated:
        bring_index_up(archive, lambda _done, _of: None, anew=True)
    return outdated


def mend_beside(archive: Archive) -> threading.Thread | None:
    """Rebuilds a damaged index in a thread while the archive serves; None where nothing is damaged.

    Of several processes that serve one rebuilds; the others wait for its generation and take it up.
    """
    if _is_sound(archive):
        return None
    thread = threading.Thread(target=_mend, args=(archive,), daemon=True)
    thread.start()
    return thread


def _is_sound(archive: Archive) -> bool:
    health = archive.index.health()
    return health.vectors_ok and health.keywords_ok and not archive.index.damaged


def _mend(archive: Archive) -> None:
    with (archive.settings.folder / "mending.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            archive.index.apply([])  # takes up what another process has mended meanwhile
            if _is_sound(archive):
                return
            log.warning("index_mending", generation=archive.index.health().generation)
            bring_index_up(archive, lambda _done, _of: None, anew=True)
        except ArchiveError as error:
            log.error("index_not_mended", reason=type(error).__name__)
            return
    log.warning("index_mended", generation=archive.index.health().generation)
