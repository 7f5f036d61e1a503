"""A case: read it, take it along as plain text, say that it could identify someone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from fastapi import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from api.dependencies import Contributor, Reader, TheArchive, get_address, get_limits
from api.workflow.browse import code_of, gone, number_of
from api.workflow.search import read_case, similar
from api.workflow.withdraw import flag
from corpus.errors import CaseNotFound
from corpus.model.case import Action, Case
from corpus.model.search import FacetName
from corpus.model.taxonomy import Phase
from web import wording
from web.contexts import Page
from web.plain_card import plain_card
from web.rendering import render
from web.results import Result, listed
from web.routing import PageRouter

router = PageRouter()
_SIMILAR = 4


@dataclass(frozen=True)
class PhaseOfActions:
    phase: Phase
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class FacetLink:
    """A facet value that leads to every case with it."""

    label: str
    key: str


@dataclass(frozen=True, kw_only=True)
class CasePage(Page):
    case: Case
    age: str
    phases: tuple[PhaseOfActions, ...]
    facets: tuple[FacetLink, ...]
    similar: tuple[Result, ...]
    address: str
    card: str

    @property
    def missing(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The four buckets of root causes that hold something."""
        lacked = self.case.missing
        buckets = (
            ("Resources", lacked.resources),
            ("Knowledge", lacked.knowledge),
            ("Skills", lacked.skills),
            ("Dispositions", lacked.dispositions),
        )
        return tuple((name, texts) for name, texts in buckets if texts)


@dataclass(frozen=True, kw_only=True)
class GonePage(Page):
    code: str
    since: datetime


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
    today = archive.clock().date()
    address = f"{archive.settings.public_url}/cases/{case.code}"
    page = CasePage(
        title=case.title,
        caller=caller,
        json_link=f"/api/v1/cases/{case.code}",
        case=case,
        age=wording.age_badge(case.facets.school_year, today),
        phases=tuple(PhaseOfActions(phase, tuple(acts)) for phase, acts in _by_phase(case)),
        facets=tuple(_facet_links(case)),
        similar=tuple(listed(found.case, today) for found in similar(archive, caller, number, _SIMILAR)),
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
    stone = gone(archive, number)
    if stone.successor is not None:
        return RedirectResponse(f"/cases/{code_of(stone.successor)}", 308)
    page = GonePage(title=f"{stone.code} was withdrawn", caller=caller, code=stone.code, since=stone.at)
    return render(request, "pages/gone.html", page, 410)


def _by_phase(case: Case) -> Iterator[tuple[Phase, Iterator[Action]]]:
    order = list(Phase)
    return groupby(sorted(case.actions, key=lambda action: order.index(action.phase)), key=lambda action: action.phase)


def _facet_links(case: Case) -> Iterator[FacetLink]:
    facets = case.facets
    chosen = (
        *((FacetName.TOPIC, topic) for topic in case.topics),
        (FacetName.LEVEL, facets.level),
        (FacetName.SETTING, facets.setting),
        (FacetName.SIZE, facets.size),
        (FacetName.DIVISION, facets.division),
        (FacetName.SECTOR, facets.sector),
        *((FacetName.CHANNEL, channel) for channel in facets.channels),
        *((FacetName.INVOLVED, involved) for involved in facets.involved),
        *((FacetName.HOOK, hook) for hook in facets.hooks),
    )
    for name, value in chosen:
        if wording.is_said(value):
            yield FacetLink(label=wording.facet_value(name, value), key=f"{name.value}:{value}")
