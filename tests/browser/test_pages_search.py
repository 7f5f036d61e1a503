"""Search as a reader meets it: with and without scripts, with a mouse and without, with names and without answers."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitors
from tests.browser.support import DESK, PHONE, Visit

pytestmark = pytest.mark.browser
DARE = "TikTok bathroom vandalism"


def results(visit: Visit) -> int:
    return visit.page.locator("article.result").count()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_three_words_find_precedents_whose_words_are_marked(visitor: Visitors, size: tuple[int, int]) -> None:
    visit = visitor(size)
    visit.ask(DARE)
    assert results(visit) > 0
    assert visit.page.locator("article.result mark").count() > 0
    assert "close" in visit.page.get_by_role("status").inner_text()
    assert visit.page.url == visit.url + "/search"
    assert visit.complaints == []
    assert visit.accessibility_problems() == []


def test_everything_works_without_scripts(visitor: Visitors) -> None:
    visit = visitor(PHONE, scripts=False)
    visit.ask(DARE)
    before = results(visit)
    visit.page.locator("#filters > summary").click()
    label = visit.page.locator("#facet-level label").first
    label.click()
    visit.press("Apply filters")
    chip = visit.page.locator("#chosen .chip")
    assert chip.count() == 1
    assert 0 < results(visit) <= before
    chip.click()
    visit.page.wait_for_load_state()
    assert visit.page.locator("#chosen .chip").count() == 0
    assert visit.page.get_by_label("Describe what happened").input_value() == DARE


def test_results_follow_a_filter_at_once_and_keep_the_place(visitor: Visitors) -> None:
    visit = visitor(DESK)
    visit.ask(DARE)
    visit.page.locator("#facet-level label").first.click()
    visit.page.wait_for_selector("#chosen .chip")
    box = visit.page.locator("#facet-level input").first
    assert box.is_checked()
    assert visit.page.evaluate("document.activeElement.id") == box.get_attribute("id")
    visit.page.locator("#chosen .chip").click()
    visit.page.wait_for_selector("#chosen .chip", state="detached")
    assert not box.is_checked()
    assert visit.page.evaluate("Object.keys(localStorage).length") == 0
    assert visit.complaints == []


def test_names_in_a_question_are_taken_out_and_said(visitor: Visitors) -> None:
    visit = visitor()
    visit.ask("Mr. Ezekiel Thornquist at Pinewhistle Middle School says our boys bathroom is on TikTok")
    note = visit.page.locator(".removed-note").inner_text()
    assert "1 name" in note
    assert "1 school" in note
    assert "Thornquist" not in note
    assert "Pinewhistle" not in note


def test_a_question_that_nothing_answers_is_told_so(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.ask("depreciation of photocopier leases over quarters")
    assert visit.page.get_by_role("heading", name="No close precedent yet").is_visible()
    assert visit.page.get_by_role("heading", name="Close precedents").count() == 0
    assert visit.accessibility_problems() == []


def test_search_by_keyboard_alone(visitor: Visitors) -> None:
    visit = visitor()
    visit.open("/")
    visit.page.get_by_label("Describe what happened").focus()
    visit.page.keyboard.type(DARE)
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search")
    first = visit.page.locator("article.result a").first
    first.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/cases/CASE-*")


def test_an_example_is_one_press_away(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.open("/")
    visit.press("Bullied for wearing masks")
    assert "masks" in visit.page.get_by_label("Describe what happened").input_value()
    assert results(visit) > 0


def test_a_search_that_fails_while_typing_is_said_and_keeps_the_results(visitor: Visitors) -> None:
    visit = visitor()
    visit.ask(DARE)
    before = results(visit)
    visit.page.get_by_label("Describe what happened").fill("restroom " * 4_000)
    expect(visit.page.get_by_role("status")).to_contain_text("did not answer", timeout=15_000)
    assert results(visit) == before
