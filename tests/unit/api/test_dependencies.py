"""What is kept of a caller at the edge: cookies as strict as the settings say, and whose request it is."""

from dataclasses import replace

import pytest
from fastapi import Request, Response

from api.archive import Archive
from api.dependencies import get_address, keep_member, keep_session


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


@pytest.mark.parametrize(
    ("client", "address"),
    [(("192.0.2.7", 4), "192.0.2.7"), (("2001:db8:1:2::7", 4), "2001:db8:1:2::/64"), (None, "unknown")],
)
def test_a_request_is_counted_for_the_line_that_it_came_from(client: tuple[str, int] | None, address: str) -> None:
    assert get_address(Request({"type": "http", "client": client})) == address
