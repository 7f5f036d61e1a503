"""Saved searches on the site: what is shown once, what a link shows, how letters are agreed to and ended."""

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR
from api.workflow.letters import send_letters
from corpus.model.search import Answer, Band, Query
from tests.factories import a_case
from tests.unit.api.test_alerts import FakePost


def file_case(archive: Archive, title: str = "A dare goes around", audience: str = "national") -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(title=title), audience=audience, at=call.now)


def save(site: TestClient, text: str = "a dare of Jaylen", **fields: str) -> tuple[str, str]:
    """The path that is shared, and the owner's code."""
    page = site.post("/saved", data={"text": text, **fields}).text
    path = re.search(r'id="saved-address">http[^/]+//[^/]+(/saved/[a-z2-7]{26})<', page)
    own = re.search(r'id="saved-own">([a-z2-7]{26})<', page)
    assert path
    assert own
    return path[1], own[1]


def test_a_saved_search_is_opened_by_its_link_and_names_its_feeds(site: TestClient, archive: Archive) -> None:
    path, _ = save(site, filter="topic:2.1")
    file_case(archive)
    file_case(archive, "A dare inside", audience="circle:7")
    page = site.get(path).text
    assert page.count("A dare goes around") == 2  # new, and found
    assert "inside" not in page
    assert "Jaylen" not in page
    for link in (f"/api/v1{path}", f"/api/v1{path}/feed.atom", f"/api/v1{path}/alert.atom"):
        assert link in page
        assert site.get(link).status_code == 200
    assert "<entry>" in site.get(f"/api/v1{path}/alert.atom").text
    assert site.get(f"/api/v1{path}").json()["asked"] == "a dare of [Person 3]"


def test_its_owner_ends_it_and_nothing_is_left_at_its_link(site: TestClient) -> None:
    path, own = save(site)
    wrong = site.post("/saved/own", data={"own_code": path.rpartition("/")[2], "end": "1"})
    assert wrong.status_code == 422
    assert "No saved search belongs to that code" in wrong.text
    assert "Nothing of it is kept" in site.post("/saved/own", data={"own_code": own, "end": "1"}).text
    for gone in (path, f"/api/v1{path}", f"/api/v1{path}/feed.atom", f"/api/v1{path}/alert.atom"):
        assert site.get(gone).status_code == 404


def test_a_search_that_can_not_be_saved_is_told_so(site: TestClient) -> None:
    answer = site.post("/saved", data={"text": " "})
    assert answer.status_code == 422
    assert "choose at least one filter" in answer.text


def test_letters_are_offered_where_there_is_a_mail_server_and_agreed_to_by_their_reader(
    site: TestClient, archive: Archive
) -> None:
    assert "E-mail" not in site.get("/saved").text
    post = FakePost()
    archive.post = post
    path, own = save(site)
    bad = site.post("/saved/own", data={"own_code": own, "address": "nobody"})
    assert (bad.status_code, "not an e-mail address" in bad.text) == (422, True)
    site.post("/saved/own", data={"own_code": own, "address": "dana@x.example"})
    send_letters(archive)
    link = "/saved/letters/" + post.sent[0][1].partition("/saved/letters/")[2].split()[0]
    assert "Nothing is sent before you agree" in site.get(link).text
    site.post(link, data={"agree": "1"})
    file_case(archive)
    site.get(path)
    assert send_letters(archive) == 1
    site.post(link, data={"end": "1"})
    assert site.get(link).status_code == 404
    assert site.get(path).status_code == 200


def test_link_and_code_stay_on_the_page_that_asks_for_an_address(site: TestClient, archive: Archive) -> None:
    archive.post = FakePost()
    page = site.post("/saved", data={"text": "a dare of Jaylen"}).text
    form = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    for address, status in (("", 422), ("nobody", 422), ("dana@x.example", 200)):
        again = site.post("/saved/own", data={**form, "address": address})
        assert again.status_code == status
        assert ('id="address-problem"' in again.text) == (status == 422)
        assert f'/saved/{form["code"]}"' in again.text
        assert f'id="saved-own">{form["own_code"]}<' in again.text
    assert "A letter is on its way" in again.text


def test_a_code_that_opens_nothing_stays_in_its_field(site: TestClient) -> None:
    assert 'value="abc"' in site.post("/saved/own", data={"own_code": "abc", "end": "1"}).text


def test_one_click_in_a_mail_program_ends_the_letters_without_a_session(site: TestClient, archive: Archive) -> None:
    post = FakePost()
    archive.post = post
    _, own = save(site)
    site.post("/saved/own", data={"own_code": own, "address": "dana@x.example"})
    send_letters(archive)
    site.cookies.clear()
    link = "/saved/letters/" + post.ends_at[0].partition("/saved/letters/")[2]
    assert site.post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert site.get(link).status_code == 404


def test_the_page_of_results_leads_to_both_and_holds_no_question_in_an_address(
    site: TestClient, archive: Archive
) -> None:
    file_case(archive)
    page = site.post("/search", data={"text": "dare of Jaylen"}).text
    assert 'formaction="/saved"' in page
    assert 'form="wish"' not in page
    none = site.post("/search", data={"text": "owls of Jaylen"}).text
    assert 'form="wish" name="text" value="owls of [Person 3]"' in none
    assert 'form="wish" formaction="/saved" name="text" value="owls of [Person 3]"' in none
    assert not re.findall(r'(?:href|action)="[^"]*(?:dare|owls|Person)', page + none)


@pytest.mark.parametrize("code", ["x", "a" * 26, "%00", "..%2f..%2fetc", "<script>"])
def test_what_is_no_code_is_absent(site: TestClient, code: str) -> None:
    for path in ("/saved/", "/saved/letters/", "/api/v1/saved/"):
        assert site.get(path + code).status_code == 404
    assert site.post(f"/saved/letters/{code}", data={"agree": "1"}).status_code == 404


def test_a_weak_hit_is_in_no_feed(site: TestClient, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    file_case(archive)
    path, _ = save(site)
    search = archive.index.search

    def weakly(query: Query) -> Answer:
        found = search(query)
        return replace(found, hits=tuple(replace(hit, band=Band.WEAK) for hit in found.hits))

    monkeypatch.setattr(archive.index, "search", weakly)
    assert "<entry>" not in site.get(f"/api/v1{path}/feed.atom").text
