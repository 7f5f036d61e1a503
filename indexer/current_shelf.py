"""What the searches of one process see: the current generation, and every step of its log since.

It is one Shelf, put in place in one assignment, so that a search that holds it never sees a mixture.
"""

import shutil
import weakref
from collections.abc import Sequence

from corpus.errors import IndexMismatch, IndexUnavailable
from indexer.delta import Step, read_steps
from indexer.embedder import Embedder
from indexer.generation import Generation, load_generation
from indexer.health import Health
from indexer.index_folder import IndexFolder
from indexer.lexical_index import LexicalIndex
from indexer.own_keywords import open_keywords
from indexer.shelf import Shelf, after, first_shelf
from indexer.topics import TopicGuide, no_guide, topic_guide


class CurrentShelf:
    """Any thread may read; `take_up` and `show` are for whoever holds the index's lock of writing."""

    def __init__(self, folder: IndexFolder, embedder: Embedder | None) -> None:
        self.shelf: Shelf | None = None
        """None where there is no generation that holds."""
        self._folder = folder
        self._embedder = embedder
        self._keywords: LexicalIndex | None = None
        self._keywords_ok = False
        self._log_read = 0
        self._scratch = folder.new_scratch()
        self._finalizer = weakref.finalize(self, shutil.rmtree, self._scratch, True)

    def needed(self) -> Shelf:
        """Raises IndexUnavailable where nothing can be searched."""
        if self.shelf is None:
            raise IndexUnavailable("The search index is not ready; it is being built.")
        return self.shelf

    def health(self) -> Health:
        shelf = self.shelf
        if shelf is None:
            return Health("", 0, 0, 0, vectors_ok=False, keywords_ok=False)
        meaning = shelf.has_vectors and self._embedder is not None
        return Health(shelf.generation, shelf.size, shelf.passages, shelf.last_change, meaning, self._keywords_ok)

    def guide(self) -> TopicGuide:
        """That of the generation where it has one, else made now: its phrases are embedded."""
        if self.shelf and self.shelf.guide.is_ready:
            return self.shelf.guide
        return topic_guide(self._embedder) if self._embedder else no_guide()

    def refresh(self) -> None:
        """Takes up what another process wrote: a new generation, or new lines of the log."""
        while (named := self._folder.current) and (self.shelf is None or named != self.shelf.generation):
            if self._take_up(named) or named == self._folder.current:
                return
        if self.shelf is not None:
            log = self._folder.log_path(self.shelf.generation)
            self.show(*read_steps(log, self.shelf.last_change, self._log_read))

    def show(self, steps: Sequence[Step], log_read: int) -> None:
        """Makes steps findable, the log having been read up to `log_read`: the keywords commit, then one assignment."""
        shelf, keywords = self.shelf, self._keywords
        news = [step for step in steps if shelf and step.change > shelf.last_change]
        if news and shelf and keywords:
            last = {step.number: step for step in news}
            keywords.replace(last, [step.record for step in last.values() if step.record is not None])
            self.shelf = after(shelf, news, keywords.reader())
        self._log_read = log_read

    def drop_others(self, generation: str) -> None:
        """Removes what this process wrote for generations before."""
        for own in self._scratch.iterdir():
            if own.name != generation:
                shutil.rmtree(own, ignore_errors=True)

    def close(self) -> None:
        if self._keywords is not None:
            self._keywords.close()
        self.shelf = self._keywords = None
        self._finalizer()

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
        self.shelf = first_shelf(base, keywords.reader(), words, self._guide_of(base), known_words)
        self._log_read = 0
        self.show(steps, end)
        if previous is not None:
            previous.close()
        return True

    def _guide_of(self, base: Generation) -> TopicGuide:
        if base.guide is not None and base.guide.is_ready:
            return base.guide
        return topic_guide(self._embedder) if self._embedder and base.vectors else no_guide()
