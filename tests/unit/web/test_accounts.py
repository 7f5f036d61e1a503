"""Accounts as pages: what is shown once, a QR code that says the same, a password that is changed, a closed account."""

import re

import pytest
import segno
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR, reviewer
from api.limits import SIGN_INS_A_MINUTE
from corpus.accounts.store import RECOVERY_CODES, Role
from tests.unit.web.conftest import site_of
from web.qr import qr_code

PASSWORD, WANTED = "correct horse battery", "another horse battery"


@pytest.fixture
def own(archive: Archive) -> TestClient:
    """Whoever has this account."""
    with archive.writing(OPERATOR) as call:
        account, _ = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=call.now)
    return site_of(archive, reviewer(account.id))


def test_a_password_is_changed_and_a_refusal_stands_at_its_field(own: TestClient) -> None:
    wrong = own.post("/account/password", data={"password": "guess", "wanted": WANTED})
    assert (wrong.status_code, 'id="password-problem"' in wrong.text) == (403, True)
    short = own.post("/account/password", data={"password": PASSWORD, "wanted": "short"})
    assert (short.status_code, 'id="wanted-problem"' in short.text) == (422, True)
    assert (
        "The password is changed" in own.post("/account/password", data={"password": PASSWORD, "wanted": WANTED}).text
    )
    assert "guess" not in wrong.text, "no password is ever drawn"


def test_an_account_tells_of_refused_sign_ins(own: TestClient) -> None:
    assert "Refused" not in own.get("/account").text
    guess = {"name": "rosa", "password": "guess", "code": "1"}
    assert own.post("/sign-in", data=guess).status_code == 403
    assert "all with a wrong password: 1." in own.get("/account").text
    own.post("/sign-in", data=guess | {"password": PASSWORD})
    assert "with your password and a wrong code: 1. If that was not you, change" in own.get("/account").text


def test_an_address_that_tries_too_often_is_told_at_the_field(own: TestClient) -> None:
    for _ in range(SIGN_INS_A_MINUTE):
        own.post("/sign-in", data={"name": "x", "password": "x", "code": "1"})
    late = own.post("/sign-in", data={"name": "rosa", "password": PASSWORD, "code": "1"})
    assert (late.status_code, "Wait a minute" in late.text) == (429, True)
    for path in ("/account/password", "/account/recovery-codes"):
        assert own.post(path, data={"password": PASSWORD, "wanted": WANTED, "proof": PASSWORD}).status_code == 429


def test_recovery_codes_are_shown_once(own: TestClient) -> None:
    assert "You have none" in own.get("/account").text
    assert own.post("/account/recovery-codes", data={"proof": "guess"}).status_code == 403
    page = own.post("/account/recovery-codes", data={"proof": PASSWORD}).text
    codes = re.findall(r'<li class="code">([\w-]+)</li>', page)
    assert len(codes) == RECOVERY_CODES
    again = own.get("/account").text
    assert codes[0] not in again
    assert f"{RECOVERY_CODES} of your codes are left" in again


@pytest.mark.parametrize("step", ["password", "recovery-codes"])
def test_a_step_that_is_reloaded_leads_back(own: TestClient, step: str) -> None:
    assert own.get(f"/account/{step}", follow_redirects=False).headers["location"] == "/account"


def test_signing_out_everywhere_leads_to_the_start(own: TestClient) -> None:
    answer = own.post("/account/sign-out-everywhere", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_visitor_has_no_account(site: TestClient) -> None:
    assert site.get("/account").status_code == 403


def test_a_new_account_has_a_qr_code_that_says_what_is_written_beside_it(office: TestClient) -> None:
    page = office.post("/accounts", data={"name": "Sam Rivers"}).text
    secret = re.findall(r'<dt>Second factor</dt><dd class="code wraps">([A-Z2-7 ]+)</dd>', page)[0].replace(" ", "")
    address = f"otpauth://totp/Precedent:sam%20rivers?secret={secret}&issuer=Precedent"
    assert f'<path d="{qr_code(address).path}"/>' in page


def test_a_qr_code_draws_every_dark_module_once() -> None:
    drawn = qr_code("otpauth://totp/x")
    dark = sum(sum(1 for module in row if module) for row in segno.make_qr("otpauth://totp/x", error="m").matrix)
    assert drawn.path.count("M") == dark
    assert re.fullmatch(r"(M\d+ \d+h1v1h-1z)+", drawn.path)


def test_closing_an_account_asks_first(office: TestClient, own: TestClient) -> None:
    number = re.findall(r'name="close" value="(\d+)"', office.get("/accounts").text)[0]
    asked = office.post("/accounts", data={"close": number}).text
    assert "Yes, close it" in asked
    assert 'href="/accounts#accounts">No, keep it' in asked
    assert "rosa, reviewer, number 1, closed" in office.post(f"/accounts/{number}/close").text
