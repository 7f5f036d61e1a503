"""Circles: make, invite, join, read the charter, leave; as JSON."""

from fastapi import APIRouter, Response

from api.casework_schemas import CharterIn, CircleIn, CircleOut, InvitationIn, MemberOut, circle_out, member_out
from api.dependencies import Belongs, MemberToken, RowNumber, SignsIn, Steward, TheArchive, keep_member, lose_member
from api.workflow import circles as verbs

router = APIRouter(prefix="/api/v1/circles", tags=["circles"])


@router.get("", summary="The circles that you belong to")
def circles(archive: TheArchive, caller: Belongs) -> list[CircleOut]:
    with archive.reading(caller) as call:
        return [circle_out(circle) for circle in verbs.circles(call)]


@router.post("", status_code=201, summary="Make a circle")
def create(wanted: CircleIn, archive: TheArchive, caller: Steward) -> CircleOut:
    with archive.writing(caller) as call:
        return circle_out(verbs.create(call, wanted.name, wanted.charter))


@router.post("/join", summary="Accept an invitation")
def join(
    given: InvitationIn,
    archive: TheArchive,
    caller: SignsIn,
    response: Response,
    token: MemberToken = None,
) -> CircleOut:
    """Sets the member's cookie; the invitation is used up."""
    with archive.writing(caller) as call:
        joined = verbs.join(call, given.invitation, token)
    keep_member(response, archive, joined.token)
    return circle_out(joined.circle)


@router.post("/invited", summary="The circle of an invitation and its charter, to be read before joining")
def invited_to(given: InvitationIn, archive: TheArchive, caller: SignsIn) -> CircleOut:
    """Uses nothing up."""
    with archive.reading(caller) as call:
        return circle_out(verbs.invited_to(call, given.invitation))


@router.post("/leave", summary="Leave every circle and end the session")
def leave(
    archive: TheArchive,
    caller: Belongs,
    response: Response,
    token: MemberToken = None,
) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.leave(call, token or "")
    lose_member(response)
    return {"state": "left"}


@router.get("/{circle_id}", summary="A circle and its charter")
def circle(circle_id: RowNumber, archive: TheArchive, caller: Belongs) -> CircleOut:
    with archive.reading(caller) as call:
        return circle_out(verbs.circle(call, circle_id))


@router.put("/{circle_id}/charter", summary="Write the charter anew")
def rewrite_charter(circle_id: RowNumber, wanted: CharterIn, archive: TheArchive, caller: Steward) -> CircleOut:
    with archive.writing(caller) as call:
        return circle_out(verbs.rewrite_charter(call, circle_id, wanted.charter))


@router.post("/{circle_id}/invitations", status_code=201, summary="An invitation, shown once")
def invite(circle_id: RowNumber, archive: TheArchive, caller: Steward) -> dict[str, str]:
    with archive.writing(caller) as call:
        return {"invitation": verbs.invite(call, circle_id)}


@router.get("/{circle_id}/members", summary="How many members there are, and since when")
def members(circle_id: RowNumber, archive: TheArchive, caller: Steward) -> list[MemberOut]:
    with archive.reading(caller) as call:
        return [member_out(member) for member in verbs.members(call, circle_id)]


@router.delete("/{circle_id}/members/{member_id}", summary="Close a circle to a member")
def remove(circle_id: RowNumber, member_id: RowNumber, archive: TheArchive, caller: Steward) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.remove(call, circle_id, member_id)
    return {"state": "removed"}
