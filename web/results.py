"""Results and filters as a page shows them: precedents by band, facets with counts, chips of what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from api.workflow.search import Precedent, Precedents
from corpus.model.case import Case
from corpus.model.search import Band, FacetName, Filters, Hit
from corpus.model.taxonomy import TOPIC_GROUPS, Level
from web import wording
from web.forms import Form

SHOWN_FACETS = (
    FacetName.TOPIC,
    FacetName.LEVEL,
    FacetName.OUTCOME,
    FacetName.INVOLVED,
    FacetName.CHANNEL,
    FacetName.HAS,
    FacetName.SETTING,
    FacetName.HOOK,
    FacetName.SCHOOL_YEAR,
    FacetName.PROVENANCE,
)
_OPEN_FACETS = {FacetName.TOPIC, FacetName.LEVEL}
_FIELD = "filter"
"""Each checkbox sends "facet:value", so that one field name carries them all."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet as a checkbox, or as a chip that takes it out."""

    key: str
    label: str
    count: int
    chosen: bool
    within: bool = False
    """A sub-topic under its topic."""

    @property
    def id(self) -> str:
        return "f-" + "".join(letter if letter.isalnum() else "-" for letter in self.key)


@dataclass(frozen=True)
class FacetChoices:
    name: str
    choices: tuple[Choice, ...]
    open: bool

    @property
    def id(self) -> str:
        return "facet-" + self.name.lower().replace(" ", "-")


@dataclass(frozen=True)
class Result:
    """One precedent as a card."""

    case: Case
    hit: Hit | None
    """None in a list that answers no question."""
    age: str
    lookalikes: tuple[Case, ...] = ()


@dataclass(frozen=True)
class BandOfResults:
    band: Band
    title: str
    results: tuple[Result, ...]


def result_of(precedent: Precedent, today: date) -> Result:
    return Result(
        case=precedent.case,
        hit=precedent.hit,
        age=wording.age_badge(precedent.case.facets.school_year, today),
        lookalikes=precedent.lookalikes,
    )


def listed(case: Case, today: date) -> Result:
    return Result(case=case, hit=None, age=wording.age_badge(case.facets.school_year, today))


def bands(found: Precedents, today: date) -> tuple[BandOfResults, ...]:
    """Results by band, best first; a counter-precedent stands in its own band with its label."""
    results = [result_of(precedent, today) for precedent in found.precedents]
    titles = {
        Band.CLOSE: "Close precedents",
        Band.RELATED: "Related",
        Band.WEAK: "Weak" if found.answer.has_close else "Nearest, but weak",
    }
    grouped = [
        BandOfResults(band, title, tuple(r for r in results if r.hit and r.hit.band is band))
        for band, title in titles.items()
    ]
    return tuple(group for group in grouped if group.results)


def filters_of(form: Form) -> Filters:
    """What is ticked, less what a chip takes out; values that no facet has are left aside."""
    keys = [key for key in form.several(_FIELD) if key != form.text("drop")]
    chosen: dict[FacetName, set[str]] = {}
    for key in [] if "broaden" in form else keys:
        name, _, value = key.partition(":")
        if name in {facet.value for facet in FacetName} and value:
            chosen.setdefault(FacetName(name), set()).add(value)
    return Filters(chosen={name: frozenset(values) for name, values in chosen.items()})


def facets(counts: Mapping[FacetName, Mapping[str, int]], filters: Filters) -> tuple[FacetChoices, ...]:
    """The facets worth showing: those with a value that leaves something, or with one that is chosen."""
    shown = []
    for name in SHOWN_FACETS:
        chosen = filters.chosen.get(name, frozenset())
        counted = {**dict.fromkeys(chosen, 0), **counts.get(name, {})}
        choices = tuple(_choice(name, value, counted[value], value in chosen) for value in _ordered(name, counted))
        if choices:
            opened = name in _OPEN_FACETS or bool(chosen)
            shown.append(FacetChoices(wording.facet(name), choices, opened))
    return tuple(shown)


def chips(filters: Filters) -> tuple[Choice, ...]:
    """What is chosen, each to be taken out with one tap."""
    return tuple(
        _choice(name, value, 0, chosen=True) for name, values in filters.chosen.items() for value in sorted(values)
    )


def _choice(name: FacetName, value: str, count: int, chosen: bool) -> Choice:
    return Choice(
        key=f"{name.value}:{value}",
        label=wording.facet_value(name, value),
        count=count,
        chosen=chosen,
        within=name is FacetName.TOPIC and value not in TOPIC_GROUPS,
    )


def _ordered(name: FacetName, counted: Mapping[str, int]) -> list[str]:
    if name is FacetName.TOPIC:
        return sorted(counted, key=_topic_order)
    if name is FacetName.LEVEL:
        levels = [level.value for level in Level]
        return sorted(counted, key=lambda value: levels.index(value) if value in levels else len(levels))
    if name is FacetName.SCHOOL_YEAR:
        return sorted(counted, reverse=True)
    return sorted(counted, key=lambda value: (-counted[value], value))


def _topic_order(code: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in code.split("."))
