"""How the archive's values are said to a reader; one place, so that a word is the same on every page."""

from datetime import date
from enum import StrEnum

from api.small_counts import SMALLEST_COUNT, at_least
from corpus.model.search import Band, FacetName, PassageRole
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
from corpus.model.topics import TOPIC_GROUPS, TOPICS
from corpus.outside import whole_number

OLD_AFTER_YEARS = 5
_SCHOOL_YEAR_STARTS_IN = 7

_ROLES = {
    PassageRole.TITLE: "Problem",
    PassageRole.QUESTION: "Asked as",
    PassageRole.SITUATION: "What happened",
    PassageRole.ACTION: "What they did",
    PassageRole.OUTCOME: "How it ended",
    PassageRole.LESSON: "What they learned",
    PassageRole.WORDS_USED: "Words they used",
    PassageRole.DISCUSSION: "From the discussion",
}
_BANDS = {Band.CLOSE: "Close", Band.RELATED: "Related", Band.WEAK: "Weak"}
_LEVELS = {
    "preK": "Pre-K",
    "elementary": "Elementary school",
    "middle": "Middle school",
    "high": "High school",
    "K-8": "K-8 school",
    "district": "Whole district",
}
_FACETS = {
    FacetName.TOPIC: "Topic",
    FacetName.LEVEL: "Level",
    FacetName.INVOLVED: "Who was involved",
    FacetName.CHANNEL: "Where it spread",
    FacetName.SETTING: "Setting",
    FacetName.SIZE: "Size",
    FacetName.DIVISION: "Part of the country",
    FacetName.OUTCOME: "How it ended",
    FacetName.HOOK: "Rules in play",
    FacetName.HAS: "Has",
    FacetName.SECTOR: "Sector",
    FacetName.SCHOOL_YEAR: "School year",
    FacetName.SEASON: "Season",
    FacetName.PROVENANCE: "Where it comes from",
}
_HAS = {
    "words": "Words they used",
    "timeline": "A timeline",
    "lesson": "What they learned",
    "backfired": "Something that backfired",
}
_EFFECTS = {Effect.HELPED: "Helped", Effect.NO_EFFECT: "No effect", Effect.BACKFIRED: "Backfired"}
_LATER = {OutcomeLater.HELD: "It held.", OutcomeLater.WORSENED: "It got worse later."}
_PROVENANCE = {
    Provenance.CONTRIBUTED: "Contributed by a school leader and checked by a reviewer.",
    Provenance.PUBLICLY_REPORTED: "Written by the editors from public reports. Nobody from the school has checked it.",
    Provenance.ILLUSTRATIVE: "Illustrative: written by the editors from guidance. It did not happen at one school.",
}
_CONFIDENCE = {
    Confidence.TRIED_ONCE: "Tried once, at one school",
    Confidence.SEVERAL_PEERS: "Several peers report the same",
    Confidence.GUIDANCE: "From published guidance",
}


_UNSAID = {UNKNOWN: "Not known", REMOVED: "Removed, it could identify"}
CHOICES: dict[str, type[StrEnum]] = {
    "level": Level,
    "setting": Setting,
    "size": SizeBand,
    "division": Division,
    "season": Season,
    "sector": Sector,
    "outcome": Outcome,
    "outcome_later": OutcomeLater,
    "channels": Channel,
    "involved": Involved,
    "hooks": Hook,
    "phase": Phase,
    "effect": Effect,
    "audience": Audience,
}
"""Fields of the case form that take one of a closed list."""


def said(text: str) -> str:
    """What stands for a text: nobody said it, or it was taken out; never confused."""
    return _UNSAID.get(text, text)


def is_said(text: str) -> bool:
    return text not in {UNKNOWN, REMOVED, ""}


def lower_first(text: str) -> str:
    """A wording that goes on after a colon."""
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """With a capital; the vocabularies are kept in lower case."""
    return text[:1].upper() + text[1:]


def role(passage_role: PassageRole) -> str:
    return _ROLES[passage_role]


def band(of: Band) -> str:
    return _BANDS[of]


def level(value: str) -> str:
    return _LEVELS.get(value, sentence(value))


def topic(code: str) -> str:
    """Name of a sub-topic such as "2.1" or of a whole group such as "2"."""
    return TOPICS.get(code) or TOPIC_GROUPS.get(code) or "Topic not chosen"


def facet(name: FacetName) -> str:
    return _FACETS[name]


def facet_value(name: FacetName, value: str) -> str:
    if name is FacetName.TOPIC:
        return topic(value)
    if name is FacetName.LEVEL:
        return level(value)
    return _HAS.get(value, value) if name is FacetName.HAS else sentence(value)


def effect(of: Effect) -> str:
    return _EFFECTS.get(of, "")


def outcome_later(of: OutcomeLater) -> str:
    return _LATER.get(of, "")


def provenance(of: Provenance) -> str:
    return _PROVENANCE[of]


def confidence(of: Confidence) -> str:
    return _CONFIDENCE[of]


def years_old(school_year: str, today: date) -> int:
    """Whole school years since one such as "2018-19"; 0 where the year is not known."""
    first = whole_number(school_year[:4])
    if first is None:
        return 0
    present = today.year if today.month >= _SCHOOL_YEAR_STARTS_IN else today.year - 1
    return max(0, present - first)


def age_badge(school_year: str, today: date) -> str:
    """Said of cases older than five years: law and apps age quickly."""
    years = years_old(school_year, today)
    return f"{years} years ago" if years > OLD_AFTER_YEARS else ""


def count(number: int) -> str:
    """Rounded down to fives, such as "15+"; "under 5" below that (`api.small_counts` says why)."""
    if 0 < number < SMALLEST_COUNT:
        return f"under {SMALLEST_COUNT}"
    return f"{at_least(number)}+" if number else "0"


def topics_by_group() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Group code, group name and its topics as code and name, for a list to choose from."""
    return [
        (group, name, [(code, says) for code, says in TOPICS.items() if code.split(".")[0] == group])
        for group, name in TOPIC_GROUPS.items()
    ]


def choices(field: str) -> list[tuple[str, str]]:
    """Value and wording of everything that a field of the case form takes."""
    worded = level if field == "level" else sentence
    return [(value, _UNSAID.get(value) or worded(value)) for value in CHOICES[field]]
