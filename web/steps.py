"""One step of a form: tried in its own transaction, and a page that says at its field what was refused."""

from collections.abc import Callable

from fastapi import Request
from starlette.responses import Response

from api.archive import Archive, Call
from api.errors import headers_of, problems_of, status_of
from api.identity import Caller
from corpus.errors import ArchiveError, NotFound
from web.contexts import Page
from web.rendering import render


def refusal(archive: Archive, caller: Caller, act: Callable[[Call], object]) -> ArchiveError | None:
    """What the step was refused for; None once it is on the disk. Raises NotFound: then there is no page to go on."""
    try:
        with archive.writing(caller) as call:
            act(call)
    except NotFound:
        raise
    except ArchiveError as error:
        return error
    return None


def problems(refused: ArchiveError | None, field: str) -> dict[str, str]:
    """Field to sentence; at `field` where the refusal names none."""
    return (problems_of(refused) or {field: str(refused)}) if refused else {}


def answer(request: Request, template: str, page: Page, refused: ArchiveError | None, status: int = 200) -> Response:
    """The page under the refusal's status, or under `status` where nothing was refused."""
    if refused is None:
        return render(request, template, page, status)
    return render(request, template, page, status_of(refused), headers_of(refused))
