"""Logs: one line an event, only fields from a list, never a traceback's values."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {
        "event", "level", "timestamp", "reason", "kind", "kinds", "case", "submission", "changes", "method", "route",
        "status", "milliseconds", "generation", "cases", "count", "step", "alerts", "saved_search",
    }
)  # fmt: skip


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


def keep_allowed(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drops every field that is not on the list, exceptions included."""
    return {key: value for key, value in event.items() if key in ALLOWED}
