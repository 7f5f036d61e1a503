"""What is kept of a caller at the edge: cookies as strict as the settings say, counts in which all processes share."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi import Response

from api.archive import Archive
from api.dependencies import SIGN_INS_A_MINUTE, Limits, keep_member, keep_session
from api.settings import Settings
from corpus.errors import TooMany

SIX = {"searches_a_minute": 6, "redactions_a_minute": 6, "submissions_an_hour": 6}


@pytest.mark.parametrize("secure", [True, False])
def test_cookies_of_sessions_leave_the_browser_as_the_settings_say_and_no_script_reads_them(
    archive: Archive, secure: bool
) -> None:
    archive.settings = replace(archive.settings, secure_cookies=secure)
    answer = Response()
    keep_session(answer, archive, "an account's")
    keep_member(answer, archive, "a member's")
    account, member = answer.headers.getlist("set-cookie")
    assert ("Secure" in account, "Secure" in member) == (secure, secure)
    assert ("HttpOnly" in account, "HttpOnly" in member) == (True, True)
    assert ("SameSite=strict" in account, "SameSite=lax" in member) == (True, True)


@pytest.mark.parametrize("count", [Limits.count_search, Limits.count_redaction, Limits.count_submission])
def test_processes_have_equal_parts_of_what_one_address_may_do(count: Callable[[Limits, str], None]) -> None:
    limits = Limits(Settings(workers=2, **SIX))
    _counts(limits, count, 3)
    rare = Limits(Settings(workers=9, **SIX))
    _counts(rare, count, 1)


def test_processes_have_equal_parts_of_the_sign_ins() -> None:
    _counts(Limits(Settings(workers=2)), Limits.count_sign_in, SIGN_INS_A_MINUTE // 2)


def _counts(limits: Limits, count: Callable[[Limits, str], None], most: int) -> None:
    for _ in range(most):
        count(limits, "192.0.2.1")
    with pytest.raises(TooMany):
        count(limits, "192.0.2.1")
    count(limits, "192.0.2.2")


def test_two_cases_are_called_alike_once_a_day_in_either_order_and_not_without_end() -> None:
    limits = Limits(Settings())
    assert [limits.count_likeness("192.0.2.1", *pair) for pair in ((1, 2), (2, 1), (1, 3))] == [True, False, True]
    assert limits.count_likeness("192.0.2.2", 2, 1)
    for other in range(27):
        limits.count_likeness("192.0.2.1", 1, 4 + other)
    with pytest.raises(TooMany):
        limits.count_likeness("192.0.2.1", 1, 40)
