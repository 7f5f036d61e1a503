"""The site: the JSON application with pages, static files and error pages on top."""

from fastapi import FastAPI

from api.app import create_app
from api.archive import Archive
from web.assets import Assets
from web.compression import Compressed
from web.error_pages import draw_errors
from web.pages import (
    about,
    accounts,
    brief,
    browse,
    calendar,
    case_desk,
    case_map,
    cases,
    changes,
    circles,
    components,
    contribute,
    drill,
    follow_ups,
    open_data,
    playlists,
    readers_say,
    receipts,
    reviews,
    saved_searches,
    search,
    search_exports,
    sign_in,
    split,
    wanted,
)
from web.rendering import Renderer

_PAGES = (
    search,
    search_exports,
    brief,
    cases,
    readers_say,
    browse,
    calendar,
    case_map,
    drill,
    playlists,
    changes,
    wanted,
    saved_searches,
    open_data,
    contribute,
    receipts,
    follow_ups,
    sign_in,
    circles,
    accounts,
    case_desk,
    reviews,
    split,
    about,
    components,
)


def create_site(archive: Archive) -> FastAPI:
    """An application that serves the pages and the JSON interface of one archive."""
    app = create_app(archive)
    assets = Assets()
    app.state.renderer = Renderer(assets)
    app.mount("/static", assets, name="static")
    for page in _PAGES:
        app.include_router(page.router)
    draw_errors(app)
    app.add_middleware(Compressed)
    return app
