"""How the site starts and answers: `python -m tests.benchmarks.serving [--searches 300] [--clients 4] [--workers 2]`.

Starts `precedent serve` twice on a folder of its own (the first start builds the archive from the starter corpus), then
searches over HTTP, query redaction and embedding included. The peer in the same run is a bare FastAPI route that answers
the same JSON from memory: what is left between the two is the archive's own work. Processor time stands beside the wall
clock, since a busy machine bends only the latter. The rush at the end is five times as many clients as there are places.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.error import HTTPError

from api.gate import MOST_SEARCHES

QUESTIONS = (
    "TikTok bathroom vandalism",
    "two boys bullied for wearing masks at lunch, parents in my office",
    "teacher filmed by a student about pronouns, parent posted it, comments blow up",
    "swatting call lockdown what do i tell families",
    "student w/ vape in bathrm again, AP wants OSS",
    "lunch debt list posted by mistake",
    "kindergartner put on the wrong bus",
    "fentanyl overdose narcan at school",
    "senior prank went too far the night before graduation",
    "racist chant at a basketball game",
)
BARE = """
import sys, uvicorn
from fastapi import FastAPI
app, body = FastAPI(), None
@app.post("/api/v1/search")
def search(asked: dict) -> dict:
    return {"asked": asked["text"], "precedents": [{"code": "CASE-0001", "title": "x" * 60, "passage": "y" * 600}] * 10}
@app.get("/health")
def health() -> dict:
    return {"serving": True}
uvicorn.run(app, port=int(sys.argv[1]), access_log=False, log_level="error")
"""


def ask(port: int, text: str) -> float:
    """Seconds that one search takes."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/search",
        json.dumps({"text": text}).encode(),
        {"Content-Type": "application/json"},
    )
    start = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as answer:
        answer.read()
    return time.perf_counter() - start


def start(command: list[str], port: int, environment: dict[str, str]) -> tuple[subprocess.Popen[bytes], float, float]:
    """The process, seconds to the first health answer and to the first search answer."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.DEVNULL)
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).read()
            break
        except OSError:
            if process.poll() is not None:
                sys.exit("the server stopped")
            time.sleep(0.05)
    healthy = time.perf_counter() - begun
    ask(port, QUESTIONS[0])
    return process, healthy, time.perf_counter() - begun


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    process.wait()


def family(process: subprocess.Popen[bytes]) -> list[int]:
    """The process and those that it started."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [process.pid, *map(int, children)]


def resident(process: subprocess.Popen[bytes]) -> float:
    """MB of memory in use now, all processes together; what they share is counted in each."""
    statuses = [Path(f"/proc/{pid}/status").read_text().splitlines() for pid in family(process)]
    return sum(int(line.split()[1]) for lines in statuses for line in lines if line.startswith("VmRSS")) / 1024


def worked(process: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time so far, all processes together."""
    ticks = 0
    for pid in family(process):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def rush(port: int, searches: int, clients: int) -> Counter[str]:
    """How many were answered, turned away with a time to come back, or failed."""
    met: Counter[str] = Counter()

    def client(first: int) -> None:
        for number in range(first, searches, clients):
            try:
                ask(port, f"{QUESTIONS[number % len(QUESTIONS)]} {number % 97}")
                met["answered"] += 1
            except HTTPError as error:
                told = error.code in {429, 503} and error.headers["Retry-After"]
                met["told when to come back" if told else "failed"] += 1

    together([threading.Thread(target=client, args=(first,)) for first in range(clients)])
    return met


def together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def latencies(port: int, searches: int, clients: int) -> tuple[list[float], float]:
    """Seconds of each search, and searches a second, from `clients` threads that ask without pause."""
    taken: list[float] = []

    def client(first: int) -> None:
        # A number in the text keeps any cache from answering.
        texts = (f"{QUESTIONS[number % len(QUESTIONS)]} {number % 97}" for number in range(first, searches, clients))
        taken.extend(ask(port, text) for text in texts)

    begun = time.perf_counter()
    together([threading.Thread(target=client, args=(first,)) for first in range(clients)])
    return taken, searches / (time.perf_counter() - begun)


def report(name: str, taken: list[float], rate: float) -> None:
    cut = statistics.quantiles(taken, n=100)
    print(f"{name:<34} p50 {cut[49] * 1000:6.1f} ms   p99 {cut[98] * 1000:6.1f} ms   {rate:6.1f}/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--searches", type=int, default=300)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--port", type=int, default=8765)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = {"PRECEDENT_FOLDER": folder, "PRECEDENT_SEARCHES_A_MINUTE": "1000000"}
        serve = [sys.executable, "-m", "api", "serve", "--port", str(asked.port), "--workers", str(asked.workers)]
        process, healthy, first = start(serve, asked.port, settings)
        print(f"first start, archive built         {healthy:.1f} s, first answer after {first:.1f} s")
        stop(process)
        process, healthy, first = start(serve, asked.port, settings)
        print(f"second start                       {healthy:.1f} s, first answer after {first:.1f} s")
        report("archive, one client", *latencies(asked.port, asked.searches, 1))
        report(f"archive, {asked.clients} clients", *latencies(asked.port, asked.searches, asked.clients))
        before = worked(process)
        latencies(asked.port, asked.searches, asked.clients)
        spent = (worked(process) - before) * 1000 / asked.searches
        print(f"processor time of a search         {spent:.1f} ms, load {os.getloadavg()[0]:.1f}")
        met = rush(asked.port, asked.searches * 2, MOST_SEARCHES * asked.workers * 5)
        print(f"rush                               {dict(met)}")
        print(f"memory after the searches          {resident(process):.0f} MB")
        stop(process)
    process, _, _ = start([sys.executable, "-c", BARE, str(asked.port + 1)], asked.port + 1, {})
    report("peer: bare route, one client", *latencies(asked.port + 1, asked.searches, 1))
    report(f"peer: bare route, {asked.clients} clients", *latencies(asked.port + 1, asked.searches, asked.clients))
    stop(process)


if __name__ == "__main__":
    main()
