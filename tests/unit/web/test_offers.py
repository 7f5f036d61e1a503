"""What a desk and a receipt offer once a submission was approved, recalled or has ended: nothing that is then refused."""

from datetime import timedelta

from fastapi.testclient import TestClient

from api.archive import Archive
from api.workflow import review
from api.workflow.recall import recall
from api.workflow.redact import end_stale
from api.workflow.withdraw import withdraw_submission
from corpus.casebook.case_codes import code_of
from tests.conftest import Clock
from tests.unit.api.journeys import ROSA, WHY, approve, finish, hand_in, published
from tests.unit.web.test_desk import amber_case


def standing(site: TestClient, receipt: str) -> str:
    return site.post("/receipt", data={"receipt": receipt}).text


def test_an_approved_submission_is_not_to_be_taken_or_approved_again(desk: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number)
    approve(archive, number)
    page = desk.get(f"/review/{number}").text
    assert "Publish now" in page
    assert "Decline with this reason" in page
    assert f"/review/{number}/approve" not in page
    assert f"/review/{number}/claim" not in page
    assert f"/review/{number}/claim" not in desk.get("/review").text


def test_only_a_second_reviewer_is_offered_what_waits_for_one(
    desk: TestClient, second_desk: TestClient, archive: Archive
) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, amber_case())
    with archive.writing(ROSA) as call:
        call.intake.release(number)
    desk.post(f"/review/{number}/approve", data={"why": WHY})
    assert "1 of 2 reviewers" in desk.get("/review").text
    for theirs, offered in ((desk, False), (second_desk, True)):
        assert (f"/review/{number}/claim" in theirs.get("/review").text) is offered
        assert (f"/review/{number}/claim" in theirs.get(f"/review/{number}").text) is offered
        assert (f"/review/{number}/approve" in theirs.get(f"/review/{number}").text) is offered


def test_a_second_reviewer_may_ask_and_the_first_approval_stands(
    desk: TestClient, second_desk: TestClient, site: TestClient, archive: Archive
) -> None:
    receipt = hand_in(archive)
    number = receipt.submission_id
    finish(archive, number, amber_case())
    with archive.writing(ROSA) as call:
        call.intake.release(number)
    desk.post(f"/review/{number}/approve", data={"why": WHY})
    asked = second_desk.post(f"/review/{number}/return", data={"note": "Who called home first?"})
    assert "Waiting for the contributor" in asked.text
    assert "Who called home first?" in standing(site, receipt.code)
    site.post("/receipt/answer", data={"receipt": receipt.code, "answer": "The counselor did."})
    second_desk.post(f"/review/{number}/approve", data={"why": WHY})
    assert "2 of 2 reviewers" in second_desk.get(f"/review/{number}").text


def test_a_recalled_case_can_be_taken_back_and_not_changed(site: TestClient, archive: Archive) -> None:
    receipt, number = published(archive)
    with archive.writing(ROSA) as call:
        recall(call, number)
    page = standing(site, receipt.code)
    assert "published and recalled" in page
    assert "Take it back" in page
    assert "/receipt/hide" not in page
    assert "/receipt/case" not in page
    assert "recalled" not in standing(site, hand_in(archive).code)


def test_a_case_that_was_taken_back_is_not_said_to_be_recalled(desk: TestClient, archive: Archive) -> None:
    receipt, number = published(archive)
    with archive.writing(ROSA) as call:
        withdraw_submission(call, receipt.code)
    page = desk.get(f"/review/{receipt.submission_id}").text
    assert f"It was {code_of(number)}" in page
    assert "recalled" not in page
    assert f"/review/cases/{code_of(number)}" not in page


def test_what_nobody_decided_can_be_handed_in_again(site: TestClient, archive: Archive, clock: Clock) -> None:
    receipt = hand_in(archive)
    clock.pass_by(timedelta(days=31))
    with archive.writing(ROSA) as call:
        end_stale(call)
    assert "hand it in again" in standing(site, receipt.code)
    declined = hand_in(archive)
    with archive.writing(ROSA) as call:
        review.decline(call, declined.submission_id, "It is still going on.")
    assert "hand it in again" not in standing(site, declined.code)
