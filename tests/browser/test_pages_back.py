"""Back from a case or a brief to where one came from, with and without scripts: the same results, filters and place."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitors
from tests.browser.support import PHONE, Visit

pytestmark = pytest.mark.browser
DARE = "TikTok bathroom vandalism"


def codes(visit: Visit) -> list[str]:
    return visit.page.locator("article.result .code").all_inner_texts()


def place(visit: Visit) -> int:
    return int(visit.page.evaluate("window.scrollY"))


def until(visit: Visit, holds: str) -> None:
    """Waits for a condition in the page's own script; the site's policy forbids `wait_for_function`."""
    look = f"const look = () => ({holds}) ? done() : requestAnimationFrame(look); look();"
    visit.page.evaluate(f"() => new Promise((done) => {{ {look} }})")


def open_result(visit: Visit, number: int) -> None:
    """From the middle of the screen, as a thumb would."""
    link = visit.page.locator("article.result h3 a").nth(number)
    link.evaluate("link => link.scrollIntoView({block: 'center'})")
    with visit.page.expect_navigation():
        link.click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_back_from_a_case_leads_to_the_same_results(visitor: Visitors, scripts: bool) -> None:
    visit = visitor(PHONE, scripts=scripts)
    visit.ask(DARE)
    before = codes(visit)
    for number in (3, 1):
        open_result(visit, number)
        assert "/cases/" in visit.page.url
        visit.page.go_back()
        assert codes(visit) == before
    assert visit.page.get_by_label("Describe what happened").input_value() == DARE


def test_filters_chosen_without_a_new_page_and_the_place_are_there_again(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.ask(DARE)
    visit.page.locator("ul.quick button").first.click()
    visit.page.wait_for_selector("#chosen .chip")
    until(visit, "document.getElementById('answered').value")
    filtered, chip = codes(visit), visit.page.locator("#chosen .chip").inner_text()
    visit.page.locator("article.result h3 a").nth(2).evaluate("link => link.scrollIntoView({block: 'center'})")
    was = place(visit)
    open_result(visit, 2)
    visit.page.go_back()
    visit.page.wait_for_selector("#chosen .chip")
    assert visit.page.locator("#chosen .chip").inner_text() == chip
    assert codes(visit) == filtered
    until(visit, f"Math.abs(window.scrollY - {was}) < 5")
    assert visit.complaints == []


def test_words_changed_without_a_new_page_are_there_again_without_names(visitor: Visitors) -> None:
    visit = visitor()
    visit.ask(DARE)
    visit.page.get_by_label("Describe what happened").fill("Mr. Ezekiel Thornquist was filmed over pronouns")
    visit.page.wait_for_selector(".removed-note")
    until(visit, "document.getElementById('answered').value")
    found = codes(visit)
    open_result(visit, 0)
    visit.page.go_back()
    expect(visit.page.get_by_label("Describe what happened")).to_have_value(re.compile("pronouns"))
    expect(visit.page.locator(".result .code").first).to_have_text(found[0])
    assert "Thornquist" not in visit.page.content()
    assert "Thornquist" not in visit.page.locator("#answered").input_value()


def test_back_from_a_case_to_its_brief(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.ask(DARE)
    visit.press("All on one page: the brief")
    with visit.page.expect_navigation():
        visit.page.locator(".brief__cases a").first.click()
    visit.page.go_back()
    assert visit.page.get_by_role("heading", name="Brief", exact=True).is_visible()
    visit.page.go_back()
    assert codes(visit)


def test_what_a_browser_keeps_of_a_question_holds_no_names(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.ask("Mr. Ezekiel Thornquist at Pinewhistle Middle School says our boys bathroom is on TikTok")
    for kept in (visit.page.content(), visit.page.get_by_label("Describe what happened").input_value()):
        assert "Thornquist" not in kept
        assert "Pinewhistle" not in kept
