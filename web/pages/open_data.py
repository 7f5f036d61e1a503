"""What crawlers, programs and wanderers ask for: the map of the site, what can be taken along, a case drawn by lot."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Reader, TheArchive, get_address, get_limits
from api.embed import archive_structured
from api.identity import VISITOR
from api.workflow.open_data import national_codes, random_case
from api.workflow.playlists import inquiries, playlists
from corpus.model.topics import TOPIC_GROUPS, TOPICS
from web.contexts import Page
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()
_PAGES = (
    "/", "/brief", "/topics", "/about", "/contribute", "/map", "/calendar", "/playlists", "/changes", "/wanted",
    "/digest", "/open",
)  # fmt: skip
_MOST_ADDRESSES = 50_000
"""The protocol's limit for one file (sitemaps.org)."""


@router.page("/sitemap.xml")
def sitemap(request: Request, archive: TheArchive, caller: Reader) -> Response:
    """National cases only, whoever asks; the same for every caller."""
    get_limits(request).count_search(get_address(request))
    root = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    paths = chain(_PAGES, _lists(archive), _topics_and_cases(national_codes(archive)))
    for path in islice(paths, _MOST_ADDRESSES):
        SubElement(SubElement(root, "url"), "loc").text = archive.settings.public_url + path
    return Response(b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root), media_type="application/xml")


@dataclass(frozen=True, kw_only=True)
class OpenPage(Page):
    home: str
    letters: bool
    slack: bool
    sms: bool


@router.page("/open")
def take_along(request: Request, archive: TheArchive, caller: Reader) -> Response:
    """Every way out, for programs and for people."""
    settings = archive.settings
    page = OpenPage(
        title="Take the archive along",
        caller=caller,
        json_link="/api/v1/openapi.json",
        structured=archive_structured(settings.public_url),
        home=settings.public_url,
        letters=archive.post is not None,
        slack=settings.slack_secret_file is not None,
        sms=settings.sms_secret_file is not None,
    )
    return render(request, "pages/open.html", page)


@router.page("/random")
def draw(archive: TheArchive, caller: Reader) -> Response:
    """Leads to any case."""
    return RedirectResponse(f"/cases/{random_case(archive, caller).code}", 303)


def _lists(archive: TheArchive) -> Iterator[str]:
    yield from (f"/playlists/{found.slug}" for found, steps in playlists(archive, VISITOR) if steps)
    yield from (f"/inquiries/{found.slug}" for found, steps in inquiries(archive, VISITOR) if steps)


def _topics_and_cases(codes: list[str]) -> Iterator[str]:
    yield from (f"/topics/{code}" for code in (*TOPIC_GROUPS, *TOPICS))
    yield from (f"/cases/{code}" for code in reversed(codes))
