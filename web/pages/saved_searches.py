"""Saved searches: save one, open one by its code, have new cases told by letter, end it. No words in any address."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.archive import Archive, Call
from api.dependencies import Contributor, Reader, TheArchive, get_address, get_limits
from api.identity import Caller
from api.workflow import letters
from api.workflow import saved_searches as verbs
from api.workflow.search import MOST_RESULTS
from corpus.errors import InvalidCase, InvalidQuery, SavedSearchNotFound
from web import casework_wording
from web.contexts import FormPage, Page
from web.forms import Form, TheForm
from web.rendering import render
from web.results import Choice, Result, chips, filters_of, listed
from web.routing import PageRouter

router = PageRouter()
_STATE = "pages/saved_state.html"


@dataclass(frozen=True, kw_only=True)
class SavedPage(FormPage):
    """Shown once, as the answer to the form that saved it; its own form for letters brings all of it back."""

    asked: str
    removed: str
    code: str
    own_code: str
    public_url: str
    letters: bool
    """Whether this archive sends any."""
    typed: str = ""
    done: str = ""

    @property
    def address(self) -> str:
        return f"{self.public_url}/saved/{self.code}"


@dataclass(frozen=True, kw_only=True)
class SavedSearchPage(Page):
    asked: str
    chips: tuple[Choice, ...]
    results: tuple[Result, ...]
    news: tuple[Result, ...]
    """New since it was saved, and close."""
    alert_link: str


@dataclass(frozen=True, kw_only=True)
class OwnPage(FormPage):
    letters: bool
    own_code: str = ""
    typed: str = ""


@dataclass(frozen=True, kw_only=True)
class LettersPage(Page):
    code: str
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class StatePage(Page):
    says: str


@router.page("/saved")
def own(request: Request, archive: TheArchive, caller: Contributor) -> Response:
    """For whoever kept the owner's code."""
    page = OwnPage(title="Your saved search", caller=caller, letters=archive.post is not None)
    return render(request, "pages/saved_own.html", page)


@router.form("/saved")
def save(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    get_limits(request).count_submission(get_address(request))
    try:
        saved = verbs.save_search(archive, caller, form.text("text"), filters_of(form))
    except InvalidQuery as error:
        return render(request, _STATE, StatePage(title="Nothing was saved", caller=caller, says=str(error)), 422)
    page = SavedPage(
        title="Your search is saved",
        caller=caller,
        asked=saved.asked,
        removed=casework_wording.removed(saved.removed),
        code=saved.code,
        own_code=saved.own_code,
        public_url=archive.settings.public_url,
        letters=archive.post is not None,
    )
    return render(request, "pages/saved.html", page)


@router.form("/saved/own")
def change(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """Ends the search, or says where its letters go."""
    get_limits(request).count_submission(get_address(request))
    try:
        with archive.writing(caller) as call:
            says = _change(call, form)
    except (InvalidCase, SavedSearchNotFound) as error:
        problems = error.problems if isinstance(error, InvalidCase) else {"own_code": str(error)}
        return _changed_nothing(request, form, archive, caller, problems)
    if "code" in form:
        return _just_saved(request, form, archive, caller, done=says)
    return render(request, _STATE, StatePage(title="Ended" if "end" in form else "Letters", caller=caller, says=says))


def _change(call: Call, form: Form) -> str:
    """What was done, in a sentence. An empty address ends the letters, but not on the page that first offers them."""
    code, address = form.text("own_code"), form.text("address").strip()
    if "end" in form:
        verbs.end_search(call, code)
        return "Nothing of it is kept: its link, its alert and its letters have ended."
    if "code" in form and not address:
        raise InvalidCase({"address": "Write an e-mail address like name@example.org."})
    letters.want_letters(call, code, address)
    if address:
        return "A letter is on its way that asks whoever reads that address. Others follow only after a yes."
    return "No more letters. Your saved search stays."


def _changed_nothing(
    request: Request, form: Form, archive: Archive, caller: Caller, problems: dict[str, str]
) -> Response:
    if "code" in form:
        return _just_saved(request, form, archive, caller, problems=problems)
    page = OwnPage(
        title="Your saved search",
        caller=caller,
        letters=archive.post is not None,
        own_code=form.text("own_code"),
        typed=form.text("address"),
        problems=problems,
    )
    return render(request, "pages/saved_own.html", page, 422)


def _just_saved(
    request: Request,
    form: Form,
    archive: Archive,
    caller: Caller,
    *,
    problems: dict[str, str] | None = None,
    done: str = "",
) -> Response:
    """The page with link and code once more: they are nowhere else, and its reader may not have copied them yet."""
    page = SavedPage(
        title="Your search is saved",
        caller=caller,
        problems=problems or {},
        asked=form.text("asked"),
        removed=form.text("removed"),
        code=form.text("code"),
        own_code=form.text("own_code"),
        public_url=archive.settings.public_url,
        letters=archive.post is not None,
        typed=form.text("address"),
        done=done,
    )
    return render(request, "pages/saved.html", page, 422 if problems else 200)


@router.page("/saved/letters/{code}")
def ask_about_letters(request: Request, code: str, archive: TheArchive, caller: Contributor) -> Response:
    """Where each letter leads; opening it changes nothing."""
    with archive.reading(caller) as call:
        page = LettersPage(title="Letters", caller=caller, code=code, agreed=letters.has_agreed(call, code))
    return render(request, "pages/letters.html", page)


@router.form("/saved/letters/{code}")
def decide_about_letters(
    request: Request, code: str, form: TheForm, archive: TheArchive, caller: Contributor
) -> Response:
    agrees = "agree" in form
    with archive.writing(caller) as call:
        (letters.agree if agrees else letters.end_letters)(call, code)
    says = "New cases that are close come by letter." if agrees else "The address was destroyed. No more letters."
    return render(request, _STATE, StatePage(title="Letters", caller=caller, says=says))


@router.page("/saved/{code}")
def opened(request: Request, code: str, archive: TheArchive, caller: Reader) -> Response:
    get_limits(request).count_search(get_address(request))
    saved, found = verbs.open_search(archive, caller, code, MOST_RESULTS)
    news, today = verbs.alert_cases(archive, caller, code), archive.clock().date()
    page = SavedSearchPage(
        title="A saved search",
        caller=caller,
        json_link=f"/api/v1/saved/{code}",
        feed_link=f"/api/v1/saved/{code}/feed.atom",
        alert_link=f"/api/v1/saved/{code}/alert.atom",
        asked=saved.asked,
        chips=chips(saved.filters),
        results=tuple(listed(precedent.case, today) for precedent in found.precedents),
        news=tuple(listed(case, today) for case in news),
    )
    return render(request, "pages/saved_search.html", page)
