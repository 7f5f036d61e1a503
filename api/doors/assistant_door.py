"""The address of assistants over HTTP, without sessions; what is behind it is loaded when somebody knocks first."""

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.archive import Archive
from api.errors import headers_of, status_of
from api.identity import Right
from corpus.errors import TooMany


class AssistantDoor:
    right = Right.READ

    def __init__(self, archive: Archive, count: Callable[[str], None]) -> None:
        """`count` is asked before each request, with the caller's address, and raises TooMany."""
        self._archive = archive
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self._count(scope["client"][0] if scope.get("client") else "unknown")
        except TooMany as error:
            refused = {"error": "TooMany", "says": str(error), "problems": {}}
            await JSONResponse(refused, status_of(error), headers_of(error))(scope, receive, send)
            return
        answer = await run_in_threadpool(_loaded, self._archive)
        await answer(scope, receive, send)


def _loaded(archive: Archive) -> ASGIApp:
    """The package for it takes most of a second to import, which every start of the site would pay."""
    from api.doors.assistants import answer_over_http

    return partial(answer_over_http, archive)
