"""What has changed in the archive: published, revised and gone, by term."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Reader, TheArchive
from api.workflow.changes import SHOWN, TermOfChanges, changes
from web.contexts import Page
from web.paging import PageNumber, Pager, pager, skipped
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class ChangesPage(Page):
    terms: tuple[TermOfChanges, ...]
    pager: Pager


@router.page("/changes")
def what_changed(request: Request, archive: TheArchive, caller: Reader, number: PageNumber = 1) -> Response:
    found = changes(archive, caller, skipped(number, SHOWN))
    page = ChangesPage(
        title="What has changed",
        caller=caller,
        json_link="/api/v1/changes",
        table_link="/api/v1/changes.csv",
        terms=found.terms,
        pager=pager("/changes", number, found.found, size=SHOWN),
    )
    return render(request, "pages/changes.html", page)
