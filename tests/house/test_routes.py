"""Prevents: a route that anybody may call because nobody said who may; a query in an address."""

import pytest
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Route

from api.archive import Archive
from api.identity import Right
from web.app import create_site


def _routes(archive: Archive) -> list[APIRoute]:
    found: list[APIRoute] = []
    waiting: list[BaseRoute] = list(create_site(archive).routes)
    while waiting:
        route = waiting.pop()
        if isinstance(route, APIRoute):
            found.append(route)
        waiting += getattr(getattr(route, "original_router", None), "routes", [])
    return found


def _rights(route: APIRoute) -> set[Right]:
    found: set[Right] = set()
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        right = getattr(dependant.call, "right", None)
        found |= {right} if right else set()
        waiting += dependant.dependencies
    return found


def test_every_route_names_exactly_one_right(archive: Archive) -> None:
    routes = _routes(archive)
    assert len(routes) > 15
    without = [route.path for route in routes if len(_rights(route)) != 1]
    assert without == []


def test_a_door_that_is_no_route_of_ours_names_its_right_as_well(archive: Archive) -> None:
    others = [route for route in create_site(archive).routes if type(route) is Route]
    doors = {route.path: getattr(route.endpoint, "right", None) for route in others}
    assert doors.pop("/api/v1/openapi.json") is None
    assert doors == {"/mcp": Right.READ}


def test_no_route_takes_free_text_in_its_address(archive: Archive) -> None:
    for route in _routes(archive):
        names = {parameter.name for parameter in route.dependant.query_params}
        assert not names & {"q", "query", "text", "search", "receipt", "note", "password"}, route.path


@pytest.mark.parametrize("prefix", ["/api/v1/reviews", "/review"])
def test_whatever_lies_under_review_is_for_reviewers(archive: Archive, prefix: str) -> None:
    under = [route for route in _routes(archive) if route.path.startswith(prefix)]
    assert under
    assert all(_rights(route) <= {Right.REVIEW, Right.STEWARD} for route in under)
