"""`precedent tend`: what is due, step by step; one that fails holds no other up. What each step does is a verb's."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import structlog
import typer

from api.archive import Archive, Call
from api.commands.console import BROKEN, opened, out
from api.identity import OPERATOR
from api.index_upkeep import write_anew
from api.workflow.alerts import match_news
from api.workflow.letters import forget_unanswered, send_letters
from api.workflow.publish import publish_due
from api.workflow.recall import forget_drafts
from api.workflow.redact import end_stale, redact_held
from api.workflow.remind import forget_over, remind_due
from corpus.backup import drop_put_aside

log = structlog.get_logger()
_Act = Callable[[Archive], int | None]


def tend() -> None:
    """Do what is due: end what nobody decided, redact what is held, publish what has waited, send letters.

    Each step runs by itself; the exit code is 1 where one of them failed.
    """
    archive = opened()
    failed = [step for step, act in _STEPS if not _took(archive, step, act)]
    if failed:
        raise typer.Exit(BROKEN)


def _took(archive: Archive, step: str, act: _Act) -> bool:
    try:
        count = act(archive)
    except Exception as error:  # noqa: BLE001  # whatever it was, the endings after it are due; its message may hold text
        kind = type(error).__name__
        _tell(lambda: log.error("step_failed", step=step, kind=kind))
        _tell(lambda: out.print(f"{step}: failed ({kind})"))
        return False
    _tell(lambda: out.print(step if count is None else f"{step}: {count}"))
    return True


def _tell(say: Callable[[], None]) -> None:
    """The endings are due also where nobody reads of them, or the disk that keeps what is said is full."""
    with suppress(OSError):
        say()


def _written(verb: Callable[[Call], int | None]) -> _Act:
    """The verb in a transaction of its own."""

    def act(archive: Archive) -> int | None:
        with archive.writing(OPERATOR) as call:
            return verb(call)

    return act


def _drop_put_aside(archive: Archive) -> int:
    """Once all that was handed in before is past the promised days: they hold the texts sealed, and the keys too."""
    file = archive.settings.database_file
    return drop_put_aside(file, archive.clock() - timedelta(days=archive.settings.raw_days)) if file else 0


# The endings first: they are promised by a day, and nothing else is.
_STEPS: tuple[tuple[str, _Act], ...] = (
    ("Submissions ended that nobody decided", _written(end_stale)),
    ("Redactions and drafts of what has ended dropped", _written(forget_drafts)),
    ("Contributors' addresses destroyed", _written(forget_over)),
    ("Addresses for alerts destroyed", _written(forget_unanswered)),
    ("Databases deleted that a restore put aside", _drop_put_aside),
    ("Sessions that are over forgotten", _written(lambda call: call.accounts.forget_old(call.now))),
    ("Invitations that ran out forgotten", _written(lambda call: call.circles.forget_old(call.now))),
    ("Endings noted", lambda archive: archive.forget_traces()),
    ("Cases gone or changed whose earlier words left the index's files", write_anew),
    ("Held submissions redacted", redact_held),
    ("Cases published", publish_due),
    ("New cases matched with alerts", match_news),
    ("Reminders sent", remind_due),
    ("Letters of alerts sent", send_letters),
)
