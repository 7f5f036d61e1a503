"""Golden queries, the texts they are judged on, and the measures; shared by the retrieval benchmarks."""

import gzip
import hashlib
import json
import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import InvalidCase
from corpus.model.case import NATIONAL, Action, Case, Facets, PublishedCase
from corpus.model.taxonomy import Level, Outcome, Phase, Provenance
from corpus.model.topics import TOPICS
from corpus.starter.loader import CASES_FOLDER, read_case
from indexer.embedder import Embedder, Vectors, build_embedder
from indexer.search_index import SearchIndex

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GOLDEN = ROOT / "tests" / "golden"
CACHE = ROOT / "var" / "benchmarks"


@dataclass(frozen=True)
class GoldenQuery:
    text: str
    kind: str
    half: str
    relevant: Mapping[str, int]
    """Id to grade; empty where nothing is relevant."""


def golden_queries() -> list[GoldenQuery]:
    """Ours, and the shared ones where the collection lies beside the repository."""
    files = [GOLDEN / name for name in ("queries.jsonl", "without.jsonl", "without_test.jsonl")]
    own = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    queries = [GoldenQuery(q["query"], q["kind"], q["half"], q["relevant"]) for q in own]
    shared = SHARED / "facts" / "queries.jsonl"
    if shared.exists():
        halves = json.loads((GOLDEN / "shared_split.json").read_text(encoding="utf-8"))["halves"]
        for line in shared.read_text(encoding="utf-8").splitlines():
            q = json.loads(line)
            half = halves[hashlib.sha256(q["query"].encode()).hexdigest()[:12]]
            queries.append(GoldenQuery(q["query"], q["kind"], half, q["relevant"]))
    return queries


def leader_queries() -> list[GoldenQuery]:
    """Our own phrasings to train on; never about a case that only test queries judge."""
    lines = (GOLDEN / "leaders.jsonl").read_text(encoding="utf-8").splitlines()
    return [GoldenQuery(q["query"], q["kind"], q["half"], q["relevant"]) for q in map(json.loads, lines)]


@dataclass(frozen=True)
class Collection:
    """Cases to search, and for each case number the id that judgements use."""

    name: str
    cases: tuple[Case, ...]
    ids: Mapping[int, str]
    queries: tuple[GoldenQuery, ...]

    @property
    def unseen(self) -> frozenset[str]:
        """Ids that only test queries judge: nothing is learnt about them."""
        judged = {half: {i for q in self.queries if q.half == half for i in q.relevant} for half in ("tune", "test")}
        return frozenset(judged["test"] - judged["tune"])

    @property
    def published(self) -> list[PublishedCase]:
        return [PublishedCase(case, NATIONAL, change) for change, case in enumerate(self.cases, 1)]


def starter_collection() -> Collection:
    """The starter corpus; queries keep the judgements whose facts became a case, those left without any are dropped."""
    starters = []
    for path in sorted(CASES_FOLDER.rglob("*.toml")):
        try:
            starters.append(read_case(path))
        except InvalidCase as error:
            print(f"left out {path.name}: {error}")
    ids = {starter.case.number: starter.origin or starter.case.code for starter in starters}
    return _judged("starter", [starter.case for starter in starters], ids)


def fact_collection() -> Collection:
    """Throw-away cases straight from the fact records, so that tuning need not wait for the corpus."""
    facts = [json.loads(line) for line in (SHARED / "facts" / "incidents.jsonl").read_text("utf-8").splitlines()]
    cases = [_fact_case(fact) for fact in facts]
    return _judged("facts", cases, {int(fact["id"][1:]): fact["id"] for fact in facts})


def _judged(name: str, cases: Sequence[Case], ids: Mapping[int, str]) -> Collection:
    held = set(ids.values())
    queries = []
    for query in golden_queries():
        kept = {fact: grade for fact, grade in query.relevant.items() if fact in held}
        if kept or not query.relevant:
            queries.append(GoldenQuery(query.text, query.kind, query.half, kept))
    return Collection(name, tuple(cases), ids, tuple(queries))


def _fact_case(fact: Mapping[str, Any]) -> Case:
    level = {"preK": Level.PREK, "elementary": Level.ELEMENTARY, "middle": Level.MIDDLE, "high": Level.HIGH}
    return Case(
        code=f"CASE-{int(fact['id'][1:]):04d}",
        title=f"{TOPICS.get(fact['category'], '')}: {fact['happened'][0]}",
        situation=tuple(fact["happened"]),
        facets=Facets(topic=fact["category"], level=level.get(fact["level"], Level.DISTRICT)),
        provenance=Provenance.PUBLICLY_REPORTED,
        outcome=Outcome.UNKNOWN,
        outcome_text=fact["outcome"],
        actions=tuple(Action(Phase.LATER, "leader", action["what"]) for action in fact["actions"]),
        peers_might_take=tuple(fact["lessons"]),
    )


def public_collection(name: str, most_unjudged: int | None = None) -> Collection:
    """One of the collections in ../shared/ir as cases of a title and a situation.

    `most_unjudged` keeps that many of the texts that nobody judged, evenly spaced; every judged text is always there.
    """
    folder = SHARED / "ir" / name
    qrels = json.loads((folder / "qrels.json").read_text(encoding="utf-8"))
    with gzip.open(folder / "corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = _sampled(
            [json.loads(line) for line in lines], {text for of in qrels.values() for text in of}, most_unjudged
        )
    cases = [
        Case(
            code=f"CASE-{number}",
            title=text["title"] or text["text"][:80] or "untitled",
            situation=(text["text"],) if text["text"] else (),
            facets=Facets(topic="1.1", level=Level.DISTRICT),
            provenance=Provenance.CONTRIBUTED,
            outcome=Outcome.UNKNOWN,
            outcome_text="[unknown]",
        )
        for number, text in enumerate(texts, 1)
    ]
    queries = []
    for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        read = json.loads(line)
        relevant = {text: grade for text, grade in qrels.get(read["id"], {}).items() if grade > 0}
        if relevant:
            queries.append(GoldenQuery(read["text"], "public", "test", relevant))
    return Collection(name, tuple(cases), {number: t["id"] for number, t in enumerate(texts, 1)}, tuple(queries))


def _sampled(texts: list[dict[str, str]], judged: set[str], most_unjudged: int | None) -> list[dict[str, str]]:
    others = [text["id"] for text in texts if text["id"] not in judged]
    if most_unjudged is None or most_unjudged >= len(others):
        return texts
    kept = {others[place * len(others) // most_unjudged] for place in range(most_unjudged)}
    return [text for text in texts if text["id"] in judged or text["id"] in kept]


class CachedEmbedder:
    """Remembers vectors between runs; the benchmarks' own, since a rebuild embeds thousands of unchanged texts."""

    def __init__(self, inner: Embedder, folder: Path = CACHE) -> None:
        self._inner = inner
        self.model_id = inner.model_id
        self.dimension = inner.dimension
        self._path = folder / f"vectors-{inner.model_id.replace('/', '_')}.npz"
        self._known: dict[str, Any] = {}
        if self._path.exists():
            with np.load(self._path) as held:
                self._known = dict(zip(held["keys"].tolist(), held["vectors"], strict=True))
        self._saved = len(self._known)

    def encode(self, texts: Sequence[str]) -> Vectors:
        keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if missing:
            vectors = self._inner.encode(list(missing.values()))
            self._known.update(zip(missing, vectors, strict=True))
        return np.stack([self._known[key] for key in keys])

    def known_words(self) -> frozenset[str]:
        return self._inner.known_words()

    def save(self) -> None:
        if len(self._known) > self._saved:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(self._path, keys=np.array(list(self._known)), vectors=np.stack(list(self._known.values())))
            self._saved = len(self._known)


def cached_embedder(collection: str = "") -> CachedEmbedder:
    """The shipped encoder; each public `collection` keeps its vectors apart."""
    return CachedEmbedder(build_embedder(cache=CACHE / "models"), CACHE / collection)


@contextmanager
def golden_index(collection: Collection, embedder: Embedder) -> Iterator[SearchIndex]:
    """The collection, indexed in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex.open(Path(folder), embedder)
        index.rebuild(collection.published, upto=len(collection.cases))
        yield index
        index.close()


def ndcg(ranked: Sequence[str], relevant: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain with linear gains (Jarvelin and Kekalainen 2002, as trec_eval has it)."""
    gained = sum(relevant.get(found, 0) / math.log2(place + 2) for place, found in enumerate(ranked[:depth]))
    best = sum(g / math.log2(p + 2) for p, g in enumerate(sorted(relevant.values(), reverse=True)[:depth]))
    return gained / best if best else 0.0


def success(ranked: Sequence[str], relevant: Mapping[str, int], depth: int) -> float:
    return float(any(found in relevant for found in ranked[:depth]))


def recall(ranked: Sequence[str], relevant: Mapping[str, int], depth: int = 10) -> float:
    return sum(found in relevant for found in ranked[:depth]) / min(len(relevant), depth)
