"""What a search asks and what it answers: Query and Filters in, Hits in Bands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.model.case import NATIONAL


class PassageRole(StrEnum):
    """What part of the case a passage is."""

    TITLE = "title"
    QUESTION = "question"
    SITUATION = "situation"
    ACTION = "action"
    OUTCOME = "outcome"
    LESSON = "lesson"
    WORDS_USED = "words used"
    DISCUSSION = "discussion"


class Band(StrEnum):
    """How close a precedent is; absolute, never relative to the other hits."""

    CLOSE = "close"
    RELATED = "related"
    WEAK = "weak"


class FacetName(StrEnum):
    """The facets that a search can be narrowed by, in the order leaders reach for them."""

    TOPIC = "topic"
    LEVEL = "level"
    INVOLVED = "involved"
    CHANNEL = "channel"
    SETTING = "setting"
    SIZE = "size"
    DIVISION = "division"
    OUTCOME = "outcome"
    HOOK = "hook"
    HAS = "has"
    """"words", "timeline", "lesson", "backfired"."""
    SECTOR = "sector"
    SCHOOL_YEAR = "school year"
    SEASON = "season"
    PROVENANCE = "provenance"


@dataclass(frozen=True)
class Filters:
    """Values within one facet widen the choice, facets among each other narrow it."""

    chosen: Mapping[FacetName, frozenset[str]] = field(default_factory=dict)
    """A topic value is a sub-topic code such as "2.1" or a whole group such as "2"."""
    audiences: frozenset[str] = frozenset({NATIONAL})
    """What the caller may see; set by the workflow, never by the caller."""


@dataclass(frozen=True)
class Query:
    """A redacted query: nothing in here may name anyone, unless it is for words only."""

    text: str
    """Free text of any length; "quoted" runs must match exactly."""
    filters: Filters = field(default_factory=Filters)
    limit: int = 10
    skip: int = 0
    """Hits of the pages before this one."""
    words_only: bool = False
    """True for a text that could not be redacted: it is compared word by word, and never embedded."""


@dataclass(frozen=True)
class Passage:
    """A piece of one case that is embedded and searched by itself."""

    case_number: int
    role: PassageRole
    position: int
    """Which of several passages of that role, from 0."""
    text: str


@dataclass(frozen=True)
class Segment:
    """A run of a passage; `marked` where it matched."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a hit came up: a shared facet or phrase, computed from query and case."""

    kind: str
    """"topic", "level", "channel", "phrase" or "meaning"."""
    text: str


@dataclass(frozen=True)
class Hit:
    case_number: int
    band: Band
    score: float
    """Calibrated probability that a leader would call the case useful, rounded to two places."""
    role: PassageRole
    passage: tuple[Segment, ...]
    reasons: tuple[Reason, ...] = ()
    counter: bool = False
    """True for a precedent that took the opposite path or ended badly, raised on purpose."""
    lookalikes: tuple[int, ...] = ()
    """Numbers of near-duplicate cases that are folded into this hit."""


@dataclass(frozen=True)
class Answer:
    hits: tuple[Hit, ...]
    found: int
    """How many cases passed the filters and matched at all."""
    counts: Mapping[FacetName, Mapping[str, int]]
    """For each facet, how many visible cases each value would leave under the other filters."""
    generation: str
    """Id of the index generation that answered."""
    without_meaning: bool = False
    """True when the vector side was down and only keywords answered."""

    @property
    def has_close(self) -> bool:
        return any(hit.band is Band.CLOSE for hit in self.hits)
