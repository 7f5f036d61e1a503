"""Commands of the operator beside `serve`: reindex, migrate, backup, restore, account."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Column, Table

from api.commands.console import err, opened, out, steps
from api.identity import OPERATOR
from api.in_use import alone, share
from api.index_upkeep import bring_index_up
from api.settings import Settings, describe, load_settings
from api.workflow.end_again import end_again
from corpus.accounts.store import Role
from corpus.backup import back_up
from corpus.backup import restore as put_back
from corpus.database import open_engine
from corpus.errors import BadInput, InvalidSetting
from corpus.ledger import Ledger


def reindex() -> None:
    """Build the search index anew, aside, and swap it in."""
    archive = opened()
    with steps() as progress:
        bring_index_up(archive, lambda done, of: progress("Embed and index", done, of), anew=True)
    out.print(f"Index {archive.index.health().generation} is in place.")


def migrate() -> None:
    """Bring the database to the present version."""
    from api.bootstrap import bring_to_present

    settings = load_settings()
    with share(settings.folder):
        bring_to_present(open_engine(settings.database), Ledger(settings.ledger_file))
    out.print("The database is at the present version.")


def backup(target: Annotated[Path, typer.Argument(help="A file that does not exist yet.")]) -> None:
    """Copy the database while the archive runs. Keep the master key's copy somewhere else."""
    settings = load_settings()
    with steps() as progress:
        back_up(_file(settings), target, lambda done, of: progress("Back up", done, of))
    out.print(
        f"Backed up. The master key is not in it: keep a copy of {settings.key_file} apart from {target}.",
        soft_wrap=True,
    )


def restore(source: Annotated[Path, typer.Argument(help="A file that `precedent backup` wrote.")]) -> None:
    """Put a backup back; whatever has ended since ends again. Stop the site first."""
    settings = load_settings()
    knows_what_ended = settings.ledger_file.exists()
    with alone(settings.folder) as held:
        with steps() as progress:
            kept = put_back(source, _file(settings), lambda done, of: progress("Restore", done, of))
        archive = opened(settings, held=held)
        end_again(archive, old_lines=True)
        with steps() as progress:
            bring_index_up(archive, lambda done, of: progress("Embed and index", done, of), anew=True)
    out.print("Restored.")
    if not knows_what_ended:
        err.print(
            f"There was no {settings.ledger_file}: whatever was withdrawn since the backup is back. If a newer copy of "
            "that file is kept anywhere, put it there and restore once more, before the site starts.",
            soft_wrap=True,
        )
    if not archive.key_fits():
        err.print(
            f"The master key here does not open what the backup holds. Put the copy that belongs to it at "
            f"{settings.key_file} before the site starts: what comes in until then would be sealed with the wrong one.",
            soft_wrap=True,
        )
    if kept:
        out.print(
            f"The database as it was before is {kept}: delete it once nothing of it is missed, it keeps sealed texts. "
            f"`precedent tend` deletes it {settings.raw_days} days after it was last written to.",
            soft_wrap=True,
        )


def account(
    name: Annotated[str, typer.Argument(help="The sign-in name.")],
    role: Annotated[Role, typer.Option(help="What the account may do.")] = Role.REVIEWER,
) -> None:
    """Make an account for a reviewer or a steward; asks for a password, or reads the line that is piped in.

    Gives the second factor.
    """
    password = _asked_password()
    archive = opened()
    with archive.writing(OPERATOR) as call:
        made, address = call.accounts.create(name, password, role, at=call.now)
        call.record("create account", f"account:{made.id}")
    out.print(
        f"{made.role} [bold]{made.name}[/bold] may sign in. Put this into an authenticator app, it is shown once:"
    )
    out.print(address, highlight=False, soft_wrap=True)


def settings() -> None:
    """List every setting with its default and what it does."""
    table = Table(Column("Variable", no_wrap=True), "Default", "What it does")
    for row in describe():
        table.add_row(*row)
    out.print(table)


def _asked_password() -> str:
    """At a terminal twice and unseen; raises BadInput where there is neither terminal nor line."""
    if sys.stdin.isatty():
        try:
            return str(typer.prompt("Password, 12 characters or more", hide_input=True, confirmation_prompt=True))
        except typer.Abort:
            raise KeyboardInterrupt from None
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise BadInput(
            "There is no terminal to ask for the password. Pipe it in as one line, or run this at a terminal."
        )
    return password


def _file(settings: Settings) -> Path:
    if settings.database_file is None:
        raise InvalidSetting("This command is for SQLite. Use the database server's own tools for PostgreSQL.")
    return settings.database_file
