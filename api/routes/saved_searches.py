"""Saved searches and their alerts, as JSON and as feeds. The code stands in the address, the words never do."""

from fastapi import APIRouter, Response

from api.dependencies import Address, Contributor, Reader, TheArchive, TheLimits
from api.feed import MEDIA_TYPE, feed
from api.open_route import OpenRoute
from api.question_schemas import (
    AlertOut,
    LettersIn,
    OwnCodeIn,
    SavedOut,
    SavedSearchOut,
    SaveIn,
    StateOut,
    alert_out,
    saved_out,
    saved_search_out,
)
from api.schemas import filters_from
from api.workflow import letters as letter_verbs
from api.workflow import saved_searches as verbs
from api.workflow.search import MOST_RESULTS

router = APIRouter(prefix="/api/v1/saved", tags=["saved searches"], route_class=OpenRoute)


@router.post("", status_code=201, summary="Save a search, to share it or to be told of new cases")
def save(wanted: SaveIn, archive: TheArchive, caller: Contributor, limits: TheLimits, address: Address) -> SavedOut:
    """Keeps the words without names, and the filters. The answer holds two codes, shown this once.

    `code` opens the search, its feed and its alert. `own_code` ends it and names an address for letters.
    """
    limits.count_submission(address)
    return saved_out(verbs.save_search(archive, caller, wanted.text, filters_from(wanted.filters)))


@router.post("/end", summary="End a saved search, its alert and its letters")
def end(given: OwnCodeIn, archive: TheArchive, caller: Contributor) -> StateOut:
    with archive.writing(caller) as call:
        verbs.end_search(call, given.own_code)
    return StateOut(state="ended")


@router.post("/letters", summary="Have new cases told by e-mail, or end that")
def letters(
    given: LettersIn, archive: TheArchive, caller: Contributor, limits: TheLimits, address: Address
) -> StateOut:
    """One letter asks whoever reads the address; only after a yes do others follow. Needs a mail server."""
    limits.count_submission(address)
    with archive.writing(caller) as call:
        letter_verbs.want_letters(call, given.own_code, given.address)
    return StateOut(state="asked" if given.address.strip() else "ended")


@router.get("/{code}", summary="A saved search and what the archive answers to it now")
def opened(code: str, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> SavedSearchOut:
    limits.count_search(address)
    return saved_search_out(*verbs.open_search(archive, caller, code, MOST_RESULTS))


@router.get(
    "/{code}/feed.atom", summary="What a saved search finds, the newest first, as a feed", response_class=Response
)
def found(code: str, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> Response:
    limits.count_search(address)
    cases = verbs.found_cases(archive, caller, code)
    path = f"/api/v1/saved/{code}/feed.atom"
    return Response(feed("a saved search", path, cases, archive.settings.public_url), media_type=MEDIA_TYPE)


@router.get("/{code}/alert", summary="New cases that are close to a saved search")
def alert(code: str, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> AlertOut:
    """Published since it was saved and as close as a search calls close. A case that goes leaves the alert."""
    limits.count_search(address)
    return alert_out(verbs.alert_cases(archive, caller, code))


@router.get("/{code}/alert.atom", summary="The same as a feed", response_class=Response)
def alert_feed(code: str, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> Response:
    limits.count_search(address)
    cases = verbs.alert_cases(archive, caller, code)
    path = f"/api/v1/saved/{code}/alert.atom"
    return Response(feed("new and close", path, cases, archive.settings.public_url), media_type=MEDIA_TYPE)
