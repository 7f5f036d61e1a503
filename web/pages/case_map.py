"""The map of cases: a picture of clusters with a list beside it, and each cluster's own list."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Reader, TheArchive
from api.workflow.case_map import Region, region, regions
from web.case_picture import Picture, picture
from web.contexts import Page
from web.paging import A_PAGE, PageNumber, Pager, pager, skipped
from web.rendering import render
from web.results import Result, listed
from web.routing import Number, PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class MapPage(Page):
    regions: tuple[Region, ...]
    picture: Picture


@dataclass(frozen=True, kw_only=True)
class RegionPage(Page):
    region: Region
    picture: Picture
    results: tuple[Result, ...]
    pager: Pager


@router.page("/map")
def whole(request: Request, archive: TheArchive, caller: Reader) -> Response:
    found = regions(archive, caller)
    page = MapPage(title="Map of cases", caller=caller, json_link="/api/v1/map", regions=found, picture=picture(found))
    return render(request, "pages/map.html", page)


@router.page("/map/{cluster}")
def one(request: Request, cluster: Number, archive: TheArchive, caller: Reader, number: PageNumber = 1) -> Response:
    """The cases of one cluster, the most typical first."""
    found, everything = region(archive, caller, cluster)
    shown = found.placed[skipped(number) : skipped(number) + A_PAGE]
    today = archive.clock().date()
    page = RegionPage(
        title=found.name.capitalize(),
        caller=caller,
        json_link=f"/api/v1/map/{cluster}",
        region=found,
        picture=picture(everything, found),
        results=tuple(listed(placed.case, today) for placed in shown),
        pager=pager(f"/map/{cluster}", number, len(found.placed)),
    )
    return render(request, "pages/region.html", page)
