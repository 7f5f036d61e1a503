"""The FastAPI application of the JSON interface; web mounts its pages on the same one."""

from fastapi import FastAPI

from api import errors
from api.archive import Archive
from api.dependencies import Limits
from api.headers import SafeHeaders, refuse_as_json
from api.routes import (
    accounts,
    brief,
    circles,
    desk,
    editing,
    follow_ups,
    health,
    open_data,
    receipts,
    reviews,
    search,
    submissions,
)

DESCRIPTION = """Find what other school leaders did when it happened to them.

Searches go in the body of a POST, so that no address and no log holds a question. Names are removed from it first.
"""


_ROUTES = (
    search,
    brief,
    open_data,
    submissions,
    receipts,
    follow_ups,
    accounts,
    circles,
    reviews,
    desk,
    editing,
    health,
)


def create_app(archive: Archive) -> FastAPI:
    """An application around one archive."""
    app = FastAPI(
        title="Precedent",
        version="1",
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        license_info={"name": "CC BY 4.0 for the cases, Apache 2.0 for the software"},
    )
    app.state.archive = archive
    app.state.limits = Limits(archive.settings.searches_a_minute, archive.settings.submissions_an_hour)
    app.state.refuse = refuse_as_json
    errors.answer_json(app)
    for part in _ROUTES:
        app.include_router(part.router)
    app.add_middleware(SafeHeaders)
    return app
