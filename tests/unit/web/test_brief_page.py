"""The brief as a page: in a body, printable, every line linked, taps that need no script."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from tests.unit.web.test_site import filed
from web.app import create_site

SITUATION = "bathroom dare filmed by Jaylen in our middle school"


@pytest.fixture
def site(archive: Archive) -> Iterator[TestClient]:
    filed(archive)
    with TestClient(create_site(archive), raise_server_exceptions=False) as client:
        yield client


def test_a_brief_shows_the_redacted_situation_and_links_each_line_to_its_case(site: TestClient) -> None:
    page = site.post("/brief", data={"text": SITUATION}).text
    assert "Jaylen" not in page
    assert "We removed <strong>1 name</strong>" in page
    for line in ("Wrote to all families and named the dare.", "The damage stopped after a week."):
        after = page.split(line, 1)[1]
        assert "/cases/CASE-0001" in after[:200]


def test_a_tap_is_kept_with_the_situation_and_pressing_it_again_takes_it_back(site: TestClient) -> None:
    tapped = site.post("/brief", data={"text": "bathroom", "set": "police:yes"}).text
    assert '<input type="hidden" name="tap" value="police:yes">' in tapped
    assert 'name="set" value="police:" aria-pressed="true"' in tapped
    back = site.post("/brief", data={"text": "bathroom", "tap": "police:yes", "set": "police:"}).text
    assert 'value="police:yes" aria-pressed="false"' in back


def test_what_no_tap_takes_is_left_aside(site: TestClient) -> None:
    answer = site.post("/brief", data={"text": "bathroom", "set": ["mood:bad", "level:<b>", "x"]})
    assert answer.status_code == 200
    assert 'name="tap"' not in answer.text


def test_files_to_take_along_answer_the_same_form(site: TestClient) -> None:
    form = {"text": SITUATION, "tap": "police:no"}
    assert site.post("/brief.txt", data=form).text.startswith("What 1 school did")
    assert site.post("/brief.csv", data=form).headers["content-type"] == "text/csv; charset=utf-8"


def test_nothing_close_gives_no_brief_and_says_so(site: TestClient) -> None:
    page = site.post("/brief", data={"text": "quantum"}).text
    assert "No close precedent yet" in page
    assert "/cases/CASE" not in page


@pytest.mark.parametrize("text", ["", " \n", "smoke " * 5_000])
def test_an_empty_or_endless_situation_comes_back_with_its_problem(site: TestClient, text: str) -> None:
    answer = site.post("/brief", data={"text": text})
    assert answer.status_code == 422
    assert 'id="text-problem"' in answer.text


def test_results_lead_to_the_brief_without_an_address_that_holds_the_question(site: TestClient) -> None:
    page = site.post("/search", data={"text": SITUATION}).text
    assert '<form id="take" action="/brief" method="post">' in page
    assert 'form="take" name="text" value="bathroom dare filmed by [Person' in page
    assert site.get("/brief").status_code == 200


def test_results_come_as_a_table_under_their_filters(site: TestClient) -> None:
    page = site.post("/search", data={"text": "bathroom", "filter": "level:high"}).text
    assert 'form="take" name="filter" value="level:high"' in page
    table = site.post("/search.csv", data={"text": "bathroom", "filter": "level:high"})
    assert table.headers["content-disposition"] == 'attachment; filename="precedent-search.csv"'
    assert '"CASE-0001"' in table.text
