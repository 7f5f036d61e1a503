"""Circles in a browser: a steward makes one and invites, whoever joins reads the charter first and sees its case."""

import pytest

from api.identity import OPERATOR
from corpus.accounts.store import Role
from tests.browser.conftest import Visitors
from tests.browser.support import PHONE, Site, session_of
from tests.factories import a_case

pytestmark = pytest.mark.browser
SECRET = "Bathroom damage that only this circle may read about"


def test_invited_joined_and_the_circles_case_is_seen(visitor: Visitors, site: Site) -> None:
    steward = visitor(PHONE, state=session_of(site, "lee", Role.STEWARD))
    steward.open("/circles")
    steward.page.get_by_label("Name").fill("Morning circle")
    steward.press("Make it")
    assert steward.page.locator("#charter-problem").is_visible()
    steward.page.get_by_label("Charter").fill("We share what went wrong.")
    steward.press("Make it")
    number = int(steward.page.url.rsplit("/", 1)[1])
    steward.press("Make an invitation")
    invitation = steward.page.locator("#invitation-code").inner_text()
    assert steward.sideways() == 0
    assert steward.accessibility_problems() == []
    with site.archive.writing(OPERATOR) as call:
        code = call.casebook.add(a_case(title=SECRET), audience=f"circle:{number}", at=call.now).code
    site.archive.catch_up()
    guest = visitor(PHONE)
    guest.open(f"/cases/{code}", status=404)
    guest.open(f"/join#{invitation}")
    assert guest.page.get_by_label("Invitation code").input_value() == invitation
    assert invitation not in guest.page.url
    assert guest.accessibility_problems() == []
    guest.press("Read the charter")
    assert "We share what went wrong." in guest.page.locator(".charter").inner_text()
    assert guest.accessibility_problems() == []
    guest.press("I agree, join")
    guest.page.get_by_role("link", name=code).click()
    guest.page.wait_for_load_state()
    assert guest.page.get_by_role("heading", level=1).inner_text() == SECRET
    assert guest.complaints == []
    stranger = visitor()
    stranger.open(f"/cases/{code}", status=404)
    stranger.open("/join")
    stranger.page.get_by_label("Invitation code").fill(invitation)
    stranger.press("Read the charter")
    assert stranger.page.locator("#invitation-problem").is_visible()
