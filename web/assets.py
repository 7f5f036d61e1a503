"""Style, script, fonts and images: served from the package, cached for long, addressed by their content."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "static"
_DIGITS = 12
_YEAR, _DAY = "public, max-age=31536000, immutable", "public, max-age=86400"


class Assets(StaticFiles):
    """An address with the right `?v=` may be kept for a year, since other content gets another address."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)
        self._digest = cache(_digest)

    def address(self, name: str) -> str:
        """Address of a file under static/, such as "site.css"; raises FileNotFoundError."""
        return f"/static/{name}?v={self._digest(name)}"

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        versioned = scope["query_string"].decode("latin-1").startswith("v=")
        response.headers["Cache-Control"] = _YEAR if versioned else _DAY
        return response


def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:_DIGITS]
