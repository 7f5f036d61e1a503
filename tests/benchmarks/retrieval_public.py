"""Public collections, every peer on the same texts: `python -m tests.benchmarks.retrieval_public [semeval medquad cranfield]`.

Measures the engine's order alone: the public texts have no topics of ours, so that no band means anything. MedQuAD is
sampled unless `--whole`: every judged text and 2,000 of the others. Vectors are kept under var/benchmarks/<collection>.
"""

import argparse
from collections.abc import Sequence

import numpy as np

from corpus.model.search import Filters
from indexer.embedder import Embedder
from indexer.query_text import understand
from indexer.ranking import ranked
from tests.benchmarks.retrieval_golden import (
    Collection,
    GoldenQuery,
    cached_embedder,
    ndcg,
    public_collection,
    success,
)
from tests.benchmarks.retrieval_peers import DEPTH, PEERS, System
from tests.benchmarks.retrieval_quality import Engine

COLLECTIONS = ("semeval", "medquad", "cranfield")
UNJUDGED = {"medquad": 2_000}
RESAMPLES = 2_000


class Order(Engine):
    """The engine up to its candidates in order: understanding, both sides, features, fusion."""

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        super().__init__(collection, embedder)
        self._embedder = embedder

    def rank(self, query: str) -> list[str]:
        shelf = self._index._current.needed()
        read = understand(query, shelf.spelled)
        found = ranked(shelf, read, self._embedder.encode([read.meaning])[0], shelf.select(Filters()))
        return [self._ids[candidate.number] for candidate in found[:DEPTH]]


def measured(system: System, queries: Sequence[GoldenQuery]) -> tuple[list[float], list[float]]:
    """nDCG@10 and success@3 of each query."""
    answers = [(system.rank(query.text), query.relevant) for query in queries]
    return [ndcg(found, useful) for found, useful in answers], [success(found, useful, 3) for found, useful in answers]


def ahead(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """Mean of ours less theirs over the same queries, with the middle 95 % of resampled means."""
    apart = np.array(ours) - np.array(theirs)
    drawn = np.random.default_rng(0).integers(0, len(apart), (RESAMPLES, len(apart)))
    low, high = np.percentile(apart[drawn].mean(axis=1), [2.5, 97.5])
    return f"{apart.mean():+.3f} ({low:+.3f} to {high:+.3f})"


def report(name: str, unjudged: int | None) -> None:
    collection = public_collection(name, unjudged)
    embedder = cached_embedder(name)
    print(f"{name}: {len(collection.cases)} texts, {len(collection.queries)} queries")
    ours: list[float] = []
    for make in (Order, *PEERS):
        system = make(collection, embedder)
        gains, found = measured(system, collection.queries)
        embedder.save()
        ours = ours or gains
        beside = "" if make is Order else f"  ours less theirs {ahead(ours, gains)}"
        print(f"  {system.name:14} nDCG@10 {np.mean(gains):.3f}  s@3 {np.mean(found):.3f}{beside}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collections", nargs="*", default=COLLECTIONS)
    parser.add_argument("--whole", action="store_true", help="sample nothing; MedQuAD then takes an hour")
    chosen = parser.parse_args()
    for name in chosen.collections:
        report(name, None if chosen.whole else UNJUDGED.get(name))


if __name__ == "__main__":
    main()
