"""Reading without a question: every room at both widths, by keyboard, and the ways through them."""

import pytest

from api.identity import VISITOR
from tests.browser.conftest import Visitors
from tests.browser.support import DESK, PHONE, Site

pytestmark = pytest.mark.browser
ROOMS = (
    "/calendar", "/calendar/fall", "/map", "/map/1", "/drill", "/drill/{code}", "/playlists", "/changes",
    "/playlists/before-you-punish-everyone", "/playlists/before-you-punish-everyone/pack", "/used", "/components",
    "/inquiries/phones-a-rule-that-lasts", "/topics/2?page=2",
)  # fmt: skip


def code_of_some_case(site: Site) -> str:
    with site.archive.reading(VISITOR) as call:
        return call.casebook.newest(VISITOR.audiences, 1)[0].code


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ROOMS)
def test_room_is_accessible_and_fits(visitor: Visitors, site: Site, path: str, size: tuple[int, int]) -> None:
    visit = visitor(size)
    visit.open(path.format(code=code_of_some_case(site)))
    assert visit.flaws() == []


def test_the_map_leads_to_a_cluster_and_to_a_case_by_keyboard(visitor: Visitors) -> None:
    visit = visitor(DESK)
    visit.open("/map")
    mark = visit.page.locator(".map__mark").first
    name = (mark.get_attribute("aria-label") or "").partition(": ")[2]
    mark.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/map/*")
    assert visit.page.get_by_role("heading", level=1).inner_text().lower() == name.lower()
    dot = visit.page.locator(".dot-link").first
    address = dot.get_attribute("href")
    dot.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**{address}")
    assert visit.complaints == []


def test_a_drill_unfolds_without_scripts_and_leaves_nothing_behind(visitor: Visitors, site: Site) -> None:
    visit = visitor(PHONE, scripts=False)
    visit.open(f"/drill/{code_of_some_case(site)}")
    answered = 0
    while visit.page.get_by_role("button", name="See what they did").count():
        visit.page.get_by_label("What would you do").fill(f"I would call home, {answered}")
        visit.press("See what they did")
        answered += 1
        assert "call home" not in visit.page.url
    assert answered > 0
    assert visit.page.locator(".drill__answer").count() == answered
    assert visit.page.get_by_role("heading", name="How it ended").is_visible()
    assert visit.page.context.cookies() == []


def test_used_by_a_leader_and_told_with_the_code(visitor: Visitors, site: Site) -> None:
    visit = visitor(PHONE)
    visit.open(f"/cases/{code_of_some_case(site)}")
    visit.press("I used this")
    reminder = visit.page.locator("#reminder-code").inner_text()
    assert visit.flaws() == []
    visit.open("/used")
    visit.page.get_by_label("Reminder code").fill(reminder.lower())
    visit.press("Go on")
    visit.page.get_by_label("In a sentence or two").fill("Ezekiel Thornquist tried it and it calmed the hallway.")
    assert visit.flaws() == []
    visit.press("Tell it")
    assert "Thornquist" not in visit.page.content()
    assert "calmed the hallway" in visit.page.locator(".quoted").inner_text()
    assert reminder.lower() not in visit.page.url


def test_two_cases_are_said_to_be_unlike_and_one_can_be_named(visitor: Visitors, site: Site) -> None:
    visit = visitor(PHONE)
    visit.open(f"/cases/{code_of_some_case(site)}")
    visit.press("Not similar")
    assert visit.page.get_by_role("heading", name="Thank you").is_visible()
    assert visit.flaws() == []


def test_shelves_are_turned(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.open("/topics/2")
    first = visit.page.locator(".result__title").all_inner_texts()
    visit.page.get_by_role("link", name="Older").click()
    visit.page.wait_for_url("**page=2")
    older = visit.page.locator(".result__title").all_inner_texts()
    assert older
    assert not set(older) & set(first)
