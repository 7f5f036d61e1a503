"""The receipt page: what it says in each state, and that nothing typed is lost when a step is refused."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from api.archive import Archive
from api.workflow import review
from api.workflow.follow_up import MOST_UNASKED, keep_address
from api.workflow.merge import merge_cases
from api.workflow.split import split
from corpus.casebook.case_codes import code_of
from tests.conftest import Clock
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, make_public, published, titled


class Postbox:
    def send(self, to: str, subject: str, text: str, ends_at: str = "") -> None:
        raise AssertionError("no page sends a letter")


def look(site: TestClient, receipt: str, **more: str) -> Response:
    return site.post("/receipt", data={"receipt": receipt, **more})


def test_a_question_is_answered_and_the_submission_goes_back_to_review(site: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        review.send_back(call, receipt.submission_id, "Who called home first?")
    page = look(site, receipt.code)
    assert "Who called home first?" in page.text
    empty = site.post("/receipt/answer", data={"receipt": receipt.code, "answer": " "})
    assert (empty.status_code, 'id="answer-problem"' in empty.text) == (422, True)
    done = site.post("/receipt/answer", data={"receipt": receipt.code, "answer": "Jaylen's counselor did."})
    assert "Waiting for a reviewer" in done.text
    assert "counselor did." in done.text
    assert "Jaylen" not in done.text
    assert 'action="/receipt/answer"' not in done.text


def test_the_usual_wait_is_said_once_enough_were_decided(site: TestClient, archive: Archive, clock: Clock) -> None:
    for _ in range(5):
        assert "Usual wait" not in look(site, hand_in(archive).code).text
        decided = hand_in(archive)
        clock.pass_by(timedelta(days=3))
        with archive.writing(ROSA) as call:
            review.decline(call, decided.submission_id, "It is still going on.")
    assert "3 days to the first decision" in look(site, hand_in(archive).code).text


def test_what_became_of_it_is_told_and_shows_in_the_case(site: TestClient, archive: Archive, clock: Clock) -> None:
    receipt, number = published(archive)
    early = look(site, receipt.code).text
    assert "You can also tell it now" in early
    assert "we no longer have those of your discussion" in early
    assert f'href="/cases/{code_of(number)}"' in early
    clock.pass_by(timedelta(days=15))
    assert "It has been two weeks" in look(site, receipt.code).text
    missing = site.post("/receipt/tell", data={"receipt": receipt.code, "told": "Quiet since then."})
    assert missing.status_code == 422
    assert 'id="verdict-problem"' in missing.text
    assert "Quiet since then." in missing.text
    told = {"receipt": receipt.code, "verdict": "held", "told": "Jaylen is fine."}
    done = site.post("/receipt/tell", data=told)
    assert "it held" in done.text
    assert "Jaylen" not in done.text
    assert "reads your words before they show" in done.text
    case = site.get(f"/cases/{code_of(number)}").text
    assert "It held." in case
    assert "is fine" not in case


def test_nobody_is_offered_to_tell_more_than_is_taken(site: TestClient, archive: Archive, clock: Clock) -> None:
    receipt = published(archive)[0]
    for _ in range(MOST_UNASKED):
        assert "You can also tell it now" in look(site, receipt.code).text
        assert site.post("/receipt/tell", data={"receipt": receipt.code, "verdict": "held"}).status_code == 200
    page = look(site, receipt.code).text
    assert "We ask again on" in page
    assert "thank you" in page
    assert "/receipt/tell" not in page
    clock.pass_by(timedelta(days=15))
    assert "/receipt/tell" in look(site, receipt.code).text


def test_a_note_that_is_too_long_comes_back_with_its_problem(site: TestClient, archive: Archive) -> None:
    receipt = published(archive)[0]
    answer = site.post("/receipt/tell", data={"receipt": receipt.code, "verdict": "held", "told": "word " * 500})
    assert answer.status_code == 422
    assert 'id="told-problem"' in answer.text
    assert answer.text.count("word ") >= 500


def test_nobody_is_asked_for_an_address_where_no_letter_can_go_out(site: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive)
    assert "E-mail address" not in look(site, receipt.code).text
    archive.post = Postbox()
    assert "E-mail address" in look(site, receipt.code).text


def test_an_address_is_kept_removed_and_never_shown(site: TestClient, archive: Archive) -> None:
    archive.post = Postbox()
    receipt = hand_in(archive)
    wrong = site.post("/receipt/address", data={"receipt": receipt.code, "address": "nobody"})
    assert wrong.status_code == 422
    assert 'id="address-problem"' in wrong.text
    assert 'value="nobody"' in wrong.text
    kept = site.post("/receipt/address", data={"receipt": receipt.code, "address": "sam@example.org"})
    assert "You will be reminded" in kept.text
    assert "sam@example.org" not in kept.text
    removed = site.post("/receipt/address", data={"receipt": receipt.code, "forget": "1"})
    assert "You will be reminded" not in removed.text


def test_an_address_that_is_kept_can_be_removed_without_a_mail_server(site: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        keep_address(call, receipt.code, "sam@example.org")
    assert "Remove the address" in look(site, receipt.code).text


def test_parts_are_listed_and_each_case_can_be_told_of(site: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive)
    first, second = titled("A dare on video goes round the school"), titled("A parent films the office and posts it")
    with archive.writing(ROSA) as call:
        ids = split(call, receipt.submission_id, [first, second])
    assert "2 incidents" in look(site, receipt.code).text
    numbers = []
    for submission_id in ids:
        approve(archive, submission_id)
        numbers.append(make_public(archive, submission_id))
    page = look(site, receipt.code).text
    assert all(f'href="/cases/{code_of(number)}"' in page for number in numbers)
    told = {"receipt": receipt.code, "verdict": "worsened", "case": code_of(numbers[1])}
    assert site.post("/receipt/tell", data=told).status_code == 200
    assert "It got worse later." in site.get(f"/cases/{code_of(numbers[1])}").text
    assert "It got worse later." not in site.get(f"/cases/{code_of(numbers[0])}").text


def test_a_forgotten_name_is_hidden_in_every_part(site: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        ids = split(call, receipt.submission_id, [a_case(), a_case()])
    assert site.post("/receipt/hide", data={"receipt": receipt.code, "names": "restrooms"}).status_code == 200
    with archive.reading(ROSA) as call:
        redactions = [call.intake.submission(known).redaction for known in ids]
    assert len(redactions) == 2
    assert all(redaction and "restrooms" not in redaction.text for redaction in redactions)


def test_each_step_says_what_it_did(site: TestClient, archive: Archive) -> None:
    receipt = {"receipt": hand_in(archive).code}
    assert "usa-alert--success" not in look(site, receipt["receipt"]).text
    hidden = site.post("/receipt/hide", data={**receipt, "names": "restrooms"}).text
    assert "What you named is removed before anybody reads the case." in hidden
    refused = site.post("/receipt/hide", data={**receipt, "names": " "}).text
    assert "usa-alert--success" not in refused


def test_a_case_that_was_merged_leads_to_where_it_lives_on(site: TestClient, archive: Archive) -> None:
    (receipt, number), (_, other) = published(archive), published(archive)
    with archive.writing(ROSA) as call:
        merge_cases(call, number, other)
    assert f'href="/cases/{code_of(other)}"' in look(site, receipt.code).text


def test_taking_back_asks_first_and_ends_the_case(site: TestClient, archive: Archive) -> None:
    receipt, number = published(archive)
    assert "for good?" in look(site, receipt.code, confirm="1").text
    assert site.get(f"/cases/{code_of(number)}").status_code == 200
    ended = site.post("/receipt/withdraw", data={"receipt": receipt.code}).text
    assert "Withdrawn" in ended
    assert "no longer kept" in ended
    assert site.get(f"/cases/{code_of(number)}").status_code == 410


@pytest.mark.parametrize("step", ["answer", "hide", "case", "withdraw", "tell", "address"])
def test_a_step_reloaded_by_its_address_leads_to_the_start_and_an_unknown_receipt_is_said(
    site: TestClient, step: str
) -> None:
    again = site.get(f"/receipt/{step}", follow_redirects=False)
    assert (again.status_code, again.headers["location"]) == (303, "/receipt")
    form = {"receipt": "AAAA-BBBB-CCCC-DDDD", "answer": "x", "names": "x", "verdict": "held", "address": "a@b.example"}
    assert site.post(f"/receipt/{step}", data=form).status_code == 404


def test_a_case_is_not_saved_without_its_title(site: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive).code
    refused = site.post("/receipt/case", data={"receipt": receipt, "title": " ", "situation": "It went around twice."})
    assert refused.status_code == 422
    assert 'id="title-problem"' in refused.text
    assert "It went around twice." in refused.text


def test_a_held_submission_says_so_and_has_no_case_to_correct(site: TestClient, archive: Archive) -> None:
    archive.redactor.broken = True  # type: ignore[attr-defined]
    page = look(site, hand_in(archive).code).text
    assert "Held: waiting for redaction" in page
    assert 'action="/receipt/case"' not in page


def test_the_quiet_period_is_said_after_approval(site: TestClient, archive: Archive) -> None:
    object.__setattr__(archive.settings, "quiet_hours", 48)
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    assert "48 hours after" in look(site, receipt.code).text
