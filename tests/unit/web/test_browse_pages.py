"""Rooms to read without a question, over HTTP with fake engines."""

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR
from corpus.model.case import NATIONAL, Action
from corpus.model.search import Answer, FacetName, Query
from corpus.model.taxonomy import Phase
from tests.factories import a_case
from tests.unit.web.test_site import filed

ACTIONS = (
    Action(phase=Phase.FIRST_HOUR, who="principal", what="Closed one restroom."),
    Action(phase=Phase.SAME_DAY, who="principal", what="Wrote to families."),
)


@pytest.mark.parametrize(
    "path",
    ["/topics", "/topics/2", "/topics/2/pack", "/calendar", "/calendar/fall", "/drill", "/playlists", "/changes", "/map",
     "/map/1", "/components", "/used", "/playlists/the-first-message", "/inquiries/phones-a-rule-that-lasts"],
)  # fmt: skip
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "filed"])
def test_rooms_are_open_even_where_nothing_is_in_them(
    site: TestClient, archive: Archive, path: str, empty: bool
) -> None:
    if not empty:
        filed(archive)
    answer = site.get(path)
    assert answer.status_code == (404 if empty and path == "/map/1" else 200)
    assert "<h1>" in answer.text


def test_a_new_archive_asks_for_its_first_case_instead_of_offering_what_it_has_not(
    site: TestClient, archive: Archive
) -> None:
    for path in ("/", "/topics"):
        page = site.get(path).text
        assert "Contribute the first case" in page
        assert 'href="/drill"' not in page
    assert "0 further cases" not in site.get("/calendar").text
    assert "0 minutes" not in site.get("/playlists/the-first-message").text
    filed(archive)
    for path in ("/", "/topics"):
        page = site.get(path).text
        assert "Contribute the first case" not in page
        assert 'href="/drill"' in page


@pytest.mark.parametrize(
    "path",
    ["/topics/2?page=0", "/topics/2?page=51", "/topics/2?page=x", "/calendar/monsoon", "/map/9", "/playlists/none",
     "/inquiries/none", "/topics/99/pack", "/drill/CASE-0099"],
)  # fmt: skip
def test_an_address_with_nothing_at_it_is_said_so(site: TestClient, archive: Archive, path: str) -> None:
    filed(archive)
    assert site.get(path).status_code in {404, 422}


def test_a_drill_asks_before_it_tells_and_keeps_nothing(site: TestClient, archive: Archive) -> None:
    code = filed(archive, actions=ACTIONS)
    start = site.get(f"/drill/{code}").text
    assert "Closed one restroom" not in start
    first = site.post(f"/drill/{code}", data={"answer": "I would <b>wait</b>."}).text
    assert "losed one restroom" in first
    assert "&lt;b&gt;wait&lt;/b&gt;" in first
    assert "Wrote to families" not in first
    assert "rote to families" not in first
    last = site.post(f"/drill/{code}", data={"answer": ["I would wait.", ""]}).text
    assert "rote to families" in last
    assert "How it ended" in last
    assert "<textarea" not in last
    assert "I would wait" not in site.get(f"/drill/{code}").text


def test_shelves_are_turned_by_links_and_say_no_exact_count(site: TestClient, archive: Archive) -> None:
    for number in range(23):
        filed(archive, title=f"Case on the shelf {number}")
    found = archive.index.search

    def everything(query: Query) -> Answer:
        hits = found(replace(query, text="case", limit=99, skip=0)).hits
        return Answer(hits[query.skip :][: query.limit], len(hits), {FacetName.OUTCOME: {"settled": 23}}, "fake")

    archive.index.search = everything  # type: ignore[method-assign]
    first, second = site.get("/topics/2.1").text, site.get("/topics/2.1?page=2").text
    assert 'href="/topics/2.1?page=2"' in first
    assert 'href="/topics/2.1"' in second
    shown = [set(re.findall(r'result__title"><a href="/cases/(CASE-\d+)', page)) for page in (first, second)]
    assert len(shown[1]) == 3
    assert shown[0] | shown[1] == {f"CASE-{number:04d}" for number in range(1, 24)}
    assert "<svg" in first
    assert '<svg class="chart' not in second
    assert ">23<" not in first


def test_a_search_is_taken_along_in_every_form_without_an_address_that_holds_it(
    site: TestClient, archive: Archive
) -> None:
    code = filed(archive)
    sent = {"text": "bathroom dare Jaylen Okafor"}
    text, table, program = (site.post(f"/search.{kind}", data=sent) for kind in ("txt", "csv", "json"))
    assert text.headers["content-type"].startswith("text/plain")
    assert code in text.text
    assert "CC BY 4.0" in text.text
    assert code in table.text
    assert program.json()["precedents"][0]["code"] == code
    assert all("Jaylen" not in answer.text for answer in (text, table, program))
    assert all(site.get(f"/search.{kind}", params=sent).status_code in {404, 405} for kind in ("txt", "csv", "json"))


def test_readers_part_cases_and_one_address_counts_once_a_day(site: TestClient, archive: Archive) -> None:
    one, other = filed(archive), filed(archive)
    for _ in range(5):
        assert site.post(f"/cases/{one}/alike", data={"other": other, "unlike": "1"}).status_code == 200
    with archive.reading(OPERATOR) as call:
        assert call.likenesses.of(1) == {2: -1}
    assert site.post(f"/cases/{one}/alike", data={"other": "CASE-0099"}).status_code == 404
    assert site.post(f"/cases/{one}/alike", data={"other": "no code"}).status_code == 404


def test_used_told_looked_at_and_shown(site: TestClient, desk: TestClient, archive: Archive) -> None:
    code = filed(archive)
    page = site.post(f"/cases/{code}/used").text
    reminder = re.search(r'id="reminder-code">([^<]+)<', page)
    assert reminder
    assert site.post("/used", data={"reminder": "2222-2222-2222"}).status_code == 404
    asked = site.post("/used", data={"reminder": reminder[1]}).text
    assert code in asked
    again = site.post("/used", data={"reminder": reminder[1], "insight": ""})
    assert (again.status_code, 'id="insight-problem"' in again.text) == (422, True)
    told = site.post("/used", data={"reminder": reminder[1], "insight": "Jaylen Okafor's plan helped us."}).text
    assert "Jaylen" not in told
    assert "helped us" not in site.get(f"/cases/{code}").text
    assert site.get("/review/insights").status_code == 403
    queue = desk.get("/review/insights").text
    use_id = re.search(r"/review/insights/(\d+)/let-in", queue)
    assert use_id
    refused = desk.post(f"/review/insights/{use_id[1]}/let-in", data={"insight": " "})
    assert refused.status_code == 422
    desk.post(f"/review/insights/{use_id[1]}/let-in", data={"insight": "The plan helped us."})
    shown = site.get(f"/cases/{code}").text
    assert "The plan helped us." in shown
    assert "leaders did" not in shown, "how many is said from five on"


def test_times_are_terms_on_every_page(site: TestClient, archive: Archive) -> None:
    filed(archive)
    filed(archive)
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(2, reason="withdrawn", at=call.now)
    for path in ("/cases/CASE-0001", "/cases/CASE-0002", "/changes"):
        page = site.get(path).text
        assert re.search("spring term 2026", page, re.IGNORECASE), path
        assert "2026-03-02" not in page, path
        assert "March" not in page, path


def test_a_case_of_a_circle_stands_in_no_room(site: TestClient, archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(title="Only for the circle, about a bathroom dare"), audience="circle:1", at=call.now)
        call.casebook.add(a_case(), audience=NATIONAL, at=call.now)
    archive.catch_up()
    for path in ("/", "/topics/2.1", "/calendar/fall", "/changes", "/map", "/map/1", "/topics/2/pack"):
        assert "Only for the circle" not in site.get(path).text, path
