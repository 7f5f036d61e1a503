from datetime import timedelta
from urllib.parse import parse_qs, urlparse

import pyotp
import pytest

from api.archive import Archive
from api.identity import OPERATOR
from corpus.accounts.store import ATTEMPTS_AN_HOUR, Role
from corpus.errors import AccessDenied, BadInput
from tests.factories import NOON

PASSWORD = "correct horse battery"


def _factor(address: str) -> pyotp.TOTP:
    return pyotp.TOTP(parse_qs(urlparse(address).query)["secret"][0])


def test_name_password_and_code_together_sign_in_and_a_code_works_once(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        account, address = call.accounts.create("Rosa", PASSWORD, Role.REVIEWER, at=NOON)
        code = _factor(address).at(NOON)
        signed_in, token = call.accounts.sign_in("rosa", PASSWORD, code, at=NOON)
        assert signed_in == account
        assert call.accounts.signed_in(token, at=NOON) == account
        with pytest.raises(AccessDenied):
            call.accounts.sign_in("rosa", PASSWORD, code, at=NOON)
        call.accounts.sign_out(token)
        assert call.accounts.signed_in(token, at=NOON) is None


def test_a_session_ends_by_itself(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.STEWARD, at=NOON)
        _, token = call.accounts.sign_in("rosa", PASSWORD, _factor(address).at(NOON), at=NOON)
        assert call.accounts.signed_in(token, at=NOON + timedelta(hours=11)) is None


def test_every_wrong_part_is_refused_with_the_same_words(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        code = _factor(address).at(NOON)
        says = set()
        for wrong in (("rosa", "wrong password!", code), ("rosa", PASSWORD, "000000"), ("nobody", PASSWORD, code)):
            with pytest.raises(AccessDenied) as caught:
                call.accounts.sign_in(*wrong, at=NOON)
            says.add(str(caught.value))
        assert len(says) == 1


def test_guessing_stops_after_the_allowed_tries_and_starts_again_after_an_hour(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=NOON)
        for _ in range(ATTEMPTS_AN_HOUR):
            with pytest.raises(AccessDenied):
                call.accounts.sign_in("rosa", "guess", "000000", at=NOON)
        with pytest.raises(AccessDenied, match="Too many"):
            call.accounts.sign_in("rosa", PASSWORD, _factor(address).at(NOON), at=NOON)
        later = NOON + timedelta(hours=1, minutes=1)
        assert call.accounts.sign_in("rosa", PASSWORD, _factor(address).at(later), at=later)


@pytest.mark.parametrize(("name", "password"), [("x", PASSWORD), ("rosa", "short"), ("taken", PASSWORD)])
def test_a_name_or_password_that_will_not_do_is_refused_with_what_to_do(
    archive: Archive, name: str, password: str
) -> None:
    with archive.writing(OPERATOR) as call:
        call.accounts.create("taken", PASSWORD, Role.REVIEWER, at=NOON)
        with pytest.raises(BadInput):
            call.accounts.create(name, password, Role.REVIEWER, at=NOON)
