"""A router for pages: every GET answers HEAD as well, and none of them is part of the JSON description."""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.responses import HTMLResponse

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
