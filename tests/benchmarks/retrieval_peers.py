"""The systems that the engine is compared with, all on the same texts; extras of the benchmark, never dependencies."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np

from indexer.embedder import Embedder
from tests.benchmarks.retrieval_golden import Collection

DEPTH = 10


class System(Protocol):
    name: str

    def rank(self, query: str) -> list[str]:
        """Ids of the best ten, best first."""


def texts_of(collection: Collection) -> tuple[list[str], list[str], list[str]]:
    """Ids, titles and whole texts (every passage but the title), in the same order for every peer."""
    from indexer.passages import passages_of

    ids = [collection.ids[case.number] for case in collection.cases]
    titles = [case.title for case in collection.cases]
    bodies = [" ".join(passage.text for passage in passages_of(case)[1:]) for case in collection.cases]
    return ids, titles, bodies


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


class Fts5:
    """SQLite FTS5: porter stemming, bm25 with the title doubled, words joined by OR."""

    name = "SQLite FTS5"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        self._ids, titles, bodies = texts_of(collection)
        self._base = sqlite3.connect(":memory:")
        self._base.execute("create virtual table texts using fts5(title, body, tokenize='porter unicode61')")
        self._base.executemany("insert into texts(title, body) values (?, ?)", zip(titles, bodies, strict=True))

    def rank(self, query: str) -> list[str]:
        wanted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(query)))
        if not wanted:
            return []
        found = self._base.execute(
            "select rowid from texts where texts match ? order by bm25(texts, 2.0, 1.0) limit ?", (wanted, DEPTH)
        )
        return [self._ids[rowid - 1] for (rowid,) in found]


class Bm25s:
    name = "bm25s"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        import bm25s

        self._library: Any = bm25s
        self._ids, titles, bodies = texts_of(collection)
        texts = [f"{title} {title} {body}" for title, body in zip(titles, bodies, strict=True)]
        self._index = bm25s.BM25()
        self._index.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)

    def rank(self, query: str) -> list[str]:
        tokens = self._library.tokenize([query], stopwords="en", show_progress=False)
        found, _ = self._index.retrieve(tokens, k=min(DEPTH, len(self._ids)), show_progress=False)
        return [self._ids[row] for row in found[0].tolist()]


class Tantivy:
    """tantivy alone: English stemming, title doubled."""

    name = "tantivy"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        import tantivy

        self._ids, titles, bodies = texts_of(collection)
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("row", stored=True)
        builder.add_text_field("title", tokenizer_name="en_stem")
        builder.add_text_field("body", tokenizer_name="en_stem")
        self._index = tantivy.Index(builder.build())
        writer = self._index.writer(50_000_000, 1)
        for row, (title, body) in enumerate(zip(titles, bodies, strict=True)):
            writer.add_document(tantivy.Document(row=row, title=title, body=body))
        writer.commit()
        self._index.reload()

    def rank(self, query: str) -> list[str]:
        parsed = self._index.parse_query(" ".join(words(query)) or "x", ["title", "body"], field_boosts={"title": 2.0})
        searcher = self._index.searcher()
        return [self._ids[searcher.doc(at)["row"][0]] for _, at in searcher.search(parsed, DEPTH).hits]


class Flat:
    """Plain MiniLM: one vector a whole text, exact cosine."""

    name = "MiniLM flat"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        self._ids, titles, bodies = texts_of(collection)
        self._embedder = embedder
        self._vectors = embedder.encode([f"{t}. {b}" for t, b in zip(titles, bodies, strict=True)])

    def rank(self, query: str) -> list[str]:
        scores = self._vectors @ self._embedder.encode([query])[0]
        return [self._ids[row] for row in np.argsort(-scores, kind="stable")[:DEPTH]]


class Chroma:
    name = "chromadb"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        import chromadb
        from chromadb.config import Settings

        ids, titles, bodies = texts_of(collection)
        self._embedder = embedder
        client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
        self._texts = client.create_collection(f"texts-{collection.name}", metadata={"hnsw:space": "cosine"})
        whole = [f"{title}. {body}" for title, body in zip(titles, bodies, strict=True)]
        for start in range(0, len(ids), 2_000):
            part = slice(start, start + 2_000)
            vectors = embedder.encode(whole[part])
            self._texts.add(ids=ids[part], embeddings=vectors, documents=whole[part])

    def rank(self, query: str) -> list[str]:
        found = self._texts.query(query_embeddings=self._embedder.encode([query]), n_results=DEPTH)
        return list(found["ids"][0])


class Txtai:
    """txtai hybrid with its defaults: its own BM25 and dense scores, half and half."""

    name = "txtai hybrid"

    def __init__(self, collection: Collection, embedder: Embedder) -> None:
        from txtai import Embeddings

        self._ids, titles, bodies = texts_of(collection)

        def transform(texts: Sequence[str]) -> Any:
            return embedder.encode(texts)

        self._embeddings = Embeddings(hybrid=True, method="external", transform=transform, backend="numpy")
        whole = [f"{title}. {body}" for title, body in zip(titles, bodies, strict=True)]
        self._embeddings.index((row, text, None) for row, text in enumerate(whole))

    def rank(self, query: str) -> list[str]:
        return [self._ids[row] for row, _ in self._embeddings.search(query, DEPTH)]


PEERS: tuple[Callable[[Collection, Embedder], System], ...] = (Fts5, Bm25s, Tantivy, Txtai, Chroma, Flat)
