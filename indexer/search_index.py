"""The door of the engine: open, rebuild, apply, search.

A rebuild writes its generation aside, checks it and renames CURRENT. A reader holds one Shelf from start to end of its
search, so that it never sees a mixture. What lies where on disk is `index_folder`; what is searched is `shelf`.
"""

import shutil
import threading
import weakref
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.errors import IndexMismatch, IndexUnavailable
from corpus.model.case import Change, PublishedCase
from corpus.model.case_map import CaseMap
from corpus.model.search import Answer, Filters, Hit, Query
from indexer.builder import embedded, steps_of, with_vectors
from indexer.case_record import record_of
from indexer.delta import Step, append_steps, outdated, read_steps
from indexer.embedder import Embedder
from indexer.facets import Counts
from indexer.generation import Generation, Progress, load_generation, write_generation
from indexer.health import Health
from indexer.index_folder import IndexFolder
from indexer.lexical_index import LexicalIndex
from indexer.likeness import LikeTexts
from indexer.own_keywords import open_keywords
from indexer.query_text import understand
from indexer.searcher import Searcher
from indexer.shelf import Shelf, after, first_shelf
from indexer.standing import StandingQueries
from indexer.topics import TopicGuide, no_guide, topic_guide


class SearchIndex:
    """Many threads may search while one applies or rebuilds; other processes are seen by `refresh`."""

    def __init__(self, folder: Path, embedder: Embedder | None) -> None:
        self._folder = IndexFolder(folder)
        self._embedder = embedder
        self._searcher = Searcher(embedder)
        self._like_texts = LikeTexts(embedder)
        self._standing = StandingQueries(embedder)
        self._writing = threading.RLock()
        self._shelf: Shelf | None = None
        self._keywords: LexicalIndex | None = None
        self._keywords_ok = False
        self._log_read = 0
        self._scratch = self._folder.new_scratch()
        self._finalizer = weakref.finalize(self, shutil.rmtree, self._scratch, True)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder | None) -> "SearchIndex":
        """The current generation, verified, and what was applied since; empty when there is none that holds.

        Without an embedder words alone answer.
        """
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
        meaning = shelf.has_vectors and self._embedder is not None
        return Health(shelf.generation, shelf.size, shelf.passages, shelf.last_change, meaning, self._keywords_ok)

    @property
    def damaged(self) -> tuple[str, ...]:
        """Files of the current generation that are to be written anew (`Generation.damaged`): rebuild."""
        return self._shelf.base.damaged if self._shelf else ()

    @property
    def outdated(self) -> int:
        """Cases that went or changed since, whose earlier words still lie in the files, and generations left behind; a
        rebuild takes them out.
        """
        if self._shelf is None:
            return 0
        steps, _ = read_steps(self._folder.log_path(self._shelf.generation), self._shelf.base.manifest.upto)
        return len(outdated(steps, self._shelf.row_of_base)) + self._folder.left_over

    def search(self, query: Query) -> Answer:
        """Without any text the newest cases that pass the filters, all RELATED with score 0: nothing was compared.

        Raises IndexUnavailable when no generation can be searched.
        """
        shelf = self._current()
        asked = self._searcher.asked(shelf, query)
        return self._searcher.search(shelf, query, understand(asked, shelf.spelled))

    def similar(self, case_number: int, audiences: frozenset[str], limit: int = 5) -> tuple[Hit, ...]:
        """Raises CaseNotFound for a case that `audiences` can't see, IndexUnavailable as `search` does."""
        return self._searcher.similar(self._current(), case_number, audiences, limit)

    def alike(self, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Positions of the texts that say the same, the most typical of each group first; redacted texts only.

        Every text stands by itself where there is no encoder.
        """
        return self._like_texts.groups(texts)

    def close_to(self, queries: Sequence[Query], case_numbers: Iterable[int]) -> tuple[frozenset[int], ...]:
        """For each standing query, redacted, those of the cases that are close to it; see `StandingQueries`.

        Raises IndexUnavailable where nothing can be compared by meaning: ask again once it can.
        """
        return self._standing.close_to(self._current(), queries, case_numbers)

    def browse(self, filters: Filters) -> Counts:
        """Facet counts without a search; see Answer.counts."""
        return self._current().counts(filters)

    def case_map(self) -> CaseMap:
        """As it was drawn with the current generation; cases may have come or gone since."""
        return self._shelf.base.case_map if self._shelf else CaseMap()

    def apply(self, changes: Sequence[Change]) -> None:
        """Adds, replaces and withdraws; durable and findable when this returns. Known changes are skipped.

        What is durable and could not be shown is shown by a later call.
        """
        with self._writing, self._folder.turn():
            self.refresh()
            shelf = self._current()
            news = [change for change in changes if change.number > shelf.last_change]
            if news:
                steps = steps_of(news, self._embedder, shelf.base.manifest.dimension)
                log, upto = self._folder.log_path(shelf.generation), shelf.base.manifest.upto
                end = append_steps(log, steps, upto=upto, after=shelf.last_change)
                self._show(steps)
                self._log_read = end

    def rebuild(
        self,
        published: Iterable[PublishedCase],
        upto: int,
        progress: Progress | None = None,
        *,
        words_only: bool = False,
    ) -> str:
        """Builds a generation aside from every published case as of change `upto`, swaps, and returns its id.

        Vectors of unchanged passages are taken over. Searches and `apply` go on meanwhile. `words_only` leaves the
        vectors out: seconds instead of minutes, so that words answer while the full rebuild runs.
        """
        records = [record_of(case) for case in published]
        embedder = None if words_only else self._embedder
        vectors = embedded(records, embedder, self._shelf, progress) if embedder else None
        guide = self._guide() if embedder else no_guide()
        with self._folder.building() as (generation, aside):
            write_generation(
                aside,
                records,
                vectors,
                guide,
                generation=generation,
                model_id=self._embedder.model_id if self._embedder else "",
                dimension=self._embedder.dimension if self._embedder else 0,
                upto=upto,
            )
        with self._writing, self._folder.turn():
            self._carry_over(generation, upto)
            self._folder.make_current(generation)
            self.refresh()
        for own in self._scratch.iterdir():
            if own.name != generation:
                shutil.rmtree(own, ignore_errors=True)
        return generation

    def refresh(self) -> None:
        """Takes up what another process wrote: a new generation, or new lines of the log."""
        with self._writing:
            while (named := self._folder.current) and named != self.generation:
                if self._take_up(named) or named == self._folder.current:
                    return
            if self._shelf is not None:
                log = self._folder.log_path(self._shelf.generation)
                steps, end = read_steps(log, self._shelf.last_change, self._log_read)
                self._show(steps)
                self._log_read = end

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

    def _take_up(self, name: str) -> bool:
        """Whether generation `name` could be read; when not, what was there before goes on answering."""
        try:
            base = load_generation(self._folder.generation_path(name))
            if self._embedder and base.vectors and base.manifest.model_id != self._embedder.model_id:
                return False
            keywords, words = open_keywords(base, self._scratch)
        except (IndexMismatch, FileNotFoundError):  # another process may drop it meanwhile
            return False
        steps, end = read_steps(self._folder.log_path(name), base.manifest.upto)
        known_words = self._embedder.known_words() if self._embedder else frozenset()
        self._keywords_ok = base.case_words is not None
        previous, self._keywords = self._keywords, keywords
        self._shelf = first_shelf(base, keywords.reader(), words, self._guide_of(base), known_words)
        self._log_read = 0
        self._show(steps)
        self._log_read = end
        if previous is not None:
            previous.close()
        return True

    def _show(self, steps: Sequence[Step]) -> None:
        """Makes steps findable: first the keywords commit, then one assignment."""
        shelf, keywords = self._shelf, self._keywords
        if shelf is None or keywords is None:
            return
        news = [step for step in steps if step.change > shelf.last_change]
        if news:
            last = {step.number: step for step in news}
            keywords.replace(last, [step.record for step in last.values() if step.record is not None])
            self._shelf = after(shelf, news, keywords.reader())

    def _guide(self) -> TopicGuide:
        if self._shelf and self._shelf.guide.is_ready:
            return self._shelf.guide
        return topic_guide(self._embedder) if self._embedder else no_guide()

    def _guide_of(self, base: Generation) -> TopicGuide:
        if base.guide is not None and base.guide.is_ready:
            return base.guide
        return topic_guide(self._embedder) if self._embedder and base.vectors else no_guide()

    def _carry_over(self, generation: str, upto: int) -> None:
        """Steps applied while the new generation was being built go into its log."""
        log = self._folder.log_path(self._folder.current)
        late = [step for step in read_steps(log, upto)[0] if step.change > upto]
        if late:
            whole = [with_vectors(step, self._embedder) if self._embedder else step for step in late]
            append_steps(self._folder.log_path(generation), whole, upto=upto, after=upto)
