"""Why a hit came up, shown: the passage with its matching words or best sentence marked, and the reasons as chips."""

import re
from collections.abc import Callable, Iterable, Iterator

from corpus.model.search import FacetName, Filters, PassageRole, Reason, Segment
from corpus.model.taxonomy import TOPICS
from indexer.case_record import CaseRecord
from indexer.query_text import QueryText

PHRASES_SHOWN = 3
Stems = Callable[[str], list[str]]
"""The words of a text as they are compared."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[])")


def marked(text: str, query: QueryText, stems: Stems) -> tuple[Segment, ...]:
    """`text` cut into segments; joined they are `text` again. Words of the query are marked, else the best sentence."""
    wanted = _wanted(query, stems)
    spans = [found.span() for found in _WORD.finditer(text) if wanted & set(stems(found.group()))]
    return tuple(_segments(text, spans or [_first_sentence(text)]))


def reasons(record: CaseRecord, text: str, query: QueryText, filters: Filters, stems: Stems) -> tuple[Reason, ...]:
    """Facets and words that the query names and the case shares; "meaning" when there is none."""
    found = [*_facet_reasons(record, query, filters, stems)]
    shared = _shared_words(f"{record.title} {text}", query, stems)
    found += [Reason("phrase", word) for word in shared[:PHRASES_SHOWN]]
    return tuple(found) or (Reason("meaning", "close in meaning"),)


def _facet_reasons(record: CaseRecord, query: QueryText, filters: Filters, stems: Stems) -> Iterator[Reason]:
    said = {stem for term in query.terms for stem in stems(term.forms[0])}
    chosen = filters.chosen.get(FacetName.TOPIC, frozenset())
    for topic in record.topics:
        if topic in chosen or topic.split(".")[0] in chosen or said & set(stems(TOPICS[topic])):
            yield Reason("topic", TOPICS[topic])
            break
    for name, wanted in ((FacetName.LEVEL, query.levels), (FacetName.CHANNEL, query.channels)):
        asked = wanted | filters.chosen.get(name, frozenset())
        yield from (Reason(name.value, value) for value in record.facets.get(name, ()) if value in asked)


def _shared_words(text: str, query: QueryText, stems: Stems) -> list[str]:
    """Ideas of the query that stand in `text`, in the query's words and order."""
    held = set(stems(text))
    return [term.forms[0] for term in query.terms if any(_holds(held, stems(form)) for form in term.forms)]


def _holds(held: set[str], stems: list[str]) -> bool:
    return bool(stems) and held.issuperset(stems)


def _wanted(query: QueryText, stems: Stems) -> set[str]:
    return {stem for term in query.terms for form in term.forms for stem in stems(form)}


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
    PassageRole.TITLE,
)
"""A title is shown anyway, so that a hit shows another passage when one matches nearly as well."""
