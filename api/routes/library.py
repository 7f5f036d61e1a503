"""The rooms that are read without a question: newest, map, school year, playlists, changes; as JSON, tables, feeds."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.archive import Archive
from api.dependencies import Reader, RowNumber, TheArchive
from api.feed import MEDIA_TYPE, feed
from api.identity import Caller
from api.library_schemas import (
    CHANGE_HEADS,
    STOP_HEADS,
    CalendarOut,
    CasesOut,
    ChangesOut,
    MapOut,
    PlaylistOut,
    RegionOut,
    cases_out,
    change_rows,
    changes_out,
    playlist_out,
    region_out,
    season_out,
    stop_rows,
)
from api.open_route import OpenRoute
from api.routes.brief import csv_answer
from api.terms import season_of
from api.workflow import case_map, playlists
from api.workflow.changes import changes
from api.workflow.exports import CASE_HEADS, case_row, csv_text
from api.workflow.search import DEEPEST, MOST_RESULTS, Precedents, search
from corpus.errors import CaseNotFound
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import Season

router = APIRouter(prefix="/api/v1", tags=["library"], route_class=OpenRoute)
PageNumber = Annotated[int, Query(ge=1, le=DEEPEST // MOST_RESULTS, description=f"{MOST_RESULTS} cases a page")]
ChangePage = Annotated[int, Query(ge=1, le=1_000)]
SEASONS = (Season.FALL, Season.WINTER, Season.SPRING, Season.SUMMER)


@router.get("/cases", summary="Every case, the newest first")
def cases(archive: TheArchive, caller: Reader, page: PageNumber = 1) -> CasesOut:
    """The first thousand; the snapshot holds all."""
    return cases_out(page, _shelf(archive, caller, Filters(), page))


@router.get("/cases.csv", summary="The newest cases as a table", response_class=Response)
def cases_as_table(archive: TheArchive, caller: Reader, page: PageNumber = 1) -> Response:
    return _table("cases", _shelf(archive, caller, Filters(), page), archive)


@router.get("/cases.atom", summary="The newest cases as a feed", response_class=Response)
def cases_as_feed(archive: TheArchive, caller: Reader) -> Response:
    found = [precedent.case for precedent in _shelf(archive, caller, Filters(), 1).precedents]
    return Response(feed("new cases", "/api/v1/cases.atom", found, archive.settings.public_url), media_type=MEDIA_TYPE)


@router.get("/calendar", summary="The school year: how many cases each season had, and on what")
def calendar(archive: TheArchive, caller: Reader) -> CalendarOut:
    seasons = [season_out(season, _shelf(archive, caller, _of(season), 1, limit=1)) for season in SEASONS]
    return CalendarOut(now=season_of(archive.clock().date()), seasons=seasons)


@router.get("/calendar/{season}", summary="The cases of one season of all years, the newest first")
def one_season(season: str, archive: TheArchive, caller: Reader, page: PageNumber = 1) -> CasesOut:
    return cases_out(page, _shelf(archive, caller, _of(season), page))


@router.get("/calendar/{season}/cases.csv", summary="The same as a table", response_class=Response)
def season_as_table(season: str, archive: TheArchive, caller: Reader, page: PageNumber = 1) -> Response:
    return _table(f"season-{_known(season)}", _shelf(archive, caller, _of(season), page), archive)


@router.get("/map", summary="The map of cases: clusters of like meaning, their words and places")
def whole_map(archive: TheArchive, caller: Reader) -> MapOut:
    """Empty until an index of enough cases was built; drawn anew with each generation."""
    return MapOut(regions=[region_out(region) for region in case_map.regions(archive, caller)])


@router.get("/map/{number}", summary="One cluster of the map")
def one_region(number: RowNumber, archive: TheArchive, caller: Reader) -> RegionOut:
    return region_out(case_map.region(archive, caller, number)[0])


@router.get("/playlists", summary="Cases in an order, with minutes and questions")
def every_playlist(archive: TheArchive, caller: Reader) -> list[PlaylistOut]:
    return [playlist_out(*found) for found in playlists.playlists(archive, caller) if found[1]]


@router.get("/playlists.csv", summary="The playlists as a table, a row for each case", response_class=Response)
def playlists_as_table(archive: TheArchive, caller: Reader) -> Response:
    return csv_answer("playlists", csv_text(STOP_HEADS, stop_rows(every_playlist(archive, caller))))


@router.get("/playlists/{slug}", summary="One playlist")
def one_playlist(slug: str, archive: TheArchive, caller: Reader) -> PlaylistOut:
    return playlist_out(*playlists.playlist(archive, caller, slug))


@router.get("/inquiries", summary="How might we ...: questions that several cases speak to")
def every_inquiry(archive: TheArchive, caller: Reader) -> list[PlaylistOut]:
    return [playlist_out(*found) for found in playlists.inquiries(archive, caller) if found[1]]


@router.get("/inquiries/{slug}", summary="One inquiry")
def one_inquiry(slug: str, archive: TheArchive, caller: Reader) -> PlaylistOut:
    return playlist_out(*playlists.inquiry(archive, caller, slug))


@router.get("/changes", summary="What was published, revised, merged and withdrawn, by term")
def what_changed(archive: TheArchive, caller: Reader, page: ChangePage = 1) -> ChangesOut:
    return changes_out(changes(archive, caller, (page - 1) * MOST_RESULTS, MOST_RESULTS))


@router.get("/changes.csv", summary="The same as a table", response_class=Response)
def changes_as_table(archive: TheArchive, caller: Reader, page: ChangePage = 1) -> Response:
    return csv_answer("changes", csv_text(CHANGE_HEADS, change_rows(what_changed(archive, caller, page))))


def _shelf(archive: Archive, caller: Caller, filters: Filters, page: int, limit: int = MOST_RESULTS) -> Precedents:
    return search(archive, caller, "", filters, limit, skip=(page - 1) * MOST_RESULTS)


def _of(season: str) -> Filters:
    return Filters(chosen={FacetName.SEASON: frozenset({_known(season)})})


def _known(season: str) -> str:
    """Raises CaseNotFound."""
    if season not in SEASONS:
        raise CaseNotFound("There is no such season.")
    return season


def _table(name: str, found: Precedents, archive: Archive) -> Response:
    rows = [case_row(precedent.case, archive.settings.public_url) for precedent in found.precedents]
    return csv_answer(name, csv_text(CASE_HEADS, rows))
