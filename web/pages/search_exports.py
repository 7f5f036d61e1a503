"""A search taken along: as a table, as text for a chat, as JSON. The question stays in the body of the form."""

from fastapi import Request
from starlette.responses import PlainTextResponse, Response

from api.archive import Archive
from api.cards import plain_card
from api.dependencies import Reader, TheArchive, get_address, get_limits
from api.identity import Caller
from api.routes.brief import csv_answer
from api.schemas import SearchOut, search_out
from api.workflow.exports import CASE_HEADS, LICENCE, case_row, csv_text
from api.workflow.search import MOST_RESULTS, Precedents, search
from web.forms import Form, TheForm
from web.results import filters_of
from web.routing import PageRouter

router = PageRouter()
_CARDS = 10
"""Of a text for a chat; nobody scrolls through more."""


@router.form("/search.csv")
def as_table(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    found = _found(request, form, archive, caller)
    rows = [case_row(precedent.case, archive.settings.public_url) for precedent in found.precedents]
    return csv_answer("search", csv_text(CASE_HEADS, rows))


@router.form("/search.txt")
def as_text(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    """The first cards, about 600 characters each."""
    found, home = _found(request, form, archive, caller), archive.settings.public_url
    cards = [plain_card(one.case, f"{home}/cases/{one.case.code}") for one in found.precedents[:_CARDS]]
    said = cards or [f"No precedent found.\n{home}"]
    return PlainTextResponse("\n\n".join([*said, LICENCE]) + "\n")


@router.form("/search.json")
def as_json(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    """What the programming interface answers."""
    found: SearchOut = search_out(_found(request, form, archive, caller))
    return Response(found.model_dump_json(indent=1), media_type="application/json")


def _found(request: Request, form: Form, archive: Archive, caller: Caller) -> Precedents:
    """What the page shows, as many as there are up to `MOST_RESULTS`."""
    get_limits(request).count_search(get_address(request))
    return search(archive, caller, form.text("text"), filters_of(form), MOST_RESULTS)
