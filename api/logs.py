"""Logs: one line an event, only fields from a list, never a traceback's values, nor what libraries say in words."""

import logging
import sys
import threading
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog

from corpus.errors import ArchiveError

ALLOWED = frozenset(
    {
        "event", "level", "timestamp", "reason", "kind", "kinds", "case", "submission", "changes", "method", "route",
        "status", "milliseconds", "generation", "cases", "count", "step", "alerts", "saved_search",
        "where", "reference",
    }
)  # fmt: skip

_KNOWS_NO_REQUEST = "gunicorn.error"
_SERVERS = frozenset({_KNOWS_NO_REQUEST, "uvicorn.error"})
_FRAMES = 4


def configure_logs(level: int = logging.INFO) -> None:
    """Sends the archive's events to standard error and silences libraries that log what they handle."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_allowed,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # Looked up at each event: whoever runs the process may have put another stream in its place meanwhile.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    for name in ("presidio-analyzer", "presidio_analyzer", "sqlalchemy", "alembic", "uvicorn.access", "httpx", "mcp"):
        logging.getLogger(name).setLevel(logging.CRITICAL)

    logging.setLogRecordFactory(WordlessRecord)
    logging.captureWarnings(capture=True)
    threading.excepthook = lambda what: _log_unexpected(what.exc_type, what.exc_traceback)
    sys.unraisablehook = lambda what: _log_unexpected(what.exc_type, what.exc_traceback)


class WordlessRecord(logging.LogRecord):
    """What a library says, without what it may have met: the message of an error, the value of a variable.

    Of the servers the fixed words stay, of the one that knows no request the values too; of all others their names.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        said = str(self.msg).strip() if self.name in _SERVERS else "said something"
        if self.name != _KNOWS_NO_REQUEST:
            self.args = tuple(map(_figure, self.args)) if self.name in _SERVERS and isinstance(self.args, tuple) else ()
        if self.exc_info and self.exc_info[0]:
            at = f" ({self.exc_info[0].__name__} at {place_of(self.exc_info[2])})"
            said += at.replace("%", "%%") if self.args else at
        self.msg = f"{self.name}: {said}"
        self.exc_info = self.exc_text = self.stack_info = None


def _figure(value: object) -> object:
    return value if isinstance(value, int | float) else "..."


def place_of(trace: TracebackType | None) -> str:
    """Where in the code, innermost first: files and lines, no values."""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(trace)][-_FRAMES:]
    return " < ".join(f"{'/'.join(Path(file).parts[-2:])}:{line}" for file, line in reversed(frames))


def sentence_of(error: Exception) -> str:
    """What the command line says of an error: the archive's own sentence, the file that failed, or else only where."""
    if isinstance(error, ArchiveError):
        return f"{type(error).__name__}: {error}"
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        return f"{type(error).__name__}: {error.strerror or 'failed'}{where}"
    return f"{type(error).__name__} at {place_of(error.__traceback__)}"


def _log_unexpected(kind: type[BaseException], trace: TracebackType | None) -> None:
    structlog.get_logger().error("unexpected_error", kind=kind.__name__, where=place_of(trace))


def keep_allowed(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drops every field that is not on the list, exceptions included."""
    return {key: value for key, value in event.items() if key in ALLOWED}
