"""Answers are compressed for whoever carries no cookie: then nothing secret stands in a page beside what was typed.

Compressing a secret together with what an attacker chose lets its length tell the secret (Gluck, Harris and Prado 2013,
"BREACH"), so members and reviewers get their pages as they are. Style and script hold no secrets for anybody.
"""

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

SMALLEST = 1_000
"""Bytes below which an answer fits into one packet anyway."""


class Compressed:
    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._compressed = GZipMiddleware(app, minimum_size=SMALLEST, compresslevel=6)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        chosen = self._compressed if scope["type"] == "http" and _safe(scope) else self._plain
        await chosen(scope, receive, send)


def _safe(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/static/") or "cookie" not in Headers(scope=scope)
