"""Pages that explain the archive, and the small files that browsers and crawlers ask for."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from api.dependencies import Reader, TheArchive
from web.assets import STATIC
from web.contexts import Page
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class AboutPage(Page):
    raw_days: int


@router.page("/about")
def about(request: Request, archive: TheArchive, caller: Reader) -> Response:
    page = AboutPage(title="About the archive", caller=caller, raw_days=archive.settings.raw_days)
    return render(request, "pages/about.html", page)


@router.page("/robots.txt")
def robots(archive: TheArchive, caller: Reader) -> Response:
    return PlainTextResponse(
        "User-agent: *\nDisallow: /contribute\nDisallow: /receipt\nDisallow: /review\nDisallow: /circles\n"
        f"Disallow: /join\nSitemap: {archive.settings.public_url}/sitemap.xml\n"
    )


@router.page("/favicon.ico")
def favicon(caller: Reader) -> Response:
    return FileResponse(STATIC / "favicon.svg", media_type="image/svg+xml")
