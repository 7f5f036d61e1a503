"""A site over fake engines, and people who come to it with a right; signing in has tests of its own."""

from collections.abc import Iterator
from threading import local

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection
from sqlalchemy.event import listen

from api.archive import Archive
from api.dependencies import get_caller
from api.identity import Caller, reviewer, steward
from corpus.model.redaction import Redaction
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


@pytest.fixture(autouse=True)
def nobody_waits(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a page or a program asks for: nothing is redacted while its transaction keeps other writers waiting."""
    if "archive" not in request.fixturenames:
        yield
        return
    archive, writing, late = request.getfixturevalue("archive"), local(), []
    redact = archive.redactor.redact

    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("reads_only"):
            writing.now = True

    def end(connection: Connection) -> None:
        if not connection.get_execution_options().get("reads_only"):
            writing.now = False

    def watched(*asked: object) -> Redaction:
        late.extend(asked if getattr(writing, "now", False) else ())
        return redact(*asked)

    for event, does in (("begin", begin), ("commit", end), ("rollback", end)):
        listen(request.getfixturevalue("engine"), event, does)
    archive.redactor.redact = watched
    yield
    assert not late
