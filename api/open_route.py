"""The route class of open data: every answer names its licence, and programs on other sites may read it.

Other sites get what a visitor gets: browsers send no cookie along with a request that `*` answers, and a form or a
question from another site is refused before any route (`api.headers`).
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from api.workflow.exports import LICENCE_ADDRESS

_HEADERS = {
    "Link": f'<{LICENCE_ADDRESS}>; rel="license"',
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


class OpenRoute(APIRoute):
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answered = super().get_route_handler()

        async def licensed(request: Request) -> Response:
            answer = await answered(request)
            for name, value in _HEADERS.items():
                answer.headers.setdefault(name, value)
            return answer

        return licensed
