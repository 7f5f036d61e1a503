"""From a Query to an Answer over one Shelf: filters, both sides, bands, grouping, counter-precedent."""

import logging
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.errors import CaseNotFound
from corpus.model.search import Answer, Band, Filters, Hit, Query, Reason, Segment
from indexer.bands import calibration
from indexer.embedder import Embedder
from indexer.highlights import Highlights
from indexer.pasted_page import heart, is_page, unquoted
from indexer.query_text import QueryText
from indexer.ranking import Candidate, ranked
from indexer.shelf import Shelf
from indexer.sides import Selection

_log = logging.getLogger(__name__)

LOOKALIKE_COSINE = 0.95
"""Two situations closer than this tell the same story."""
HELD_IN_FULL = 0.95
"""Coverage from which a case holds the words of the query for all that matters."""
POOL = 40
"""Candidates that are looked at for a page; what ranks below is never shown."""
FEW_CASES, TELLING = 50, math.log(3)
"""Among more cases a word is a reason from that rarity on: fewer than every third case holds it."""


class Searcher:
    """Stateless but for the encoder; every call names the Shelf it reads."""

    def __init__(self, embedder: Embedder | None) -> None:
        self._embedder = embedder

    def asked(self, shelf: Shelf, query: Query) -> str:
        """The query's text; of a pasted page the part that the cases one may see can answer."""
        if not is_page(query.text):
            return query.text
        page = unquoted(query.text)
        if self._embedder is None or not shelf.has_vectors or query.words_only:
            return page
        visible = shelf.select(Filters(audiences=query.filters.audiences))
        try:
            return heart(page, shelf.meaning, self._embedder, visible)
        except Exception as error:  # noqa: BLE001  # as in _encoded: words must go on answering
            _log.warning("page encoder failed: %s", type(error).__name__)
            return page

    def search(self, shelf: Shelf, query: Query, read: QueryText) -> Answer:
        """Hits by rank; without any text the newest cases, all RELATED with score 0: nothing was compared."""
        selection = holding(shelf, shelf.select(query.filters), read.phrases)
        if read.is_empty:
            hits = _newest(shelf, selection, query)
            return self._answer(shelf, query, hits, selection.size, without_meaning=False)
        vector = self._encoded(read.meaning) if shelf.has_vectors and not query.words_only else None
        judged = _judged(ranked(shelf, read, vector, selection))
        entries = _with_counter(shelf, _grouped(shelf, judged[:POOL]), query.limit)
        page = entries[query.skip : query.skip + query.limit]
        shown = _highlights(shelf, read)
        hits = [_hit(shelf, shown, query.filters, entry) for entry in page]
        return self._answer(shelf, query, hits, len(judged), without_meaning=vector is None)

    def similar(self, shelf: Shelf, number: int, audiences: frozenset[str], limit: int) -> tuple[Hit, ...]:
        """Cases closest to a case by its own vectors; raises CaseNotFound when the audiences may not see it."""
        selection = shelf.select(Filters(audiences=audiences))
        row = shelf.row_of(number)
        if row is None or not selection.cases[row]:
            raise CaseNotFound("No such case.")
        if not shelf.has_vectors:
            return ()
        others = selection.cases.copy()
        others[row] = False
        record = shelf.record(row)
        read = QueryText((), record.title, (), frozenset(), frozenset())
        found = ranked(shelf, read, _centres(shelf, [row])[0], Selection(selection.filters, others))
        judged = _judged(found)[:limit]
        shown = _highlights(shelf, read)
        return tuple(_hit(shelf, shown, selection.filters, Entry(candidate)) for candidate in judged)

    def _encoded(self, text: str) -> NDArray[np.float32] | None:
        """None when the encoder is missing or fails: words must go on answering."""
        if self._embedder is None:
            return None
        try:
            vector: NDArray[np.float32] = self._embedder.encode([text])[0]
        except Exception as error:  # noqa: BLE001  # any failure of a foreign runtime; its message may hold text
            _log.warning("query encoder failed: %s", type(error).__name__)
            return None
        return vector

    @staticmethod
    def _answer(shelf: Shelf, query: Query, hits: Sequence[Hit], found: int, *, without_meaning: bool) -> Answer:
        return Answer(
            hits=tuple(hits),
            found=found,
            counts=shelf.counts(query.filters),
            generation=shelf.generation,
            without_meaning=without_meaning,
        )


@dataclass(frozen=True)
class Entry:
    """A candidate on its way to the page."""

    candidate: Candidate
    lookalikes: tuple[int, ...] = ()
    """Case numbers."""
    counter: bool = False


def _judged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that are in any band, and those that hold what was typed: they are shown, as weak if need be."""
    judge = calibration()
    return [c for c in candidates if judge.band(c.probability) or c.coverage >= HELD_IN_FULL]


def _grouped(shelf: Shelf, judged: Sequence[Candidate]) -> list[Entry]:
    """Near-duplicates folded into the best ranked of them."""
    if not shelf.has_vectors or not judged:
        return [Entry(candidate) for candidate in judged]
    centres = _centres(shelf, [candidate.row for candidate in judged])
    later: dict[int, list[int]] = {}
    for place, other in np.argwhere(np.triu(centres @ centres.T >= LOOKALIKE_COSINE, 1)).tolist():
        later.setdefault(place, []).append(other)
    folded: set[int] = set()
    entries: list[Entry] = []
    for place, candidate in enumerate(judged):
        if place in folded:
            continue
        same = [other for other in later.get(place, ()) if other not in folded]
        folded.update(same)
        entries.append(Entry(candidate, tuple(judged[other].number for other in same)))
    return entries


def _with_counter(shelf: Shelf, entries: list[Entry], limit: int) -> list[Entry]:
    """All of them; when the first `limit` ended alike, the best that ended otherwise comes before the last of these."""
    page, rest = entries[:limit], entries[limit:]
    endings = {shelf.ending(entry.candidate.row) for entry in page} - {0}
    if len(endings) != 1 or limit == 1:
        return entries
    judge = calibration()
    for place, entry in enumerate(rest):
        shown = judge.band(entry.candidate.probability) in (Band.CLOSE, Band.RELATED)
        if shown and shelf.ending(entry.candidate.row) == -next(iter(endings)):
            return [*page[:-1], replace(entry, counter=True), page[-1], *rest[:place], *rest[place + 1 :]]
    return entries


def _highlights(shelf: Shelf, read: QueryText) -> Highlights:
    keywords = shelf.keywords
    return Highlights(read, keywords.stems, lambda term: shelf.size < FEW_CASES or keywords.rarity(term) >= TELLING)


def _hit(shelf: Shelf, shown: Highlights, filters: Filters, entry: Entry) -> Hit:
    candidate = entry.candidate
    record = shelf.record(candidate.row)
    first = shelf.passage_rows(candidate.row).start
    passage = record.passages[0 if candidate.passage_row is None else candidate.passage_row - first]
    return Hit(
        case_number=candidate.number,
        band=calibration().band(candidate.probability) or Band.WEAK,
        score=round(candidate.probability, 2),
        role=passage.role,
        passage=shown.marked(passage.text),
        reasons=shown.reasons(record, passage.text, filters),
        counter=entry.counter,
        lookalikes=entry.lookalikes,
    )


def _newest(shelf: Shelf, selection: Selection, query: Query) -> list[Hit]:
    rows = np.flatnonzero(selection.cases)
    newest = rows[np.argsort(-shelf.changes()[rows], kind="stable")][query.skip : query.skip + query.limit]
    return [_untold(shelf, int(row)) for row in newest]


def _untold(shelf: Shelf, row: int) -> Hit:
    record = shelf.record(row)
    title = record.passages[0]
    nothing: tuple[Reason, ...] = ()
    return Hit(record.number, Band.RELATED, 0.0, title.role, (Segment(title.text),), nothing)


def holding(shelf: Shelf, selection: Selection, phrases: tuple[str, ...]) -> Selection:
    """Those of the selected cases that hold every phrase."""
    if not phrases:
        return selection
    rows = [row for number in shelf.keywords.holding(phrases) if (row := shelf.row_of(number)) is not None]
    held = np.zeros_like(selection.cases)
    held[rows] = True
    return Selection(selection.filters, selection.cases & held)


def _centres(shelf: Shelf, rows: Sequence[int]) -> NDArray[np.float32]:
    """For each case the mean of its first two passages (title and situation), shape (cases, dimension), length 1."""
    spans = [shelf.passage_rows(row) for row in rows]
    pairs = np.array([(span.start, min(span.start + 1, span.stop - 1)) for span in spans], dtype=np.int64)
    means = shelf.meaning.vectors(pairs.ravel()).reshape(len(rows), 2, -1).mean(axis=1)
    unit: NDArray[np.float32] = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return unit
