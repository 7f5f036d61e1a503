"""Saved searches, wanted cases, the digest and the ways out, as a reader walks them at both widths."""

import pytest

from tests.browser.conftest import Visitors
from tests.browser.support import DESK, PHONE, Site, Visit
from tests.browser.test_pages_look import code_of_some_case

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


def looks_right(visit: Visit) -> None:
    assert visit.page.locator("h1").count() == 1
    assert visit.sideways() == 0
    assert visit.low_targets() == []
    assert visit.complaints == []
    assert visit.accessibility_problems() == []


@SIZES
def test_the_ways_out_look_right(visitor: Visitors, size: tuple[int, int]) -> None:
    visit = visitor(size)
    for path in ("/wanted", "/digest", "/open", "/saved"):
        visit.open(path)
        looks_right(visit)


@SIZES
def test_a_search_is_saved_opened_and_ended(visitor: Visitors, size: tuple[int, int]) -> None:
    visit = visitor(size)
    page = visit.page
    visit.open("/")
    page.get_by_label("Describe what happened").fill("TikTok bathroom vandalism")
    page.get_by_role("button", name="Find precedents").click()
    page.get_by_role("button", name="Save it, and be told of new cases").click()
    looks_right(visit)
    own = page.locator("#saved-own").inner_text()
    path = "/saved/" + page.locator("#saved-address").inner_text().rpartition("/")[2]
    visit.open(path)
    looks_right(visit)
    assert page.locator("article.result").count() > 0
    visit.open("/saved")
    page.get_by_label("Your own code").fill(own)
    page.get_by_role("button", name="End the saved search").click()
    assert "Nothing of it is kept" in page.inner_text("main")
    looks_right(visit)


@SIZES
def test_a_wish_is_left_where_nothing_is_close(visitor: Visitors, size: tuple[int, int]) -> None:
    visit = visitor(size)
    page = visit.page
    visit.open("/")
    page.get_by_label("Describe what happened").fill("a rocket engine museum wants its moon rock back")
    page.get_by_role("button", name="Find precedents").click()
    page.get_by_role("button", name="Leave it as a wanted case").click()
    looks_right(visit)
    page.get_by_role("button", name="Leave it").click()
    assert "A steward looks at it" in page.inner_text("main")
    looks_right(visit)


def test_metadata_of_a_case_is_read_and_run_by_nothing(visitor: Visitors, site: Site) -> None:
    visit = visitor()
    code = code_of_some_case(site)
    visit.open(f"/cases/{code}")
    block = visit.page.locator('script[type="application/ld+json"]')
    assert f'"identifier": "{code}"' in block.inner_text() or code in (block.text_content() or "")
    assert visit.complaints == []
