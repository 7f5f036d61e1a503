"""Why a hit came up, shown: the passage with its matching words or best sentence marked, and the reasons as chips."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.model.search import FacetName, Filters, PassageRole, Reason, Segment
from corpus.model.topics import TOPICS
from indexer.case_record import CaseRecord
from indexer.query_text import QueryText
from indexer.sides import Term

PHRASES_SHOWN = 3
Stems = Callable[[str], Sequence[str]]
"""The words of a text as they are compared."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[])")


class Highlights:
    """One query's words, stemmed once for a whole page of hits; so is each word that its passages hold.

    `tells`: whether it is a reason that a case holds a term; it is none where every third case does.
    """

    def __init__(self, query: QueryText, stems: Stems, tells: Callable[[Term], bool] = lambda _: True) -> None:
        self._query = query
        self._stems = stems
        said = [term for term in query.terms if query.denied.isdisjoint(term.forms[0].split())]
        self._ideas = [(term.forms[0], [stems(form) for form in term.forms]) for term in said]
        self._telling = {term.forms[0] for term in query.terms if tells(term)}
        self._wanted = {stem for _, forms in self._ideas for form in forms for stem in form}
        self._said = {stem for _, forms in self._ideas for stem in forms[0]}
        self._read: dict[str, set[str]] = {}
        self._met: set[str] = set()
        self._matching: dict[str, frozenset[str]] = {}
        """Of the words met so far those that the query asks for, with the stems it asks for in each."""

    def marked(self, text: str) -> tuple[Segment, ...]:
        """`text` cut into segments; joined they are `text` again. The query's words are marked, else a sentence."""
        marked = self._matched(text)
        spans = [found.span() for found in _WORD.finditer(text) if found.group() in marked] if marked else []
        return tuple(_segments(text, spans or [_first_sentence(text)]))

    def reasons(self, record: CaseRecord, text: str, filters: Filters) -> tuple[Reason, ...]:
        """Facets and words that the query names and the case shares; "meaning" when there is none."""
        found = [*self._facet_reasons(record, filters)]
        shared = [said for said in self._shared(record.title, text) if said in self._telling]
        found += [Reason("phrase", said) for said in shared[:PHRASES_SHOWN]]
        return tuple(found) or (Reason("meaning", "close in meaning"),)

    def _facet_reasons(self, record: CaseRecord, filters: Filters) -> Iterator[Reason]:
        chosen = filters.chosen.get(FacetName.TOPIC, frozenset())
        for topic in record.topics:
            asked = topic in chosen or topic.split(".")[0] in chosen
            if asked or not self._said.isdisjoint(self._stems(TOPICS[topic])):
                yield Reason("topic", TOPICS[topic])
                break
        for name, wanted in ((FacetName.LEVEL, self._query.levels), (FacetName.CHANNEL, self._query.channels)):
            named = wanted | filters.chosen.get(name, frozenset())
            yield from (Reason(name.value, value) for value in record.facets.get(name, ()) if value in named)

    def _shared(self, *texts: str) -> list[str]:
        """Ideas of the query that stand in `texts`, in the query's words and order."""
        held = {stem for text in texts for word in self._matched(text) for stem in self._matching[word]}
        return [said for said, forms in self._ideas if any(form and held.issuperset(form) for form in forms)]

    def _matched(self, text: str) -> set[str]:
        """The words of `text` that the query asks for."""
        if text not in self._read:
            self._read[text] = self._asked_for(set(_WORD.findall(text)))
        return self._read[text]

    def _asked_for(self, words: set[str]) -> set[str]:
        for word in words - self._met:
            if stems := self._wanted.intersection(self._stems(word)):
                self._matching[word] = frozenset(stems)
        self._met |= words
        return words & self._matching.keys()


def _first_sentence(text: str) -> tuple[int, int]:
    end = _SENTENCE_END.search(text)
    return 0, end.start() if end else len(text)


def _segments(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Segment]:
    at = 0
    for start, end in spans:
        if start > at:
            yield Segment(text[at:start])
        yield Segment(text[start:end], marked=True)
        at = end
    if at < len(text):
        yield Segment(text[at:])


SHOWN_FIRST = (
    PassageRole.SITUATION,
    PassageRole.ACTION,
    PassageRole.OUTCOME,
    PassageRole.LESSON,
    PassageRole.WORDS_USED,
    PassageRole.DISCUSSION,
    PassageRole.QUESTION,
    PassageRole.TITLE,
)
"""A title is shown anyway, so that a hit shows another passage when one matches nearly as well."""
