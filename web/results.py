"""Results and filters as a page shows them: precedents by band, facets with counts, chips of what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from api.workflow.search import Precedent, Precedents
from corpus.model.case import Case
from corpus.model.search import Band, FacetName, Filters, Hit, PassageRole, Segment
from corpus.model.taxonomy import Level
from corpus.model.topics import TOPIC_GROUPS
from corpus.outside import whole_number
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
_QUICK_FACETS = (FacetName.LEVEL, FacetName.OUTCOME, FacetName.CHANNEL)
_QUICK_EACH = 3
LONGEST_EXCERPT = 280
"""Characters of a passage on a card; about four lines on a phone."""
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
    title: tuple[Segment, ...]
    age: str
    hit: Hit | None = None
    """None in a list that answers no question."""
    passage: tuple[Segment, ...] = ()
    """What of the matched passage fits on a card."""
    reasons: tuple[str, ...] = ()
    lookalikes: tuple[Case, ...] = ()


@dataclass(frozen=True)
class BandOfResults:
    band: Band
    title: str
    results: tuple[Result, ...]


def result_of(precedent: Precedent, today: date) -> Result:
    """A precedent as the answer to a question."""
    hit = precedent.hit
    return replace(
        listed(precedent.case, today),
        title=_title(hit, precedent.case),
        hit=hit,
        passage=excerpt(hit.passage),
        reasons=_reasons(hit, precedent.case),
        lookalikes=precedent.lookalikes,
    )


def listed(case: Case, today: date) -> Result:
    """A case in a list that answers no question."""
    return Result(case=case, title=(Segment(case.title),), age=wording.age_badge(case.facets.school_year, today))


def excerpt(passage: tuple[Segment, ...], longest: int = LONGEST_EXCERPT) -> tuple[Segment, ...]:
    """The part of a passage around its first mark, cut between words, with "..." where something is left out."""
    text = "".join(segment.text for segment in passage)
    if len(text) <= longest:
        return passage
    start, end = _window(text, _first_mark(passage), longest)
    cut: list[Segment] = [Segment("... ")] if start else []
    at = 0
    for segment in passage:
        kept = segment.text[max(0, start - at) : max(0, end - at)]
        at += len(segment.text)
        cut += [Segment(kept, segment.marked)] if kept else []
    return (*cut, Segment(" ...")) if end < len(text) else tuple(cut)


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
        if name is FacetName.TOPIC:
            counted = _unfolded(counted, chosen)
        choices = tuple(_choice(name, value, counted[value], value in chosen) for value in _ordered(name, counted))
        if choices:
            opened = name in _OPEN_FACETS or bool(chosen)
            shown.append(FacetChoices(wording.facet(name), choices, opened))
    return tuple(shown)


def _unfolded(counted: Mapping[str, int], chosen: frozenset[str]) -> dict[str, int]:
    """Topic groups, and the sub-topics of those that are chosen: sixty boxes at once help nobody."""
    open_groups = {code.partition(".")[0] for code in chosen}
    return {code: n for code, n in counted.items() if "." not in code or code.partition(".")[0] in open_groups}


def chips(filters: Filters) -> tuple[Choice, ...]:
    """What is chosen, each to be taken out with one tap."""
    return tuple(
        _choice(name, value, 0, chosen=True) for name, values in filters.chosen.items() for value in sorted(values)
    )


def quick(counts: Mapping[FacetName, Mapping[str, int]], filters: Filters) -> tuple[Choice, ...]:
    """The values that leave most, of the facets that leaders reach for first and have not narrowed by."""
    offered = [
        _choice(name, value, count, chosen=False)
        for name in _QUICK_FACETS
        if name not in filters.chosen
        for value, count in sorted(counts.get(name, {}).items(), key=lambda held: (-held[1], held[0]))[:_QUICK_EACH]
        if count and wording.is_said(value) and (name is not FacetName.TOPIC or value in TOPIC_GROUPS)
    ]
    return tuple(offered)


def _first_mark(passage: tuple[Segment, ...]) -> int:
    at = 0
    for segment in passage:
        if segment.marked:
            return at
        at += len(segment.text)
    return 0


def _window(text: str, mark: int, longest: int) -> tuple[int, int]:
    """A run of at most `longest` characters that holds the mark and starts and ends between words."""
    start = 0 if mark < longest // 2 else text.rfind(" ", 0, mark - longest // 4) + 1
    end = start + longest
    return (start, text.rfind(" ", start, end)) if end < len(text) else (start, len(text))


def _title(hit: Hit, case: Case) -> tuple[Segment, ...]:
    """With marks where the title is what matched."""
    matched = hit.role is PassageRole.TITLE and "".join(s.text for s in hit.passage) == case.title
    return hit.passage if matched else (Segment(case.title),)


def _reasons(hit: Hit, case: Case) -> tuple[str, ...]:
    """Each said once; what the card shows anyway is left out."""
    shown = {wording.topic(case.facets.topic).casefold()}
    said = {reason.text.casefold(): reason.text for reason in reversed(hit.reasons)}
    return tuple(text for key, text in reversed(said.items()) if key not in shown)


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
    return tuple(whole_number(part) or 0 for part in code.split("."))
