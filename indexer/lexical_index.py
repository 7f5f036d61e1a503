"""Words: BM25 over whole cases, quoted phrases, stems. The only file that imports tantivy.

One tantivy record a case, all its passages in one field, its lead in another. The folder that is opened belongs
to this process: additions and removals are committed into it, so a verified generation is never opened directly.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from corpus.model.search import Filters
from indexer.case_record import CaseRecord
from indexer.case_words import BREAK, number_of
from indexer.query_text import stopwords
from indexer.sides import Selection, Term, WordForm

TERMS_SOUGHT = 16
"""The rarest terms find the candidates; the common ones of a pasted page cost most and tell least."""
_ANALYZER = "words"
_EXACT_ANALYZER = "exact words"
_WRITER_BYTES = 15_000_000
"""The least that tantivy accepts for one thread; increments are small."""
_BUILD_BYTES = 120_000_000
_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 80
"""Letters up to which a text's stems are kept: a word, a form of several, a topic's name; never a passage."""
_RARITIES_KEPT = 10_000


class LexicalIndex:
    """Searches see the last commit as a whole: `reader` freezes it."""

    def __init__(self, index: Any, heap: int) -> None:
        self._index = index
        for name, analyzer in _analyzers().items():
            index.register_tokenizer(name, analyzer)
        self._writer: Any = None
        self._heap = heap

    @classmethod
    def create(cls, folder: Path | None = None) -> "LexicalIndex":
        """A new empty index in `folder`, or in memory."""
        return cls(tantivy.Index(_schema(), None if folder is None else str(folder)), _BUILD_BYTES)

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        return cls(tantivy.Index.open(str(folder)), _WRITER_BYTES)

    def replace(self, removed: Iterable[int], added: Iterable[CaseRecord]) -> None:
        """Takes case numbers out and puts records in, in one commit."""
        if self._writer is None:
            self._writer = self._index.writer(self._heap, 1)
        if numbers := list(removed):
            # by query: deleting by term takes an unsigned number for a signed one and finds nothing
            self._writer.delete_documents_by_query(Query.term_set_query(self._index.schema, "number", numbers))
        for record in added:
            self._writer.add_document(_entry(record))
        self._writer.commit()
        self._index.reload()

    def close(self) -> None:
        """Lets the writer go and waits for its merges; the files are complete afterwards."""
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    def reader(self) -> "LexicalReader":
        self._index.reload()
        return LexicalReader(self._index.schema, self._index.searcher())


class LexicalReader:
    """One commit, frozen: a KeywordSide."""

    def __init__(self, schema: Any, searcher: Any) -> None:
        self._schema = schema
        self._searcher = searcher
        self._exact = _analyzers()[_EXACT_ANALYZER]
        self._rarities: dict[Term, float] = {}

    @property
    def cases(self) -> int:
        return int(self._searcher.num_docs)

    def best(self, terms: Sequence[Term], count: int, selection: Selection) -> Mapping[int, float]:
        """See KeywordSide."""
        wanted = self._any_of(sorted(terms, key=self.rarity, reverse=True)[:TERMS_SOUGHT])
        if wanted is None or not selection.size:
            return {}
        if selection.size == self.cases:  # every case passes: a filter would only cost half the time
            return self._run(wanted, count)
        return self._run(Query.boolean_query([(Occur.Must, wanted), *self._filters(selection.filters)]), count)

    def scores(self, terms: Sequence[Term], case_numbers: Iterable[int]) -> Mapping[int, float]:
        """See KeywordSide."""
        wanted = self._any_of(terms)
        return {} if wanted is None else self._among(wanted, list(case_numbers))

    def forms(self, term: Term) -> Sequence[WordForm]:
        """See KeywordSide."""
        return _stemmed(term.forms)

    def holding(self, phrases: Sequence[str]) -> frozenset[int]:
        """See KeywordSide."""
        must = [(Occur.Must, self._phrase("exact", self._exact.analyze(phrase))) for phrase in phrases]
        return frozenset(self._run(Query.boolean_query(must), max(self.cases, 1)))

    def rarity(self, term: Term) -> float:
        """See KeywordSide."""
        if term not in self._rarities:
            if len(self._rarities) >= _RARITIES_KEPT:
                self._rarities.clear()
            held = max((self._frequency(form) for form in term.forms), default=0)
            self._rarities[term] = term.weight * math.log(1 + (self.cases - held + 0.5) / (held + 0.5))
        return self._rarities[term]

    def knows(self, word: str) -> bool:
        """Whether any case holds the word or another form of it."""
        return self._frequency(word) > 0

    def stems(self, text: str) -> Sequence[str]:
        """The words of `text` as they are compared: lower case, folded, stemmed, common words left out."""
        return _stems_of(text) if len(text) <= _REMEMBERED else _stems_in(text)

    def _frequency(self, form: str) -> int:
        stems = self.stems(form)
        if not stems:
            return 0
        return min(int(self._searcher.doc_freq("text", stem)) for stem in stems)

    def _any_of(self, terms: Sequence[Term]) -> Any | None:
        parts = [(Occur.Should, query) for term in terms for query in self._matches(term)]
        return Query.boolean_query(parts) if parts else None

    def _matches(self, term: Term) -> list[Any]:
        """What adds to a case's score. A match in the lead adds as much again to that in the text, which holds it too.

        Of several forms the best counts. A single one stands bare: bare terms are added up quickest.
        """
        forms = [[self._phrase(field, stems) for field in ("text", "lead")] for stems in _stemmed(term.forms)]
        found = [query for fields in forms for query in fields]
        if len(forms) > 1:
            sums = [Query.boolean_query([(Occur.Should, query) for query in fields]) for fields in forms]
            found = [Query.disjunction_max_query(sums)]
        return found if term.weight == 1.0 else [Query.boost_query(query, term.weight) for query in found]

    def _phrase(self, field: str, words: Sequence[str]) -> Any:
        if not words:
            return Query.empty_query()
        if len(words) == 1:
            return Query.term_query(self._schema, field, words[0])
        return Query.phrase_query(self._schema, field, list(words))

    def _filters(self, filters: Filters) -> Iterator[tuple[Any, Any]]:
        yield self._one_of("facet", [f"audience={audience}" for audience in filters.audiences])
        for name, values in filters.chosen.items():
            if values:
                yield self._one_of("facet", [f"{name.value}={value}" for value in values])

    def _one_of(self, field: str, values: Iterable[str | int]) -> tuple[Any, Any]:
        """Term by term: tantivy's set of terms walks its dictionary, five times as long for a hundred numbers."""
        terms = [(Occur.Should, Query.term_query(self._schema, field, value, "basic")) for value in values]
        return Occur.Must, Query.const_score_query(Query.boolean_query(terms), 0.0)

    def _among(self, query: Any, numbers: Sequence[int]) -> dict[int, float]:
        if not numbers:
            return {}
        return self._run(Query.boolean_query([(Occur.Must, query), self._one_of("number", numbers)]), len(numbers))

    def _run(self, query: Any, count: int) -> dict[int, float]:
        hits = self._searcher.search(query, count, count=False).hits
        if not hits:
            return {}
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return {int(number): float(score) for number, (score, _) in zip(numbers, hits, strict=True)}


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", indexed=True, fast=True)
    for field in ("lead", "text"):
        builder.add_text_field(field, tokenizer_name=_ANALYZER)
    builder.add_text_field("exact", tokenizer_name=_EXACT_ANALYZER)
    builder.add_text_field("facet", tokenizer_name="raw", index_option="basic")
    return builder.build()


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return _analyzers()[_ANALYZER]


@lru_cache(maxsize=50_000)
def _stems_of(text: str) -> tuple[str, ...]:
    """Words, synonyms and topics are asked for by every search and every hit, mostly the same ones."""
    return tuple(_stemmer().analyze(text)) if text.isalnum() else tuple(_stems_in(text))


def _stems_in(text: str) -> list[str]:
    return [stem for word in _WORD.findall(text) for stem in _stems_of(word)]


@lru_cache(maxsize=10_000)
def _stemmed(forms: tuple[str, ...]) -> tuple[WordForm, ...]:
    return tuple(stems for stems in dict.fromkeys(map(_stems_of, forms)) if stems)


def _analyzers() -> dict[str, Any]:
    plain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    plain = plain.filter(tantivy.Filter.ascii_fold())
    stemmed = plain.filter(tantivy.Filter.custom_stopword(list(stopwords()))).filter(tantivy.Filter.stemmer("english"))
    exact = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    return {_ANALYZER: stemmed.build(), _EXACT_ANALYZER: exact.filter(tantivy.Filter.ascii_fold()).build()}


def numbered(text: str) -> list[int]:
    """The words of `text` as numbers, for `case_words.words_of`: the ones that tantivy holds."""
    return [_number_of_word(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _number_of_word(word: str) -> int:
    stems = _stems_of(word)
    return number_of(stems[0]) if stems else BREAK


def _entry(record: CaseRecord) -> Any:
    entry = tantivy.Document()
    entry.add_unsigned("number", record.number)
    for text in (*record.lead, *record.rest):
        entry.add_text("text", text)
    for text in record.lead:
        entry.add_text("lead", text)
    for passage in record.passages:
        entry.add_text("exact", passage.text)
    entry.add_text("facet", f"audience={record.audience}")
    for name, values in record.facets.items():
        for value in values:
            entry.add_text("facet", f"{name.value}={value}")
    return entry
