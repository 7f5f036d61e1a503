"""The processes that serve: a parent that imports everything once and holds the port, and workers forked from it.

gunicorn starts, watches and ends them: one that dies or falls silent is replaced, and on SIGTERM each finishes what it
has begun. The parent opens no archive: files, locks and threads don't survive a fork whole, and each worker opens its
own. What holds none of these, the modules and models that run on one thread, is in memory before the fork and shared by
all. Importing onnxruntime starts one thread, which the fork leaves behind; no session was ever seen to miss it.
"""

import ctypes
import gc
import mmap
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, NoReturn

from fastapi import FastAPI
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.errors import HaltServer
from uvicorn_worker import UvicornWorker

from api.logs import sentence_of

SILENT_SECONDS = 120
"""A worker that is silent for longer is replaced; shorter, and a machine under strain would lose sound ones."""
LAST_SECONDS = 30
"""Time to finish what was begun, after the site was told to stop."""
PARENT_SECONDS = 1
"""Between two looks at whether the parent is still there."""
BREATH_SECONDS = 5
"""Before another worker tries to open an archive that could be opened once and can't be now."""
GIVE_BACK_SECONDS = 30
"""Between two times that a worker gives back what it no longer needs: a rush needs more than the hour after it."""
_ARENA_MAX, _ARENAS = -8, 2
"""glibc's M_ARENA_MAX: a heap for each of forty threads would keep what every one of them ever needed at once."""


class Worker(UvicornWorker):  # type: ignore[misc]  # it has no types
    """One process that answers; while it opens the archive, which may take minutes, it says that it lives."""

    CONFIG_KWARGS: ClassVar[dict[str, Any]] = {
        "loop": "auto",
        "http": "auto",
        "access_log": False,
        "server_header": False,
    }

    def load_wsgi(self) -> None:
        threading.Thread(target=self._end_with_parent, daemon=True).start()
        with self._telling():
            super().load_wsgi()
        _settle()
        gc.enable()
        threading.Thread(target=_give_back_now_and_then, daemon=True).start()

    def handle_exit(self, _signal: int, _frame: object) -> None:
        """The parent's word for "at once", which uvicorn doesn't know: a worker would be waited for and then killed."""
        signal.raise_signal(signal.SIGTERM)

    def _end_with_parent(self) -> None:
        """A parent that was killed can't tell its workers to end; they would hold the port against the next one."""
        while os.getppid() == self.ppid:
            time.sleep(PARENT_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(LAST_SECONDS)
        os.kill(os.getpid(), signal.SIGKILL)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        opened = threading.Event()

        def tell() -> None:
            while not opened.wait(SILENT_SECONDS / 4):
                self.notify()

        threading.Thread(target=tell, daemon=True).start()
        try:
            yield
        finally:
            opened.set()


class Site(BaseApplication):  # type: ignore[misc]  # it has no types
    """Names the parts to gunicorn; `open_site` runs in each worker, after the fork.

    `proxies`: who may say in X-Forwarded-For whose request it passes on. From all others that word counts for nothing,
    and so does what the environment says to gunicorn.
    """

    def __init__(
        self, open_site: Callable[[], FastAPI], address: str, workers: int, proxies: Sequence[str] = ()
    ) -> None:
        self._open_site = open_site
        self._was_open = mmap.mmap(-1, 1)
        self._settings = {
            "bind": address,
            "workers": workers,
            "forwarded_allow_ips": ",".join(proxies),
            "worker_class": Worker,
            "timeout": SILENT_SECONDS,
            "graceful_timeout": LAST_SECONDS,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> FastAPI:
        """Ends the worker when the archive can't be opened, and with it the site, unless that was open before: what
        other workers still answer is worth more, and the disk may not stay full.
        """
        try:
            site = self._open_site()
        except Exception as error:  # noqa: BLE001  # whatever it was, a worker that dies of it would be replaced for ever
            print(sentence_of(error), file=sys.stderr, flush=True)  # noqa: T201  # the command line's own sentence
            self._end_unopened()
        self._was_open[0] = 1
        return site

    def _end_unopened(self) -> NoReturn:
        """Without a look back: threads of what was loaded before the fork are missed on an orderly way out."""
        if self._was_open[0]:
            time.sleep(BREATH_SECONDS)
            os._exit(1)
        os._exit(Arbiter.WORKER_BOOT_ERROR)


def _settle() -> None:
    """Gives back what loading left free, and has the collector leave alone what stays: looking through a whole index
    for garbage would make a search wait, and a page that nobody writes to is shared.
    """
    _give_back()
    gc.freeze()


def _give_back_now_and_then() -> None:
    """Else what forty searches needed at once would be held until the worker ends."""
    while True:
        time.sleep(GIVE_BACK_SECONDS)
        _give_back()


def _give_back() -> None:
    """Takes a few milliseconds, in which the interpreter goes on."""
    _ask_the_c_library("malloc_trim", 0)


def _ask_the_c_library(function: str, *values: int) -> None:
    """Does nothing where it is another one than glibc."""
    called = getattr(ctypes.CDLL(None), function, None)
    if called is not None:
        called(*values)


def run(site: Site) -> None:
    """Serves until stopped. What is imported and loaded by now is shared by all workers."""
    _ask_the_c_library("mallopt", _ARENA_MAX, _ARENAS)
    _settle()
    try:
        Arbiter(site).run()
    except HaltServer as end:  # it stumbles over a second worker that could not open the archive either
        sys.exit(end.exit_status)
