from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import parse_qs, urlparse

import pyotp
import pytest
from sqlalchemy import func, select

from api.archive import Archive, Call
from api.identity import OPERATOR
from corpus.accounts import passwords
from corpus.accounts.passwords import Looked, Passwords
from corpus.accounts.store import Account, Role
from corpus.accounts.tables import AttemptRow
from corpus.accounts.tries import SWEPT, WRONG_CODES, Tries
from corpus.errors import AccessDenied, BadInput, Overloaded
from tests.factories import NOON

PASSWORD = "correct horse battery"


def _factor(address: str) -> pyotp.TOTP:
    return pyotp.TOTP(parse_qs(urlparse(address).query)["secret"][0])


def _sign_in(call: Call, name: str, password: str, code: str, *, at: datetime) -> tuple[Account, str]:
    looked = call.archive.passwords.look(call.accounts.password_of(name), password)
    return call.accounts.sign_in(name, looked, code, at=at)


def test_name_password_and_code_together_sign_in_and_a_code_works_once(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        account, address = call.accounts.create("Rosa", PASSWORD, Role.REVIEWER, at=NOON)
        code = _factor(address).at(NOON)
        signed_in, token = _sign_in(call, "rosa", PASSWORD, code, at=NOON)
        assert signed_in == account
        assert call.accounts.signed_in(token, at=NOON) == account
        with pytest.raises(AccessDenied):
            _sign_in(call, "rosa", PASSWORD, code, at=NOON)
        call.accounts.sign_out(token)
        assert call.accounts.signed_in(token, at=NOON) is None


def test_a_session_ends_by_itself(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.STEWARD, at=NOON)
        _, token = _sign_in(call, "rosa", PASSWORD, _factor(address).at(NOON), at=NOON)
        assert call.accounts.signed_in(token, at=NOON + timedelta(hours=11)) is None


def test_every_wrong_part_is_refused_with_the_same_words(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        code = _factor(address).at(NOON)
        says = set()
        for wrong in (("rosa", "wrong password!", code), ("rosa", PASSWORD, "000000"), ("nobody", PASSWORD, code)):
            with pytest.raises(AccessDenied) as caught:
                _sign_in(call, *wrong, at=NOON)
            says.add(str(caught.value))
        assert len(says) == 1


def _refused(call: Call, password: str, code: str, name: str = "rosa") -> str:
    with pytest.raises(AccessDenied) as caught:
        _sign_in(call, name, password, code, at=NOON)
    return str(caught.value)


def test_who_guesses_a_password_locks_nobody_out(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        account, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        code = _factor(address).at(NOON)
        for _ in range(3 * WRONG_CODES):
            _refused(call, "guess", code)
        assert call.accounts.refused(account.id, at=NOON) == (3 * WRONG_CODES, 0)
        assert _sign_in(call, "rosa", PASSWORD, code, at=NOON)


def test_tries_that_count_no_longer_go_as_others_come(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        tries = Tries(call.session)
        for _ in range(2 * SWEPT):
            tries.note_refused("rosa", knew_password=True, at=NOON)
        later = NOON + timedelta(minutes=61)
        tries.note_refused("ben", knew_password=False, at=NOON + timedelta(minutes=30))
        for _ in range(3):
            tries.note_refused("rosa", knew_password=True, at=later)
        assert call.session.scalar(select(func.count()).select_from(AttemptRow)) == 4
        assert (tries.with_password("rosa", at=later), tries.refused("ben", at=later)) == (3, 1)


def test_who_knows_the_password_guesses_few_codes_an_hour_and_a_recovery_code_still_opens(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        account, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        says = {_refused(call, PASSWORD, "000000") for _ in range(WRONG_CODES)}
        says.add(_refused(call, PASSWORD, _factor(address).at(NOON)))
        assert len(says) == 1, "nor does an answer say that the password was right"
        assert call.accounts.refused(account.id, at=NOON) == (WRONG_CODES + 1, WRONG_CODES)
        recovery = call.accounts.renew_recovery_codes(account.id)[0]
        _refused(call, "guess", recovery)
        assert _sign_in(call, "rosa", PASSWORD, recovery, at=NOON)
        later = NOON + timedelta(hours=1, minutes=1)
        assert _sign_in(call, "rosa", PASSWORD, _factor(address).at(later), at=later)


def test_a_name_that_nobody_has_costs_as_much_as_one_that_somebody_has(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = []

    class Counting(passwords.PasswordHasher):
        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            hashed.append("new")
            return super().hash(password, salt=salt)

        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
            hashed.append("known")
            return super().verify(hash, password)

    with archive.writing(OPERATOR) as call:
        account, _ = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        call.accounts.create("gone", PASSWORD, Role.REVIEWER, at=NOON)
        call.accounts.close(account.id + 1)
    monkeypatch.setattr(passwords, "PasswordHasher", Counting)
    archive.passwords = Passwords()
    with archive.writing(OPERATOR) as call:
        for name in ("rosa", "nobody", "gone"):
            _refused(call, "guess", "000000", name)
    assert hashed == ["known", "new", "known"]


def test_a_password_that_was_changed_since_it_was_looked_at_signs_nobody_in(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        account, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        looked = archive.passwords.look(call.accounts.password_of("rosa"), PASSWORD)
        assert looked.fits
        call.accounts.set_password(account.id, "another horse battery")
        with pytest.raises(AccessDenied):
            call.accounts.sign_in("rosa", looked, _factor(address).at(NOON), at=NOON)
        with pytest.raises(AccessDenied):
            call.accounts.prove(account.id, looked, token="", at=NOON)
        with pytest.raises(AccessDenied):
            call.accounts.sign_in("nobody", Looked("", fits=True), "000000", at=NOON)


def test_who_finds_no_place_is_turned_away_at_once_and_a_place_is_given_back() -> None:
    full = Passwords(most=0)
    with pytest.raises(Overloaded):
        full.look("", PASSWORD)
    one = Passwords(most=1)
    assert not one.look("", PASSWORD).fits
    assert not one.look("no hash", PASSWORD).fits


@pytest.mark.parametrize(("name", "password"), [("x", PASSWORD), ("rosa", "short"), ("taken", PASSWORD)])
def test_a_name_or_password_that_will_not_do_is_refused_with_what_to_do(
    archive: Archive, name: str, password: str
) -> None:
    with archive.writing(OPERATOR) as call:
        call.accounts.create("taken", PASSWORD, Role.REVIEWER, at=NOON)
        with pytest.raises(BadInput):
            call.accounts.create(name, password, Role.REVIEWER, at=NOON)
