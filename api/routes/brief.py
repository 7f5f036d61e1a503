"""A brief as JSON, as plain text for a chat, and as a table."""

from fastapi import APIRouter, Response
from starlette.responses import PlainTextResponse

from api.brief_schemas import BriefIn, BriefOut, brief_out
from api.dependencies import Address, Reader, TheArchive, TheLimits
from api.open_route import OpenRoute
from api.workflow import brief as verbs
from api.workflow.exports import BRIEF_HEADS, brief_rows, brief_text, csv_text

router = APIRouter(prefix="/api/v1", tags=["brief"], route_class=OpenRoute)


@router.post("/brief", summary="What was done before, in order, from the closest precedents")
def brief(asked: BriefIn, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> BriefOut:
    """Every line is a case's own words with its code; nothing is written by the archive."""
    limits.count_search(address)
    return brief_out(verbs.brief(archive, caller, asked.text, asked.taps))


@router.post("/brief.txt", summary="The brief as plain text for a chat", response_class=PlainTextResponse)
def brief_as_text(
    asked: BriefIn, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address
) -> PlainTextResponse:
    limits.count_search(address)
    return PlainTextResponse(
        brief_text(verbs.brief(archive, caller, asked.text, asked.taps), archive.settings.public_url)
    )


@router.post("/brief.csv", summary="The brief as a table", response_class=Response)
def brief_as_table(
    asked: BriefIn, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address
) -> Response:
    limits.count_search(address)
    found = verbs.brief(archive, caller, asked.text, asked.taps)
    return csv_answer("brief", csv_text(BRIEF_HEADS, brief_rows(found, archive.settings.public_url)))


def csv_answer(name: str, text: str) -> Response:
    """A table to save; the byte order mark tells older spreadsheets that it is UTF-8."""
    saved = {"Content-Disposition": f'attachment; filename="precedent-{name}.csv"'}
    return Response("\ufeff" + text, media_type="text/csv; charset=utf-8", headers=saved)
