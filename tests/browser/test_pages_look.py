"""Every page that needs no form before it, at both widths: accessible, within the window, quiet, from nowhere else."""

import pytest

from api.identity import VISITOR
from corpus.case_prose import prose
from tests.browser.conftest import Visitors
from tests.browser.support import DESK, PHONE, Site

pytestmark = pytest.mark.browser
PAGES = (
    "/", "/brief", "/topics", "/topics/2", "/topics/2.1", "/topics/2.1?level=high", "/about", "/contribute", "/receipt",
    "/sign-in", "/join", "/cases/{code}", "/cases/{code}/flag", "/cases/CASE-9999", "/review",
)  # fmt: skip
REFUSED = {"/cases/CASE-9999": 404, "/review": 403}


def code_of_some_case(site: Site) -> str:
    with site.archive.reading(VISITOR) as call:
        return call.casebook.newest(VISITOR.audiences, 1)[0].code


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits(visitor: Visitors, site: Site, path: str, size: tuple[int, int]) -> None:
    visit = visitor(size)
    visit.open(path.format(code=code_of_some_case(site)), status=REFUSED.get(path, 200))
    assert visit.page.title().endswith(" | Precedent")
    assert visit.page.locator("h1").count() == 1
    assert visit.sideways() == 0
    assert visit.low_targets() == []
    assert visit.complaints == []
    assert visit.accessibility_problems() == []


def test_skip_link_is_first_and_leads_past_the_header(visitor: Visitors) -> None:
    visit = visitor()
    visit.open("/topics")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Skip to main content"
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_button_that_needs_scripts_is_shown_where_there_are_some(
    visitor: Visitors, site: Site, scripts: bool
) -> None:
    visit = visitor(PHONE, scripts=scripts)
    visit.open(f"/cases/{code_of_some_case(site)}")
    buttons = visit.page.locator(".print, .copy")
    assert buttons.count() > 1
    assert buttons.first.is_visible() == scripts
    assert (buttons.locator("visible=true").count() > 0) == scripts


def test_what_is_chosen_is_seen_in_a_readers_own_colors(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.page.emulate_media(forced_colors="active")
    visit.open("/topics/2.1")
    widths = visit.page.locator(".chip").evaluate_all(
        "chips => chips.map(chip => getComputedStyle(chip).borderTopWidth)"
    )
    assert widths.count("3px") == 1
    assert len(widths) > 1


def test_printed_case_has_no_site_around_it(visitor: Visitors, site: Site) -> None:
    visit = visitor()
    visit.open(f"/cases/{code_of_some_case(site)}")
    visit.page.emulate_media(media="print")
    assert visit.page.get_by_role("banner").is_hidden()
    assert visit.page.get_by_role("contentinfo").is_hidden()
    assert visit.page.get_by_role("heading", level=1).is_visible()
    assert visit.page.locator(".cite").first.is_visible()


def test_the_fullest_cases_print_on_one_sheet(visitor: Visitors, site: Site) -> None:
    with site.archive.reading(VISITOR) as call:
        cases = call.casebook.newest(VISITOR.audiences, 100)
    fullest = sorted(cases, key=lambda case: -sum(len(text) for _, text in prose(case)))[:3]
    visit = visitor()
    for case in fullest:
        visit.open(f"/cases/{case.code}")
        assert visit.sheets() == 1, case.code
