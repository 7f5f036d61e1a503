"""The FastAPI application of the JSON interface; web mounts its pages on the same one."""

from fastapi import Depends, FastAPI
from starlette.formparsers import MultiPartParser
from starlette.routing import Route

from api import errors, unexpected
from api.archive import Archive
from api.bodies import Bodies
from api.doors.assistant_door import AssistantDoor
from api.gate import Gate, through_the_gate
from api.headers import LARGEST_BODY, SafeHeaders, refuse_as_json
from api.limits import Limits
from api.places import Redacting
from api.routes import (
    accounts,
    brief,
    circles,
    desk,
    doors,
    editing,
    follow_ups,
    health,
    library,
    open_data,
    receipts,
    reviews,
    saved_searches,
    search,
    submissions,
    wanted,
)

DESCRIPTION = """Find what other school leaders did when it happened to them.

Searches go in the body of a POST, so that no address and no log holds a question. Names are removed from it first.
Nothing leaves here that a page of the site would not show to the same caller. Counts of cases are rounded down to
fives, and 0 stands for fewer than five. Times of publication are told as terms, never as days. Errors are
`{"error", "says", "problems"}`, and never repeat what was sent.

This is version 1: fields may be added to answers, none is renamed or taken away. Cases are under CC BY 4.0.
"""
_PARTS = {
    "search": "A situation in, precedents out; and each case by its code.",
    "brief": "One page for the hour of need, put together from the closest precedents.",
    "library": "What is read without a question: the newest cases, the map, the school year, playlists, changes.",
    "open data": "Topics as lists, tables and feeds, and the whole archive as a snapshot.",
    "saved searches": "A search kept on purpose, opened by its code, with an alert for new cases that are close.",
    "wanted cases": "What readers looked for in vain, and the digest of the month.",
    "contribute": "Hand in a discussion, see it redacted, and come back with the receipt.",
    "follow up": "What became of a case, told by its contributor.",
    "circles": "Invited groups of leaders and the cases that they share.",
    "review": "For reviewers and stewards: the queue, the desk, decisions, corrections.",
    "accounts": "For reviewers and stewards: signing in and one's own account.",
    "operate": "Whether the parts of the archive run.",
    "doors": "For other services: Slack, text messages, cards for other sites. Assistants knock at /mcp.",
}


_ROUTES = (
    search,
    brief,
    library,
    open_data,
    saved_searches,
    wanted,
    doors,
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
    # The parser would put an upload of more than 1 MB into a file: raw text, in the clear, on a disk.
    MultiPartParser.spool_max_size = LARGEST_BODY
    limits = Limits(archive.settings)
    app = FastAPI(
        title="Precedent",
        version="1",
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        openapi_tags=[{"name": name, "description": says} for name, says in _PARTS.items()],
        license_info={"name": "CC BY 4.0 for the cases, Apache 2.0 for the software"},
        dependencies=[Depends(through_the_gate)],
    )
    app.state.archive = archive
    app.state.limits = limits
    app.state.gate = Gate()
    app.state.redacting = Redacting()
    app.state.bodies = Bodies()
    app.state.refuse = refuse_as_json
    app.state.broken = unexpected.answer_json
    errors.answer_json(app)
    for part in _ROUTES:
        app.include_router(part.router)
    app.router.routes.append(Route("/mcp", AssistantDoor(archive, limits.count_search)))
    app.add_middleware(unexpected.Unexpected)
    app.add_middleware(SafeHeaders)
    return app
