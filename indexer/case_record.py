"""What the index keeps of one published case: its passages, facet values and how it ended. Redacted text only."""

import json
from dataclasses import dataclass

import msgspec

from corpus.model.case import Case, PublishedCase
from corpus.model.search import FacetName, Passage, PassageRole
from corpus.model.taxonomy import Effect, Outcome, OutcomeLater
from corpus.model.topics import TOPICS
from indexer.facets import FacetValues, facet_values
from indexer.passages import passages_of

_LEAD = frozenset({PassageRole.TITLE, PassageRole.QUESTION, PassageRole.SITUATION})


@dataclass(frozen=True)
class CaseRecord:
    number: int
    change: int
    audience: str
    facets: FacetValues
    ending: int
    """1 ended well, -1 ended badly or a step backfired, 0 not known."""
    passages: tuple[Passage, ...]

    @property
    def title(self) -> str:
        return self.passages[0].text

    @property
    def topics(self) -> tuple[str, ...]:
        """Sub-topic codes, primary first."""
        return tuple(value for value in self.facets.get(FacetName.TOPIC, ()) if value in TOPICS)

    @property
    def labels(self) -> tuple[str, ...]:
        """Facet values in words, searched beside the text."""
        spoken = (FacetName.LEVEL, FacetName.CHANNEL, FacetName.HOOK)
        return (*(TOPICS[topic] for topic in self.topics), *(v for name in spoken for v in self.facets.get(name, ())))

    @property
    def lead(self) -> tuple[str, ...]:
        """What the case is about: its title, what leaders ask, its situation and its labels."""
        return (*(passage.text for passage in self.passages if passage.role in _LEAD), *self.labels)

    @property
    def rest(self) -> tuple[str, ...]:
        """The texts of all other passages."""
        return tuple(passage.text for passage in self.passages if passage.role not in _LEAD)


def record_of(published: PublishedCase) -> CaseRecord:
    case = published.case
    return CaseRecord(
        number=case.number,
        change=published.change,
        audience=published.audience,
        facets=facet_values(case),
        ending=_ending(case),
        passages=passages_of(case),
    )


def record_to_json(record: CaseRecord) -> str:
    """One line of JSON."""
    return json.dumps(
        {
            "number": record.number,
            "change": record.change,
            "audience": record.audience,
            "facets": {name.value: list(values) for name, values in record.facets.items()},
            "ending": record.ending,
            "passages": [[passage.role.value, passage.position, passage.text] for passage in record.passages],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def record_from_json(line: str | bytes) -> CaseRecord:
    """The record that `record_to_json` wrote."""
    read = _lines.decode(line)
    return CaseRecord(
        number=read.number,
        change=read.change,
        audience=read.audience,
        facets=read.facets,
        ending=read.ending,
        passages=tuple([Passage(read.number, role, place, text) for role, place, text in read.passages]),
    )


class _Line(msgspec.Struct):
    """How a record is written down."""

    number: int
    change: int
    audience: str
    facets: dict[FacetName, tuple[str, ...]]
    ending: int
    passages: list[tuple[PassageRole, int, str]]


_lines = msgspec.json.Decoder(_Line)


def _ending(case: Case) -> int:
    badly = (
        case.outcome is Outcome.ESCALATED
        or case.outcome_later is OutcomeLater.WORSENED
        or bool(case.backfired)
        or any(action.effect is Effect.BACKFIRED for action in case.actions)
    )
    if badly:
        return -1
    return 1 if case.outcome is Outcome.SETTLED or case.outcome_later is OutcomeLater.HELD else 0
