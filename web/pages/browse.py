"""Browse: the shelves by topic, without a question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Reader, TheArchive
from api.small_counts import SMALLEST_COUNT
from api.workflow.search import MOST_RESULTS, search
from corpus.errors import CaseNotFound
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import TOPIC_GROUPS, TOPICS, Level, Outcome, Season
from web import wording
from web.contexts import Page
from web.rendering import render
from web.results import Result, listed
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True)
class TopicCount:
    code: str
    name: str
    count: int


@dataclass(frozen=True)
class TopicGroup:
    code: str
    name: str
    count: int
    topics: tuple[TopicCount, ...]


@dataclass(frozen=True)
class LevelLink:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class CountTable:
    """How many cases have each value of a facet, in the facet's own order."""

    name: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class TopicsPage(Page):
    groups: tuple[TopicGroup, ...]
    cases: int


@dataclass(frozen=True, kw_only=True)
class ShelfPage(Page):
    """All cases of a topic, of a whole group, or of everything."""

    code: str
    group: str
    """Code of the group above a sub-topic; empty on a group's own page."""
    inside: tuple[TopicCount, ...]
    levels: tuple[LevelLink, ...]
    results: tuple[Result, ...]
    found: int
    tables: tuple[CountTable, ...]
    """Of the whole shelf, when no level is chosen; empty where it is too small to count."""


@router.page("/topics")
def topics(request: Request, archive: TheArchive, caller: Reader) -> Response:
    answer = search(archive, caller, "", limit=1).answer
    counts = answer.counts.get(FacetName.TOPIC, {})
    groups = tuple(
        TopicGroup(code, name, counts.get(code, 0), _inside(code, counts)) for code, name in TOPIC_GROUPS.items()
    )
    return render(
        request,
        "pages/topics.html",
        TopicsPage(
            title="Browse",
            caller=caller,
            json_link="/api/v1/topics",
            table_link="/api/v1/topics.csv",
            groups=groups,
            cases=answer.found,
        ),
    )


@router.page("/topics/{code}")
def shelf(request: Request, code: str, archive: TheArchive, caller: Reader, level: str = "") -> Response:
    """One shelf, narrowed to a level where one is chosen; a topic or level that isn't there is a 404."""
    if (code not in TOPICS and code not in TOPIC_GROUPS) or (level and level not in set(Level)):
        raise CaseNotFound("There is no such topic.")
    chosen = {FacetName.TOPIC: frozenset({code})}
    if level:
        chosen[FacetName.LEVEL] = frozenset({level})
    found = search(archive, caller, "", Filters(chosen=chosen), MOST_RESULTS)
    today = archive.clock().date()
    page = ShelfPage(
        title=wording.topic(code),
        caller=caller,
        json_link=f"/api/v1/topics/{code}",
        table_link=f"/api/v1/topics/{code}/cases.csv",
        feed_link=f"/api/v1/topics/{code}/feed.atom",
        code=code,
        group=code.partition(".")[0] if "." in code else "",
        inside=() if "." in code else _inside(code, found.answer.counts.get(FacetName.TOPIC, {})),
        levels=_levels(found.answer.counts.get(FacetName.LEVEL, {}), level),
        results=tuple(listed(precedent.case, today) for precedent in found.precedents),
        found=found.answer.found,
        tables=() if level else tuple(_tables(found.answer.counts)),
    )
    return render(request, "pages/shelf.html", page)


def _inside(group: str, counts: Mapping[str, int]) -> tuple[TopicCount, ...]:
    return tuple(
        TopicCount(code, name, counts.get(code, 0)) for code, name in TOPICS.items() if code.split(".")[0] == group
    )


def _tables(counts: Mapping[FacetName, Mapping[str, int]]) -> Iterator[CountTable]:
    """A table in which no value reaches the smallest count would only say so over and over."""
    for name, order in ((FacetName.OUTCOME, Outcome), (FacetName.SEASON, Season)):
        held = counts.get(name, {})
        rows = tuple((wording.facet_value(name, value), held[value]) for value in order if held.get(value))
        if any(number >= SMALLEST_COUNT for _, number in rows):
            yield CountTable(wording.facet(name), rows)


def _levels(counts: Mapping[str, int], chosen: str) -> tuple[LevelLink, ...]:
    return tuple(
        LevelLink(level.value, wording.level(level.value), counts.get(level.value, 0), level.value == chosen)
        for level in Level
        if counts.get(level.value) or level.value == chosen
    )
