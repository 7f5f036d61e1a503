"""Fits the probability and the bands on the tune half; `python -m tests.benchmarks.retrieval_calibration [--facts] [--write]`.

A logistic fit over `bands.Features` of every candidate of every tune query; with `--leaders` of their phrasings too, then
scale and intercept once more on the tune queries alone, whose judgements are complete. "close" is set so that at most one
in twenty queries without a precedent gets one, "related" so that at most one in twenty answerable golden ones is told
that there is nothing; both to the upper end of the 95 % interval.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from corpus.model.search import Filters
from indexer.bands import CALIBRATION_FILE, Features
from indexer.embedder import Vectors
from indexer.query_text import understand
from indexer.ranking import measured
from indexer.search_index import SearchIndex
from indexer.shelf import Shelf
from indexer.topics import TopicGuide
from redaction.evaluation import Tally
from tests.benchmarks.retrieval_golden import (
    Collection,
    GoldenQuery,
    cached_embedder,
    fact_collection,
    golden_index,
    leader_queries,
    ndcg,
    starter_collection,
    success,
)

NAMES = [field.name for field in fields(Features)]
FOLDS = 10
MOST_WRONG = 0.05
"""Of either kind: a false close precedent, an answerable query that is told none."""
FLOOR = 0.005
Matrix = NDArray[np.float64]


@dataclass
class Judged:
    query: GoldenQuery
    features: Matrix
    useful: NDArray[np.bool_]
    ids: list[str]
    is_golden: bool


def judged_candidates(index: SearchIndex, collection: Collection, queries: Sequence[GoldenQuery]) -> list[Judged]:
    shelf = index._current.needed()
    embedder = index._embedder
    selection = shelf.select(Filters())
    golden = {query.text for query in collection.queries}
    found = []
    for query in queries:
        read = understand(query.text, shelf.spelled)
        vector = embedder.encode([read.meaning])[0]
        heard = _without_closest_phrase(shelf, vector) if query.relevant and query.text in golden else shelf
        rows, measures, _ = measured(heard, read, vector, selection)
        ids = [collection.ids[number] for number in shelf.numbers(rows).tolist()]
        features = np.column_stack([getattr(measures, name) for name in NAMES]).astype(np.float64)
        if query.text not in golden:
            known = [place for place, name in enumerate(ids) if name not in collection.unseen]
            features, ids = features[known], [ids[place] for place in known]
        useful = np.array([name in query.relevant for name in ids])
        found.append(Judged(query, features, useful, ids, query.text in golden))
    return found


def _without_closest_phrase(shelf: Shelf, vector: Vectors) -> Shelf:
    """The topic phrases were written beside the answerable tune queries: without the closest they are as good as unseen.

    Queries without a precedent keep them all: no phrase was written for them, and a chance likeness must count.
    """
    vectors = shelf.guide.vectors.copy()
    vectors[int((vectors @ vector).argmax())] = 0
    return replace(shelf, guide=TopicGuide(vectors))


def fitted(judged: Sequence[Judged], columns: Sequence[int]) -> dict[str, float]:
    """Directions from all queries, scale from the golden ones: a leader's phrasing names few of the cases that help."""
    weights = fit(judged, columns)
    golden = [one for one in judged if one.is_golden]
    if len(golden) == len(judged):
        return weights
    margins = np.concatenate([_margins(weights, one.features) for one in golden])
    signs = np.where(np.concatenate([one.useful for one in golden]), 1.0, -1.0)

    def loss(scale: Matrix) -> float:
        return float(np.logaddexp(0, -signs * (scale[0] * margins + scale[1])).sum())

    slope, offset = minimize(loss, np.array([1.0, 0.0])).x
    scaled = {name: float(slope * weight) for name, weight in weights.items()}
    return scaled | {"intercept": scaled["intercept"] + float(offset)}


def fit(judged: Sequence[Judged], columns: Sequence[int]) -> dict[str, float]:
    """Weights on the features' own scale, none below 0: no likeness may count against a case."""
    features = np.concatenate([one.features[:, columns] for one in judged])
    useful = np.concatenate([one.useful for one in judged])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    scaled = np.column_stack([(features - mean) / spread, np.ones(len(features))])
    signs = np.where(useful, 1.0, -1.0)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margins = signs * (scaled @ weights)
        slopes = -signs / (1 + np.exp(margins))
        penalty = np.append(weights[:-1], 0.0)
        return float(np.logaddexp(0, -margins).sum() + penalty @ penalty / 2), slopes @ scaled + penalty

    bounds = [(0.0, None)] * len(columns) + [(None, None)]
    best = minimize(loss, np.zeros(len(columns) + 1), jac=True, bounds=bounds).x
    weights = best[:-1] / spread
    named = {NAMES[column]: float(weight) for column, weight in zip(columns, weights, strict=True)}
    return {"intercept": float(best[-1] - weights @ mean), **named}


def probabilities(weights: dict[str, float], features: Matrix) -> Matrix:
    return 1 / (1 + np.exp(-_margins(weights, features)))


def _margins(weights: dict[str, float], features: Matrix) -> Matrix:
    vector = np.array([weights.get(name, 0.0) for name in NAMES])
    margins: Matrix = features @ vector + weights["intercept"]
    return margins


def cross_validated(judged: Sequence[Judged], columns: Sequence[int]) -> list[Matrix]:
    """Each query's probabilities under a fit that never saw it."""
    order = np.random.default_rng(0).permutation(len(judged)) % FOLDS
    said: list[Matrix] = [np.empty(0)] * len(judged)
    for fold in range(FOLDS):
        weights = fitted([one for one, at in zip(judged, order, strict=True) if at != fold], columns)
        for place in np.flatnonzero(order == fold):
            said[place] = probabilities(weights, judged[place].features)
    return said


def describe(name: str, judged: Sequence[Judged], said: Sequence[Matrix], close: float, related: float) -> None:
    lines = []
    for one, chances in zip(judged, said, strict=True):
        if one.query.relevant:
            ranked_ids = [one.ids[place] for place in np.argsort(-chances, kind="stable")[:10]]
            lines.append((ndcg(ranked_ids, one.query.relevant), success(ranked_ids, one.query.relevant, 3)))
    loss = -np.mean(
        np.concatenate([np.log(np.where(o.useful, p, 1 - p) + 1e-9) for o, p in zip(judged, said, strict=True)])
    )
    best = [(bool(o.query.relevant), float(p.max())) for o, p in zip(judged, said, strict=True)]
    answerable = np.array([p for relevant, p in best if relevant])
    without = np.array([p for relevant, p in best if not relevant])
    print(
        f"{name}, cross-validated: nDCG@10 {np.mean([n for n, _ in lines]):.3f} s@3 {np.mean([s for _, s in lines]):.3f} "
        f"log loss {loss:.4f}; close {close:.2f} leaves {np.mean(answerable < close):.3f} of the answerable without; "
        f"related {related:.2f} lets {np.mean(without >= related):.3f} of those without precedent through, "
        f"close {np.mean(without >= close):.3f}"
    )


def reliability(judged: Sequence[Judged], said: Sequence[Matrix]) -> None:
    """How often what is said to be useful is, a tenth of the probability at a time."""
    chances = np.concatenate([chances for one, chances in zip(judged, said, strict=True) if one.is_golden])
    useful = np.concatenate([one.useful for one in judged if one.is_golden])
    tenths = np.minimum((chances * 10).astype(int), 9)
    for tenth in range(10):
        here = tenths == tenth
        if here.any():
            print(f"  said {chances[here].mean():.2f}: useful {useful[here].mean():.2f} of {here.sum()}")


def thresholds(judged: Sequence[Judged], said: Sequence[Matrix]) -> tuple[float, float]:
    without = sorted((float(p.max()) for o, p in zip(judged, said, strict=True) if not o.query.relevant), reverse=True)
    golden = sorted(float(p.max()) for o, p in zip(judged, said, strict=True) if o.query.relevant and o.is_golden)
    close = without[_allowed(len(without))] + 0.01 if without else 0.5
    related = golden[_allowed(len(golden))] - 0.01
    return round(max(close, 0.5), 2), round(max(min(related, close - 0.1), 2 * FLOOR), 2)


def _allowed(count: int) -> int:
    """How many of `count` may be wrong so that even the upper end of the 95 % interval stays within MOST_WRONG."""
    return max((k for k in range(count) if Tally(k, count).interval[1] <= MOST_WRONG), default=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", action="store_true")
    parser.add_argument("--leaders", action="store_true", help="learn from tests/golden/leaders.jsonl as well")
    parser.add_argument("--write", action="store_true", help="replace indexer/calibration.json")
    chosen = parser.parse_args()
    collection = fact_collection() if chosen.facts else starter_collection()
    embedder = cached_embedder()
    with golden_index(collection, embedder) as index:
        tune = [query for query in collection.queries if query.half == "tune"]
        more = leader_queries() if chosen.leaders else []
        judged = judged_candidates(index, collection, [*tune, *more])
    embedder.save()
    every = list(range(len(NAMES)))
    said = cross_validated(judged, every)
    close, related = thresholds(judged, said)
    for name, wanted in (("golden", True), ("leaders", False)):
        part = [place for place, one in enumerate(judged) if one.is_golden == wanted]
        if part:
            describe(name, [judged[place] for place in part], [said[place] for place in part], close, related)
    reliability(judged, said)
    shipped: dict[str, Any] = {
        "provenance": (
            f"python -m tests.benchmarks.retrieval_calibration: logistic fit on {len(judged)} queries over "
            f"{len(collection.cases)} cases of the {collection.name} collection, encoder {embedder.model_id}; "
            f"thresholds from {FOLDS}-fold cross-validation"
        ),
        "weights": fitted(judged, every),
        "weights_words_only": fitted(judged, [NAMES.index("coverage"), NAMES.index("lead_coverage")]),
        "close": close,
        "related": related,
        "floor": FLOOR,
    }
    text = json.dumps(shipped, indent=1)
    print(text)
    if chosen.write:
        CALIBRATION_FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
