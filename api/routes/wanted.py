"""Wanted cases and the monthly digest: for everybody as JSON, table and feed; waiting wishes for stewards."""

from fastapi import APIRouter, Response

from api.dependencies import Address, Contributor, Reader, RowNumber, Steward, TheArchive, TheLimits
from api.feed import MEDIA_TYPE, FeedEntry, atom, case_entry
from api.open_route import OpenRoute
from api.question_schemas import (
    DigestOut,
    JoinIn,
    LookIn,
    StateOut,
    WantedListOut,
    WishIn,
    WishOut,
    digest_out,
    wanted_out,
    wish_out,
)
from api.routes.brief import csv_answer
from api.workflow import wanted as verbs
from api.workflow.digest import digest
from api.workflow.exports import LICENCE, csv_text
from api.workflow.wanted import Wanted
from corpus.errors import WantedCaseNotFound

router = APIRouter(prefix="/api/v1", tags=["wanted cases"], route_class=OpenRoute)
_HEADS = ("number", "wish", "wished by, rounded down to fives", "came", "address", "licence")


@router.get("/wanted", summary="What readers looked for and the archive does not hold yet")
def wanted(archive: TheArchive, caller: Reader) -> WantedListOut:
    return WantedListOut(wanted=[wanted_out(one) for one in verbs.wanted_cases(archive, caller)])


@router.get("/wanted.csv", summary="The wanted cases as a table", response_class=Response)
def wanted_as_table(archive: TheArchive, caller: Reader) -> Response:
    home = archive.settings.public_url
    rows = [
        (str(out.id), out.wish, str(out.wished), out.came, f"{home}/wanted#wanted-{out.id}", LICENCE)
        for out in map(wanted_out, verbs.wanted_cases(archive, caller))
    ]
    return csv_answer("wanted", csv_text(_HEADS, rows))


@router.get("/wanted.atom", summary="The wanted cases as a feed", response_class=Response)
def wanted_as_feed(archive: TheArchive, caller: Reader) -> Response:
    home = archive.settings.public_url
    entries = [_entry(one, home) for one in verbs.wanted_cases(archive, caller) if one.came is None]
    return Response(atom("wanted cases", "/api/v1/wanted.atom", entries, home), media_type=MEDIA_TYPE)


@router.post("/wanted", status_code=201, summary="Leave a wish where a search found nothing close")
def wish(given: WishIn, archive: TheArchive, caller: Contributor, limits: TheLimits, address: Address) -> StateOut:
    """Names are removed before it is kept; it is listed once a steward has looked at it."""
    limits.count_submission(address)
    verbs.leave_wish(archive, caller, given.text)
    return StateOut(state="waiting")


@router.get("/wanted/waiting", summary="Wishes that wait for a steward's look")
def waiting(archive: TheArchive, caller: Steward) -> list[WishOut]:
    with archive.reading(caller) as call:
        return [wish_out(one) for one in verbs.waiting_wishes(call)]


@router.get("/wanted/{wanted_id}", summary="One wanted case")
def one_wanted(wanted_id: RowNumber, archive: TheArchive, caller: Reader) -> WantedListOut:
    found = [wanted_out(one) for one in verbs.wanted_cases(archive, caller) if one.id == wanted_id]
    if not found:
        raise WantedCaseNotFound("There is no wanted case with that number.")
    return WantedListOut(wanted=found)


@router.post("/wanted/{wanted_id}/list", summary="List a wish for the nation")
def list_wish(wanted_id: RowNumber, look: LookIn, archive: TheArchive, caller: Steward) -> StateOut:
    with archive.writing(caller) as call:
        verbs.list_wish(call, wanted_id, look.wish)
    return StateOut(state="listed")


@router.post("/wanted/{wanted_id}/join", summary="Count a wish with one that is listed")
def join_wish(wanted_id: RowNumber, given: JoinIn, archive: TheArchive, caller: Steward) -> StateOut:
    with archive.writing(caller) as call:
        verbs.join_wish(call, wanted_id, given.into)
    return StateOut(state="joined")


@router.post("/wanted/{wanted_id}/leave-out", summary="Forget a wish")
def leave_out(wanted_id: RowNumber, archive: TheArchive, caller: Steward) -> StateOut:
    with archive.writing(caller) as call:
        verbs.leave_wish_out(call, wanted_id)
    return StateOut(state="left out")


@router.get("/digest", summary="What the past month brought, and what is wanted")
def the_digest(archive: TheArchive, caller: Reader) -> DigestOut:
    return digest_out(digest(archive, caller))


@router.get("/digest.atom", summary="The digest as a feed", response_class=Response)
def digest_as_feed(archive: TheArchive, caller: Reader) -> Response:
    home, told = archive.settings.public_url, digest(archive, caller)
    entries = [*(case_entry(case, home) for case in told.new), *(_entry(one, home) for one in told.wanted)]
    title = f"digest of {told.name}"
    return Response(atom(title, "/api/v1/digest.atom", entries, home), media_type=MEDIA_TYPE)


def _entry(wanted: Wanted, home: str) -> FeedEntry:
    return FeedEntry(
        address=f"{home}/wanted#wanted-{wanted.id}",
        title=f"Wanted: {wanted.wish}",
        summary="Readers looked for this and found no close precedent. If you have one, contribute it.",
    )
