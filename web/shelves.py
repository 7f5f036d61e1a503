"""What shelves are made of: topics with counts, levels to narrow by, charts of a facet. For every page that browses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from api.small_counts import SMALLEST_COUNT
from corpus.model.search import FacetName
from corpus.model.taxonomy import Level, Outcome, Season
from corpus.model.topics import TOPIC_GROUPS, TOPICS
from web import wording
from web.charts import Bar, Chart, chart

Counts = Mapping[FacetName, Mapping[str, int]]
_CHARTED = ((FacetName.OUTCOME, Outcome), (FacetName.SEASON, Season))


@dataclass(frozen=True)
class TopicCount:
    code: str
    name: str
    count: int


@dataclass(frozen=True)
class TopicGroup(TopicCount):
    topics: tuple[TopicCount, ...]


@dataclass(frozen=True)
class LevelLink:
    value: str
    label: str
    count: int
    chosen: bool


def topic_groups(counts: Counts) -> tuple[TopicGroup, ...]:
    held = counts.get(FacetName.TOPIC, {})
    return tuple(
        TopicGroup(code, name, held.get(code, 0), topics_inside(code, counts)) for code, name in TOPIC_GROUPS.items()
    )


def topics_inside(group: str, counts: Counts) -> tuple[TopicCount, ...]:
    """The sub-topics of a group; none inside a sub-topic."""
    held = counts.get(FacetName.TOPIC, {})
    return tuple(
        TopicCount(code, name, held.get(code, 0)) for code, name in TOPICS.items() if code.split(".")[0] == group
    )


def level_links(counts: Counts, chosen: str) -> tuple[LevelLink, ...]:
    """Levels that hold something, and the chosen one."""
    held = counts.get(FacetName.LEVEL, {})
    return tuple(
        LevelLink(level.value, wording.level(level.value), held.get(level.value, 0), level.value == chosen)
        for level in Level
        if held.get(level.value) or level.value == chosen
    )


def charts(counts: Counts) -> Iterator[Chart]:
    """How cases ended and in which season; a chart in which no bar reaches the smallest count would say nothing."""
    for name, order in _CHARTED:
        held = counts.get(name, {})
        bars = [_bar(name, value, held[value]) for value in order if held.get(value) and wording.is_said(value)]
        if any(bar.count >= SMALLEST_COUNT for bar in bars):
            yield chart(wording.facet(name), bars)


def _bar(name: FacetName, value: str, count: int) -> Bar:
    kind = Outcome(value).name.lower() if name is FacetName.OUTCOME else ""
    return Bar(wording.facet_value(name, value), count, kind)
