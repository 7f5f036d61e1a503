"""Open data: nothing that a visitor's page would not show, sealed, with tombstones, its licence beside it."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.feed import feed
from api.identity import OPERATOR, VISITOR
from api.schemas import topics_out
from api.workflow.open_data import random_case
from api.workflow.search import Precedents
from corpus.errors import CaseNotFound
from corpus.model.case import NATIONAL
from corpus.model.search import Answer, FacetName
from corpus.starter.reading_lists import playlists
from tests.factories import a_case

ATOM = "{http://www.w3.org/2005/Atom}"
CIRCLE = "circle:7"


def filed(archive: Archive, audience: str = NATIONAL, **changes: object) -> str:
    with archive.writing(OPERATOR) as call:
        case = call.casebook.add(a_case(**changes), audience=audience, at=call.now)
    archive.catch_up()
    return case.code


@pytest.fixture
def client(archive: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(archive)) as client:
        yield client


def test_the_snapshot_is_sealed_over_its_bytes_and_names_what_is_gone(client: TestClient, archive: Archive) -> None:
    filed(archive, title='A "dare" on TikTok – noon')
    filed(archive)
    filed(archive, title="Only for the circle", audience=CIRCLE)
    filed(archive, title="Hidden until a look")
    filed(archive, title="Withdrawn in a circle", audience=CIRCLE)
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(2, reason="withdrawn", at=call.now)
        call.casebook.hide(4, at=call.now)
        call.casebook.withdraw(5, reason="withdrawn", at=call.now)
    body = client.get("/api/v1/snapshot.jsonl").content
    *lines, last = body.splitlines(keepends=True)
    seal = json.loads(last)["seal"]
    assert seal["sha256"] == hashlib.sha256(b"".join(lines)).hexdigest()
    assert (seal["cases"], seal["tombstones"]) == (1, 1)
    assert "CC BY 4.0" in seal["licence"]
    case, stone = (json.loads(line) for line in lines)
    assert case["case"] == client.get("/api/v1/cases/CASE-0001").json()
    assert stone == {"tombstone": {"code": "CASE-0002", "reason": "withdrawn", "since": "Spring term 2026"}}
    assert b"circle" not in body


def test_an_empty_archive_gives_a_seal_over_nothing(client: TestClient) -> None:
    (line,) = client.get("/api/v1/snapshot.jsonl").text.splitlines()
    assert json.loads(line)["seal"]["sha256"] == hashlib.sha256(b"").hexdigest()


def test_topics_are_listed_in_order_with_coarse_counts() -> None:
    answer = Answer(hits=(), found=20, counts={FacetName.TOPIC: {"2": 14, "2.1": 4, "10": 5}}, generation="fake")
    listed = topics_out(Precedents(asked="", removed=(), precedents=(), answer=answer))
    counts = {topic.code: topic.cases for topic in listed}
    assert [counts[code] for code in ("1", "2", "2.1", "10")] == [0, 10, 0, 5]
    assert [topic.code for topic in listed][:7] == ["1", "1.1", "1.2", "1.3", "1.4", "1.5", "2"]


@pytest.mark.parametrize("path", ["", "/cases.csv", "/feed.atom"])
def test_a_topic_that_is_not_there_is_absent_in_every_form(client: TestClient, path: str) -> None:
    assert client.get(f"/api/v1/topics/99.9{path}").status_code == 404
    assert client.get(f"/api/v1/topics/2.1{path}").status_code == 200


def test_search_results_come_as_a_table_whose_cells_are_harmless(client: TestClient, archive: Archive) -> None:
    filed(archive, title='=HYPERLINK("x") dare')
    answer = client.post("/api/v1/search.csv", json={"text": "dare"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline=""))
    assert (row["code"], row["title"]) == ("CASE-0001", '\'=HYPERLINK("x") dare')
    assert row["address"].endswith("/cases/CASE-0001")
    assert "CC BY 4.0" in row["licence"]


def test_changes_and_playlists_come_as_tables_of_what_a_visitor_sees(client: TestClient, archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        case = a_case(9001, title='=HYPERLINK("x") dare')
        call.casebook.put_starter(case, audience=NATIONAL, digest="x", at=call.now)
        for stop in playlists()["the-first-message"].stops[:1]:
            case = a_case(int(stop.code[-4:]), title="-1 dare")
            call.casebook.put_starter(case, audience=NATIONAL, digest=stop.code, at=call.now)
    filed(archive, audience=CIRCLE, title="Only for the circle")
    changed, stops = (
        client.get(f"/api/v1/{name}.csv").text.removeprefix("\ufeff") for name in ("changes", "playlists")
    )
    assert "Only for the circle" not in changed + stops
    rows = list(csv.DictReader(io.StringIO(changed, newline="")))
    assert {row["title"] for row in rows} == {'\'=HYPERLINK("x") dare', "'-1 dare"}
    assert {row["title"] for row in csv.DictReader(io.StringIO(stops, newline=""))} == {"'-1 dare"}
    assert "/api/v1/playlists.csv" in client.get("/api/v1/openapi.json").text


def test_the_topic_table_names_its_count_as_coarse(client: TestClient) -> None:
    heads = client.get("/api/v1/topics.csv").text.removeprefix("\ufeff").splitlines()[0]
    assert heads == '"code","name","cases, rounded down to fives"'


def test_a_feed_is_whole_xml_with_days_only() -> None:
    case = a_case(title="A dare & <b>more</b>\x07")
    root = ET.fromstring(feed("Viral dares", "/feed", [case], "https://x"))
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "A dare & <b>more</b>"
    assert entry.findtext(f"{ATOM}id") == "https://x/cases/CASE-0001"
    assert "CC BY 4.0" in (root.findtext(f"{ATOM}rights") or "")
    assert (root.findtext(f"{ATOM}updated") or "").endswith("-01T00:00:00Z")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 1, 31), "2026-01-01"),
        (date(2026, 5, 31), "2026-01-01"),
        (date(2026, 7, 4), "2026-06-01"),
        (date(2026, 12, 24), "2026-08-01"),
    ],
)
def test_a_feed_tells_the_term_and_neither_day_nor_month(day: date, told: str) -> None:
    root = ET.fromstring(feed("Viral dares", "/feed", [a_case(published_on=day)], "https://x"))
    assert {found.text for found in root.iter(f"{ATOM}updated")} == {f"{told}T00:00:00Z"}


def test_a_random_case_is_one_that_the_caller_may_see(archive: Archive) -> None:
    with pytest.raises(CaseNotFound):
        random_case(archive, VISITOR)
    filed(archive, audience=CIRCLE)
    seen = {filed(archive), filed(archive)}
    drawn = {random_case(archive, VISITOR).code for _ in range(60)}
    assert drawn == seen
