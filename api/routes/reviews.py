"""The reviewer's verbs, as JSON."""

from typing import Any

from fastapi import APIRouter

from api.dependencies import Reviewer, RowNumber, TheArchive
from api.schemas import DecisionIn, Record, Seen, SubmissionOut, case_out, submission_out
from api.workflow import review as verbs
from api.workflow.desk import queue as waiting
from api.workflow.publish import publish
from api.workflow.withdraw import unhide, withdraw_case
from corpus.case_codec import case_from_mapping
from corpus.casebook.case_codes import number_of

router = APIRouter(prefix="/api/v1", tags=["review"])


@router.get("/reviews", summary="Submissions that wait for a reviewer")
def queue(archive: TheArchive, caller: Reviewer) -> list[SubmissionOut]:
    with archive.reading(caller) as call:
        return [submission_out(submission) for submission in waiting(call)]


@router.put("/reviews/{submission_id}/draft", summary="Change the draft of the case")
def edit(
    submission_id: RowNumber, draft: Record, archive: TheArchive, caller: Reviewer, seen: Seen = ""
) -> dict[str, Any]:
    """Whatever is typed here is redacted before it is kept."""
    with archive.writing(caller) as call:
        return case_out(verbs.edit_draft(call, submission_id, case_from_mapping(draft), seen))


@router.post("/reviews/{submission_id}/approve", summary="Approve for publication")
def approve(
    submission_id: RowNumber, decision: DecisionIn, archive: TheArchive, caller: Reviewer, seen: Seen = ""
) -> dict[str, str]:
    with archive.writing(caller) as call:
        return {"state": verbs.approve(call, submission_id, decision.note, seen)}


@router.post("/reviews/{submission_id}/return", summary="Ask the contributor something")
def send_back(submission_id: RowNumber, decision: DecisionIn, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.send_back(call, submission_id, decision.note)
    return {"state": "needs you"}


@router.post("/reviews/{submission_id}/decline", summary="Decline with a reason")
def decline(submission_id: RowNumber, decision: DecisionIn, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.decline(call, submission_id, decision.note)
    archive.forget_traces()
    archive.catch_up()
    return {"state": "declined"}


@router.post("/reviews/{submission_id}/publish", summary="Publish an approved submission")
def publish_case(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, Any]:
    with archive.writing(caller) as call:
        case = publish(call, submission_id)
    archive.forget_traces()
    archive.catch_up()
    return case_out(case)


@router.post("/cases/{code}/show", summary="Put a hidden case back after a look")
def show(code: str, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        unhide(call, number_of(code))
    archive.catch_up()
    return {"state": "published"}


@router.delete("/cases/{code}", summary="Withdraw a case for good")
def withdraw(code: str, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        withdraw_case(call, number_of(code))
    archive.forget_traces()
    archive.catch_up()
    return {"state": "withdrawn"}
