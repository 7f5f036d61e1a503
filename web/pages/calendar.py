"""The school year: what leaders dealt with at this time of past years. Seasons only: the archive keeps no days."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Reader, TheArchive
from api.small_counts import SMALLEST_COUNT
from api.terms import season_of
from api.workflow.search import Precedents, search
from corpus.errors import CaseNotFound
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import Season
from web.contexts import Page
from web.paging import A_PAGE, PageNumber, Pager, pager, skipped
from web.rendering import render
from web.results import Result, listed
from web.routing import PageRouter
from web.shelves import TopicCount, topic_groups

router = PageRouter()
_MOST_TOPICS = 6
YEAR = {
    Season.FALL: "August to November",
    Season.WINTER: "December to February",
    Season.SPRING: "March to May",
    Season.SUMMER: "June and July",
}
"""Seasons in the order of a school year, with their months."""


@dataclass(frozen=True)
class SeasonOfYear:
    season: Season
    months: str
    count: int
    topics: tuple[TopicCount, ...]
    """The topics with most cases, those with few left out."""
    now: bool


@dataclass(frozen=True)
class YearOfCases:
    school_year: str
    results: tuple[Result, ...]


@dataclass(frozen=True, kw_only=True)
class CalendarPage(Page):
    month: str
    seasons: tuple[SeasonOfYear, ...]
    unseasoned: int
    """Cases whose season nobody told, or was taken out."""


@dataclass(frozen=True, kw_only=True)
class SeasonPage(Page):
    season: SeasonOfYear
    years: tuple[YearOfCases, ...]
    pager: Pager


@router.page("/calendar")
def calendar(request: Request, archive: TheArchive, caller: Reader) -> Response:
    today = archive.clock().date()
    now = season_of(today)
    seasons = tuple(_season(_of(archive, caller, season, 1), season, now) for season in YEAR)
    everything = search(archive, caller, "", limit=1).answer
    page = CalendarPage(
        title="The school year",
        caller=caller,
        json_link="/api/v1/calendar",
        month=today.strftime("%B"),
        seasons=seasons,
        unseasoned=everything.found - sum(season.count for season in seasons),
    )
    return render(request, "pages/calendar.html", page)


@router.page("/calendar/now")
def this_season(archive: TheArchive, caller: Reader) -> Response:
    return RedirectResponse(f"/calendar/{season_of(archive.clock().date())}", 303)


@router.page("/calendar/{season}")
def season(request: Request, season: str, archive: TheArchive, caller: Reader, number: PageNumber = 1) -> Response:
    """The cases of one season of all years, the latest year first."""
    if season not in set(YEAR):
        raise CaseNotFound("There is no such season.")
    chosen, today = Season(season), archive.clock().date()
    found = _of(archive, caller, chosen, A_PAGE, skipped(number))
    shown = _season(found, chosen, season_of(today))
    results = [listed(precedent.case, today) for precedent in found.precedents]
    years = sorted({result.case.facets.school_year for result in results}, reverse=True)
    page = SeasonPage(
        title=f"{season.capitalize()} of past years",
        caller=caller,
        json_link=f"/api/v1/calendar/{season}",
        table_link=f"/api/v1/calendar/{season}/cases.csv",
        season=shown,
        years=tuple(
            YearOfCases(year, tuple(result for result in results if result.case.facets.school_year == year))
            for year in sorted(years, key=lambda year: year.startswith("["))
        ),
        pager=pager(f"/calendar/{season}", number, found.answer.found),
    )
    return render(request, "pages/season.html", page)


def _of(archive: TheArchive, caller: Reader, season: Season, limit: int, skip: int = 0) -> Precedents:
    return search(archive, caller, "", Filters(chosen={FacetName.SEASON: frozenset({season.value})}), limit, skip=skip)


def _season(found: Precedents, season: Season, now: Season) -> SeasonOfYear:
    groups = sorted(topic_groups(found.answer.counts), key=lambda group: -group.count)
    return SeasonOfYear(
        season=season,
        months=YEAR[season],
        count=found.answer.found,
        topics=tuple(group for group in groups if group.count >= SMALLEST_COUNT)[:_MOST_TOPICS],
        now=season is now,
    )
