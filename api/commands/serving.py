"""`precedent serve`: the site in one process, or in several that share the port, the database and the index.

Nothing of the archive lives in a process alone: the database and the index folder are written in turns, and a search
takes up first what another process wrote. Only the counts of `dependencies.Limits` are each process's own.
"""

import os
import sys
from importlib import import_module
from typing import Annotated

import typer
from fastapi import FastAPI

from api.commands.console import err, opened
from api.index_upkeep import mend_beside
from api.logs import configure_logs
from api.settings import hand_down, load_settings

MOST_WORKERS = 2
"""Unless more are asked for: each holds the models and its part of the index, some 300 MB."""

BUSY_SECONDS = 120
"""A process that is silent for longer is replaced; shorter, and a machine under strain would lose sound ones."""


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Processes that answer.")] = None,
) -> None:
    """Build what is missing, then serve the site until stopped."""
    settings = load_settings()
    host, port = host or settings.host, port or settings.port
    workers = workers or settings.workers or min(os.cpu_count() or 1, MOST_WORKERS)
    hand_down(workers)
    err.print(f"Precedent is at [bold]http://{host}:{port}[/bold] once it has opened. Ctrl-C stops it.")
    # This process becomes the one that watches the others: with nothing of ours loaded it holds 40 MB, not 220.
    command = [sys.executable, "-m", "uvicorn", "--factory", "api.commands.serving:open_site"]
    command += ["--host", host, "--port", str(port), "--workers", str(workers)]
    command += ["--no-access-log", "--log-level", "warning", "--no-server-header"]
    os.execv(sys.executable, [*command, "--timeout-worker-healthcheck", str(BUSY_SECONDS)])  # noqa: S606


def open_site() -> FastAPI:
    """What each process serves: its own view of the archive that the environment's settings name."""
    configure_logs()
    archive = opened(load_settings())
    # The site is the roof over this floor: it is named here, not imported, so that nothing below leans on it.
    site: FastAPI = import_module("web.app").create_site(archive)
    mend_beside(archive)
    return site
