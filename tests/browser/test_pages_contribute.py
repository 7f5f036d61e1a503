"""A contributor's way from paste to receipt and back, without scripts, with what goes wrong on it."""

import pytest

from tests.browser.conftest import Visitors
from tests.browser.keyboard import enter, walk_to, write
from tests.browser.support import DESK, PHONE, Site, Visit, hand_in

pytestmark = pytest.mark.browser
THREAD = """12/03/2024, 07:41 - Odalys Ferncastle: A TikTok dare hit our boys bathroom. Ezekiel Thornquist filmed it.
12/03/2024, 07:50 - Barnaby Quill: We called the family the same day and closed one restroom.
15/03/2024, 16:10 - Odalys Ferncastle: In the end it died down after a week. Next time we would post staff first.
"""
TITLE = "Boys bathroom damaged on video after a dare"


_TYPED = "[...new FormData(document.querySelector('form[data-keeps]'))].sort((a, b) => (a[0] === 'hide') - (b[0] === 'hide'))"
"""Name and value of every field of the last step; what is to be hidden last."""


def to_the_case(visit: Visit) -> None:
    visit.open("/contribute")
    visit.page.get_by_label("The discussion").fill(THREAD)
    visit.press("Show it redacted")
    visit.press("Nobody can be recognized")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_redacted_text_is_shown_and_can_be_corrected(visitor: Visitors, size: tuple[int, int]) -> None:
    visit = visitor(size)
    visit.open("/contribute")
    visit.press("Show it redacted")
    assert "Paste the discussion" in visit.page.locator("#text-problem").inner_text()
    visit.page.get_by_label("The discussion").fill(THREAD)
    visit.press("Show it redacted")
    thread = visit.page.locator(".thread")
    assert "Thornquist" not in thread.inner_text()
    assert "Ferncastle" not in thread.inner_text()
    assert "TikTok dare" in thread.inner_text()
    visit.page.get_by_label("Hide this too").fill("dare")
    visit.press("Hide")
    assert "TikTok dare" not in thread.inner_text()
    assert visit.sideways() == 0
    assert visit.complaints == []
    assert visit.accessibility_problems() == []


def test_problems_stand_beside_their_fields_and_nothing_typed_is_lost(visitor: Visitors) -> None:
    visit = visitor(scripts=False)
    to_the_case(visit)
    page = visit.page
    page.get_by_label("How it spread").first.evaluate("e => e.closest('details').open = true")
    page.get_by_label("What backfired").fill("Locking every restroom.\nWaiting a day.")
    page.locator("#topic").select_option("")
    visit.press("Hand it in")
    assert page.locator("#title-problem").is_visible()
    assert page.locator("#topic-problem").is_visible()
    assert page.get_by_label("What backfired").input_value() == "Locking every restroom.\nWaiting a day."
    page.locator("#title").fill(TITLE)
    page.locator("#topic").select_option("2.1")
    visit.press("Hand it in")
    assert "who may read" in page.locator("#consent-problem").inner_text()
    assert page.locator("#title").input_value() == TITLE


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_row_that_was_asked_for_is_where_the_page_comes_back(visitor: Visitors, scripts: bool) -> None:
    visit = visitor(PHONE, scripts=scripts)
    to_the_case(visit)
    page = visit.page
    page.locator("[name=action_what]").last.fill("Thanked the custodian.")
    visit.press("Add another action")
    top = page.locator("#more-actions + fieldset").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < PHONE[1] / 2
    assert page.locator("#more-actions + fieldset [name=action_what]").input_value() == ""
    assert page.get_by_text("Thanked the custodian.").count() == 1


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_handed_in_once_followed_and_taken_back(visitor: Visitors, size: tuple[int, int]) -> None:
    visit = visitor(size)
    to_the_case(visit)
    assert visit.accessibility_problems() == []
    page = visit.page
    page.locator("#title").fill(TITLE)
    page.locator("#topic").select_option("2.1")
    page.locator("label[for=consent]").click()
    visit.press("Hand it in")
    receipt = page.locator("#receipt-code").inner_text()
    page.reload()
    assert page.locator("#receipt-code").inner_text() == receipt, "the same form sent again is the same submission"
    assert visit.accessibility_problems() == []
    visit.open("/receipt")
    page.get_by_label("Receipt code").fill(receipt.lower().replace("-", " "))
    visit.press("Show where it stands")
    assert page.get_by_role("status").inner_text() == "Waiting for a reviewer"
    page.get_by_label("A name that was forgotten").fill("Zubrowka")
    visit.press("Hide it")
    assert page.get_by_role("status").inner_text() == "Waiting for a reviewer"
    visit.press("Correct the case")
    assert page.locator("#title").input_value() == TITLE
    visit.press("Save the case")
    visit.press("Take it back")
    visit.press("Yes, take it back")
    assert page.get_by_role("status").inner_text() == "Withdrawn"
    assert visit.accessibility_problems() == []


def test_an_unknown_receipt_is_said_beside_its_field(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.open("/receipt")
    visit.page.get_by_label("Receipt code").fill("ABCD-EFGH-JKMN-PQRS")
    visit.press("Show where it stands")
    assert visit.page.locator("#receipt-problem").is_visible()
    assert visit.page.get_by_label("Receipt code").input_value() == "ABCD-EFGH-JKMN-PQRS"


def test_without_a_mouse_from_paste_to_receipt(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    page = visit.page
    visit.open("/contribute")
    write(page, "The discussion", THREAD)
    enter(page, "Show it redacted")
    write(page, "Hide this too", "dare")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "TikTok dare" not in page.locator(".thread").inner_text()
    enter(page, "Nobody can be recognized")
    write(page, "Title", TITLE)
    walk_to(page, "Topic")
    page.keyboard.type("Viral")
    walk_to(page, "I may share this discussion")
    page.keyboard.press("Space")
    enter(page, "Hand it in")
    assert page.locator("#receipt-code").is_visible()
    assert visit.complaints == []


def test_what_is_selected_is_hidden_and_taken_back(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.open("/contribute")
    visit.page.get_by_label("The discussion").fill(THREAD)
    visit.press("Show it redacted")
    visit.page.evaluate(
        """() => {
            const text = [...document.querySelectorAll(".thread__text")][1].firstChild;
            const from = text.data.indexOf("one restroom");
            document.getSelection().setBaseAndExtent(text, from, text, from + "one restroom".length);
        }"""
    )
    visit.press('Hide "one restroom" too')
    assert "one restroom" not in visit.page.locator(".thread").inner_text()
    assert visit.flaws() == []
    visit.press("Undo")
    assert "one restroom" in visit.page.locator(".thread").inner_text()


def test_the_way_back_to_the_removals_and_on_again_keeps_everything_typed(visitor: Visitors) -> None:
    visit = visitor(PHONE, scripts=False)
    to_the_case(visit)
    page = visit.page
    page.locator("#title").fill(TITLE)
    page.get_by_label("What backfired").fill("Locking every restroom.\nWaiting a day.")
    page.locator("label[for=consent]").click()
    before = page.evaluate(_TYPED)
    visit.press("Back to what was removed")
    page.get_by_label("Hide this too").fill("dare")
    visit.press("Hide")
    assert "TikTok dare" not in page.locator(".thread").inner_text()
    visit.press("Nobody can be recognized")
    assert page.evaluate(_TYPED) == [*before, ["hide", "dare"]]


def test_leaving_by_another_way_is_asked_about_and_sending_is_not(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    asked: list[str] = []
    visit.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    to_the_case(visit)
    visit.page.locator("#title").fill(TITLE)
    assert asked == []
    with visit.page.expect_event("dialog"):
        visit.page.evaluate("setTimeout(() => history.back())")
    assert asked == ["beforeunload"]
    assert visit.page.locator("#title").input_value() == TITLE


def test_names_are_added_and_two_become_one_without_scripts(visitor: Visitors) -> None:
    visit = visitor(PHONE, scripts=False)
    visit.open("/contribute")
    visit.page.get_by_label("The discussion").fill(THREAD + "15/03/2024, 16:12 - Barnaby Quill: Zeke is fine now.\n")
    visit.press("Show it redacted")
    assert "Odalys Ferncastle" in visit.page.locator(".dictionary").inner_text()
    visit.page.get_by_label("Anyone else who is meant?").fill("Zeke")
    visit.press("Add them")
    assert "Zeke" not in visit.page.locator(".thread").inner_text()
    line = visit.page.locator(".removal").filter(has_text="Zeke").filter(has_not_text="Thornquist")
    line.locator("summary").click()
    with visit.page.expect_navigation():
        line.get_by_role("button", name="[Person").or_(line.get_by_role("button", name="[Student")).first.click()
    assert "Zeke is" not in visit.page.locator(".thread").inner_text()
    assert visit.page.locator(".said-so-far").is_visible()


def test_a_lost_connection_and_a_double_click_lose_and_double_nothing(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    to_the_case(visit)
    page = visit.page
    page.locator("#title").fill(TITLE)
    page.locator("#topic").select_option("2.1")
    page.locator("label[for=consent]").click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand it in").last.click()
    page.locator(".not-sent").wait_for()
    assert page.locator("#title").input_value() == TITLE
    page.context.set_offline(False)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    with page.expect_navigation():
        page.get_by_role("button", name="Hand it in").last.dblclick()
    assert page.locator("#receipt-code").is_visible()
    assert len(sent) == 1


def test_a_lost_connection_leaves_what_is_typed_beside_a_receipt(visitor: Visitors, site: Site) -> None:
    visit = visitor(PHONE)
    page = visit.page
    visit.open("/receipt")
    page.get_by_label("Receipt code").fill(hand_in(site, THREAD).code)
    visit.press("Show where it stands")
    page.get_by_label("A name that was forgotten").fill("Quill")
    page.context.set_offline(True)
    page.get_by_role("button", name="Hide it").click()
    page.locator(".not-sent").wait_for()
    assert page.get_by_label("A name that was forgotten").input_value() == "Quill"
    page.context.set_offline(False)
    visit.press("Hide it")
    assert "is removed before anybody reads" in page.locator("main").inner_text()
    assert visit.flaws() == []


def test_a_file_that_is_too_large_is_said_before_it_is_sent(visitor: Visitors) -> None:
    visit = visitor(PHONE)
    visit.open("/contribute")
    visit.page.get_by_label("The discussion").fill("kept")
    field = visit.page.get_by_label("Or an exported file")
    field.evaluate("e => { e.dataset.most = 10; }")
    field.set_input_files({"name": "chat.txt", "mimeType": "text/plain", "buffer": b"more than ten bytes"})
    says = field.evaluate("e => e.validationMessage")
    assert "without media" in says
    assert visit.page.get_by_label("The discussion").input_value() == "kept"
