"""Wanted cases and the digest: the list for everybody, the wish that is left, and a steward's look."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Contributor, Reader, Steward, TheArchive, get_address, get_limits
from api.identity import Right
from api.workflow import wanted as verbs
from api.workflow.digest import Digest, digest
from api.workflow.wanted import LONGEST_WISH, Wanted
from corpus.errors import InvalidCase, MoveNotAllowed
from corpus.model.question import WantedCase
from corpus.outside import whole_number
from web.contexts import FormPage, Page
from web.forms import TheForm
from web.rendering import render
from web.results import Result, listed
from web.routing import Number, PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class WantedPage(Page):
    wanted: tuple[Wanted, ...]
    came: tuple[Wanted, ...]
    looks: bool
    """Whether the caller is the one who looks at wishes."""


@dataclass(frozen=True, kw_only=True)
class WishPage(FormPage):
    typed: str
    longest: int = LONGEST_WISH
    left: bool = False


@dataclass(frozen=True, kw_only=True)
class WaitingPage(FormPage):
    waiting: tuple[WantedCase, ...]
    listed: tuple[Wanted, ...]


@dataclass(frozen=True, kw_only=True)
class DigestPage(Page):
    digest: Digest
    new: tuple[Result, ...]


@router.page("/wanted")
def wanted(request: Request, archive: TheArchive, caller: Reader) -> Response:
    told = verbs.wanted_cases(archive, caller)
    page = WantedPage(
        title="Wanted cases",
        caller=caller,
        json_link="/api/v1/wanted",
        table_link="/api/v1/wanted.csv",
        feed_link="/api/v1/wanted.atom",
        wanted=tuple(one for one in told if one.came is None),
        came=tuple(one for one in told if one.came is not None),
        looks=Right.STEWARD in caller.rights,
    )
    return render(request, "pages/wanted.html", page)


@router.form("/wanted")
def wish(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """First the words to look over, then the wish: nothing is kept before the second."""
    typed = form.text("text").strip()
    title = "Leave it as a wanted case"
    if "sure" not in form:
        return render(request, "pages/wish.html", WishPage(title=title, caller=caller, typed=typed[:LONGEST_WISH]))
    get_limits(request).count_submission(get_address(request))
    try:
        verbs.leave_wish(archive, caller, typed)
    except (InvalidCase, MoveNotAllowed) as error:
        problems = error.problems if isinstance(error, InvalidCase) else {"text": str(error)}
        page = WishPage(title=title, caller=caller, typed=typed, problems=problems)
        return render(request, "pages/wish.html", page, 422)
    return render(request, "pages/wish.html", WishPage(title="Thank you", caller=caller, typed="", left=True))


@router.page("/wanted/waiting")
def waiting(request: Request, archive: TheArchive, caller: Steward) -> Response:
    return render(request, "pages/wishes.html", _waiting(archive, caller, {}))


@router.form("/wanted/{wanted_id}/look")
def look(request: Request, wanted_id: Number, form: TheForm, archive: TheArchive, caller: Steward) -> Response:
    """Lists a wish in the steward's wording, counts it with another, or forgets it."""
    into = form.text("into")
    try:
        with archive.writing(caller) as call:
            if "leave_out" in form:
                verbs.leave_wish_out(call, wanted_id)
            elif (other := whole_number(into)) is not None:
                verbs.join_wish(call, wanted_id, other)
            else:
                verbs.list_wish(call, wanted_id, form.text("wish"))
    except InvalidCase as error:
        return render(request, "pages/wishes.html", _waiting(archive, caller, error.problems), 422)
    return RedirectResponse("/wanted/waiting", 303)


@router.page("/digest")
def the_digest(request: Request, archive: TheArchive, caller: Reader) -> Response:
    told, today = digest(archive, caller), archive.clock().date()
    page = DigestPage(
        title=f"Digest of {told.name}",
        caller=caller,
        json_link="/api/v1/digest",
        feed_link="/api/v1/digest.atom",
        digest=told,
        new=tuple(listed(case, today) for case in told.new),
    )
    return render(request, "pages/digest.html", page)


def _waiting(archive: TheArchive, caller: Steward, problems: dict[str, str]) -> WaitingPage:
    with archive.reading(caller) as call:
        waits = tuple(verbs.waiting_wishes(call))
    told = tuple(verbs.wanted_cases(archive, caller))
    return WaitingPage(title="Wishes that wait", caller=caller, waiting=waits, listed=told, problems=problems)
