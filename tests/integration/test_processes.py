"""The processes that serve: watched, replaced, ended in order, whatever it is that they serve."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WORKERS = 2
PATIENCE = 60
SERVED = """
import asyncio, ctypes, gc, logging, os, sys, threading, time, warnings
from pathlib import Path
from fastapi import FastAPI, Request
from api import processes
from api.logs import configure_logs
from api.processes import Site, run
from corpus.errors import InvalidSetting

if "names" in sys.argv:
    from redaction.ner.name_model import NameModel
    model = NameModel.load()
    model.spans(["asked of the parent: denise"])

def open_site():
    if "broken" in sys.argv:
        raise InvalidSetting("PRECEDENT_PORT takes a whole number.")
    if "nowhere" in sys.argv:
        open("/nowhere/in-use.lock")
    if "gone" in sys.argv and Path(sys.argv[-1]).exists():
        raise RuntimeError("Rosa Quetzalli")
    site = FastAPI()
    @site.get("/")
    def look():
        return {"pid": os.getpid(), "opened_by": opened_by, "parent": os.getppid(), "collects": gc.isenabled()}
    @site.get("/from")
    def come_from(request: Request):
        return {"address": request.client.host}
    @site.get("/slow")
    def slow():
        time.sleep(2)
        return "done"
    @site.get("/broken")
    async def break_everything():
        async def forgotten():
            raise RuntimeError("in a task: Rosa Quetzalli")
        asyncio.get_running_loop().create_task(forgotten())
        await asyncio.sleep(0.1)
        gc.collect()
        threading.Thread(target=lambda: int("in a thread: Rosa Quetzalli")).start()
        warnings.warn("a warning: Rosa Quetzalli")
        logging.getLogger("some.library").error("Rosa Quetzalli is %s", "Rosa Quetzalli")
        raise RuntimeError("in a route: Rosa Quetzalli")
    @site.get("/rush")
    def rush():
        blocks = [ctypes.create_string_buffer(60_000) for _ in range(3_000)]
        held.append(blocks[-1])  # above all that is let go
        return {"pid": os.getpid(), "full": pages()}
    @site.get("/after")
    def after():
        return {"pid": os.getpid(), "now": pages()}
    @site.get("/names")
    def names():
        return {"pid": os.getpid(), "found": [span.start for span in model.spans(["ask denise petrakis"])[0]]}
    opened_by, held = os.getpid(), []
    return site

def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])

configure_logs()
gc.disable()
processes.GIVE_BACK_SECONDS = 0.2
run(Site(open_site, f"127.0.0.1:{sys.argv[1]}", 2, ["127.0.0.1", "10.0.0.0/8"] if "behind" in sys.argv else ()))
"""


def _start(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SERVED, *words]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def _get(port: int, path: str = "/", **headers: str) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE / 6)
    try:
        connection.request("GET", path, headers=headers)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def _until(found: Callable[[], Any]) -> Any:
    """What `found` gives as soon as it gives anything; a site that is not there yet is nothing."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        try:
            if what := found():
                return what
        except OSError:
            pass
        time.sleep(0.05)
    pytest.fail("it never came")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _serving(port: int, *words: str) -> Iterator[subprocess.Popen[str]]:
    process = _start(str(port), *words)
    try:
        _until(lambda: _get(port))
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


@pytest.fixture
def naming(port: int) -> Iterator[None]:
    with _serving(port, "names"):
        yield


@pytest.fixture
def parent(port: int) -> Iterator[subprocess.Popen[str]]:
    with _serving(port) as process:
        yield process


READERS = {"X-Forwarded-For": "192.0.2.1, 203.0.113.7, 10.1.2.3"}
"""What a reader says of itself, the reader as the first proxy saw it, that proxy."""


def test_readers_behind_trusted_proxies_are_told_apart_and_choose_no_address(port: int) -> None:
    with _serving(port, "behind"):
        assert _get(port, "/from", **READERS) == {"address": "203.0.113.7"}
        assert _get(port, "/from") == {"address": "127.0.0.1"}


def test_nobody_else_says_where_a_reader_is(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with _serving(port):
        assert _get(port, "/from", **READERS) == {"address": "127.0.0.1"}


def _children(parent: subprocess.Popen[str]) -> set[int]:
    return set(map(int, Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()))


def _workers(parent: subprocess.Popen[str], *, without: int = 0) -> set[int]:
    """Once all are there and `without` is none of them."""

    def full() -> set[int] | None:
        found = _children(parent)
        return found if len(found) == WORKERS and without not in found else None

    return set(_until(full))


def _runs(pid: int) -> bool:
    """A process that has ended may be listed until somebody asks how; it has no command line then."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


def test_each_worker_opens_its_own_and_the_parent_has_no_thread_that_a_fork_would_lose(
    parent: subprocess.Popen[str], port: int
) -> None:
    seen = _get(port)
    assert seen["parent"] == parent.pid
    assert seen["opened_by"] == seen["pid"]
    assert seen["collects"]
    assert len(list(Path(f"/proc/{parent.pid}/task").iterdir())) == 1


def _until_each_answered(port: int, path: str = "/") -> list[Any]:
    """The first answer of each worker; one that is listed may still be opening its archive."""
    met: dict[int, Any] = {}

    def all_did() -> bool:
        answer = _get(port, path)
        met.setdefault(answer["pid"], answer)
        return len(met) == WORKERS

    _until(all_did)
    return list(met.values())


@pytest.mark.usefixtures("naming")
def test_a_model_that_the_parent_loaded_answers_in_every_worker(port: int) -> None:
    assert [answer["found"] for answer in _until_each_answered(port, "/names")] == [[4]] * WORKERS


def test_a_worker_that_dies_is_replaced_and_the_site_goes_on(parent: subprocess.Popen[str], port: int) -> None:
    before = _workers(parent)
    victim = before.pop()
    os.kill(victim, signal.SIGKILL)
    after = _workers(parent, without=victim)
    assert before < after
    assert _until(lambda: _get(port))["pid"] in after


@pytest.mark.usefixtures("parent")
def test_what_a_rush_needed_is_given_back_after_it(port: int) -> None:
    full = {answer["pid"]: answer["full"] for answer in _until_each_answered(port, "/rush")}

    def gave_back() -> bool:
        answer = _get(port, "/after")
        return bool(full[answer["pid"]] - answer["now"] > 30_000)

    _until(gave_back)


def test_what_was_begun_is_finished_when_the_site_is_told_to_stop(parent: subprocess.Popen[str], port: int) -> None:
    workers = _workers(parent)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(_get, port, "/slow")
        time.sleep(0.5)
        parent.send_signal(signal.SIGTERM)
        assert answer.result() == "done"
    assert parent.wait(PATIENCE) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def test_a_parent_that_is_killed_leaves_no_worker_and_no_port_behind(parent: subprocess.Popen[str], port: int) -> None:
    workers = _workers(parent)
    parent.kill()
    parent.wait(PATIENCE)
    _until(lambda: not any(map(_runs, workers)))
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))


def test_no_message_of_an_error_is_in_the_log_whichever_way_it_takes(port: int) -> None:
    process = _start(str(port))
    _until(lambda: _get(port))
    with pytest.raises(json.JSONDecodeError):
        _get(port, "/broken")
    process.terminate()
    said = process.communicate(timeout=PATIENCE)[1]
    assert "Quetzalli" not in said
    assert "uvicorn.error: Exception in ASGI application (RuntimeError at <string>:" in said
    for told in ("asyncio: said something (RuntimeError", "kind='ValueError'", "some.library"):
        assert told in said, told


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        ("broken", "InvalidSetting: PRECEDENT_PORT takes a whole number."),
        ("nowhere", "FileNotFoundError: No such file or directory: /nowhere/in-use.lock"),
    ],
)
@pytest.mark.parametrize("loaded", [(), ("names",)], ids=["alone", "with a model that has threads"])
def test_an_archive_that_cannot_be_opened_ends_the_site_with_its_sentence(
    port: int, why: str, sentence: str, loaded: tuple[str, ...]
) -> None:
    process = _start(str(port), why, *loaded)
    try:
        said = process.communicate(timeout=PATIENCE)[1]
    finally:
        process.kill()  # one that starts workers for ever would outlive the tests
    assert process.returncode != 0
    assert said.count(sentence) <= WORKERS
    assert "Traceback" not in said
    assert sentence in said


def test_a_worker_that_cannot_open_again_leaves_the_others_at_work(port: int, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with _serving(port, "gone", str(gone)) as parent:
        _until_each_answered(port)
        victim = _workers(parent).pop()
        gone.touch()
        os.kill(victim, signal.SIGKILL)
        replaced = _workers(parent, without=victim)
        _until(lambda: not replaced <= _children(parent))
        assert parent.poll() is None
        assert _get(port)["pid"] in replaced
        gone.unlink()
        assert len(_workers(parent)) == WORKERS


def test_an_interrupt_of_the_parent_alone_ends_the_workers_too(parent: subprocess.Popen[str]) -> None:
    _workers(parent)
    parent.send_signal(signal.SIGINT)
    said = parent.communicate(timeout=PATIENCE)[1]
    assert parent.returncode == 0
    assert "SIGKILL" not in said
