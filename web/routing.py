"""A router for pages: every GET answers HEAD as well, and none of them is part of the JSON description."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path
from starlette.responses import HTMLResponse

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""A number in an address; one that no database could hold is an address with nothing at it."""
Route = TypeVar("Route", bound=Callable[..., Any])


class PageRouter(APIRouter):
    def __init__(self) -> None:
        super().__init__(include_in_schema=False, default_response_class=HTMLResponse)

    def page(self, path: str) -> Callable[[Route], Route]:
        """A page that is read."""
        return self.api_route(path, methods=["GET", "HEAD"], response_model=None)

    def form(self, path: str) -> Callable[[Route], Route]:
        """Where a form is sent."""
        return self.api_route(path, methods=["POST"], response_model=None)
