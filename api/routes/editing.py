"""What reviewers do with several cases at once or after publication: merge, split, recall, history; as JSON."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.casework_schemas import MergeIn, RevisionOut, SplitIn, TraceOut, revision_out, trace_out
from api.dependencies import Reviewer, RowNumber, TheArchive
from api.schemas import Record, Seen, case_out
from api.workflow.history import history, trail
from api.workflow.merge import keep_apart, merge_cases, merge_into
from api.workflow.recall import recall
from api.workflow.revise import open_case, revise
from api.workflow.split import split
from api.workflow.withdraw import hidden
from corpus.case_codec import case_from_mapping
from corpus.casebook.case_codes import number_of

RevisionSeen = Annotated[int | None, Query(ge=1, le=2**31 - 1, description="Refused once there is a later one")]
router = APIRouter(prefix="/api/v1", tags=["review"])


@router.post("/reviews/{submission_id}/merge", summary="Merge a submission into a case that is already there")
def merge_submission(
    submission_id: RowNumber, wanted: MergeIn, archive: TheArchive, caller: Reviewer
) -> dict[str, Any]:
    """The draft then holds both; approvals start anew, and publication revises that case."""
    with archive.writing(caller) as call:
        return case_out(merge_into(call, submission_id, number_of(wanted.into)))


@router.post("/reviews/{submission_id}/keep-apart", summary="Make it a case of its own after all")
def undo_merge(submission_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        keep_apart(call, submission_id)
    return {"state": "apart"}


@router.post("/reviews/{submission_id}/split", summary="Make several drafts of one discussion")
def split_submission(
    submission_id: RowNumber, wanted: SplitIn, archive: TheArchive, caller: Reviewer, seen: Seen = ""
) -> dict[str, list[int]]:
    drafts = [case_from_mapping(draft) for draft in wanted.drafts]
    with archive.writing(caller) as call:
        return {"submissions": split(call, submission_id, drafts, seen)}


@router.post("/cases/{code}/merge", summary="Let a case live on in another one")
def merge(code: str, wanted: MergeIn, archive: TheArchive, caller: Reviewer) -> dict[str, str | None]:
    """A permanent redirect stays in its place."""
    record = case_from_mapping(wanted.record) if wanted.record is not None else None
    with archive.writing(caller) as call:
        stone = merge_cases(call, number_of(code), number_of(wanted.into), record)
    archive.forget_traces()
    archive.catch_up()
    return {"code": stone.code, "state": stone.reason}


@router.post("/cases/{code}/recall", summary="Take a case back into review, within 24 hours of publication")
def recall_case(code: str, archive: TheArchive, caller: Reviewer) -> dict[str, int]:
    with archive.writing(caller) as call:
        submission_id = recall(call, number_of(code))
    archive.catch_up()
    return {"submission": submission_id}


@router.get("/reviews/hidden", summary="Cases that a reader doubted, hidden until a look")
def hidden_cases(archive: TheArchive, caller: Reviewer) -> list[dict[str, str]]:
    with archive.reading(caller) as call:
        return [{"code": case.code, "title": case.title, "since": at.isoformat()} for case, at in hidden(call)]


@router.get("/reviews/cases/{code}", summary="A case in any state")
def look(code: str, archive: TheArchive, caller: Reviewer) -> dict[str, Any]:
    with archive.reading(caller) as call:
        return case_out(open_case(call, number_of(code)))


@router.put("/reviews/cases/{code}", summary="Word a case anew; a hidden one stays hidden")
def word_anew(
    code: str, wording: Record, archive: TheArchive, caller: Reviewer, seen: RevisionSeen = None
) -> dict[str, Any]:
    """Whatever is typed here is redacted before it is kept; `seen` is the revision that it was made from."""
    with archive.writing(caller) as call:
        revised = case_out(revise(call, number_of(code), case_from_mapping(wording), seen))
    archive.catch_up()
    return revised


@router.get("/reviews/cases/{code}/history", summary="Every revision of a case, newest first, word by word")
def read_history(code: str, archive: TheArchive, caller: Reviewer) -> list[RevisionOut]:
    with archive.reading(caller) as call:
        return [revision_out(revision) for revision in history(call, number_of(code))]


@router.get("/reviews/cases/{code}/trail", summary="Who did what to a case and its submissions; ids only")
def read_trail(code: str, archive: TheArchive, caller: Reviewer) -> list[TraceOut]:
    with archive.reading(caller) as call:
        return [trace_out(trace) for trace in trail(call, number_of(code))]
