"""Composition root: Settings in, a ready Archive out. The only file that knows the concrete parts."""

import fcntl
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from api.archive import Archive
from api.in_use import share
from api.index_upkeep import bring_index_up
from api.parts import Redacts
from api.post import post_office
from api.settings import Settings
from api.starter import load_starter
from api.workflow.end_again import end_again
from corpus import migrations
from corpus.database import open_engine
from corpus.errors import ArchiveError, DatabaseUnavailable, RedactionIncomplete
from corpus.ledger import Ended, Ledger
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, Mention, Redaction
from corpus.sealed_rows import sealed_rows
from corpus.vault import Vault, load_master_key
from indexer.embedder import Embedder, build_embedder
from indexer.search_index import SearchIndex
from redaction.redactor import SHIPPED_MODEL, Redactor, build_redactor

log = structlog.get_logger()

Progress = Callable[[str, int, int], None]
"""Gets the step's name, how much of it is done and how much there is."""


@dataclass(frozen=True)
class Engines:
    """What takes seconds to load and knows no archive: several archives of one process may share it."""

    redactor: Redacts
    embedder: Embedder | None


def open_archive(
    settings: Settings,
    progress: Progress = lambda _step, _done, _of: None,
    engines: Engines | None = None,
    held: IO[str] | None = None,
) -> Archive:
    """Migrates, ends again what a restored backup brought back, loads what the starter corpus lacks, and opens or
    builds the index; raises ArchiveError.

    The redactor is loaded beside the index: the bytes that are checked and the weights that are read need no turn of
    each other's. Of several processes the first has all cores for that, and answers while the others follow. `held`:
    the folder, by who has it alone.
    """
    folder = held or share(settings.folder)
    engine = open_engine(settings.database)
    with _one_at_a_time(settings.folder), ThreadPoolExecutor(1) as beside:
        redactor = beside.submit(lambda: engines.redactor if engines else _redactor(settings))
        embedder = engines.embedder if engines else _embedder(settings)
        ledger = Ledger(settings.ledger_file)
        bring_to_present(engine, ledger)
        index = SearchIndex.open(settings.index_folder, embedder)
        archive = Archive(
            settings=settings,
            engine=engine,
            vault=Vault(load_master_key(settings.key_file, lambda: sealed_rows(engine))),
            ledger=ledger,
            redactor=redactor.result(),
            index=index,
            clock=lambda: datetime.now(UTC),
            post=post_office(settings),
            share=folder,
        )
        if not archive.key_fits():
            log.error("master_key_does_not_fit")
        went_back = end_again(archive)
        if settings.starter:
            load_starter(archive, lambda done, of: progress("Redact", done, of))
        archive.note_endings()
        bring_index_up(archive, lambda done, of: progress("Embed and index", done, of), anew=went_back)
    return archive


def bring_to_present(engine: Engine, ledger: Ledger) -> None:
    """Raises DatabaseUnavailable, which of the driver's words keeps none; also where the database is empty though its
    folder has held an archive: a fresh one in its place would look like an archive that lost them all.
    """
    try:
        if migrations.is_empty(engine) and ledger.read() != Ended():
            raise DatabaseUnavailable(
                "The database is empty, but this folder has held an archive. Was its file moved or emptied, does "
                "PRECEDENT_DATABASE_URL name another? Put it back, or a backup: `precedent restore`. To begin anew, "
                "name another folder."
            )
        migrations.upgrade(engine)
    except DatabaseError:
        raise DatabaseUnavailable(
            "The database can't be read or written. Does its server answer, is the disk full, whose "
            "is the file? If it is damaged, stop the site and put a backup back: `precedent restore`."
        ) from None


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Of several processes that open the archive, one builds what is missing and the others find it built."""
    with (folder / "opening.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def load_engines(settings: Settings) -> Engines:
    """Both, for archives to share."""
    return Engines(redactor=_redactor(settings), embedder=_embedder(settings))


class NoRedactor:
    """Stands where the redactor could not be loaded: holds everything, lets nothing through."""

    def redact(
        self, _discussion: Discussion, _corrections: Corrections = Corrections(), _earlier: Redaction | None = None
    ) -> Redaction:
        raise RedactionIncomplete("The redactor is not running. What you hand in is kept sealed until it is.")

    def redact_query(self, _text: str, *, kept: bool = False) -> tuple[str, tuple[Mention, ...]]:  # noqa: ARG002
        raise RedactionIncomplete("The redactor is not running.")


def redactor_of(settings: Settings) -> Redactor:
    """The redactor by itself; raises ModelMismatch where it can't be loaded."""
    return build_redactor(
        name_model=settings.name_model or SHIPPED_MODEL, spacy_pipeline=settings.spacy_pipeline or None
    )


def _redactor(settings: Settings) -> Redacts:
    try:
        return redactor_of(settings)
    except (ArchiveError, OSError) as error:
        log.error("redactor_unavailable", reason=type(error).__name__)
        return NoRedactor()


def _embedder(settings: Settings) -> Embedder | None:
    """None where the encoder can't be loaded: keywords then answer alone, and /health says so."""
    try:
        return build_embedder(settings.encoder, settings.encoder_folder)
    except (ArchiveError, OSError, subprocess.SubprocessError) as error:
        log.error("encoder_unavailable", reason=type(error).__name__)
        return None
