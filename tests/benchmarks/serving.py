"""How the site starts and answers: `python -m tests.benchmarks.serving [397 1000 20000] [--keep FOLDER] [--workers 2]`.

For 397, `precedent serve` starts twice on a folder of its own, and the first start builds the archive from the starter
corpus; other numbers of cases come from `serving_archive`, and `--keep` keeps them for another run. Then leaders' own
questions go over HTTP, none twice to one server, each on a connection of its own, redaction and embedding included: one
client after another start, several after the next. The last line asks two questions at once each time. The peer in the
same run is a bare FastAPI route that answers the same JSON from memory: what is left between the two is the archive's own
work. Processor time stands beside the wall clock, since a busy machine bends only the latter. The rush at the end is five
times as many clients as there are places. Memory counts what processes share once.
"""

import argparse
import http.client
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from api.gate import MOST_SEARCHES
from api.processes import GIVE_BACK_SECONDS
from tests.benchmarks.serving_archive import make_archive, questions

STARTER = 397
FRESH = 4_000
"""Questions in stock: none is asked twice of one server."""
QUESTIONS = 400
"""Of leaders themselves; what follows in stock is two of them at once."""
OPENING = "Is anybody there?"
"""Asked of a server until it answers."""
BARE = """
import sys, uvicorn
from fastapi import FastAPI
app = FastAPI()
@app.post("/api/v1/search")
def search(asked: dict) -> dict:
    return {"asked": asked["text"], "precedents": [{"code": "CASE-0001", "title": "x" * 60, "passage": "y" * 600}] * 10}
uvicorn.run(app, port=int(sys.argv[1]), access_log=False, log_level="error")
"""


class Server:
    """A process that serves on a port, with those that it started."""

    def __init__(self, command: list[str], port: int, environment: dict[str, str], texts: Iterator[str]) -> None:
        """Returns once a search was answered; `started` is how many seconds that took."""
        self.port, self._texts, self._taking = port, texts, threading.Lock()
        begun = time.perf_counter()
        self._process = subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.DEVNULL)
        while not self._answers():
            if self._process.poll() is not None:
                sys.exit("the server stopped")
            time.sleep(0.02)
        self.started = time.perf_counter() - begun

    def _answers(self) -> bool:
        try:
            return self.ask(OPENING)[0] == http.client.OK
        except OSError:
            return False

    def ask(self, text: str | None = None) -> tuple[int, bool, float]:
        """Status, whether it names a time to come back, and seconds of one search; the next in stock without a text."""
        with self._taking:
            body = json.dumps({"text": text or next(self._texts)})
        started = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", "/api/v1/search", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        return answer.status, answer.headers["Retry-After"] is not None, time.perf_counter() - started

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()

    def _family(self) -> list[int]:
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        return [self._process.pid, *map(int, children)]

    def memory(self, part: str = "Pss") -> float:
        """MB of all processes together; a page that several hold counts once (proportional set size)."""
        rolled = [Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() for pid in self._family()]
        return sum(int(line.split()[1]) for lines in rolled for line in lines if line.startswith(f"{part}:")) / 1024

    def worked(self) -> float:
        """Seconds of processor time so far, all processes together."""
        ticks = 0
        for pid in self._family():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


def by_clients(server: Server, searches: int, clients: int) -> tuple[list[tuple[int, bool, float]], float]:
    """Every answer, and the seconds that all took, from `clients` that ask without pause."""
    met: list[tuple[int, bool, float]] = []

    def client(first: int) -> None:
        met.extend(server.ask() for _ in range(first, searches, clients))

    threads = [threading.Thread(target=client, args=(first,)) for first in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return met, time.perf_counter() - begun


def report(name: str, server: Server, searches: int, clients: int) -> None:
    before = server.worked()
    met, took = by_clients(server, searches, clients)
    worked = (server.worked() - before) * 1000 / searches
    cut = statistics.quantiles([seconds for _, _, seconds in met], n=100)
    print(
        f"{name}, {clients} client{'s' * (clients > 1):<2} p50 {cut[49] * 1000:6.1f} ms   p99 {cut[98] * 1000:6.1f} ms   "
        f"{searches / took:6.1f}/s   processor {worked:5.1f} ms   load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    if failed := sum(status != http.client.OK for status, _, _ in met):
        print(f"  {failed} of them were not answered")


def rush(server: Server, searches: int, clients: int) -> Counter[str]:
    """How many were answered, turned away with a time to come back, or failed."""
    met, _ = by_clients(server, searches, clients)
    told = {True: "told when to come back", False: "failed"}
    return Counter("answered" if status == http.client.OK else told[later] for status, later, _ in met)


@contextmanager
def served(folder: Path, asked: argparse.Namespace, texts: Sequence[str], *, starter: bool) -> Iterator[Server]:
    settings = {
        "PRECEDENT_FOLDER": str(folder),
        "PRECEDENT_STARTER": str(int(starter)),
        "PRECEDENT_SEARCHES_A_MINUTE": "1000000",
    }
    command = [sys.executable, "-m", "api", "serve", "--port", str(asked.port), "--workers", str(asked.workers)]
    server = Server(command, asked.port, settings, iter(texts))
    try:
        yield server
    finally:
        server.stop()


def measure(count: int, folder: Path, asked: argparse.Namespace, texts: Sequence[str]) -> None:
    starter = count == STARTER
    print(f"{count} cases, {os.cpu_count()} cores, {asked.workers} workers", flush=True)
    if starter:
        with served(folder, asked, texts, starter=True) as server:
            print(f"first start to first answer        {server.started:.1f} s", flush=True)
    elif not (folder / "index" / "CURRENT").exists():
        make_archive(folder, count)
    for _ in range(asked.starts):
        with served(folder, asked, texts, starter=starter) as server:
            print(
                f"second start to first answer       {server.started:.1f} s, load {os.getloadavg()[0]:.1f}", flush=True
            )
    for clients in (1, asked.clients):
        with served(folder, asked, texts, starter=starter) as server:
            report("archive", server, asked.searches, clients)
    with served(folder, asked, texts[QUESTIONS:], starter=starter) as server:
        report("two questions at once", server, asked.searches, asked.clients)
        report_memory("after the searches", server)
        if asked.rush:
            print(
                f"rush                               {dict(rush(server, asked.searches, MOST_SEARCHES * asked.workers * 5))}"
            )
            report_memory("after the rush", server)
            time.sleep(GIVE_BACK_SECONDS + 1)
            report_memory("half a minute later", server)


def report_memory(when: str, server: Server) -> None:
    print(
        f"memory {when:<27} {server.memory():.0f} MB, mapped files {server.memory('Pss_File'):.0f} MB of it", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[STARTER, 1_000, 20_000])
    parser.add_argument("--keep", type=Path, help="folder that keeps the archives for another run")
    parser.add_argument("--searches", type=int, default=QUESTIONS)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--rush", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--port", type=int, default=8765)
    asked = parser.parse_args()
    texts = questions(FRESH)
    with tempfile.TemporaryDirectory() as temporary:
        for count in asked.counts:
            measure(count, (asked.keep or Path(temporary)) / str(count), asked, texts)
    server = Server([sys.executable, "-c", BARE, str(asked.port + 1)], asked.port + 1, {}, iter(texts))
    report("bare route", server, asked.searches, 1)
    report("bare route", server, asked.searches, asked.clients)
    server.stop()


if __name__ == "__main__":
    main()
