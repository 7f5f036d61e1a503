"""How good is the search? Run as `python -m tests.benchmarks.retrieval_quality [--facts] [--tune] [--no-peers]`.

Golden queries by half and kind, false answers, reliability of the probability, and every peer on the same texts.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from corpus.model.search import Answer, Band, Query
from indexer.embedder import Embedder
from indexer.search_index import SearchIndex
from tests.benchmarks.retrieval_golden import (
    Collection,
    GoldenQuery,
    cached_embedder,
    fact_collection,
    ndcg,
    recall,
    starter_collection,
    success,
)
from tests.benchmarks.retrieval_peers import PEERS, System


class Engine:
    name = "precedent"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        self._ids = collection.ids
        self._folder = tempfile.TemporaryDirectory()
        self._index = SearchIndex.open(Path(self._folder.name), embedder)
        self._index.rebuild(collection.published, upto=len(collection.cases))

    def answer(self, query: str) -> Answer:
        return self._index.search(Query(query))

    def rank(self, query: str) -> list[str]:
        """Ids of the best ten with folded lookalikes behind their hit: a judge may have named any of them."""
        return [self._ids[n] for hit in self.answer(query).hits for n in (hit.case_number, *hit.lookalikes)]


def measure(system: System, queries: Sequence[GoldenQuery]) -> dict[str, float]:
    lines = [(system.rank(query.text), query.relevant) for query in queries]
    count = max(len(lines), 1)
    return {
        "nDCG@10": sum(ndcg(ranked, relevant) for ranked, relevant in lines) / count,
        "s@1": sum(success(ranked, relevant, 1) for ranked, relevant in lines) / count,
        "s@3": sum(success(ranked, relevant, 3) for ranked, relevant in lines) / count,
        "recall@10": sum(recall(ranked, relevant) for ranked, relevant in lines) / count,
        "n": float(len(lines)),
    }


def print_golden(system: System, collection: Collection, halves: Sequence[str]) -> None:
    for half in halves:
        answerable = [q for q in collection.queries if q.half == half and q.relevant]
        parts = {"all": answerable} | {
            k: [q for q in answerable if q.kind == k] for k in ("keyword", "sentence", "panic")
        }
        for name, queries in parts.items():
            figures = "  ".join(
                f"{k} {v:.3f}" if k != "n" else f"n {v:.0f}" for k, v in measure(system, queries).items()
            )
            print(f"{system.name:14} {half} {name:9} {figures}")


def print_honesty(engine: Engine, collection: Collection, halves: Sequence[str]) -> None:
    """False answers, answerable queries told none, and how far the probability keeps its word."""
    for half in halves:
        without = [engine.answer(q.text) for q in collection.queries if q.half == half and not q.relevant]
        answerable = [(q, engine.answer(q.text)) for q in collection.queries if q.half == half and q.relevant]
        false = sum(answer.has_close for answer in without) / max(len(without), 1)
        none = sum(not any(h.band is not Band.WEAK for h in a.hits) for _, a in answerable) / max(len(answerable), 1)
        no_close = sum(not a.has_close for _, a in answerable) / max(len(answerable), 1)
        print(
            f"{half}: false answers {false:.3f} of {len(without)}; answerable told none {none:.3f}, without close {no_close:.3f}"
        )
        bins: dict[int, list[bool]] = defaultdict(list)
        for query, answer in answerable:
            for hit in answer.hits:
                bins[min(int(hit.score * 5), 4)].append(collection.ids[hit.case_number] in query.relevant)
        for answer in without:
            for hit in answer.hits:
                bins[min(int(hit.score * 5), 4)].append(False)
        for place in sorted(bins):
            held = bins[place]
            print(f"  said {place / 5:.1f}-{place / 5 + 0.2:.1f}: useful {sum(held) / len(held):.2f} of {len(held)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--facts", action="store_true", help="throw-away cases from the fact records instead of the corpus"
    )
    parser.add_argument("--tune", action="store_true", help="leave the test half alone")
    parser.add_argument("--no-peers", action="store_true")
    chosen = parser.parse_args()
    embedder = cached_embedder()
    peers = () if chosen.no_peers else PEERS
    collection = fact_collection() if chosen.facts else starter_collection()
    print(f"{collection.name}: {len(collection.cases)} cases, {len(collection.queries)} queries")
    engine = Engine(collection, embedder)
    embedder.save()
    halves = ("tune",) if chosen.tune else ("tune", "test")
    print_golden(engine, collection, halves)
    print_honesty(engine, collection, halves)
    for make in peers:
        print_golden(make(collection, embedder), collection, halves)
        embedder.save()


if __name__ == "__main__":
    main()
