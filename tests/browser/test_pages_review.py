"""A reviewer's way: sign in, take one, read it beside its redaction, correct, approve, publish; and a reader's doubt."""

import pytest

from api.identity import CONTRIBUTOR
from api.workflow.redact import redact_or_hold
from api.workflow.submit import read_text, submit
from corpus.model.case import NATIONAL
from corpus.model.submission import Consent
from tests.browser.conftest import Visitors
from tests.browser.support import DESK, PHONE, Site
from tests.browser.test_pages_contribute import THREAD, TITLE

pytestmark = pytest.mark.browser
WHY = "Nothing is left of the place, the date or the children."


def hand_in(site: Site, text: str = THREAD) -> int:
    with site.archive.writing(CONTRIBUTOR) as call:
        receipt = submit(call, read_text(text), consent=Consent(NATIONAL))
    redact_or_hold(site.archive, receipt.submission_id)
    return receipt.submission_id


def test_wrong_sign_in_is_refused_in_one_sentence(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.open("/sign-in")
    visit.page.get_by_label("Name").fill("nobody")
    visit.page.get_by_label("Password").fill("not the password")
    visit.page.get_by_label("Code").fill("000000")
    visit.press("Sign in")
    assert visit.page.locator("#name").input_value() == "nobody"
    assert visit.page.get_by_role("alert").is_visible()
    assert visit.accessibility_problems() == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_desk_shows_both_texts_and_every_removal(
    visitor: Visitors, site: Site, reviewer_state: object, size: tuple[int, int]
) -> None:
    number = hand_in(site, THREAD.replace("restroom", "rest\u200broom").replace("staff", "st\u0430ff"))
    visit = visitor(size, state=reviewer_state)
    visit.open("/review")
    assert visit.accessibility_problems() == []
    visit.page.get_by_role("link", name=f"Submission {number}", exact=True).click()
    visit.page.wait_for_load_state()
    raw = visit.page.locator(".compare__cell--raw")
    assert "Thornquist" in "".join(raw.locator("mark.removed").all_inner_texts())
    assert "Thornquist" not in "".join(visit.page.locator(".compare__cell:not(.compare__cell--raw)").all_inner_texts())
    assert "U+200B" in raw.locator(".invisible").all_inner_texts()
    assert "\u0430" in raw.locator(".lookalike").all_inner_texts()
    assert visit.sideways() == 0
    assert visit.complaints == []
    assert visit.accessibility_problems() == []


def test_from_the_desk_to_a_case_that_is_found_and_doubted(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site)
    visit = visitor(scripts=False, state=reviewer_state)
    page = visit.page
    visit.open(f"/review/{number}")
    page.get_by_label("Why could a parent").fill("no")
    visit.press("Approve")
    assert page.locator("#title-problem").is_visible(), "an unfinished case can't be approved"
    page.locator("#title").fill(TITLE)
    page.locator("#topic").select_option("2.1")
    visit.press("Save the case")
    page.get_by_label("Why could a parent").fill("no")
    visit.press("Approve")
    assert page.locator("#why-problem").is_visible()
    page.get_by_label("Why could a parent").fill(WHY)
    visit.press("Approve")
    visit.press("Publish now")
    page.get_by_role("link", name="Read CASE-").click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    case = page.url
    reader = visitor(PHONE)
    reader.page.goto(case)
    assert "Thornquist" not in reader.page.content()
    reader.page.get_by_role("link", name="This could identify someone").click()
    reader.press("Yes, hide it now")
    assert reader.page.goto(case).status == 404
