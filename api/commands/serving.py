"""`precedent serve`: the site in one process, or in several that share the port, the database and the index.

Nothing of the archive lives in a process alone: the database and the index folder are written in turns, and a search
takes up first what another process wrote. Only the counts of `limits.Limits` are each process's own. Redactor and
encoder know no archive: they are read once, before the processes part, and lie in memory once.
"""

import gc
import os
import socket
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.console import err, opened
from api.logs import configure_logs
from api.settings import hand_down, load_settings
from corpus.errors import InvalidSetting

if TYPE_CHECKING:
    from fastapi import FastAPI

    from api.bootstrap import Engines

MOST_WORKERS = 2
"""Unless more are asked for: each has its own view of the archive in memory."""
HIGHEST_PORT = 65535
_ROOF = "web.app"
"""The site is the roof over this floor: it is named here, not imported, so that nothing below leans on it."""


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Processes that answer.")] = None,
) -> None:
    """Build what is missing, then serve the site until stopped."""
    settings = load_settings()
    proxies = settings.proxies
    host, port = host or settings.host, settings.port if port is None else port
    workers = workers or settings.workers or min(os.cpu_count() or 1, MOST_WORKERS)
    _can_listen(host, port)
    hand_down(workers)
    err.print(f"Precedent is at [bold]http://{host}:{port}[/bold] once it has opened. Ctrl-C stops it.")
    gc.disable()  # most of what is imported stays for good: looking through it again and again is a tenth of the start
    from api.bootstrap import load_engines
    from api.processes import Site, run

    import_module(_ROOF)
    run(Site(partial(open_site, load_engines(settings)), f"{host}:{port}", workers, proxies))


def _can_listen(host: str, port: int) -> None:
    """Raises InvalidSetting where nobody could come in by that address."""
    if not 0 < port <= HIGHEST_PORT:
        raise InvalidSetting(f"There is no port {port}: they go from 1 to {HIGHEST_PORT}.")
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.create_server((str(address[0]), port), family=family):
            pass
    except OSError as error:
        why = error.strerror if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
        raise InvalidSetting(f"Nothing can listen on {host}:{port}: {why}. Name another --port or --host.") from None


def open_site(engines: "Engines") -> "FastAPI":
    """What each process serves: its own view of the archive that the environment's settings name."""
    from api.index_upkeep import mend_beside

    configure_logs()
    archive = opened(load_settings(), engines)
    site: FastAPI = import_module(_ROOF).create_site(archive)
    mend_beside(archive)
    return site
