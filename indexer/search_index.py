"""The door of the engine: open, rebuild, apply, search. Keeps which generation is current and who may write.

    index/CURRENT                 id of the current generation
    index/generations/<id>/       see `generation`
    index/deltas/<id>.log         see `delta`
    index/scratch/<process>/      this process's copy of the keyword files, additions included

A rebuild writes its generation aside, checks it and renames CURRENT; a reader holds one Shelf from start to end of its
search, so that it never sees a mixture. Writers of all processes take turns by a lock file.
"""

import fcntl
import os
import shutil
import tempfile
import threading
import uuid
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch, IndexUnavailable
from corpus.model.case import Change, PublishedCase
from corpus.model.search import Answer, Filters, Hit, Query
from indexer.case_record import CaseRecord, record_of
from indexer.delta import Step, append_steps, read_steps
from indexer.embedder import Embedder
from indexer.facets import Counts
from indexer.generation import KEYWORDS_FOLDER, Generation, Progress, load_generation, write_generation
from indexer.lexical_index import LexicalIndex
from indexer.manifest import replace_text, sync_path
from indexer.passages import embedded_text
from indexer.query_text import understand
from indexer.searcher import Searcher
from indexer.shelf import Shelf, after, first_shelf
from indexer.topics import TopicGuide, topic_guide

EMBEDDED_AT_ONCE = 64
"""Passages between two calls of `progress`."""


@dataclass(frozen=True)
class Health:
    generation: str
    cases: int
    passages: int
    last_change: int
    vectors_ok: bool
    keywords_ok: bool


class SearchIndex:
    """Many threads may search while one applies or rebuilds."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._folder = folder
        self._embedder = embedder
        self._searcher = Searcher(embedder)
        self._writing = threading.RLock()
        self._shelf: Shelf | None = None
        self._keywords: LexicalIndex | None = None
        self._keywords_ok = False
        self._log_read = 0
        for sub in ("generations", "deltas", "scratch"):
            (folder / sub).mkdir(parents=True, exist_ok=True)
        self._scratch = Path(tempfile.mkdtemp(dir=folder / "scratch", prefix=f"{os.getpid()}-"))
        self._finalizer = weakref.finalize(self, shutil.rmtree, self._scratch, True)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> "SearchIndex":
        """The current generation, verified, and what was applied since; empty when there is none that holds."""
        index = cls(folder, embedder)
        index.refresh()
        return index

    @property
    def last_change(self) -> int:
        """Number of the last casebook change that a search sees; 0 without a generation."""
        return self._shelf.last_change if self._shelf else 0

    @property
    def generation(self) -> str:
        """Id of the generation that answers; empty without one."""
        return self._shelf.generation if self._shelf else ""

    @property
    def size(self) -> int:
        """Cases that can be found."""
        return self._shelf.size if self._shelf else 0

    def health(self) -> Health:
        shelf = self._shelf
        if shelf is None:
            return Health("", 0, 0, 0, vectors_ok=False, keywords_ok=False)
        return Health(
            shelf.generation, shelf.size, shelf.passages, shelf.last_change, shelf.has_vectors, self._keywords_ok
        )

    def search(self, query: Query) -> Answer:
        """Raises IndexUnavailable when no generation can be searched."""
        shelf = self._current()
        return self._searcher.search(shelf, query, understand(query.text, shelf.spelled))

    def similar(self, case_number: int, audiences: frozenset[str], limit: int = 5) -> tuple[Hit, ...]:
        """Raises CaseNotFound for a case that `audiences` can't see, IndexUnavailable as `search` does."""
        return self._searcher.similar(self._current(), case_number, audiences, limit)

    def browse(self, filters: Filters) -> Counts:
        """Facet counts without a search; see Answer.counts."""
        return self._current().counts(filters)

    def apply(self, changes: Sequence[Change]) -> None:
        """Adds, replaces and withdraws; durable and findable when this returns. Known changes are skipped."""
        with self._turn():
            self.refresh()
            shelf = self._current()
            news = [change for change in changes if change.number > shelf.last_change]
            if not news:
                return
            steps = self._steps(news)
            self._log_read = append_steps(self._log_path(shelf.generation), steps)
            self._show(steps)

    def rebuild(self, published: Iterable[PublishedCase], upto: int, progress: Progress | None = None) -> str:
        """Builds a generation aside from every published case as of change `upto`, swaps, and returns its id.

        Vectors of unchanged passages are taken over. Searches go on meanwhile, and so do `apply` calls.
        """
        records = [record_of(case) for case in published]
        vectors = self._vectors(records, progress)
        generation = uuid.uuid4().hex[:12]
        target = self._folder / "generations" / generation
        aside = target.with_name(f".{generation}")
        try:
            write_generation(
                aside,
                records,
                vectors,
                self._guide(),
                generation=generation,
                model_id=self._embedder.model_id,
                upto=upto,
            )
            aside.replace(target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        sync_path(target.parent)
        with self._turn():
            self._carry_over(generation, upto)
            replace_text(self._folder / "CURRENT", generation)
            self.refresh()
            self._drop_others(generation)
        return generation

    def refresh(self) -> None:
        """Takes up what another process wrote: a new generation, or new lines of the log."""
        with self._writing:
            named = self._named()
            if named and (self._shelf is None or named != self._shelf.generation):
                self._take_up(named)
            elif self._shelf is not None:
                steps, self._log_read = read_steps(self._log_path(self._shelf.generation), self._log_read)
                self._show(steps)

    def close(self) -> None:
        """Lets go of files; the index can't be used afterwards."""
        with self._writing:
            if self._keywords is not None:
                self._keywords.close()
            self._shelf = self._keywords = None
            self._finalizer()

    def _current(self) -> Shelf:
        if self._shelf is None:
            raise IndexUnavailable("The search index is not ready; it is being built.")
        return self._shelf

    def _named(self) -> str:
        path = self._folder / "CURRENT"
        return path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""

    def _take_up(self, name: str) -> None:
        try:
            base = load_generation(self._folder / "generations" / name)
        except IndexMismatch:
            return
        if base.manifest.model_id != self._embedder.model_id:
            return
        keywords = self._open_keywords(base)
        steps, self._log_read = read_steps(self._log_path(name))
        self._keywords_ok = base.keywords_intact
        previous, self._keywords = self._keywords, keywords
        guide = base.guide or topic_guide(self._embedder)
        self._shelf = first_shelf(base, keywords.reader(), guide, self._embedder.known_words())
        self._show(steps)
        if previous is not None:
            previous.close()

    def _open_keywords(self, base: Generation) -> LexicalIndex:
        """A copy for this process; rebuilt in memory from the records when the files are damaged."""
        if not base.keywords_intact:
            keywords = LexicalIndex.create()
            keywords.replace((), [base.record(row) for row in range(base.columns.cases)])
            return keywords
        own = self._scratch / base.manifest.generation
        shutil.copytree(base.folder / KEYWORDS_FOLDER, own, copy_function=_link, dirs_exist_ok=True)
        return LexicalIndex.open(own)

    def _show(self, steps: Sequence[Step]) -> None:
        shelf, keywords = self._shelf, self._keywords
        news = [step for step in steps if shelf is not None and step.change > shelf.last_change]
        if not news or shelf is None or keywords is None:
            return
        last = {step.number: step for step in news}
        keywords.replace(last, [step.record for step in last.values() if step.record is not None])
        self._shelf = after(shelf, news, keywords.reader())

    def _steps(self, changes: Sequence[Change]) -> list[Step]:
        records = [None if change.published is None else record_of(change.published) for change in changes]
        steps = []
        for change, record in zip(changes, records, strict=True):
            texts = _texts([record]) if record else []
            vectors = self._embedder.encode(texts) if texts else np.empty((0, self._embedder.dimension), np.float32)
            steps.append(Step(change.number, change.case_number, record, vectors))
        return steps

    def _vectors(self, records: Sequence[CaseRecord], progress: Progress | None) -> NDArray[np.float32]:
        texts = _texts(records)
        vectors = np.empty((len(texts), self._embedder.dimension), dtype=np.float32)
        known = self._known_vectors(set(texts))
        missing = [place for place, text in enumerate(texts) if text not in known]
        for place, text in enumerate(texts):
            if text in known:
                vectors[place] = known[text]
        for start in range(0, len(missing), EMBEDDED_AT_ONCE):
            batch = missing[start : start + EMBEDDED_AT_ONCE]
            vectors[batch] = self._embedder.encode([texts[place] for place in batch])
            if progress:
                progress(len(texts) - len(missing) + start + len(batch), len(texts))
        return vectors

    def _guide(self) -> TopicGuide:
        return self._shelf.guide if self._shelf else topic_guide(self._embedder)

    def _known_vectors(self, wanted: set[str]) -> dict[str, NDArray[np.float32]]:
        """Vectors of passages that the current shelf holds already."""
        shelf = self._shelf
        known: dict[str, NDArray[np.float32]] = {}
        if shelf is None or not shelf.has_vectors:
            return known
        for row in range(shelf.columns.cases + shelf.added.columns.cases):
            texts = _texts([shelf.record(row)])
            if wanted.issuperset(texts):
                rows = np.array(shelf.passage_rows(row), dtype=np.int64)
                known |= zip(texts, shelf.vectors(rows), strict=True)
        return known

    def _carry_over(self, generation: str, upto: int) -> None:
        """Steps applied while the new generation was being built go into its log."""
        log = self._log_path(generation)
        log.unlink(missing_ok=True)
        if name := self._named():
            late = [step for step in read_steps(self._log_path(name))[0] if step.change > upto]
            if late:
                append_steps(log, late)

    def _drop_others(self, keep: str) -> None:
        """Older generations hold withdrawn text: they go as soon as the new one is current."""
        for folder in (self._folder / "generations").iterdir():
            if folder.name != keep and not folder.name.startswith("."):
                shutil.rmtree(folder, ignore_errors=True)
        for log in (self._folder / "deltas").iterdir():
            if log.stem != keep:
                log.unlink(missing_ok=True)
        for own in self._scratch.iterdir():
            if own.name != keep:
                shutil.rmtree(own, ignore_errors=True)

    def _log_path(self, generation: str) -> Path:
        return self._folder / "deltas" / f"{generation}.log"

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._writing, (self._folder / "writer.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _texts(records: Iterable[CaseRecord]) -> list[str]:
    return [embedded_text(record.title, passage) for record in records for passage in record.passages]


def _link(source: str, target: str) -> None:
    """A hard link where the file system has them: tantivy replaces its files and never writes into one."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
