"""Playlists, inquiries and meeting packs: cases in an order, with minutes, to read alone or around a table."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Reader, TheArchive
from api.workflow import playlists as verbs
from api.workflow.playlists import PROTOCOL, QUESTIONS, Pack, Part, Step
from corpus.model.playlist import Playlist
from web.contexts import Page
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True)
class Shown:
    playlist: Playlist
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Of the cases in sight."""
        return sum(step.stop.minutes for step in self.steps)


@dataclass(frozen=True, kw_only=True)
class PlaylistsPage(Page):
    playlists: tuple[Shown, ...]
    inquiries: tuple[Shown, ...]


@dataclass(frozen=True, kw_only=True)
class PlaylistPage(Page):
    shown: Shown
    still_open: tuple[str, ...] = ()
    """What an inquiry leaves unanswered."""


@dataclass(frozen=True, kw_only=True)
class PackPage(Page):
    pack: Pack
    protocol: tuple[Part, ...] = PROTOCOL
    questions: tuple[str, ...] = QUESTIONS

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.protocol)


@router.page("/playlists")
def playlists(request: Request, archive: TheArchive, caller: Reader) -> Response:
    page = PlaylistsPage(
        title="Playlists and inquiries",
        caller=caller,
        json_link="/api/v1/playlists",
        table_link="/api/v1/playlists.csv",
        playlists=tuple(Shown(*found) for found in verbs.playlists(archive, caller) if found[1]),
        inquiries=tuple(Shown(*found) for found in verbs.inquiries(archive, caller) if found[1]),
    )
    return render(request, "pages/playlists.html", page)


@router.page("/playlists/{slug}")
def playlist(request: Request, slug: str, archive: TheArchive, caller: Reader) -> Response:
    found, steps = verbs.playlist(archive, caller, slug)
    shown, link = Shown(found, steps), f"/api/v1/playlists/{slug}"
    page = PlaylistPage(title=found.title, caller=caller, shown=shown, json_link=link)
    return render(request, "pages/playlist.html", page)


@router.page("/inquiries/{slug}")
def inquiry(request: Request, slug: str, archive: TheArchive, caller: Reader) -> Response:
    found, steps = verbs.inquiry(archive, caller, slug)
    page = PlaylistPage(
        title=found.title,
        caller=caller,
        shown=Shown(found, steps),
        still_open=found.still_open,
        json_link=f"/api/v1/inquiries/{slug}",
    )
    return render(request, "pages/playlist.html", page)


@router.page("/playlists/{slug}/pack")
def pack_of_playlist(request: Request, slug: str, archive: TheArchive, caller: Reader) -> Response:
    return _pack(request, caller, verbs.pack_of_playlist(archive, caller, slug))


@router.page("/topics/{code}/pack")
def pack_of_topic(request: Request, code: str, archive: TheArchive, caller: Reader) -> Response:
    return _pack(request, caller, verbs.pack_of_topic(archive, caller, code))


def _pack(request: Request, caller: Reader, pack: Pack) -> Response:
    return render(request, "pages/pack.html", PackPage(title=f"Meeting pack: {pack.title}", caller=caller, pack=pack))
