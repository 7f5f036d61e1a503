"""The desk of one submission: look, take, release, correct the redaction, generalise; as JSON. Decisions: `reviews`."""

from typing import Any

from fastapi import APIRouter

from api.dependencies import Reviewer, RowNumber, TheArchive
from api.desk_schemas import CorrectionsIn, DeskOut, corrections_from, desk_out
from api.schemas import case_out
from api.workflow import review as verbs
from api.workflow.desk import open_desk
from api.workflow.generalise import generalise, undo

router = APIRouter(prefix="/api/v1/reviews/{submission_id:int}", tags=["review"])


@router.get("", summary="One submission beside its redaction, with what could still identify")
def look(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> DeskOut:
    """Looking is noted in the trail."""
    with archive.writing(caller) as call:
        return desk_out(open_desk(call, submission_id))


@router.post("/claim", summary="Take it, for 45 minutes")
def claim(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.claim(call, submission_id)
    return {"state": "claimed"}


@router.post("/release", summary="Leave it to others")
def release(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.release(call, submission_id)
    return {"state": "released"}


@router.post("/correct", summary="Hide, keep or join, and redact the whole discussion again")
def correct(submission_id: RowNumber, said: CorrectionsIn, archive: TheArchive, caller: Reviewer) -> DeskOut:
    with archive.writing(caller) as call:
        verbs.correct(call, submission_id, corrections_from(said))
        return desk_out(open_desk(call, submission_id))


@router.post("/generalise", summary="Take the step that the risk names")
def take_step(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, Any]:
    with archive.writing(caller) as call:
        return case_out(generalise(call, submission_id))


@router.post("/generalise/undo", summary="Take the last step back")
def take_step_back(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, Any]:
    with archive.writing(caller) as call:
        return case_out(undo(call, submission_id))
