"""Health: asks every part whether it works, by using it."""

from dataclasses import asdict, dataclass
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from api.archive import Archive
from api.identity import OPERATOR
from corpus.errors import ArchiveError
from corpus.model.discussion import plain_discussion
from corpus.model.submission import SubmissionState

log = structlog.get_logger()


@dataclass(frozen=True)
class Health:
    serving: bool
    """Readers get cases, by keywords at least."""
    database: bool
    redactor: bool
    keywords: bool
    meaning: bool
    index_current: bool
    cases: int
    held: int
    """Submissions that wait for a redactor that works."""
    generation: str

    def as_mapping(self) -> dict[str, Any]:
        return asdict(self)


def health(archive: Archive) -> Health:
    index = archive.index.health()
    try:
        with archive.reading(OPERATOR) as call:
            cases, last_change = call.casebook.count(), call.casebook.last_change()
            held = call.intake.counts().get(SubmissionState.HELD, 0)
        database = True
    except SQLAlchemyError as error:
        log.error("database_unavailable", reason=type(error).__name__)
        cases, last_change, held, database = 0, -1, 0, False
    return Health(
        serving=database and index.keywords_ok,
        database=database,
        redactor=_redacts(archive),
        keywords=index.keywords_ok,
        meaning=index.vectors_ok,
        index_current=index.last_change == last_change,
        cases=cases,
        held=held,
        generation=index.generation or "",
    )


def _redacts(archive: Archive) -> bool:
    probe = "Call Dana Whitfield at 555-0142."
    try:
        found = archive.redactor.redact(plain_discussion(probe))
    except ArchiveError:
        return False
    return "555-0142" not in found.text
