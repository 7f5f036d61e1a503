"""Draws the map of cases when a generation is built: clusters, the words that name them, and a place for each case.

National cases only, since the words of a cluster are read by everybody. The only file that imports scikit-learn.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from corpus.model.case import NATIONAL
from corpus.model.case_map import SIDE, CaseMap, Cluster, Place
from corpus.model.search import PassageRole
from indexer.case_record import CaseRecord

FEWEST_CASES = 24
"""A map of fewer says nothing that a list does not."""
LAID_OUT = 2_000
"""Cases that find their place by themselves; each further one lies among its nearest of these."""
_CLUSTERED = 20_000
"""Cases from which the clusters are found; each further one joins the nearest."""
_NEIGHBOURS = 3
_AT_ONCE = 4_096
_ROUNDS = 500
_WORDS = 3
_SEED = 7
_A_WORD = r"(?u)\b[a-zA-Z][a-zA-Z-]{2,}\b"
_FEWEST_CLUSTERS, _MOST_CLUSTERS = 4, 18
_TOO_COMMON = 0.12
_SPREAD = 1.5
"""Above this share of cases, or this many clusters' worth, a word such as "student" tells no cluster from another."""
_FEWEST_TELL = 2
_DULL_COUNTS = 1e-3
"""Words of one case or of too many name a cluster only where there are no others."""
_NAMING = {PassageRole.TITLE, PassageRole.SITUATION}

Vectors = NDArray[np.float32]


def case_map(records: Sequence[CaseRecord], vectors: Vectors) -> CaseMap:
    """`vectors` has a row of length 1 for each passage of `records` in order; empty for fewer than `FEWEST_CASES`."""
    centres, kept = _centres(records, vectors)
    if len(kept) < FEWEST_CASES:
        return CaseMap()
    members = _members(centres)
    names = _names([_text(record) for record in kept], members)
    places = _places(centres)
    clusters: list[Cluster] = []
    for label in np.argsort(-np.bincount(members), kind="stable").tolist():
        rows = np.flatnonzero(members == label)
        typical = rows[np.argsort(-(centres[rows] @ centres[rows].mean(axis=0)), kind="stable")]
        listed = tuple(Place(kept[row].number, *map(int, places[row])) for row in typical.tolist())
        clusters.append(Cluster(len(clusters) + 1, names[label], listed))
    return CaseMap(tuple(clusters))


def map_to_json(drawn: CaseMap) -> str:
    return json.dumps(asdict(drawn), ensure_ascii=False, separators=(",", ":"))


def map_from_json(text: str) -> CaseMap:
    """The map that `map_to_json` wrote."""
    clusters = json.loads(text)["clusters"]
    return CaseMap(
        tuple(
            Cluster(one["number"], tuple(one["words"]), tuple(Place(**place) for place in one["places"]))
            for one in clusters
        )
    )


def _centres(records: Sequence[CaseRecord], vectors: Vectors) -> tuple[Vectors, list[CaseRecord]]:
    """The mean vector of what tells a national case's problem, of length 1, and those cases."""
    centres, kept, row = [], [], 0
    for record in records:
        rows = [row + at for at, passage in enumerate(record.passages) if passage.role in _NAMING]
        row += len(record.passages)
        mean = vectors[rows].mean(axis=0) if rows else np.zeros(vectors.shape[1], np.float32)
        if record.audience == NATIONAL and mean.any():
            centres.append(mean / np.linalg.norm(mean))
            kept.append(record)
    return np.array(centres, dtype=np.float32).reshape(len(kept), vectors.shape[1]), kept


def _members(centres: Vectors) -> NDArray[np.int64]:
    """Cluster of each case, by k-means on the unit sphere; of very many an even share decides where clusters lie."""
    from sklearn.cluster import KMeans

    wanted = round(float(np.sqrt(len(centres))))
    number = min(max(wanted, _FEWEST_CLUSTERS), _MOST_CLUSTERS)
    some = centres[:: -(-len(centres) // _CLUSTERED)]
    return np.asarray(KMeans(number, n_init=4, random_state=_SEED).fit(some).predict(centres), dtype=np.int64)


def _places(centres: Vectors) -> NDArray[np.int64]:
    """Shape (cases, 2): t-SNE (van der Maaten and Hinton 2008) begun at the principal components."""
    from sklearn.manifold import TSNE

    step = -(-len(centres) // LAID_OUT)
    first = np.arange(0, len(centres), step)
    spread = min(30.0, (len(first) - 1) / 3)
    found = TSNE(init="pca", metric="cosine", perplexity=spread, random_state=_SEED, max_iter=_ROUNDS).fit_transform(
        centres[first]
    )
    places = np.concatenate([found[near].mean(axis=1) for near in _nearest(centres, centres[first])])
    places[first] = found
    low, high = places.min(axis=0), places.max(axis=0)
    return np.asarray(np.rint((places - low) / np.maximum(high - low, 1e-9) * SIDE), dtype=np.int64)


def _nearest(centres: Vectors, first: Vectors) -> Iterator[NDArray[np.int64]]:
    """For each centre its nearest of `first`, nearest first, some thousand centres at a time: all would not fit."""
    for start in range(0, len(centres), _AT_ONCE):
        closeness = centres[start : start + _AT_ONCE] @ first.T
        near = np.argpartition(-closeness, _NEIGHBOURS - 1, axis=1)[:, :_NEIGHBOURS]
        order = np.argsort(-np.take_along_axis(closeness, near, axis=1), axis=1, kind="stable")
        yield np.take_along_axis(near, order, axis=1)


def _names(texts: Sequence[str], members: NDArray[np.int64]) -> dict[int, tuple[str, ...]]:
    """For each cluster the words most its own: class-based TF-IDF (Grootendorst 2022)."""
    from sklearn.feature_extraction.text import CountVectorizer

    labels = sorted(set(members.tolist()))
    counter = CountVectorizer(stop_words="english", token_pattern=_A_WORD)
    try:
        counted = counter.fit_transform(texts)
    except ValueError:  # not one word that could name anything
        return dict.fromkeys(labels, ())
    words = counter.get_feature_names_out()
    held = np.array([np.asarray(counted[members == label].sum(axis=0)).ravel() for label in labels], dtype=float)
    share = held / np.maximum(held.sum(axis=1, keepdims=True), 1)
    weight = share * np.log1p(held.sum() / len(labels) / np.maximum(held.sum(axis=0), 1))
    cases = np.asarray((counted > 0).sum(axis=0)).ravel()
    dull = (cases < _FEWEST_TELL) | (cases > max(_TOO_COMMON, _SPREAD / len(labels)) * len(texts))
    weight[:, dull] *= _DULL_COUNTS
    return {label: _telling(words, weight[at]) for at, label in enumerate(labels)}


def _telling(words: NDArray[np.str_], weight: NDArray[np.float64]) -> tuple[str, ...]:
    """The heaviest words; of two forms of one word the heavier."""
    chosen: dict[str, str] = {}
    for at in np.argsort(-weight, kind="stable").tolist():
        chosen.setdefault(_stem(str(words[at])), str(words[at]))
        if len(chosen) == _WORDS:
            break
    return tuple(chosen.values())


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("es").removesuffix("s").removesuffix("ing").removesuffix("ed")[:5]


def _text(record: CaseRecord) -> str:
    return " ".join(passage.text for passage in record.passages if passage.role in _NAMING)
