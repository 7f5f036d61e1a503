"""A site over fake engines, and people who come to it with a right."""

from collections.abc import Iterator

import pyotp
import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.dependencies import SESSION_COOKIE
from api.identity import OPERATOR
from corpus.accounts.store import Role
from web.app import create_site

PASSWORD = "a long enough password"


@pytest.fixture
def site(archive: Archive) -> Iterator[TestClient]:
    """A visitor's."""
    with TestClient(create_site(archive), raise_server_exceptions=False) as client:
        yield client


def signed_in(archive: Archive, name: str, role: Role) -> TestClient:
    """The same site as an account of that role sees it."""
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create(name, PASSWORD, role, at=call.now)
        code = pyotp.parse_uri(address).at(call.now)
        _, token = call.accounts.sign_in(name, PASSWORD, code, at=call.now)
    return TestClient(create_site(archive), raise_server_exceptions=False, cookies={SESSION_COOKIE: token})


@pytest.fixture
def desk(archive: Archive) -> TestClient:
    """A reviewer's."""
    return signed_in(archive, "robin", Role.REVIEWER)


@pytest.fixture
def second_desk(archive: Archive) -> TestClient:
    """Another reviewer's."""
    return signed_in(archive, "kim", Role.REVIEWER)


@pytest.fixture
def office(archive: Archive) -> TestClient:
    """A steward's."""
    return signed_in(archive, "lee", Role.STEWARD)
