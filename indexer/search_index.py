"""The door of the engine: open, rebuild, apply, search.

A rebuild writes its generation aside, checks it and renames CURRENT. A reader holds one Shelf from start to end of its
search, so that it never sees a mixture. What lies where on disk is `index_folder`; what is searched is a `shelf`, and
which one it is now, `current_shelf`.
"""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.model.case import Change, PublishedCase
from corpus.model.case_map import CaseMap
from corpus.model.search import Answer, Filters, Hit, Query
from indexer.builder import embedded, steps_of, with_vectors
from indexer.case_record import record_of
from indexer.current_shelf import CurrentShelf
from indexer.delta import append_steps, outdated, read_steps
from indexer.embedder import Embedder
from indexer.facets import Counts
from indexer.generation import Progress, write_generation
from indexer.health import Health
from indexer.index_folder import IndexFolder
from indexer.likeness import LikeTexts
from indexer.query_text import understand
from indexer.searcher import Searcher
from indexer.standing import StandingQueries
from indexer.topics import no_guide


class SearchIndex:
    """Many threads may search while one applies or rebuilds; other processes are seen by `refresh`."""

    def __init__(self, folder: Path, embedder: Embedder | None) -> None:
        self._folder = IndexFolder(folder)
        self._embedder = embedder
        self._searcher = Searcher(embedder)
        self._like_texts = LikeTexts(embedder)
        self._standing = StandingQueries(embedder)
        self._writing = threading.RLock()
        self._current = CurrentShelf(self._folder, embedder)

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
        return self._current.shelf.last_change if self._current.shelf else 0

    @property
    def generation(self) -> str:
        """Id of the generation that answers; empty without one."""
        return self._current.shelf.generation if self._current.shelf else ""

    @property
    def size(self) -> int:
        """Cases that can be found."""
        return self._current.shelf.size if self._current.shelf else 0

    def health(self) -> Health:
        return self._current.health()

    @property
    def damaged(self) -> tuple[str, ...]:
        """Files of the current generation that are to be written anew (`Generation.damaged`): rebuild."""
        return self._current.shelf.base.damaged if self._current.shelf else ()

    @property
    def outdated(self) -> int:
        """Cases that went or changed since, whose earlier words still lie in the files, and generations left behind; a
        rebuild takes them out.
        """
        if (shelf := self._current.shelf) is None:
            return 0
        steps, _ = read_steps(self._folder.log_path(shelf.generation), shelf.base.manifest.upto)
        return len(outdated(steps, shelf.row_of_base)) + self._folder.left_over

    def search(self, query: Query) -> Answer:
        """Without any text the newest cases that pass the filters, all RELATED with score 0: nothing was compared.

        Raises IndexUnavailable when no generation can be searched.
        """
        shelf = self._current.needed()
        asked = self._searcher.asked(shelf, query)
        return self._searcher.search(shelf, query, understand(asked, shelf.spelled))

    def similar(self, case_number: int, audiences: frozenset[str], limit: int = 5) -> tuple[Hit, ...]:
        """Raises CaseNotFound for a case that `audiences` can't see, IndexUnavailable as `search` does."""
        return self._searcher.similar(self._current.needed(), case_number, audiences, limit)

    def alike(self, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Positions of the texts that say the same, the most typical of each group first; redacted texts only.

        Every text stands by itself where there is no encoder.
        """
        return self._like_texts.groups(texts)

    def close_to(self, queries: Sequence[Query], case_numbers: Iterable[int]) -> tuple[frozenset[int], ...]:
        """For each standing query, redacted, those of the cases that are close to it; see `StandingQueries`.

        Raises IndexUnavailable where nothing can be compared by meaning: ask again once it can.
        """
        return self._standing.close_to(self._current.needed(), queries, case_numbers)

    def browse(self, filters: Filters) -> Counts:
        """Facet counts without a search; see Answer.counts."""
        return self._current.needed().counts(filters)

    def case_map(self) -> CaseMap:
        """As it was drawn with the current generation; cases may have come or gone since."""
        return self._current.shelf.base.case_map if self._current.shelf else CaseMap()

    def apply(self, changes: Sequence[Change]) -> None:
        """Adds, replaces and withdraws; durable and findable when this returns. Known changes are skipped.

        What is durable and could not be shown is shown by a later call.
        """
        with self._writing, self._folder.turn():
            self.refresh()
            shelf = self._current.needed()
            news = [change for change in changes if change.number > shelf.last_change]
            if news:
                steps = steps_of(news, self._embedder, shelf.base.manifest.dimension)
                log, upto = self._folder.log_path(shelf.generation), shelf.base.manifest.upto
                self._current.show(steps, append_steps(log, steps, upto=upto, after=shelf.last_change))

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
        vectors = embedded(records, embedder, self._current.shelf, progress) if embedder else None
        guide = self._current.guide() if embedder else no_guide()
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
        self._current.drop_others(generation)
        return generation

    def refresh(self) -> None:
        """Takes up what another process wrote: a new generation, or new lines of the log."""
        with self._writing:
            self._current.refresh()

    def close(self) -> None:
        """Lets go of files; the index can't be used afterwards."""
        with self._writing:
            self._current.close()

    def _carry_over(self, generation: str, upto: int) -> None:
        """Steps applied while the new generation was being built go into its log."""
        log = self._folder.log_path(self._folder.current)
        late = [step for step in read_steps(log, upto)[0] if step.change > upto]
        if late:
            whole = [with_vectors(step, self._embedder) if self._embedder else step for step in late]
            append_steps(self._folder.log_path(generation), whole, upto=upto, after=upto)
