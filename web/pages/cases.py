"""A case: read it, take it along as plain text, say that it could identify someone."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from api.cards import plain_card
from api.dependencies import Contributor, Reader, TheArchive, get_address, get_limits
from api.embed import case_structured, embed_path
from api.terms import Term, term_of
from api.workflow.browse import code_of, gone, number_of
from api.workflow.likeness import similar
from api.workflow.search import read_case
from api.workflow.uses import insights, times_used
from api.workflow.withdraw import flag
from corpus.errors import CaseNotFound
from corpus.model.case import Case
from web import case_parts, wording
from web.case_parts import FacetLink, PhaseOfActions
from web.contexts import Page
from web.rendering import render
from web.results import Result, listed
from web.routing import PageRouter

router = PageRouter()
_SIMILAR = 4


@dataclass(frozen=True, kw_only=True)
class CasePage(Page):
    case: Case
    age: str
    phases: tuple[PhaseOfActions, ...]
    facets: tuple[FacetLink, ...]
    similar: tuple[Result, ...]
    address: str
    card: str
    missing: tuple[tuple[str, tuple[str, ...]], ...]
    told: tuple[tuple[str, str], ...]
    untold: tuple[tuple[str, tuple[str, ...]], ...]
    insights: tuple[str, ...]
    """What leaders who used it say."""
    used: int
    cite: str


@dataclass(frozen=True, kw_only=True)
class GonePage(Page):
    code: str
    since: Term


@dataclass(frozen=True, kw_only=True)
class FlagPage(Page):
    case: Case


@dataclass(frozen=True, kw_only=True)
class FlaggedPage(Page):
    code: str


@router.page("/cases/{code}")
def read(request: Request, code: str, archive: TheArchive, caller: Reader) -> Response:
    number = number_of(code)
    if code != code_of(number):
        return RedirectResponse(f"/cases/{code_of(number)}", 308)
    try:
        case = read_case(archive, caller, number)
    except CaseNotFound:
        return _gone(request, number, archive, caller)
    with archive.reading(caller) as call:
        told, used = insights(call, number), times_used(call, number)
    today = archive.clock().date()
    address = f"{archive.settings.public_url}/cases/{case.code}"
    page = CasePage(
        title=case.title,
        caller=caller,
        json_link=f"/api/v1/cases/{case.code}",
        embed_link=embed_path(case, archive.settings.public_url),
        structured=case_structured(case, archive.settings.public_url),
        case=case,
        age=wording.age_badge(case.facets.school_year, today),
        phases=case_parts.phases(case),
        facets=tuple(case_parts.facet_links(case)),
        missing=case_parts.missing(case),
        told=case_parts.told_facts(case),
        untold=case_parts.untold_facts(case),
        similar=tuple(listed(found.case, today) for found in similar(archive, caller, number, _SIMILAR)),
        insights=told,
        used=used,
        cite=_cite(case, address),
        address=address,
        card=plain_card(case, address),
    )
    return render(request, "pages/case.html", page)


@router.page("/cases/{code}/card.txt")
def card(code: str, archive: TheArchive, caller: Reader) -> Response:
    """About 600 characters for a chat."""
    case = read_case(archive, caller, number_of(code))
    return PlainTextResponse(plain_card(case, f"{archive.settings.public_url}/cases/{case.code}") + "\n")


@router.page("/cases/{code}/flag")
def confirm_flag(request: Request, code: str, archive: TheArchive, caller: Reader) -> Response:
    case = read_case(archive, caller, number_of(code))
    return render(request, "pages/flag.html", FlagPage(title="This could identify someone", caller=caller, case=case))


@router.form("/cases/{code}/flag")
def flag_case(request: Request, code: str, archive: TheArchive, caller: Contributor) -> Response:
    """Hides the case at once until somebody has looked."""
    get_limits(request).count_submission(get_address(request))
    number = number_of(code)
    with archive.writing(caller) as call:
        flag(call, number)
    archive.catch_up()
    return render(
        request, "pages/flagged.html", FlaggedPage(title="The case is hidden", caller=caller, code=code_of(number))
    )


def _gone(request: Request, number: int, archive: TheArchive, caller: Reader) -> Response:
    stone = gone(archive, number, caller)
    if stone.successor is not None:
        return RedirectResponse(f"/cases/{code_of(stone.successor)}", 308)
    page = GonePage(title=f"{stone.code} was withdrawn", caller=caller, code=stone.code, since=term_of(stone.at.date()))
    return render(request, "pages/gone.html", page, 410)


def _cite(case: Case, address: str) -> str:
    """Code, version and term of publication; the day is not public."""
    published = f", {term_of(case.published_on)}" if case.published_on else ""
    return f"Precedent, {case.code}, version {case.revision}{published}. {address}"
