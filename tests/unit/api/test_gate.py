"""A rush of searches: some wait, the rest is turned away with a time to come back, and submissions keep their place."""

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.gate import Gate
from corpus.model.case import NATIONAL
from web.app import create_site

ADDRESS = "http://127.0.0.1:8000"


@pytest.fixture
def full(archive: Archive) -> TestClient:
    site = create_site(archive)
    site.state.gate = Gate(most=0)
    return TestClient(site, base_url=ADDRESS)


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/brief", "/api/v1/brief.txt", "/api/v1/search.csv"])
def test_a_search_too_many_is_told_when_to_come_back(full: TestClient, path: str) -> None:
    answer = full.post(path, json={"text": "vandalism"})
    assert answer.status_code == 503
    assert answer.json()["error"] == "Overloaded"
    assert 0 < int(answer.headers["retry-after"]) < 10


@pytest.mark.parametrize("path", ["/search", "/brief", "/search.json"])
def test_a_page_says_so_too(full: TestClient, path: str) -> None:
    answer = full.post(path, data={"text": "vandalism"})
    assert answer.status_code == 503
    assert "Try again in a few seconds" in answer.text
    assert int(answer.headers["retry-after"]) < 10


def test_submissions_and_pages_keep_their_place(full: TestClient) -> None:
    answer = full.post("/api/v1/submissions", json={"text": "Dana: We called home.", "audience": NATIONAL})
    assert answer.status_code == 201
    assert full.get("/").status_code == 200
    assert full.get("/health").status_code == 200


def test_every_search_gives_its_place_back(archive: Archive) -> None:
    site = create_site(archive)
    site.state.gate = Gate(most=1)
    visitor = TestClient(site, base_url=ADDRESS)
    statuses = [visitor.post("/api/v1/search", json=body).status_code for body in ({"text": "fire"}, {"txt": 1}) * 2]
    assert statuses == [200, 422, 200, 422]
