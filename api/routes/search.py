"""Search and read, as JSON."""

from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from api.dependencies import Address, Reader, TheArchive, TheLimits
from api.open_route import OpenRoute
from api.schemas import PrecedentOut, SearchIn, SearchOut, case_out, filters_from, precedent_out, search_out
from api.workflow import search as verbs
from api.workflow.likeness import similar as verb_similar
from corpus.casebook.case_codes import code_of, number_of
from corpus.errors import CaseNotFound, CaseWithdrawn

router = APIRouter(prefix="/api/v1", tags=["search"], route_class=OpenRoute)


@router.post("/search", summary="Find precedents for a situation")
def search(asked: SearchIn, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> SearchOut:
    """The text goes in the body, never in the address, so that no log holds it."""
    limits.count_search(address)
    return search_out(verbs.search(archive, caller, asked.text, filters_from(asked.filters), asked.limit))


@router.get("/cases/{code}", summary="One case", response_model=None)
def read_case(code: str, archive: TheArchive, caller: Reader) -> dict[str, Any] | Response:
    number = number_of(code)
    try:
        return case_out(verbs.read_case(archive, caller, number))
    except CaseWithdrawn:
        raise
    except CaseNotFound:
        return RedirectResponse(f"/api/v1/cases/{code_of(verbs.followed(archive, caller, number))}", 308)


@router.get("/cases/{code}/similar", summary="Cases like this one")
def similar(code: str, archive: TheArchive, caller: Reader) -> list[PrecedentOut]:
    number = number_of(code)
    verbs.read_case(archive, caller, number)
    return [precedent_out(found) for found in verb_similar(archive, caller, number)]
