"""The reviewer's pages over HTTP: the queue, the desk, and a case that is out already."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import VISITOR
from api.workflow import review
from api.workflow.follow_up import tell
from api.workflow.withdraw import flag
from corpus.casebook.case_codes import code_of
from corpus.model.case import Case
from corpus.model.follow_up import Verdict
from tests.conftest import Clock
from tests.factories import NARROW, a_case
from tests.unit.api.journeys import ROSA, WHY, approve, finish, hand_in, published, submission, titled


def amber_case() -> Case:
    """Amber because an exact count is left in it."""
    return replace(a_case(), situation=(*a_case().situation[:2], "It began on March 14."))


def doubted(archive: Archive) -> int:
    number = published(archive)[1]
    with archive.writing(VISITOR) as call:
        flag(call, number)
    archive.catch_up()
    return number


def test_the_queue_tells_age_risk_and_who_holds_it(
    desk: TestClient, second_desk: TestClient, archive: Archive, clock: Clock
) -> None:
    number = hand_in(archive).submission_id
    clock.pass_by(timedelta(hours=5))
    desk.post(f"/review/{number}/claim")
    mine, theirs = desk.get("/review").text, second_desk.get("/review").text
    assert "Handed in 5 hours ago" in mine
    assert "Risk: green" in mine
    assert "taken by you" in mine
    assert "taken by another reviewer" in theirs


def test_the_foot_leads_whoever_signed_in_to_their_account(desk: TestClient, site: TestClient) -> None:
    assert 'href="/account">Your account</a></li>' in desk.get("/about").text
    assert 'href="/sign-in"' not in desk.get("/about").text
    assert "You are signed in." in desk.get("/sign-in").text
    assert 'href="/sign-in">Reviewer sign-in</a></li>' in site.get("/about").text


def test_a_held_submission_is_listed_and_nobody_can_take_it(desk: TestClient, archive: Archive) -> None:
    archive.redactor.broken = True  # type: ignore[attr-defined]
    number = hand_in(archive).submission_id
    page = desk.get("/review").text
    assert f"Submission {number}" in page
    assert "Held" in page
    assert "Take it" not in page


def test_two_reviewers_at_once_the_second_is_told_and_keeps_what_was_typed(
    desk: TestClient, second_desk: TestClient, archive: Archive
) -> None:
    number = hand_in(archive).submission_id
    desk.post(f"/review/{number}/claim")
    late = second_desk.post(f"/review/{number}/return", data={"note": "Who called home first?"})
    assert late.status_code == 409
    assert "Who called home first?" in late.text
    assert "Another reviewer is working on it" in late.text


def test_nobody_is_offered_what_has_ended(desk: TestClient, archive: Archive) -> None:
    submission_id = hand_in(archive).submission_id
    assert "Take it" in desk.get(f"/review/{submission_id}").text
    desk.post(f"/review/{submission_id}/decline", data={"note": "It tells of one child only."})
    page = desk.get(f"/review/{submission_id}").text
    assert "Take it" not in page
    assert "Nobody is working on it" not in page
    assert re.search(r"<strong>Declined</strong>, reviewer \d", page)


def test_the_desk_says_which_corrections_had_no_effect(desk: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    assert "was said to name nobody" not in desk.get(f"/review/{number}").text
    for said in ({"keep": "Okafor"}, {"hide": "the comet"}, {"hide": "bathroom dare"}):
        desk.post(f"/review/{number}/correct", data=said)
    page = desk.get(f"/review/{number}").text
    assert "<q>Okafor</q> was said to name nobody and is still hidden within <q>Jaylen Okafor</q>" in page
    assert "<q>the comet</q> was to be hidden and was not found" in page
    assert "<q>bathroom dare</q> was to be" not in page


def test_an_amber_case_waits_for_another_reviewer(desk: TestClient, second_desk: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, amber_case())
    with archive.writing(ROSA) as call:
        review.release(call, number)
    first = desk.post(f"/review/{number}/approve", data={"why": WHY}).text
    assert "1 of 2 reviewers" in first
    assert "another reviewer has to read it" in first
    assert f'action="/review/{number}/publish"' not in first
    assert "yours is the second look" in second_desk.get(f"/review/{number}").text
    second = second_desk.post(f"/review/{number}/approve", data={"why": WHY}).text
    assert "2 of 2 reviewers" in second
    assert second.index(f'action="/review/{number}/publish"') < second.index("Both texts"), "where the answer is read"


def test_the_quiet_period_is_said_and_nothing_can_be_published_in_it(desk: TestClient, archive: Archive) -> None:
    object.__setattr__(archive.settings, "quiet_hours", 48)
    number = hand_in(archive).submission_id
    finish(archive, number)
    approve(archive, number)
    page = desk.get(f"/review/{number}").text
    assert "quiet period" in page
    assert f'action="/review/{number}/publish"' not in page


def test_lookalike_cases_are_offered_and_merged_into(desk: TestClient, archive: Archive) -> None:
    other = published(archive, titled("A dare in the bathroom that went around on TikTok"))[1]
    number = hand_in(archive).submission_id
    finish(archive, number)
    with archive.writing(ROSA) as call:
        review.release(call, number)
    assert f"Merge into {code_of(other)}" in desk.get(f"/review/{number}").text
    merged = desk.post(f"/review/{number}/merge", data={"into": code_of(other)}).text
    assert f'Merged with <a href="/cases/{code_of(other)}"' in merged
    assert submission(archive, number).joins == other
    desk.post(f"/review/{number}/keep-apart")
    assert submission(archive, number).joins is None


@pytest.mark.parametrize("code", ["CASE-0099", "nothing", ""])
def test_a_code_that_is_nobodys_is_said_beside_its_field(desk: TestClient, archive: Archive, code: str) -> None:
    number = hand_in(archive).submission_id
    answer = desk.post(f"/review/{number}/merge", data={"into": code})
    assert answer.status_code == 422
    assert 'id="into-problem"' in answer.text
    assert f'value="{code}"' in answer.text


def test_one_click_takes_the_step_that_helps_most_and_one_takes_it_back(desk: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, amber_case())
    with archive.writing(ROSA) as call:
        review.release(call, number)
    page = desk.get(f"/review/{number}").text
    assert '<u class="telling">March 14</u><span class="telling__why">an exact date</span>' in page
    assert "Undo the last step" not in page
    wider = desk.post(f"/review/{number}/generalise").text
    assert "It began on [spring]." in wider
    assert "Risk: green" in wider
    assert "Risk: amber" in desk.post(f"/review/{number}/generalise/undo").text
    assert desk.post(f"/review/{number}/generalise/undo").status_code == 409


def test_a_red_case_says_so_and_is_refused(desk: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, replace(a_case(), facets=NARROW))
    with archive.writing(ROSA) as call:
        review.release(call, number)
    page = desk.get(f"/review/{number}").text
    assert "Red can't be published." in page
    assert "Leave out the number of students" in page
    refused = desk.post(f"/review/{number}/approve", data={"why": WHY})
    assert (refused.status_code, "The risk is red" in refused.text, WHY in refused.text) == (409, True, True)


def test_a_check_that_did_not_finish_blocks_approval(desk: TestClient, archive: Archive) -> None:
    archive.redactor.broken = True  # type: ignore[attr-defined]
    number = hand_in(archive).submission_id
    page = desk.get(f"/review/{number}").text
    assert "did not finish" in page
    assert f'action="/review/{number}/approve"' not in page
    assert desk.post(f"/review/{number}/approve", data={"why": WHY}).status_code == 409


def test_the_trail_holds_ids_and_no_words(desk: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    page = desk.get(f"/review/{number}").text
    trail = page[page.index("Who did what") :]
    assert f"submission:{number}" in trail
    assert "Jaylen" not in trail


def test_a_hidden_case_is_listed_looked_at_and_shown_again(
    desk: TestClient, site: TestClient, archive: Archive
) -> None:
    code = code_of(doubted(archive))
    assert f"Look at {code}" in desk.get("/review").text
    assert "show it again" in desk.get(f"/review/cases/{code}").text
    assert site.get(f"/cases/{code}").status_code == 404
    desk.post(f"/review/cases/{code}/show")
    assert site.get(f"/cases/{code}").status_code == 200
    assert f"Look at {code}" not in desk.get("/review").text


def form_of(page: str) -> dict[str, str]:
    """The single fields of the record's form."""
    texts = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    areas = dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\n([^<]*)</textarea>', page))
    chosen = {
        name: found.group(1)
        for name, body in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', page, re.DOTALL)
        if (found := re.search(r'value="([^"]*)" selected', body))
    }
    return {**texts, **areas, **chosen}


def test_a_case_is_worded_anew_and_its_history_shows_the_words(
    desk: TestClient, site: TestClient, archive: Archive
) -> None:
    code = code_of(published(archive)[1])
    form = form_of(desk.get(f"/review/cases/{code}").text)
    form |= {"outcome_text": "The damage stopped after some days. Jaylen moved."}
    form |= {"action_what": "Wrote to all families.", "action_phase": "same day", "action_who": "principal"}
    page = desk.post(f"/review/cases/{code}/revise", data=form).text
    assert '<ins class="came">some days' in page
    assert '<del class="went">' in page
    assert "Jaylen" not in page
    assert "some days" in site.get(f"/cases/{code}").text


def test_a_wording_with_a_problem_keeps_everything_typed(desk: TestClient, archive: Archive) -> None:
    code = code_of(published(archive)[1])
    form = form_of(desk.get(f"/review/cases/{code}").text) | {"title": "", "backfired": "Waiting a day."}
    answer = desk.post(f"/review/cases/{code}/revise", data=form)
    assert answer.status_code == 422
    assert 'id="title-problem"' in answer.text
    assert "Waiting a day." in answer.text


def test_a_fresh_case_is_recalled_to_its_desk_and_an_old_one_is_not(
    desk: TestClient, archive: Archive, clock: Clock
) -> None:
    receipt, number = published(archive)
    back = desk.post(f"/review/cases/{code_of(number)}/recall", follow_redirects=False)
    assert (back.status_code, back.headers["location"]) == (303, f"/review/{receipt.submission_id}")
    page = desk.get(f"/review/{receipt.submission_id}").text
    assert "recalled" in page
    assert f'href="/review/cases/{code_of(number)}"' in page
    old = published(archive)[1]
    clock.pass_by(timedelta(hours=25))
    late = desk.post(f"/review/cases/{code_of(old)}/recall")
    assert late.status_code == 409
    assert "24 hours" in late.text


def test_two_cases_become_one_with_a_redirect(desk: TestClient, site: TestClient, archive: Archive) -> None:
    gone, stays = code_of(published(archive)[1]), code_of(published(archive)[1])
    wrong = desk.post(f"/review/cases/{gone}/merge", data={"into": "CASE-0099"})
    assert (wrong.status_code, 'id="into-problem"' in wrong.text) == (422, True)
    assert desk.post(f"/review/cases/{gone}/merge", data={"into": stays}).status_code == 200
    moved = site.get(f"/cases/{gone}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, f"/cases/{stays}")


def test_withdrawing_for_good_asks_first(desk: TestClient, site: TestClient, archive: Archive) -> None:
    code = code_of(published(archive)[1])
    assert f'action="/review/cases/{code}/withdraw#sure"' in desk.get(f"/review/cases/{code}").text
    asked = desk.post(f"/review/cases/{code}/withdraw", data={"withdraw": "1"}).text
    assert '<h3 id="sure">' in asked
    assert "for good?" in asked
    assert site.get(f"/cases/{code}").status_code == 200
    desk.post(f"/review/cases/{code}/withdraw", data={"sure": "1"})
    assert site.get(f"/cases/{code}").status_code == 410


def test_a_note_is_let_in_in_the_reviewers_wording(desk: TestClient, site: TestClient, archive: Archive) -> None:
    (receipt, number), (other, _) = published(archive), published(archive)
    for told in (receipt, other):
        with archive.writing(VISITOR) as call:
            follow_up = tell(call, told.code, Verdict.HELD, "It stayed quiet.")
        way = "let-in" if told is receipt else "leave-out"
        notes = desk.get("/review/follow-ups").text
        assert "It stayed quiet." in notes
        assert "The names of the discussion are destroyed." in notes
        form = {"note": "It stayed quiet all term."}
        assert desk.post(f"/review/follow-ups/{follow_up.id}/{way}", data=form).status_code == 200
    assert "all term" in site.get(f"/cases/{code_of(number)}").text
    assert "No note waits" in desk.get("/review/follow-ups").text


def test_a_note_whose_words_were_all_taken_out_is_not_let_in_as_it_was(
    desk: TestClient, site: TestClient, archive: Archive
) -> None:
    receipt, number = published(archive)
    with archive.writing(VISITOR) as call:
        follow_up = tell(call, receipt.code, Verdict.HELD, "It stayed quiet.")
    emptied = desk.post(f"/review/follow-ups/{follow_up.id}/let-in", data={"note": " "})
    assert emptied.status_code == 422
    assert f'id="words-{follow_up.id}-problem"' in emptied.text
    assert "quiet" not in site.get(f"/cases/{code_of(number)}").text


def test_no_place_is_kept_for_an_original_that_is_gone(desk: TestClient, archive: Archive) -> None:
    open_one = hand_in(archive).submission_id
    assert "compare__cell--raw" in desk.get(f"/review/{open_one}").text
    published(archive)
    over = desk.get(f"/review/{open_one + 1}").text
    assert "The original text has been destroyed." in over
    assert "thread__text" in over
    assert "compare__" not in over


def test_any_spelling_of_a_code_opens_its_desk(desk: TestClient, archive: Archive) -> None:
    code = code_of(published(archive)[1])
    assert f"{code} under review" in desk.post("/review/find", data={"code": "1"}).text
    for nobodys in ("99", "bathroom"):
        missed = desk.post("/review/find", data={"code": nobodys})
        assert missed.status_code == 404
        assert 'id="code-problem"' in missed.text
        assert f'value="{nobodys}"' in missed.text


@pytest.mark.parametrize("path", ["/review", "/review/1", "/review/cases/CASE-0001", "/review/follow-ups"])
def test_nobody_else_sees_any_of_it(site: TestClient, archive: Archive, path: str) -> None:
    make_public_first = published(archive)
    assert make_public_first
    assert site.get(path).status_code == 403


@pytest.mark.parametrize("path", ["/review/{}", "/circles/{}", "/review/cases/{}"])
@pytest.mark.parametrize("number", ["0", "2147483648", "9" * 30])
def test_a_number_that_no_database_holds_is_nothing_and_no_failure(office: TestClient, path: str, number: str) -> None:
    assert office.get(path.format(number)).status_code == 404


@pytest.mark.parametrize("quote", [False, True])
def test_a_contributor_who_is_not_to_be_quoted_has_the_copied_sentences_named(
    desk: TestClient, archive: Archive, quote: bool
) -> None:
    copied = "We called his mom the same day and closed two restrooms."
    number = hand_in(archive, quote_verbatim=quote).submission_id
    page = desk.get(f"/review/{number}").text
    assert ("Not to be quoted" in page) is not quote
    assert (f"<dt>Actions 1, what</dt><dd><q>{copied}</q></dd>" in page) is not quote
    finish(archive, number)
    assert "Not to be quoted" not in desk.get(f"/review/{number}").text
