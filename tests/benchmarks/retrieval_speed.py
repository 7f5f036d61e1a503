"""How fast is the search? `python -m tests.benchmarks.retrieval_speed [1000 20000 200000] [--keep FOLDER]`.

For each number of cases: build time, then in a fresh process start to first answer, memory, p50 and p99 of searches with
the query's embedding included, with and without filters, and how soon a published case is found. Cases are recombined
from the starter corpus; their vectors are those of starter passages with noise, since a million real ones take a day.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.model.case import NATIONAL, Case, Change, PublishedCase
from corpus.model.search import FacetName, Filters, Query
from indexer.builder import embedded_texts
from indexer.case_record import record_of
from indexer.embedder import Embedder, Vectors, build_embedder
from indexer.search_index import SearchIndex
from tests.benchmarks.retrieval_golden import CACHE, cached_embedder, golden_queries, starter_collection

NOISE = 0.35
"""Length of the noise beside a vector of length 1: like passages stay closer than unlike ones."""
SEARCHES = 300


class NoisyEmbedder:
    """Real vectors for single texts, which are queries; for the many passages of a build, noisy starter vectors."""

    def __init__(self, inner: Embedder, base: Vectors) -> None:
        self._inner = inner
        self._base = base
        self.model_id = inner.model_id
        self.dimension = inner.dimension
        self._random = np.random.default_rng(7)

    def encode(self, texts: Sequence[str]) -> Vectors:
        if len(texts) < 8:
            return self._inner.encode(texts)
        picked = self._base[self._random.integers(len(self._base), size=len(texts))]
        noise = self._random.standard_normal(picked.shape, dtype=np.float32) * (NOISE / self.dimension**0.5)
        noisy = picked + noise
        return np.asarray(noisy / np.linalg.norm(noisy, axis=1, keepdims=True), dtype=np.float32)

    def known_words(self) -> frozenset[str]:
        return self._inner.known_words()


def recombined(count: int) -> Iterator[PublishedCase]:
    """Cases whose parts come from several starter cases, each with a word of its own."""
    cases = starter_collection().cases
    chance = random.Random(11)
    for number in range(1, count + 1):
        told, acted, ended = chance.choices(cases, k=3)
        case: Case = replace(
            told,
            code=f"CASE-{number}",
            title=f"{told.title} ({chance.choice(cases).title.split()[0].lower()}{number})",
            actions=acted.actions,
            words_used=acted.words_used[:1],
            outcome=ended.outcome,
            outcome_text=ended.outcome_text,
            redacted_discussion="",
        )
        yield PublishedCase(case, NATIONAL, number)


def embedder() -> Embedder:
    return build_embedder(cache=CACHE / "models", threads=int(os.environ.get("OMP_NUM_THREADS", "2")))


def build(folder: Path, count: int) -> None:
    real = embedder()
    with_vectors = cached_embedder()
    base = with_vectors.encode(embedded_texts([record_of(case) for case in starter_collection().published]))
    with_vectors.save()
    cases = list(recombined(count))
    index = SearchIndex.open(folder, NoisyEmbedder(real, base))
    started = time.perf_counter()
    index.rebuild(cases, upto=count)
    print(
        json.dumps(
            {
                "build s, vectors given": round(time.perf_counter() - started, 1),
                "processor s": round(time.process_time()),
                "passages": index.health().passages,
                "most memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "on disk MB": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) >> 20,
            }
        )
    )
    index.close()


def serve(folder: Path, started: float) -> None:
    index = SearchIndex.open(folder, embedder())
    index.search(Query("TikTok bathroom vandalism"))
    figures: dict[str, object] = {
        "start to first answer s": round(time.time() - started, 2),
        "torch": "torch" in sys.modules,
    }
    queries = [query.text for query in golden_queries()]
    chance = random.Random(3)
    narrow = Filters({FacetName.TOPIC: frozenset({"9.3"}), FacetName.LEVEL: frozenset({"elementary"})})
    wide = Filters({FacetName.LEVEL: frozenset({"high"})})
    pasted = " ".join(queries[:40])
    for name, run in {
        "search": lambda: index.search(Query(chance.choice(queries))),
        "filter wide": lambda: index.search(Query(chance.choice(queries), wide)),
        "filter narrow": lambda: index.search(Query(chance.choice(queries), narrow)),
        "pasted page": lambda: index.search(Query(pasted)),
        "browse": lambda: index.search(Query("", wide)),
    }.items():
        figures[f"{name} p50/p99 ms"] = timed(run)
    late = next(recombined(1)).case
    changes = [_late(late, index.last_change + step) for step in range(1, 21)]
    figures["publish to findable p50/p99 ms"] = timed(lambda: index.apply([changes.pop(0)]), len(changes))
    figures["memory MB"] = _resident()
    print(json.dumps(figures))
    index.close()


def timed(run: Callable[[], object], times: int = SEARCHES) -> str:
    """p50 and p99 of the wall clock, and the processor time of one run: the figure that a busy machine does not bend."""
    taken = []
    worked = time.process_time()
    for _ in range(times):
        started = time.perf_counter()
        run()
        taken.append((time.perf_counter() - started) * 1000)
    worked = (time.process_time() - worked) * 1000 / times
    return f"{np.percentile(taken, 50):.1f} / {np.percentile(taken, 99):.1f}, processor {worked:.1f}"


def _late(case: Case, change: int) -> Change:
    number = 1_000_000 + change
    return Change(change, number, PublishedCase(replace(case, code=f"CASE-{number}"), NATIONAL, change))


def _resident() -> int:
    """Anonymous memory in MB: what the process holds itself, mapped files left out."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("RssAnon", "VmRSS"))}
    print(json.dumps({"resident with mapped files MB": kilobytes["VmRSS"] // 1024}))
    return kilobytes["RssAnon"] // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 20_000, 200_000])
    parser.add_argument("--keep", type=Path, help="folder that keeps the indexes for another run")
    parser.add_argument("--step", choices=["build", "serve"], help=argparse.SUPPRESS)
    parser.add_argument("--started", type=float, default=0.0, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step == "build":
        build(chosen.keep, chosen.counts[0])
    elif chosen.step == "serve":
        serve(chosen.keep, chosen.started)
    else:
        with tempfile.TemporaryDirectory() as folder:
            for count in chosen.counts:
                _measure(count, (chosen.keep or Path(folder)) / str(count))


def _measure(count: int, folder: Path) -> None:
    print(f"{count} cases, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    command = [sys.executable, "-m", "tests.benchmarks.retrieval_speed", str(count), "--keep", str(folder)]
    if not (folder / "CURRENT").exists():
        subprocess.run([*command, "--step", "build"], check=True)
    subprocess.run([*command, "--step", "serve", "--started", str(time.time())], check=True)


if __name__ == "__main__":
    main()
