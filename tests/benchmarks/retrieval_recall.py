"""How many of the nearest passages are found? `python -m tests.benchmarks.retrieval_recall FOLDER`.

FOLDER is an index that `retrieval_speed ... --keep` left, such as KEPT/20000. What `nearest` gives is held against an
exact scan of all vectors, for golden queries and for selections that lie near to the query, far from it, and anyhow.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.model.search import Filters
from indexer.embedder import Vectors
from indexer.search_index import SearchIndex
from indexer.shelf import Shelf
from indexer.sides import Selection
from tests.benchmarks.retrieval_golden import golden_queries
from tests.benchmarks.retrieval_speed import embedder

QUERIES = 40
DEPTH = 120
ROWS_AT_ONCE = 100_000


def selections(shelf: Shelf, vector: Vectors) -> Iterator[tuple[str, Selection]]:
    """Name and selection: what a search really asks for, and what would be hard."""
    every = shelf.select(Filters())
    nearest = shelf.topics(shelf.meaning.cases_of(shelf.meaning.nearest(vector, DEPTH, every).rows))[:, 0]
    held = np.bincount(shelf.topics(np.flatnonzero(every.cases))[:, 0])
    near = np.bincount(nearest, minlength=len(held))
    closest, furthest = np.argsort(-near, kind="stable"), np.argsort(np.where(held, near, DEPTH + 1), kind="stable")
    chance = np.random.default_rng(1).random(len(every.cases))
    yield "all", every
    for name, cases in {
        "the two closest topics": shelf.on_topics(closest[:2]),
        "the two furthest topics": shelf.on_topics(furthest[:2]),
        "the ten furthest topics": shelf.on_topics(furthest[:10]),
        "a tenth by chance": chance < 0.1,
        "half by chance": chance < 0.5,
    }.items():
        yield name, Selection(every.filters, every.cases & cases)


def cosines(shelf: Shelf, vector: Vectors) -> NDArray[np.float32]:
    """Of every passage, by an exact scan; shape (passages,)."""
    starts = range(0, shelf.passages, ROWS_AT_ONCE)
    rows = (np.arange(start, min(start + ROWS_AT_ONCE, shelf.passages)) for start in starts)
    return np.concatenate([shelf.meaning.cosines(vector, part) for part in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    encoder = embedder()
    index = SearchIndex.open(parser.parse_args().folder, encoder)
    shelf = index._current.needed()
    found: dict[str, list[tuple[float, float, float]]] = {}
    for query in golden_queries()[:QUERIES]:
        vector = encoder.encode([query.text])[0]
        exact = cosines(shelf, vector)
        case_of = shelf.meaning.cases_of(np.arange(shelf.passages))
        for name, selection in selections(shelf, vector):
            allowed = selection.cases[case_of]
            best = np.argsort(-np.where(allowed, exact, -np.inf))[: min(DEPTH, int(allowed.sum()))]
            told = shelf.meaning.nearest(vector, DEPTH, selection).rows
            at_10 = len(np.intersect1d(told[:10], best[:10])) / len(best[:10])
            at_all = len(np.intersect1d(told, best)) / len(best)
            found.setdefault(name, []).append((at_all, at_10, float(allowed.mean())))
    print(f"{shelf.passages} passages, {QUERIES} queries")
    for name, lines in found.items():
        deep, ten, share = np.array(lines).T
        print(
            f"  {name:24} {share.mean():.3f} of them: @{DEPTH} {deep.mean():.4f}  @10 {ten.mean():.4f}, least {ten.min()}"
        )
    index.close()


if __name__ == "__main__":
    main()
