"""Security headers on every answer, and the refusal of requests that another site sent or that are too large.

A plain ASGI middleware, so that it also covers what fails before a route is found. Requests that change something must
come from our own pages: browsers say so in Sec-Fetch-Site or Origin, and programs send neither.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.bodies import LARGE, Bodies
from api.dependencies import get_address
from api.errors import SOON_SECONDS
from corpus.outside import whole_number

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": over plain HTTP under a name of the network, browsers then say of our own forms that they come
    # from nowhere ("Origin: null"). To other sites nothing is said either way.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LARGEST_BODY = 21_000_000
LARGEST_UNREAD = 80_000_000
"""Bytes of a body that is too large which are still let in, so that a browser gets to read the answer."""
LARGEST_JSON = 6_000_000
"""A few characters of it may take hundreds of bytes in memory; the longest discussion has room with all escaped."""
FORBIDDEN, TOO_LARGE, BUSY = 403, 413, 503
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


@dataclass(frozen=True)
class Refusal:
    """Why a request goes no further."""

    status: int
    error: str
    says: str


_NO_ROOM = Refusal(
    BUSY, "Overloaded", "Very much is being sent just now. Nothing of this was done yet: try again soon."
)


def refuse_as_json(_request: Request, refusal: Refusal) -> JSONResponse:
    """How programs read it; the site puts its own drawing in `app.state.refuse`."""
    return JSONResponse({"error": refusal.error, "says": refusal.says, "problems": {}}, refusal.status)


class SafeHeaders:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered = MutableHeaders(scope=message)
                _add(answered, private=not scope["path"].startswith("/static/"))
                _lead_here(answered)
            await send(message)

        async def refuse(refusal: Refusal) -> None:
            if refusal.status != FORBIDDEN:
                await _let_in(receive)
            answer = scope["app"].state.refuse(Request(scope), refusal)
            if refusal.status == BUSY:
                answer.headers["Retry-After"] = str(SOON_SECONDS)
            await answer(scope, receive, send_safely)

        if refusal := _refusal(scope, headers):
            await refuse(refusal)
            return
        bodies: Bodies = scope["app"].state.bodies
        with bodies.room_for(get_address(Request(scope)), large=_is_large(headers)) as room:
            if room:
                await self._app(scope, _capped(receive, _most(headers)), send_safely)
            else:
                await refuse(_NO_ROOM)


def _is_large(headers: Headers) -> bool:
    """Also a body that does not announce its length."""
    return "transfer-encoding" in headers or (whole_number(headers.get("content-length", "0")) or 0) > LARGE


def _most(headers: Headers) -> int:
    return LARGEST_BODY if "form" in headers.get("content-type", "") else LARGEST_JSON


def _capped(receive: Receive, most: int) -> Receive:
    """Counts a body that did not announce its length."""
    received = 0

    async def receive_capped() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise HTTPException(413)
        return message

    return receive_capped


async def _let_in(receive: Receive) -> None:
    """Reads and forgets: most browsers show no answer that comes before they have sent everything."""
    received, more = 0, True
    while more and received <= LARGEST_UNREAD:
        message = await receive()
        received += len(message.get("body", b""))
        more = message.get("more_body", False)


def _add(headers: MutableHeaders, *, private: bool) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if private:
        headers.setdefault("Cache-Control", "no-store")


def _lead_here(headers: MutableHeaders) -> None:
    """Every redirect of ours stays here. The router writes the address of one with a slash too many from the Host
    header, which a caller makes up and a cache may keep for others.
    """
    if location := headers.get("location"):
        parts = urlsplit(location)
        headers["location"] = urlunsplit(("", "", "/" + parts.path.lstrip("/"), parts.query, parts.fragment))


def _refusal(scope: Scope, headers: Headers) -> Refusal | None:
    if scope["method"] not in _SAFE_METHODS and not _from_here(headers):
        return Refusal(FORBIDDEN, "CrossSite", "This form was sent from another site.")
    length = whole_number(headers.get("content-length", "0"))
    if length is None or length > LARGEST_BODY:
        return Refusal(TOO_LARGE, "TooLarge", "20 MB is the most that can be sent.")
    if length > _most(headers):
        return Refusal(TOO_LARGE, "TooLarge", "6 MB is the most outside a form. Send a long discussion as a file.")
    return None


def _from_here(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or origin.split("://", 1)[-1] == headers.get("host")
