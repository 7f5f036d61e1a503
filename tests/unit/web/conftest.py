"""A site over fake engines, and people who come to it with a right; signing in has tests of its own."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.dependencies import get_caller
from api.identity import Caller, reviewer, steward
from web.app import create_site


@pytest.fixture
def site(archive: Archive) -> Iterator[TestClient]:
    """A visitor's."""
    with TestClient(create_site(archive), raise_server_exceptions=False) as client:
        yield client


def site_of(archive: Archive, caller: Caller) -> TestClient:
    """The same archive as this caller sees it."""
    app = create_site(archive)
    app.dependency_overrides[get_caller] = lambda: caller
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def desk(archive: Archive) -> TestClient:
    """A reviewer's."""
    return site_of(archive, reviewer(11))


@pytest.fixture
def second_desk(archive: Archive) -> TestClient:
    """Another reviewer's."""
    return site_of(archive, reviewer(12))


@pytest.fixture
def office(archive: Archive) -> TestClient:
    """A steward's."""
    return site_of(archive, steward(13))
