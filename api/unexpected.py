"""What the table of errors does not know: answered without a word of it, logged by kind, route and place in the code.

The message of a foreign error may hold whatever was being worked on. So none goes further than this, where the server
would write it into its log with the whole traceback.
"""

import secrets
from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import BROKEN
from api.logs import place_of

log = structlog.get_logger()
Answers = Callable[[Request, str], Response]
"""Gets the request and what to say."""


class CutShort(Exception):  # no error of ours: it only has the server close the connection
    """An answer that broke when it had begun; the number is the log's."""


class Unexpected:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def send_noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        except Exception as error:  # noqa: BLE001  # everything is meant
            reference = _logged(scope, error)
        else:
            return
        if begun or scope["type"] != "http":
            raise CutShort(reference) from None
        answer: Awaitable[None] = scope["app"].state.broken(Request(scope), _says(reference))(scope, receive, send)
        await answer


def answer_json(_request: Request, says: str) -> JSONResponse:
    """How programs read it; the site puts its own drawing in `app.state.broken`."""
    return JSONResponse({"error": "Unexpected", "says": says, "problems": {}}, 500)


def _logged(scope: Scope, error: Exception) -> str:
    """The number under which it stands in the log."""
    reference = secrets.token_hex(4)
    log.error(
        "unexpected_error",
        kind=type(error).__name__,
        method=scope.get("method", ""),
        route=getattr(scope.get("route"), "path", ""),
        where=place_of(error.__traceback__),
        reference=reference,
    )
    return reference


def _says(reference: str) -> str:
    return f"{BROKEN} It stands in the log as {reference}."
