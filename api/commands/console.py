"""What every command shares: the archive with progress bars, the two consoles, exit codes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from api.archive import Archive
from api.settings import Settings, load_settings

if TYPE_CHECKING:
    from api.bootstrap import Engines

WRONG_INPUT, NOT_FOUND, NOT_ALLOWED, UNREADY, BROKEN = 2, 3, 4, 5, 1
HIGHEST = 999_999_999
"""Number that is asked for at all; the database would stumble over one of twenty digits."""


class Voice(Console):
    """A console that falls silent when nobody reads it any more: what a command does, it does to its end."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.file.fileno())


out = Voice(emoji=False)
err = Voice(stderr=True, emoji=False)


def say_as_it_is(text: str) -> None:
    """No width, no markup."""
    try:
        typer.echo(text)
    except BrokenPipeError:
        out.on_broken_pipe()


class Steps:
    """Progress bars for named steps, each drawn when it first moves."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: str, done: int, of: int) -> None:
        if not self._tasks:
            self._progress.start()
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(step, total=of)
        self._progress.update(self._tasks[step], completed=done, total=of)


@contextmanager
def steps() -> Iterator[Steps]:
    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=err)
    try:
        yield Steps(progress)
    finally:
        if progress.tasks:
            progress.stop()


def opened(settings: Settings | None = None, engines: "Engines | None" = None, held: IO[str] | None = None) -> Archive:
    """The archive of these settings, built with visible progress where something is missing."""
    from api.bootstrap import open_archive  # the engines: seconds that `precedent --help` and `serve` do without here

    with steps() as progress:
        return open_archive(settings or load_settings(), progress, engines, held)
