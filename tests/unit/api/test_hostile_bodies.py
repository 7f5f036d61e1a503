"""B1 and S1 of the promises: whatever is sent gets a 4xx that echoes nothing, with every safety header."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from api.archive import Archive
from api.dependencies import get_caller
from api.headers import HEADERS, LARGEST_UNREAD
from api.identity import VISITOR, Caller, reviewer
from web.app import create_site

CANARY = "Quetzalli"
DEEP = "[" * 20_000 + "]" * 20_000
BODIES: tuple[bytes, ...] = (
    b"", b"{", b"null", b"[]", b"0", b'""', b"NaN", b"{}", b"\x00\x01\x02", b"\xff\xfe\x00", DEEP.encode(),
    b'{"text": null}', b'{"text": 7}', b'{"text": []}', b'{"text": {}}', b'{"text": true}', b'{"text": "\\ud800"}',
    b'{"text": "x", "limit": -1}', b'{"text": "x", "limit": 1e400}', b'{"text": "x", "limit": "Quetzalli"}',
    b'{"text": "x", "filters": {"Quetzalli": ["x"]}}', b'{"text": "x", "filters": "Quetzalli"}',
    b'{"text": "x", "filters": {"topic": "Quetzalli"}}', b'{"text": "x", "Quetzalli": "x"}',
    b'{"receipt": "x"}', b'{"receipt": "' + b"Q" * 10_000 + b'"}', b'{"note": ""}', b'{"note": "Quetzalli"}',
    b'{"text": "' + b"a" * 30_000 + b'"}', b'{"text": "a", "audience": "' + b"Q" * 100 + b'"}',
    b'{"text": "Quetzalli", "idempotency_key": "short"}', b"text=Quetzalli", b"<xml>Quetzalli</xml>",
    b'--x\r\nContent-Disposition: form-data; name="export"; filename="Quetzalli.zip"\r\n\r\nPK\x03\x04rubbish\r\n--x--',
    b'--x\r\nContent-Disposition: form-data; name="export"\r\n\r\n\r\n--x--', b"--x", b'{"__proto__": {"Quetzalli": 1}}',
    b'{"text": "a", "names": "Quetzalli"}', b'{"text": "a", "names": [["Quetzalli"]]}', b'{"text": "a", "filename": 7}',
)  # fmt: skip
PATHS = (
    "/api/v1/preview",
    "/api/v1/preview/upload",
    "/api/v1/submissions/status",
    "/api/v1/submissions/withdraw",
    "/api/v1/reviews/1/approve",
    "/api/v1/reviews/999999999999999999999999/approve",
    "/api/v1/cases/Quetzalli/flag",
    "/api/v1/Quetzalli",
)
TYPES = ("application/json", "multipart/form-data; boundary=x")
REFUSED = {400, 403, 404, 413, 422}
"""Not 429: it comes before a body is read."""


@pytest.fixture
def site(archive: Archive) -> TestClient:
    """Turns nobody away for asking often."""
    often = 1_000_000
    counted = ("searches_a_minute", "redactions_a_minute", "submissions_an_hour")
    archive.settings = replace(archive.settings, **dict.fromkeys(counted, often))
    return TestClient(create_site(archive), base_url="http://127.0.0.1:8000", raise_server_exceptions=False)


@pytest.mark.parametrize("caller", [VISITOR, reviewer(1)], ids=["visitor", "reviewer"])
@pytest.mark.parametrize("path", PATHS)
def test_every_hostile_body_gets_a_4xx_that_echoes_nothing(site: TestClient, path: str, caller: Caller) -> None:
    site.app.dependency_overrides[get_caller] = lambda: caller  # type: ignore[attr-defined]
    for body in BODIES:
        for kind in TYPES:
            answer = site.post(path, content=body, headers={"Content-Type": kind})
            sound = path.endswith("preview") and b'"text": "a' in body
            assert answer.status_code in REFUSED or (sound and answer.status_code == 200), (body[:60], kind)
            if answer.status_code != 200:
                assert CANARY not in answer.text, body[:60]
            assert all(name in answer.headers for name in HEADERS), (path, body[:60])


def test_a_search_takes_any_text_and_refuses_any_other_shape(site: TestClient) -> None:
    for body in BODIES:
        answer = site.post("/api/v1/search", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in {200, 400, 422}, body[:60]
        if answer.status_code != 200:
            assert CANARY not in answer.text


def test_a_body_over_the_limit_is_refused_by_its_announced_length(site: TestClient) -> None:
    answer = site.post("/api/v1/search", content=b"{}", headers={"Content-Length": "30000000"})
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/preview/upload", "/contribute/check"])
def test_a_body_that_hides_its_length_is_refused_when_it_gets_too_long(site: TestClient, path: str) -> None:
    endless = (b"x" * 1_000_000 for _ in range(23))
    headers = {"Content-Type": "multipart/form-data; boundary=x" if "search" not in path else "application/json"}
    assert site.post(path, content=endless, headers=headers).status_code in {400, 413}


def test_of_a_body_that_is_too_large_no_more_is_read_than_lets_a_browser_see_the_answer(archive: Archive) -> None:
    asked = 0

    async def endless() -> Message:
        nonlocal asked
        asked += 1
        assert asked <= LARGEST_UNREAD / 1_000_000 + 2
        return {"type": "http.request", "body": b"x" * 1_000_000, "more_body": True}

    async def answered(_message: Message) -> None:
        pass

    headers = [(b"content-length", str(10**12).encode())]
    scope = {"type": "http", "method": "POST", "path": "/api/v1/preview", "query_string": b"", "headers": headers}
    with ThreadPoolExecutor(1) as beside:  # the browser tests leave a loop running in this thread
        beside.submit(asyncio.run, create_site(archive)(scope, endless, answered)).result()
    assert asked > 1


def test_a_length_in_digits_that_are_no_number_is_refused(site: TestClient) -> None:
    answer = site.post("/api/v1/search", content=b"{}", headers={"Content-Length": b"\xb2"})  # type: ignore[dict-item]
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/topics/", "/api/v1/cases/", "/cases/CASE-0001//"])
def test_no_redirect_leads_to_where_a_caller_says_that_we_are(site: TestClient, path: str) -> None:
    answer = site.get(path, headers={"Host": "elsewhere.example"}, follow_redirects=False)
    assert answer.headers.get("location", "/").startswith("/")
    assert not answer.headers.get("location", "/").startswith("//")
    if path == "/topics/":
        assert (answer.status_code, answer.headers["location"]) == (307, "/topics")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://127.0.0.1:8000.elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_from_another_site_is_refused(site: TestClient, headers: dict[str, str]) -> None:
    assert site.post("/api/v1/search", json={"text": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://127.0.0.1:8000"}, {}])
def test_our_own_pages_and_programs_are_let_in(site: TestClient, headers: dict[str, str]) -> None:
    assert site.post("/api/v1/search", json={"text": "x"}, headers=headers).status_code == 200


def test_the_one_who_asks_too_often_is_told_when_to_come_back(archive: Archive) -> None:
    archive.settings = replace(archive.settings, searches_a_minute=3)
    site = TestClient(create_site(archive), base_url="http://127.0.0.1:8000")
    answers = [site.post("/api/v1/search", json={"text": "x"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].headers["retry-after"]


def test_the_description_of_the_interface_is_sound_json(site: TestClient) -> None:
    described = json.loads(site.get("/api/v1/openapi.json").content)
    assert {"/api/v1/search", "/api/v1/submissions", "/health"} <= set(described["paths"])


@pytest.mark.parametrize("number", ["9" * 23, "0", "-1", "x"])
def test_a_number_that_no_database_holds_is_refused_to_a_reviewer_too(archive: Archive, number: str) -> None:
    app = create_site(archive)
    app.dependency_overrides[get_caller] = lambda: reviewer(1)
    site = TestClient(app, base_url="http://127.0.0.1:8000")
    answer = site.post(f"/api/v1/reviews/{number}/approve", json={"note": "Nothing points to anybody."})
    assert answer.status_code == 422
