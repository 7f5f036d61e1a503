"""Circles as pages: the charter before joining, codes in no address, members by number, leaving."""

import re

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR, VISITOR, member
from api.workflow import circles
from corpus.casebook.case_codes import code_of
from corpus.model.circle import Circle
from tests.unit.api.journeys import published, titled
from tests.unit.web.conftest import site_of

CHARTER = "We share what went wrong.\nWe name nobody."


@pytest.fixture
def circle(archive: Archive) -> Circle:
    with archive.writing(OPERATOR) as call:
        return circles.create(call, "Lake principals", CHARTER)


def invited(office: TestClient, circle: Circle) -> str:
    page = office.post(f"/circles/{circle.id}/invite").text
    return re.findall(r'id="invitation-code">([^<]+)<', page)[0]


def test_the_charter_is_read_before_joining_and_an_invitation_works_once(
    site: TestClient, office: TestClient, circle: Circle
) -> None:
    code = invited(office, circle)
    for _ in range(2):
        shown = site.post("/join", data={"invitation": f" {code} "})
        assert "We name nobody." in shown.text
    assert "precedent_member" not in site.cookies, "reading uses nothing up"
    joined = site.post("/join", data={"invitation": code, "agree": "1"}, follow_redirects=False)
    assert (joined.status_code, joined.headers["location"]) == (303, f"/circles/{circle.id}")
    again = site.post("/join", data={"invitation": code, "agree": "1"})
    assert again.status_code == 404
    assert 'id="invitation-problem"' in again.text
    assert f'value="{code}"' in again.text


def test_a_member_sees_the_circles_case_and_a_visitor_does_not(
    site: TestClient, office: TestClient, archive: Archive, circle: Circle
) -> None:
    own = member(VISITOR, frozenset({circle.audience}))
    secret = titled("Zebrafinch damage after a dare that went around")
    code = code_of(published(archive, secret, by=own, audience=circle.audience)[1])
    assert site.get(f"/cases/{code}").status_code == 404
    assert site.get(f"/circles/{circle.id}").status_code == 403
    site.post("/join", data={"invitation": invited(office, circle), "agree": "1"})
    assert "Zebrafinch" in site.get(f"/circles/{circle.id}").text
    assert "We name nobody." in site.get(f"/circles/{circle.id}").text
    assert "Zebrafinch" in site.get(f"/cases/{code}").text
    assert "Zebrafinch" not in office.get(f"/circles/{circle.id}").text, "stewards are no members"


def test_another_circle_looks_exactly_absent(archive: Archive, circle: Circle) -> None:
    outsider = site_of(archive, member(VISITOR, frozenset({"circle:77"})))
    other, absent = outsider.get(f"/circles/{circle.id}"), outsider.get("/circles/99")
    assert (other.status_code, other.text) == (404, absent.text)


def test_leaving_asks_first_and_closes_the_circle(site: TestClient, office: TestClient, circle: Circle) -> None:
    site.post("/join", data={"invitation": invited(office, circle), "agree": "1"})
    assert "Leave every circle?" in site.post("/circles/leave", data={"leave": "1"}).text
    assert site.get(f"/circles/{circle.id}").status_code == 200
    site.post("/circles/leave", data={"sure": "1"})
    assert site.get(f"/circles/{circle.id}").status_code == 403


def test_a_steward_makes_a_circle_and_problems_keep_what_was_typed(office: TestClient) -> None:
    wrong = office.post("/circles", data={"name": "Hill principals", "charter": " "})
    assert wrong.status_code == 422
    assert 'id="charter-problem"' in wrong.text
    assert 'value="Hill principals"' in wrong.text
    made = office.post("/circles", data={"name": "Hill principals", "charter": CHARTER})
    assert "Hill principals</h1>" in made.text
    assert "Nobody has joined yet." in made.text


def test_the_charter_is_written_anew(office: TestClient, circle: Circle) -> None:
    here = f"/circles/{circle.id}"
    assert office.post(f"{here}/charter", data={"charter": "x" * 5_000}).status_code == 422
    assert "Short answers." in office.post(f"{here}/charter", data={"charter": "Short answers."}).text


def test_members_have_numbers_and_can_be_shut_out(site: TestClient, office: TestClient, circle: Circle) -> None:
    site.post("/join", data={"invitation": invited(office, circle), "agree": "1"})
    page = office.get(f"/circles/{circle.id}").text
    (action,) = re.findall(r'action="(/circles/\d+/members/\d+/remove)"', page)
    office.post(action)
    assert site.get(f"/circles/{circle.id}").status_code == 404
    assert office.post(action).status_code == 404


def test_an_invitation_is_shown_once(office: TestClient, circle: Circle) -> None:
    code = invited(office, circle)
    again = office.get(f"/circles/{circle.id}/invite", follow_redirects=False)
    assert (again.status_code, again.headers["location"]) == (303, f"/circles/{circle.id}")
    assert code not in office.get(f"/circles/{circle.id}").text


@pytest.mark.parametrize("path", ["/circles", "/circles/1/charter", "/circles/1/invite", "/circles/1/members/1/remove"])
def test_a_member_does_nothing_of_a_stewards(archive: Archive, path: str) -> None:
    insider = site_of(archive, member(VISITOR, frozenset({"circle:1"})))
    assert insider.post(path, data={"name": "x", "charter": "y"}).status_code == 403


def test_a_reviewers_account_is_made_and_shown_once(office: TestClient, desk: TestClient) -> None:
    assert desk.get("/accounts").status_code == 403
    short = office.post("/accounts", data={"name": "x"})
    assert (short.status_code, 'id="name-problem"' in short.text) == (422, True)
    made = office.post("/accounts", data={"name": "Sam Rivers"})
    assert made.status_code == 201
    assert "shown only now" in made.text
    taken = office.post("/accounts", data={"name": "sam rivers"})
    assert "taken" in taken.text
    assert 'value="sam rivers"' in taken.text
    assert "Second factor" not in office.get("/accounts").text


def test_a_withdrawn_case_is_gone_for_its_members_and_absent_for_others(archive: Archive, circle: Circle) -> None:
    _, number = published(
        archive,
        titled("A dare of the circle"),
        by=member(VISITOR, frozenset({circle.audience})),
        audience=circle.audience,
    )
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(number, reason="withdrawn", at=call.now)
    path = f"/cases/{code_of(number)}"
    assert site_of(archive, member(VISITOR, frozenset({circle.audience}))).get(path).status_code == 410
    assert site_of(archive, VISITOR).get(path).status_code == 404


def test_whoever_has_no_circle_is_led_to_the_invitation_as_well_as_to_the_sign_in(site: TestClient) -> None:
    refused = site.get("/circles")
    assert refused.status_code == 403
    assert refused.text.index('class="usa-button" href="/join"') < refused.text.index('action="/sign-in"')
    assert 'class="usa-button" href="/join"' not in site.get("/review").text
