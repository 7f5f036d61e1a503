"""Errors as pages, from the same table as the JSON answers; everything under /api keeps its JSON."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.dependencies import SESSION_COOKIE, get_caller
from api.errors import BROKEN, has_long_field, headers_of, status_of
from api.headers import BUSY, TOO_LARGE, Refusal
from api.identity import VISITOR
from api.unexpected import Answers
from corpus.errors import AccessDenied, ArchiveError, DatabaseUnavailable, Overloaded, TooMany
from web.contexts import Page
from web.forms import LARGEST_FIELD, read_form
from web.kept import Kept, keep, keep_for_later
from web.rendering import render

log = structlog.get_logger()
Handler = Callable[[Request, Any], Response | Awaitable[Response]]

_TITLES = {
    400: "The request could not be read",
    403: "That is not open to you",
    404: "Nothing here",
    405: "That can't be done here",
    409: "That can't be done now",
    410: "No longer here",
    413: "That is too large",
    422: "Something in it needs mending",
    429: "Too many requests",
    503: "Not available right now",
}
_SIGN_IN_AGAIN = "Please sign in again"
_SAYS = {
    400: "What your browser sent could not be read. Go back and try again.",
    404: "There is nothing at this address. The link may be wrong, or what was here is no longer shown.",
    405: "This address is part of a form. Start from its page.",
    413: "20 MB is the most that can be sent. Go back, where what you typed still stands, and choose a smaller file: "
    "the chat exported without media, or only the days that matter.",
    422: "Some part of the address or form is not of the right kind.",
}
_LONG_FIELD = (
    f"{LARGEST_FIELD // 1_000_000} MB of text is the most for one field. Go back, where what you typed still stands, "
    "and paste only the days that matter, or choose the chat as a file instead: a file may have 20 MB."
)
_NO_ROOM = (
    "Very much is being sent just now, so nothing of this was done yet. Go back, where what you typed still stands, "
    "and send it again in a few seconds."
)
_REFUSED = {TOO_LARGE: _SAYS[TOO_LARGE], BUSY: _NO_ROOM}
_FROM_ELSEWHERE = (
    "This form was sent from another site, so nothing was done. Open the page here, in this browser, and send it again."
)


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    status: int
    says: str
    sign_in: bool
    """Whether signing in would help."""
    join: bool = False
    """Whether an invitation would."""
    kept: Kept | None = None
    """What was typed, where a session ran out over it or it can't be taken just now."""


def draw_errors(app: FastAPI) -> None:
    """Puts a page in front of each handler that the JSON interface installed."""
    for kind, page in (
        (ArchiveError, _archive_error),
        (RequestValidationError, _validation_error),
        (HTTPException, _http_error),
    ):
        app.add_exception_handler(kind, _split(app.exception_handlers[kind], page))
    app.state.refuse = _split_refusal(app.state.refuse)
    app.state.broken = _split_broken(app.state.broken)


def _split(as_json: Handler, as_page: Handler) -> Callable[[Request, Exception], Any]:
    async def answer(request: Request, error: Exception) -> Response:
        drawn = (as_json if _is_for_programs(request) else as_page)(request, error)
        return await drawn if isawaitable(drawn) else drawn

    return answer


def _split_refusal(as_json: Callable[[Request, Refusal], Response]) -> Callable[[Request, Refusal], Response]:
    def answer(request: Request, refusal: Refusal) -> Response:
        if _is_for_programs(request):
            return as_json(request, refusal)
        return _page(request, refusal.status, _REFUSED.get(refusal.status, _FROM_ELSEWHERE))

    return answer


def _is_for_programs(request: Request) -> bool:
    return request.url.path.startswith("/api/") or request.url.path == "/health"


async def _archive_error(request: Request, error: ArchiveError) -> Response:
    sign_in, later = isinstance(error, AccessDenied), isinstance(error, TooMany | Overloaded | DatabaseUnavailable)
    kept = await _kept(request, later=later) if sign_in or later else None
    title = _SIGN_IN_AGAIN if sign_in and await _session_ended(request) else ""
    return _page(request, status_of(error), str(error), headers_of(error), title=title, sign_in=sign_in, kept=kept)


async def _session_ended(request: Request) -> bool:
    """Whether a session's cookie was sent that opens nothing any more."""
    token = request.cookies.get(SESSION_COOKIE)
    return bool(token) and await get_caller(request.app.state.archive, token) == VISITOR


async def _kept(request: Request, *, later: bool) -> Kept | None:
    try:
        form = await read_form(request) if request.method == "POST" else None
    except HTTPException:
        return None
    return keep_for_later(request.url.path, form) if later else keep(request.url.path, form)


def _validation_error(request: Request, _error: RequestValidationError) -> Response:
    """A path or query value of the wrong kind: for a reader there is simply nothing there."""
    return _page(request, 404, _SAYS[404])


def _http_error(request: Request, error: HTTPException) -> Response:
    if has_long_field(error):
        return _page(request, TOO_LARGE, _LONG_FIELD)
    return _page(request, error.status_code, _SAYS.get(error.status_code, BROKEN), dict(error.headers or {}))


def _split_broken(as_json: Answers) -> Answers:
    def answer(request: Request, says: str) -> Response:
        return as_json(request, says) if _is_for_programs(request) else _page(request, 500, says)

    return answer


def _page(
    request: Request,
    status: int,
    says: str,
    headers: dict[str, str] | None = None,
    *,
    title: str = "",
    sign_in: bool = False,
    kept: Kept | None = None,
) -> Response:
    title = title or _TITLES.get(status, "Something went wrong")
    join = sign_in and request.url.path.startswith("/circles")
    page = ErrorPage(title=title, caller=VISITOR, status=status, says=says, sign_in=sign_in, join=join, kept=kept)
    return render(request, "errors/error.html", page, status, headers)
