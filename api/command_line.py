"""`precedent`: the commands, over the same verbs as the pages and the JSON interface, and their exit codes."""

import sys
from collections.abc import Callable

import typer

from api.commands import assistants, casework, circles, reading, redacting, serving, tending, upkeep
from api.commands.console import BROKEN, NOT_ALLOWED, NOT_FOUND, UNREADY, WRONG_INPUT, err
from api.logs import configure_logs, sentence_of
from corpus import errors

app = typer.Typer(
    name="precedent",
    help="A searchable archive of what school leaders did when it happened to them.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode="rich",
)
_PANELS: dict[str, tuple[Callable[..., None], ...]] = {
    "Ask": (reading.search, reading.show, redacting.redact, assistants.mcp),
    "Cases": (casework.submit, casework.review, casework.publish, casework.withdraw),
    "Circles": (circles.circle, circles.invite),
    "Operate": (
        serving.serve, upkeep.reindex, upkeep.migrate, tending.tend, upkeep.backup, upkeep.restore, upkeep.account,
        upkeep.settings,
    ),
}  # fmt: skip
for _panel, _commands in _PANELS.items():
    for _command in _commands:
        app.command(rich_help_panel=_panel)(_command)

_EXIT_CODES: tuple[tuple[type[errors.ArchiveError], int], ...] = (
    (errors.BadInput, WRONG_INPUT),
    (errors.NotFound, NOT_FOUND),
    (errors.NotAllowed, NOT_ALLOWED),
    (errors.Conflict, NOT_ALLOWED),
    (errors.Unready, UNREADY),
)


def run() -> None:
    """Ends with an exit code; an error that the archive names becomes one sentence."""
    configure_logs()
    try:
        app()
    except Exception as error:  # noqa: BLE001  # its message may hold a text, and what is printed may be kept as a log
        err.print(sentence_of(error), style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(next((code for kind, code in _EXIT_CODES if isinstance(error, kind)), BROKEN))
