"""How a case aged: told with a receipt, looked at by a reviewer; as JSON."""

from typing import Any

from fastapi import APIRouter

from api.casework_schemas import AddressIn, FollowUpOut, LookIn, ToldIn, follow_up_out
from api.dependencies import Contributor, Reviewer, RowNumber, TheArchive
from api.places import PLACE
from api.schemas import case_out
from api.workflow import follow_up as verbs
from corpus.casebook.case_codes import number_of

router = APIRouter(prefix="/api/v1", tags=["follow up"])


@router.post("/submissions/tell", summary="Tell what became of it", dependencies=[PLACE])
def tell(told: ToldIn, archive: TheArchive, caller: Contributor) -> FollowUpOut:
    """The verdict shows at once; the note is redacted, and shows after a reviewer's look."""
    with archive.writing(caller) as call:
        meant = number_of(told.case) if told.case else None
        kept = verbs.tell(call, told.receipt, told.verdict, told.note, meant)
    archive.catch_up()
    return follow_up_out(kept)


@router.put("/submissions/address", summary="Be reminded, or no longer")
def keep_address(left: AddressIn, archive: TheArchive, caller: Contributor) -> dict[str, bool]:
    """The address is kept encrypted and destroyed when the follow-ups are over."""
    with archive.writing(caller) as call:
        verbs.keep_address(call, left.receipt, left.address)
    archive.forget_traces()
    return {"reminds": bool(left.address.strip())}


@router.get("/reviews/follow-ups", summary="Notes that wait for a reviewer's look")
def waiting(archive: TheArchive, caller: Reviewer) -> list[FollowUpOut]:
    with archive.reading(caller) as call:
        return [follow_up_out(follow_up) for follow_up in verbs.waiting(call)]


@router.post("/reviews/follow-ups/{follow_up_id}/let-in", summary="Put a note into its case")
def let_in(follow_up_id: RowNumber, look: LookIn, archive: TheArchive, caller: Reviewer) -> dict[str, Any]:
    with archive.writing(caller) as call:
        case = verbs.let_in(call, follow_up_id, look.note)
    archive.catch_up()
    return case_out(case)


@router.post("/reviews/follow-ups/{follow_up_id}/leave-out", summary="Leave a note out of its case")
def leave_out(follow_up_id: RowNumber, archive: TheArchive, caller: Reviewer) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.leave_out(call, follow_up_id)
    return {"state": "left out"}
