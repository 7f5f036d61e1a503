"""The Case: the published record of one incident and its resolution, redacted and generalised."""

from dataclasses import dataclass, field
from datetime import date

from corpus.model.taxonomy import (
    REMOVED,
    UNKNOWN,
    Audience,
    Channel,
    Confidence,
    Division,
    Effect,
    Hook,
    Involved,
    Level,
    Outcome,
    OutcomeLater,
    Phase,
    Provenance,
    Season,
    Sector,
    Setting,
    SizeBand,
)


@dataclass(frozen=True)
class Action:
    """One thing that somebody did about the incident."""

    phase: Phase
    who: str
    """A role, lower case: "principal", "counselor"."""
    what: str
    why: str = UNKNOWN
    effect: Effect = Effect.UNKNOWN


@dataclass(frozen=True)
class WordsUsed:
    """A message that was sent, paraphrased; never a verbatim quotation."""

    audience: Audience
    text: str


@dataclass(frozen=True)
class Missing:
    """Root causes in four buckets: what the school did not have."""

    resources: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    dispositions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facets:
    topic: str
    """Code of the primary topic, a key of `TOPICS`."""
    level: Level
    more_topics: tuple[str, ...] = ()
    """Up to two more topic codes."""
    setting: Setting = Setting.UNKNOWN
    size: SizeBand = SizeBand.UNKNOWN
    division: Division = Division.UNKNOWN
    school_year: str = UNKNOWN
    """Such as "2022-23"."""
    season: Season = Season.UNKNOWN
    sector: Sector = Sector.UNKNOWN
    channels: tuple[Channel, ...] = ()
    involved: tuple[Involved, ...] = ()
    hooks: tuple[Hook, ...] = ()
    phone_policy: bool = False


@dataclass(frozen=True)
class Case:
    """See product.md of the design for what each field is for; prose is plain text without markup."""

    code: str
    """Such as "CASE-0417"; never reused."""
    title: str
    """The problem in 8 to 12 words, without a place."""
    situation: tuple[str, ...]
    """Three to five facts, a sentence each."""
    facets: Facets
    provenance: Provenance
    outcome: Outcome
    outcome_text: str
    trigger: str = UNKNOWN
    """How the leader heard."""
    spread: str = UNKNOWN
    """How it spread and how far behind social media the school was."""
    actions: tuple[Action, ...] = ()
    called_in: tuple[str, ...] = ()
    """Roles and bodies called in, in order."""
    words_used: tuple[WordsUsed, ...] = ()
    first_message_after: str = UNKNOWN
    """Time from event to first message, coarse: "within the hour", "the next morning"."""
    outcome_later: OutcomeLater = OutcomeLater.UNKNOWN
    outcome_later_text: str = UNKNOWN
    backfired: tuple[str, ...] = ()
    do_over: tuple[str, ...] = ()
    """What the leaders themselves say they would do differently."""
    asked_as: tuple[str, ...] = ()
    """What a leader with this on the desk would type: other words for the problem, by which it is found too."""
    peers_might_take: tuple[str, ...] = ()
    """Lessons put by the archive's editors, shown as "what peers might take from it"."""
    missing: Missing = field(default_factory=Missing)
    doesnt_apply_if: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    confidence: Confidence = Confidence.TRIED_ONCE
    redacted_discussion: str = ""
    """The redacted thread with role placeholders; empty where there was none."""
    revision: int = 1
    published_on: date | None = None

    @property
    def number(self) -> int:
        """The numeric part of `code`."""
        return int(self.code.removeprefix("CASE-"))

    @property
    def topics(self) -> tuple[str, ...]:
        """Primary topic first."""
        return (self.facets.topic, *self.facets.more_topics)


@dataclass(frozen=True)
class PublishedCase:
    """A case as the casebook holds it: who may see it, and the number of its last change."""

    case: Case
    audience: str
    """`NATIONAL`, or the id of a circle such as "circle:3"."""
    change: int
    """Number of the casebook change that wrote it; grows by one with every change of any case."""


@dataclass(frozen=True)
class Change:
    """One step of the casebook's history: a case as it stands since then, or None once it is gone."""

    number: int
    case_number: int
    published: PublishedCase | None


@dataclass(frozen=True)
class StarterCase:
    """A case of the starter corpus and where its facts come from; `origin` never leaves the files."""

    case: Case
    origin: str | None


NATIONAL = "national"
NOT_SAID = frozenset({UNKNOWN, REMOVED})
