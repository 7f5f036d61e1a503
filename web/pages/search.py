"""Home and search: a question goes in the body of a form, so that no address and no log holds it."""

from dataclasses import dataclass
from datetime import date

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Reader, TheArchive, get_address, get_limits
from api.embed import archive_structured
from api.errors import headers_of, status_of
from api.identity import Caller
from api.workflow.browse import newest
from api.workflow.search import MOST_RESULTS, Precedents, search
from corpus.casebook.case_codes import code_within
from corpus.errors import InvalidQuery, TooMany
from corpus.model.search import Band, Filters
from web import casework_wording
from web.contexts import FormPage
from web.forms import TheForm
from web.rendering import render
from web.results import BandOfResults, Choice, FacetChoices, Result, bands, chips, facets, filters_of, listed, quick
from web.routing import PageRouter
from web.way_back import way_back

router = PageRouter()
_NEWEST, _RESULTS = 4, 10

EXAMPLES = {
    "Bathroom dare on TikTok": (
        "A video of a boys' bathroom being vandalized is going around, prompted by a TikTok dare. "
        "A parent has a clip, and now a custodian reports a second bathroom."
    ),
    "Bullied for wearing masks": (
        "Two parents are in the office of our elementary school: their sons were bullied at lunch for wearing masks. "
        "The masks were torn off, they were called names and coughed on."
    ),
    "Teacher filmed on pronouns": (
        "A middle school student filmed a math teacher saying that preferred pronouns are unnecessary. "
        "A parent posted it and the comments are blowing up."
    ),
}
"""The three situations that the archive was first made for; a label and the words."""


@dataclass(frozen=True, kw_only=True)
class HomePage(FormPage):
    typed: str = ""
    examples: tuple[tuple[str, str], ...] = tuple(EXAMPLES.items())
    newest: tuple[Result, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ResultsPage(FormPage):
    typed: str
    """What stands in the box: no more than what was searched, for the browser keeps this page."""
    asked: str
    """As it was searched."""
    removed: str
    """Such as "2 names and 1 school"; empty when nothing was taken out."""
    found: int
    shown: int
    has_close: bool
    without_meaning: bool
    bands: tuple[BandOfResults, ...]
    facets: tuple[FacetChoices, ...]
    chips: tuple[Choice, ...]
    quick: tuple[Choice, ...]
    """A few values to narrow by with one tap, for narrow screens."""
    more: int
    """How many can be shown instead; 0 when these are all."""

    @property
    def sent(self) -> tuple[tuple[str, str], ...]:
        """What a form for the same search sends: redacted words, what is chosen, and how much of it is shown."""
        limit = (("limit", str(MOST_RESULTS)),) if self.shown > _RESULTS else ()
        return (("text", self.asked or self.typed), *(("filter", chip.key) for chip in self.chips), *limit)

    @property
    def status(self) -> str:
        """One sentence for the screen and for a screen reader when results change."""
        if not self.shown:
            return "No precedent found."
        if not self.has_close:
            return f"No close precedent yet. {_cases(self.shown)} that may still help."
        close = sum(len(group.results) for group in self.bands if group.band is Band.CLOSE)
        others = f" and {self.shown - close} more" if close < self.shown else ""
        return f"{close} close {'precedent' if close == 1 else 'precedents'}{others}." if close else _cases(self.shown)


@router.page("/")
def home(request: Request, archive: TheArchive, caller: Reader) -> Response:
    today = archive.clock().date()
    latest = tuple(listed(case, today) for case in newest(archive, caller, _NEWEST))
    return render(request, "pages/home.html", _home(caller, latest, archive.settings.public_url))


@router.page("/search")
def ask_first(caller: Reader) -> Response:
    """A reloaded or shared address of results holds no question, so it leads to the box."""
    return RedirectResponse("/", 303)


@router.form("/search")
def find(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    typed = form.text("text")
    if code := code_within(typed):
        return RedirectResponse(f"/cases/{code}", 303)
    filters = filters_of(form)
    limit = MOST_RESULTS if form.text("limit") == str(MOST_RESULTS) else _RESULTS
    try:
        get_limits(request).count_search(get_address(request))
        found = search(archive, caller, typed, filters, limit)
    except (InvalidQuery, TooMany) as error:
        page = HomePage(title="Search", caller=caller, typed=typed, problems={"text": str(error)})
        return render(request, "pages/home.html", page, status_of(error), headers_of(error))
    results = _results(caller, typed, found, filters, archive.clock().date())
    back = way_back(caller, redacted=bool(found.asked or found.removed or not typed.strip()))
    return render(request, "pages/results.html", results, headers=back)


def _home(caller: Caller, latest: tuple[Result, ...], public_url: str) -> HomePage:
    return HomePage(
        title="Search",
        caller=caller,
        newest=latest,
        json_link="/api/v1/cases",
        table_link="/api/v1/cases.csv",
        feed_link="/api/v1/cases.atom",
        structured=archive_structured(public_url),
    )


def _cases(number: int) -> str:
    return "1 case" if number == 1 else f"{number} cases"


def _results(caller: Caller, typed: str, found: Precedents, filters: Filters, today: date) -> ResultsPage:
    return ResultsPage(
        title="Precedents" if found.precedents else "No precedent found",
        caller=caller,
        typed=found.asked if found.removed else typed,
        asked=found.asked,
        removed=casework_wording.removed(found.removed),
        found=found.answer.found,
        shown=len(found.precedents),
        more=MOST_RESULTS if len(found.precedents) == _RESULTS < found.answer.found else 0,
        has_close=found.answer.has_close or not typed.strip(),
        without_meaning=found.answer.without_meaning,
        bands=bands(found, today),
        facets=facets(found.answer.counts, filters),
        chips=chips(filters),
        quick=quick(found.answer.counts, filters),
    )
