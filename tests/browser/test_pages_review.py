"""A reviewer's way: sign in, take one, read it beside its redaction, correct, approve, publish; and a reader's doubt."""

from dataclasses import replace

import pyotp
import pytest

from api.identity import OPERATOR, reviewer
from api.workflow.desk import open_draft
from api.workflow.review import claim, edit_draft, release
from corpus.accounts.store import Role
from tests.browser.conftest import Visitors
from tests.browser.keyboard import enter, walk_to, write
from tests.browser.support import DESK, PASSWORD, PHONE, Site, hand_in, reviewer_account, session_of
from tests.browser.test_pages_contribute import THREAD, TITLE

pytestmark = pytest.mark.browser
WHY = "Nothing is left of the place, the date or the children."


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


def test_a_long_state_leaves_the_name_of_its_row_on_one_line(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site, THREAD).submission_id
    with site.archive.writing(reviewer(9)) as call:
        claim(call, number)
    visit = visitor(PHONE, state=reviewer_state)
    visit.open("/review")
    row = visit.page.locator(".queue__row").filter(has_text="taken by another reviewer").first
    assert row.locator(".queue__name").bounding_box()["height"] < 50
    assert visit.sideways() == 0


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_desk_shows_both_texts_and_every_removal(
    visitor: Visitors, site: Site, reviewer_state: object, size: tuple[int, int]
) -> None:
    number = hand_in(site, THREAD.replace("restroom", "rest\u200broom").replace("staff", "st\u0430ff")).submission_id
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


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_another_reviewer_changed_meanwhile_is_shown_against_what_was_typed(
    visitor: Visitors, site: Site, reviewer_state: object, size: tuple[int, int]
) -> None:
    number = hand_in(site, THREAD).submission_id
    visit = visitor(size, state=reviewer_state)
    visit.open(f"/review/{number}")
    with site.archive.reading(OPERATOR) as call:
        draft = open_draft(call, number)
    with site.archive.writing(reviewer(9)) as call:
        edit_draft(call, number, replace(draft, title="Damage in two restrooms after a dare that was filmed"))
        release(call, number)
    visit.page.locator("#title").fill(TITLE)
    visit.press("Save the case")
    told = visit.page.locator(".overtaken .pairs")
    assert "Damage in two restrooms" in told.locator("del").first.inner_text()
    assert told.locator("ins").first.inner_text() in TITLE
    assert visit.page.locator("#title").input_value() == TITLE
    assert visit.sideways() == 0
    assert visit.accessibility_problems() == []
    visit.press("Save the case")
    assert visit.page.locator(".overtaken").count() == 0
    assert visit.page.locator("#title").input_value() == TITLE


def test_nothing_is_approved_over_a_case_that_was_changed_and_not_saved(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site, THREAD).submission_id
    visit = visitor(PHONE, state=reviewer_state)
    page = visit.page
    visit.open(f"/review/{number}")
    page.locator("#title").fill(TITLE)
    page.get_by_label("Why could a parent").fill(WHY)
    page.get_by_role("button", name="Approve").click()
    assert "not saved" in page.locator(".not-sent").inner_text()
    assert page.locator("#title").input_value() == TITLE
    visit.press("Add another action")
    page.get_by_role("button", name="Approve").click()
    assert page.locator(".not-sent").is_visible(), "typed, drawn again and still not saved"
    page.locator("#topic").select_option("2.1")
    visit.press("Save the case")
    page.get_by_label("Why could a parent").fill(WHY)
    visit.press("Approve")
    assert page.get_by_role("button", name="Publish now").is_visible()
    assert visit.complaints == []


def test_from_the_desk_to_a_case_that_is_found_and_doubted(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site, THREAD).submission_id
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
    looker = visitor(PHONE, state=reviewer_state)
    looker.open("/review")
    assert looker.accessibility_problems() == []
    looker.page.get_by_role("link", name="Look at CASE-").last.click()
    looker.page.wait_for_load_state()
    assert looker.accessibility_problems() == []
    looker.press("Nobody can be recognized")
    assert reader.page.goto(case).status == 200
    looker.page.locator(".trail summary").click()
    assert "show" in looker.page.locator(".trail").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_keyboard_alone_from_signing_in_to_a_case_found_by_searching(
    visitor: Visitors, site: Site, scripts: bool
) -> None:
    number = hand_in(site, THREAD).submission_id
    factor = reviewer_account(site.archive, f"mina {scripts}")
    title = f"{TITLE} {'after lunch' if scripts else 'before class'}"
    visit = visitor(PHONE, scripts=scripts)
    page = visit.page
    visit.open("/sign-in")
    write(page, "Name", f"mina {scripts}")
    write(page, "Password", PASSWORD)
    write(page, "Code", pyotp.TOTP(factor).now())
    enter(page, "Sign in")
    enter(page, f"Take it: submission {number}")
    assert "You are working on it." in page.locator(".desk__head").inner_text()
    enter(page, "The case")
    write(page, "Title", title)
    walk_to(page, "Topic")
    page.keyboard.type("Viral")
    enter(page, "Save the case")
    enter(page, "Decide")
    walk_to(page, "Approve")
    walk_to(page, "Why could a parent", back=True)
    page.keyboard.insert_text(WHY)
    enter(page, "Approve")
    enter(page, "Decide")
    enter(page, "Publish now")
    code = page.get_by_role("link", name="Read CASE-").inner_text().removeprefix("Read ")
    enter(page, "Search")
    write(page, "Describe what happened", title.lower())
    enter(page, "Find precedents")
    found = page.get_by_role("link", name=title).first
    assert found.is_visible()
    assert code in str(found.get_attribute("href"))
    assert visit.complaints == []


def test_keyboard_backwards_nothing_of_the_desk_hides_behind_its_jumps(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site, THREAD).submission_id
    visit = visitor(PHONE, state=reviewer_state)
    visit.open(f"/review/{number}")
    walk_to(visit.page, "Your account")
    walk_to(visit.page, "Skip to main content", back=True)


def test_two_reviewers_at_once_the_second_keeps_what_was_typed(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site, THREAD).submission_id
    first, second = visitor(state=reviewer_state), visitor(PHONE, state=session_of(site, "kim", Role.REVIEWER))
    first.open(f"/review/{number}")
    second.open(f"/review/{number}")
    first.press("Take it")
    second.page.get_by_label("What the contributor should know").fill("Who called home first?")
    second.press("Return with this question")
    assert second.page.get_by_role("alert").is_visible()
    assert second.page.get_by_label("What the contributor should know").input_value() == "Who called home first?"
    assert second.sideways() == 0
    assert second.accessibility_problems() == []
    first.press("Release it")
    second.press("Return with this question")
    assert "Waiting for the contributor" in second.page.locator(".standing").inner_text()


def test_a_question_is_answered_with_the_receipt_and_the_submission_returns(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    receipt = hand_in(site, THREAD)
    desk = visitor(scripts=False, state=reviewer_state)
    desk.open(f"/review/{receipt.submission_id}")
    desk.page.get_by_label("What the contributor should know").fill("Who called home first?")
    desk.press("Return with this question")
    visit = visitor(PHONE, scripts=False)
    visit.open("/receipt")
    visit.page.get_by_label("Receipt code").fill(receipt.code)
    visit.press("Show where it stands")
    assert "Who called home first?" in visit.page.locator(".message").inner_text()
    assert visit.sideways() == 0
    visit.page.get_by_label("Your answer").fill("The counselor did, then Ezekiel Thornquist was sent home.")
    visit.press("Answer")
    assert visit.page.get_by_role("status").inner_text() == "Waiting for a reviewer"
    assert "Thornquist" not in visit.page.content()
    desk.open(f"/review/{receipt.submission_id}")
    assert "The counselor did" in desk.page.content()


def test_one_click_generalises_and_the_case_is_split_part_by_part(
    visitor: Visitors, site: Site, reviewer_state: object
) -> None:
    number = hand_in(site, THREAD).submission_id
    visit = visitor(PHONE, state=reviewer_state)
    page = visit.page
    visit.open(f"/review/{number}")
    page.locator(".more-fields > summary").click()
    page.locator("#size").select_option("2,000 and over")
    page.locator("#setting").select_option("rural")
    page.locator("#division").select_option("New England")
    visit.press("Save the case")
    assert "Risk: red" in page.locator("#risk").inner_text()
    visit.press("Leave out the number of students")
    assert "Risk: red" not in page.locator("#risk").inner_text()
    assert visit.flaws() == []
    visit.press("Undo the last step")
    assert "Risk: red" in page.locator("#risk").inner_text()
    page.get_by_role("link", name="split it up").click()
    page.wait_for_load_state()
    page.locator("#title_1").fill(TITLE)
    visit.press("Split it")
    assert page.locator("#title_2-problem").is_visible()
    page.locator("#title_2").fill("A clip of the damage goes round for a week")
    page.locator("label[for=actions_0-2]").click()
    assert visit.flaws() == []
    visit.press("Split it")
    assert page.url.endswith("/review")


def test_a_session_that_ran_out_keeps_what_was_typed(visitor: Visitors, site: Site) -> None:
    number = hand_in(site, THREAD).submission_id
    visit = visitor(PHONE, state=session_of(site, "noor", Role.REVIEWER))
    page = visit.page
    visit.open(f"/review/{number}")
    page.get_by_label("What the contributor should know").fill("Who called home first?")
    page.context.clear_cookies()
    visit.press("Return with this question")
    assert visit.flaws() == []
    with site.archive.writing(OPERATOR) as call:
        own = next(account.id for account in call.accounts.all() if account.name == "noor")
        code = call.accounts.renew_recovery_codes(own)[0]
    page.get_by_label("Name").fill("noor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill(code)
    visit.press("Sign in")
    visit.press("Send it now")
    assert "Waiting for the contributor" in page.locator(".standing").inner_text()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_of_casework_is_accessible_and_fits(visitor: Visitors, site: Site, size: tuple[int, int]) -> None:
    number = hand_in(site, THREAD).submission_id
    with site.archive.writing(OPERATOR) as call:
        code = call.casebook.newest(OPERATOR.audiences, 1)[0].code
    visit = visitor(size, state=session_of(site, f"ada {size[0]}", Role.STEWARD))
    paths = ("/review", f"/review/{number}", f"/review/{number}/split", f"/review/cases/{code}", "/review/follow-ups")
    for path in (*paths, "/circles", "/accounts", "/account"):
        visit.open(path)
        assert visit.flaws() == [], path
    visit.open("/accounts")
    visit.page.get_by_label("Sign-in name").fill(f"Sam {size[0]}")
    visit.press("Make the account")
    assert visit.page.locator("svg.qr").is_visible()
    assert visit.flaws() == []
    visit.open("/account")
    visit.page.get_by_label("Your password, once more").fill(PASSWORD)
    visit.press("Make new codes")
    assert visit.page.locator(".recovery-codes li").count() == 8
    assert visit.flaws() == []
