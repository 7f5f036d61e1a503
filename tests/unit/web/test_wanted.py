"""Wanted cases and the digest on the site, and who may do what there."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR
from tests.conftest import Clock
from tests.factories import a_case


def leave(site: TestClient, text: str = "Owls of Jaylen nest indoors") -> None:
    assert "Leave it" in site.post("/wanted", data={"text": text}).text
    assert "Thank you" in site.post("/wanted", data={"text": text, "sure": "1"}).text


def test_a_wish_is_left_in_two_steps_looked_at_and_listed_everywhere(site: TestClient, office: TestClient) -> None:
    leave(site)
    assert "nest" not in site.get("/wanted").text
    waiting = office.get("/wanted/waiting").text
    assert "Owls of [Person 3] nest indoors" in waiting
    office.post("/wanted/1/look", data={"wish": "Owls nest in a gym"})
    for path in ("/wanted", "/digest", "/api/v1/wanted", "/api/v1/wanted.csv", "/api/v1/wanted.atom", "/api/v1/digest"):
        body = site.get(path).text
        assert "Owls nest in a gym" in body, path
        assert "Person" not in body, path
    assert site.get("/api/v1/wanted/1").json()["wanted"][0]["wished"] == 0
    assert site.get("/api/v1/wanted/2").status_code == 404


def test_a_steward_takes_a_listed_wish_off_again(site: TestClient, office: TestClient) -> None:
    leave(site)
    office.post("/wanted/1/look", data={"wish": "Owls nest in a gym"})
    assert "off the list" not in site.get("/wanted").text
    assert "Take wish 1 off the list" in office.get("/wanted").text
    office.post("/wanted/1/look", data={"leave_out": "1"})
    assert "Owls" not in site.get("/wanted").text


def test_looking_first_keeps_nothing(site: TestClient, office: TestClient) -> None:
    site.post("/wanted", data={"text": "Owls nest indoors"})
    assert "Nothing waits" in office.get("/wanted/waiting").text


def test_only_stewards_look(site: TestClient, desk: TestClient) -> None:
    leave(site)
    for visitor in (site, desk):
        assert visitor.get("/wanted/waiting").status_code == 403
        assert visitor.post("/wanted/1/look", data={"wish": "x"}).status_code == 403
        assert visitor.get("/api/v1/wanted/waiting").status_code == 403
        for verb in ("list", "join", "leave-out"):
            given = {"wish": "x"} if verb == "list" else {"into": 1}
            assert visitor.post(f"/api/v1/wanted/1/{verb}", json=given).status_code == 403


def test_a_steward_joins_and_leaves_out(site: TestClient, office: TestClient) -> None:
    for text in ("Owls nest indoors", "Birds nest indoors", "Something told"):
        leave(site, text)
    office.post("/wanted/1/look", data={"wish": "Owls nest indoors"})
    office.post("/wanted/2/look", data={"into": "1"})
    assert office.post("/wanted/3/look", data={"wish": ""}).status_code == 422
    office.post("/wanted/3/look", data={"leave_out": "1"})
    assert "Nothing waits" in office.get("/wanted/waiting").text
    assert [one["wish"] for one in site.get("/api/v1/wanted").json()["wanted"]] == ["Owls nest indoors"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script> nests", '=HYPERLINK("x") nests', "\x00 nests", "'--nests"])
def test_hostile_wishes_are_words_everywhere(site: TestClient, office: TestClient, text: str) -> None:
    leave(site, text)
    office.post("/wanted/1/look", data={"wish": text})
    for path in ("/wanted", "/digest", "/wanted/waiting", "/api/v1/wanted.atom"):
        body = office.get(path).text
        assert "<script>alert" not in body
    assert '"=HYPERLINK' not in office.get("/api/v1/wanted.csv").text


def test_a_wish_that_is_answered_or_too_long_is_told_so(site: TestClient, archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience="national", at=call.now)
    answered = site.post("/wanted", data={"text": "a dare", "sure": "1"})
    assert (answered.status_code, "holds a close precedent" in answered.text) == (422, True)
    assert site.post("/wanted", data={"text": "x" * 401, "sure": "1"}).status_code == 422


def test_the_digest_shows_last_month_to_whom_it_may(site: TestClient, archive: Archive, clock: Clock) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(title="Told to all"), audience="national", at=call.now)
        call.casebook.add(a_case(title="Told inside"), audience="circle:7", at=call.now)
    clock.pass_by(timedelta(days=31))
    for path in ("/digest", "/api/v1/digest", "/api/v1/digest.atom"):
        body = site.get(path).text
        assert "Told to all" in body
        assert "inside" not in body
        assert "2026-03-02" not in body
