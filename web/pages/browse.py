"""Browse: every way in without a question, and the shelves by topic."""

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Reader, TheArchive
from api.embed import list_structured
from api.terms import season_of
from api.workflow.browse import newest
from api.workflow.playlists import unlike
from api.workflow.search import search
from corpus.errors import CaseNotFound
from corpus.model.case import Case
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import Level, Season
from corpus.model.topics import TOPIC_GROUPS, TOPICS
from web import wording
from web.charts import Chart
from web.contexts import Page
from web.paging import A_PAGE, PageNumber, Pager, pager, skipped
from web.rendering import render
from web.results import Result, listed
from web.routing import PageRouter
from web.shelves import LevelLink, TopicCount, TopicGroup, charts, level_links, topic_groups, topics_inside

router = PageRouter()
_REGRETS = 4


@dataclass(frozen=True)
class Regret:
    """What leaders of one case would do differently, or what backfired there."""

    code: str
    text: str


@dataclass(frozen=True, kw_only=True)
class TopicsPage(Page):
    groups: tuple[TopicGroup, ...]
    cases: int
    season: Season
    new: bool
    """Whether the archive holds no case at all that this reader may see."""


@dataclass(frozen=True, kw_only=True)
class ShelfPage(Page):
    """All cases of a topic or of a whole group."""

    code: str
    group: str
    """Code of the group above a sub-topic; empty on a group's own page."""
    inside: tuple[TopicCount, ...]
    levels: tuple[LevelLink, ...]
    results: tuple[Result, ...]
    found: int
    charts: tuple[Chart, ...]
    """Of the whole shelf, on its first page and when no level is chosen."""
    first: tuple[Result, ...]
    """Where to start reading."""
    regrets: tuple[Regret, ...]
    pager: Pager


@router.page("/topics")
def topics(request: Request, archive: TheArchive, caller: Reader) -> Response:
    answer = search(archive, caller, "", limit=1).answer
    page = TopicsPage(
        title="Browse",
        caller=caller,
        json_link="/api/v1/topics",
        table_link="/api/v1/topics.csv",
        groups=topic_groups(answer.counts),
        cases=answer.found,
        season=season_of(archive.clock().date()),
        new=not newest(archive, caller, 1),
    )
    return render(request, "pages/topics.html", page)


@router.page("/topics/{code}")
def shelf(
    request: Request, code: str, archive: TheArchive, caller: Reader, *, level: str = "", number: PageNumber = 1
) -> Response:
    """One shelf, narrowed to a level where one is chosen; a topic or level that isn't there is a 404."""
    if (code not in TOPICS and code not in TOPIC_GROUPS) or (level and level not in set(Level)):
        raise CaseNotFound("There is no such topic.")
    chosen = {FacetName.TOPIC: frozenset({code})}
    if level:
        chosen[FacetName.LEVEL] = frozenset({level})
    found = search(archive, caller, "", Filters(chosen=chosen), A_PAGE, skip=skipped(number))
    cases = [precedent.case for precedent in found.precedents]
    own = [case for case in cases if case.facets.topic == code or case.facets.topic.startswith(f"{code}.")]
    today = archive.clock().date()
    whole = number == 1 and not level
    page = ShelfPage(
        title=wording.topic(code),
        caller=caller,
        json_link=f"/api/v1/topics/{code}",
        table_link=f"/api/v1/topics/{code}/cases.csv",
        feed_link=f"/api/v1/topics/{code}/feed.atom",
        structured=list_structured(wording.topic(code), f"/topics/{code}", cases, archive.settings.public_url),
        code=code,
        group=code.partition(".")[0] if "." in code else "",
        inside=topics_inside(code, found.answer.counts),
        levels=level_links(found.answer.counts, level),
        results=tuple(listed(case, today) for case in cases),
        found=found.answer.found,
        charts=tuple(charts(found.answer.counts)) if whole else (),
        first=tuple(listed(case, today) for case in unlike(own)) if whole and len(own) > A_PAGE // 2 else (),
        regrets=tuple(_regrets(own)) if whole else (),
        pager=pager(f"/topics/{code}", number, found.answer.found, {"level": level}),
    )
    return render(request, "pages/shelf.html", page)


def _regrets(cases: Iterable[Case]) -> list[Regret]:
    """Leaders' own words before what the record says backfired, one line a case."""
    held = list(cases)
    own = [Regret(case.code, case.do_over[0]) for case in held if case.do_over]
    known = {regret.code for regret in own}
    told = [Regret(case.code, case.backfired[0]) for case in held if case.backfired and case.code not in known]
    return [*own, *told][:_REGRETS]
