"""Accounts over the JSON interface: signing in, recovery codes that work once, a password that is changed, closing."""

import pyotp
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.identity import OPERATOR
from api.limits import SIGN_INS_A_MINUTE, Limits
from corpus.accounts.passwords import Looked
from corpus.accounts.store import RECOVERY_CODES, Role
from corpus.accounts.tries import WRONG_PROOFS

PASSWORD, WANTED = "correct horse battery", "another horse battery"


@pytest.fixture
def factor(archive: Archive) -> pyotp.TOTP:
    with archive.writing(OPERATOR) as call:
        return pyotp.parse_uri(call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=call.now)[1])  # type: ignore[return-value]


def client(archive: Archive) -> TestClient:
    return TestClient(create_app(archive))


def sign_in(archive: Archive, code: str, password: str = PASSWORD) -> TestClient | None:
    who = client(archive)
    answer = who.post("/api/v1/sign-in", json={"name": "rosa", "password": password, "code": code})
    assert answer.status_code in {200, 403}
    return who if answer.status_code == 200 else None


@pytest.mark.usefixtures("factor")
def test_nobody_who_writes_waits_for_a_password_to_be_looked_at(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, written = archive.passwords.look, []

    def while_another_writes(stored: str, password: str) -> Looked:
        with archive.writing(OPERATOR) as call:
            call.record("write", "nothing:1")
        written.append(password)
        return look(stored, password)

    monkeypatch.setattr(archive.passwords, "look", while_another_writes)
    assert sign_in(archive, "000000", "a wrong password") is None
    assert written == ["a wrong password"]


@pytest.fixture
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Limits, "count_sign_in", lambda *_: None)


@pytest.fixture
def rosa(archive: Archive, factor: pyotp.TOTP) -> TestClient:
    who = sign_in(archive, factor.at(archive.clock()))
    assert who
    return who


def test_signing_in_opens_what_is_ones_own_and_signing_out_ends_it(rosa: TestClient, archive: Archive) -> None:
    own = {"name": "rosa", "role": "reviewer", "recovery_codes_left": 0, "refused": 0, "refused_with_password": 0}
    assert rosa.get("/api/v1/account").json() == own
    assert client(archive).get("/api/v1/account").status_code == 403
    rosa.post("/api/v1/sign-out")
    assert rosa.get("/api/v1/account").status_code == 403


def test_a_recovery_code_stands_in_once(rosa: TestClient, archive: Archive) -> None:
    assert rosa.post("/api/v1/account/recovery-codes", json={"password": "wrong"}).status_code == 403
    codes = rosa.post("/api/v1/account/recovery-codes", json={"password": PASSWORD}).json()["codes"]
    assert len(set(codes)) == RECOVERY_CODES
    assert sign_in(archive, codes[0], "wrong") is None, "a wrong password uses nothing up"
    assert sign_in(archive, codes[0].lower().replace("-", " ")) is not None
    assert sign_in(archive, codes[0]) is None
    assert rosa.get("/api/v1/account").json()["recovery_codes_left"] == RECOVERY_CODES - 1
    rosa.post("/api/v1/account/recovery-codes", json={"password": PASSWORD})
    assert sign_in(archive, codes[1]) is None, "new codes end the old ones"


def test_nobody_recovers_with_nothing_or_with_anothers_code(rosa: TestClient, archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        other, _ = call.accounts.create("sam", PASSWORD, Role.REVIEWER, at=call.now)
        foreign = call.accounts.renew_recovery_codes(other.id)[0]
    for code in ("", "-", "ÄÖÜ", foreign):
        assert sign_in(archive, code) is None, code


def test_a_changed_password_ends_every_other_session(rosa: TestClient, archive: Archive) -> None:
    codes = rosa.post("/api/v1/account/recovery-codes", json={"password": PASSWORD}).json()["codes"]
    other = sign_in(archive, codes[0])
    assert other
    for wanted in ("short", PASSWORD):
        given = {"password": PASSWORD, "wanted": wanted}
        assert rosa.put("/api/v1/account/password", json=given).status_code == 422
    wrong = {"password": WANTED, "wanted": WANTED}
    assert rosa.put("/api/v1/account/password", json=wrong).status_code == 403
    assert rosa.put("/api/v1/account/password", json={"password": PASSWORD, "wanted": WANTED}).status_code == 200
    assert rosa.get("/api/v1/account").status_code == 200
    assert other.get("/api/v1/account").status_code == 403
    assert sign_in(archive, codes[1]) is None
    assert sign_in(archive, codes[1], WANTED) is not None


def test_signing_out_everywhere_ends_this_session_too(rosa: TestClient, archive: Archive) -> None:
    codes = rosa.post("/api/v1/account/recovery-codes", json={"password": PASSWORD}).json()["codes"]
    other = sign_in(archive, codes[0])
    assert other
    rosa.post("/api/v1/account/sign-out-everywhere")
    assert {who.get("/api/v1/account").status_code for who in (rosa, other)} == {403}


def test_a_stolen_session_can_not_guess_the_password_and_hinders_no_other(
    rosa: TestClient, archive: Archive, no_limits: None
) -> None:
    codes = rosa.post("/api/v1/account/recovery-codes", json={"password": PASSWORD}).json()["codes"]
    for _ in range(WRONG_PROOFS):
        rosa.put("/api/v1/account/password", json={"password": "guess", "wanted": WANTED})
    late = {"password": PASSWORD, "wanted": WANTED}
    assert rosa.put("/api/v1/account/password", json=late).status_code == 403
    assert rosa.post("/api/v1/account/recovery-codes", json={"password": PASSWORD}).status_code == 403
    other = sign_in(archive, codes[0])
    assert other
    assert other.put("/api/v1/account/password", json=late).status_code == 200


def test_an_address_has_so_many_tries_a_minute_over_all_names_and_pages(
    rosa: TestClient, factor: pyotp.TOTP, archive: Archive
) -> None:
    guesses = ({"name": f"name {number}", "password": "guess", "code": "1"} for number in range(SIGN_INS_A_MINUTE - 1))
    assert {rosa.post("/api/v1/sign-in", json=guess).status_code for guess in guesses} == {403}
    asked = rosa.post("/api/v1/sign-in", json={"name": "rosa", "password": PASSWORD, "code": "1"})
    assert (asked.status_code, "Wait a minute" in asked.json()["says"]) == (429, True)
    assert rosa.put("/api/v1/account/password", json={"password": "guess", "wanted": WANTED}).status_code == 429
    assert rosa.post("/api/v1/account/recovery-codes", json={"password": "guess"}).status_code == 429
    assert rosa.get("/api/v1/account").json()["refused_with_password"] == 0, "nothing was looked at"


def test_a_steward_makes_and_closes_accounts(archive: Archive, rosa: TestClient) -> None:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("lee", PASSWORD, Role.STEWARD, at=call.now)
    lee = client(archive)
    code = pyotp.parse_uri(address).at(archive.clock())
    lee.post("/api/v1/sign-in", json={"name": "lee", "password": PASSWORD, "code": code})
    made = lee.post("/api/v1/accounts", json={"name": "Sam Rivers"}).json()
    assert (made["name"], made["factor"].startswith("otpauth://")) == ("sam rivers", True)
    known = {account["name"]: account for account in lee.get("/api/v1/accounts").json()}
    assert lee.post(f"/api/v1/accounts/{known['rosa']['id']}/close").json() == {"state": "closed"}
    assert rosa.get("/api/v1/account").status_code == 403
    assert lee.post(f"/api/v1/accounts/{known['lee']['id']}/close").status_code == 403
    assert lee.post("/api/v1/accounts/99/close").status_code == 404
