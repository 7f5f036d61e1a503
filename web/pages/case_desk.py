"""A case that is out already, as a reviewer works on it: shown again, worded anew, recalled, merged, withdrawn."""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Reviewer, TheArchive
from api.identity import Caller
from api.workflow.browse import code_of, number_of
from api.workflow.history import Changed, Revision, Trace, changes, history, trail
from api.workflow.merge import merge_cases
from api.workflow.recall import recall
from api.workflow.revise import open_case, revise
from api.workflow.withdraw import is_recalled, unhide, withdraw_case
from corpus.errors import ArchiveError, DraftChanged, InvalidCase, NotFound
from corpus.model.case import Case
from corpus.outside import whole_number
from web.case_form import case_from_form
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.routing import PageRouter
from web.steps import answer, problems, refusal

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class CaseDeskPage(FormPage):
    case: Case
    """As typed, where it came back with problems."""
    state: str
    recalled: bool
    history: tuple[Revision, ...]
    trail: tuple[Trace, ...]
    typed: Form
    seen: str
    """Number of the revision that this reviewer has before them."""
    overtaken: bool
    """Whether somebody else changed it meanwhile."""
    differs: tuple[Changed, ...]
    """From what is kept now to what was typed, once overtaken."""

    @property
    def more_actions(self) -> int:
        return 3 if self.typed.text("add") == "action" else 1

    @property
    def more_words(self) -> int:
        return 2 if self.typed.text("add") == "words" else 1


@router.page("/review/cases/{code}")
def look(request: Request, code: str, archive: TheArchive, caller: Reviewer) -> Response:
    return _show(request, archive, caller, number_of(code), form=Form({}))


@router.form("/review/cases/{code}/show")
def show_again(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    number = number_of(code)
    return _act(request, archive, caller, number, form=form, act=lambda call: unhide(call, number))


@router.form("/review/cases/{code}/revise")
def word_anew(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    number = number_of(code)
    if "add" in form:
        return _show(request, archive, caller, number, form=form)

    def act(call: Call) -> None:
        with archive.reading(caller) as look:
            stands = open_case(look, number)
        revise(call, number, case_from_form(form, stands).sound(), whole_number(form.text("seen")))

    return _act(request, archive, caller, number, form=form, act=act)


@router.form("/review/cases/{code}/recall")
def recall_case(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    """Back to the desk of what was published last in it."""
    number, opened = number_of(code), list[int]()
    answer = _act(request, archive, caller, number, form=form, act=lambda call: opened.append(recall(call, number)))
    return RedirectResponse(f"/review/{opened[0]}", 303) if opened else answer


@router.form("/review/cases/{code}/merge")
def merge(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    """This case lives on in another one; a permanent redirect stays."""
    number, into = number_of(code), form.text("into")

    def act(call: Call) -> None:
        try:
            merge_cases(call, number, open_case(call, number_of(into)).number)
        except NotFound as error:
            raise InvalidCase({"into": str(error)}) from None

    return _act(request, archive, caller, number, form=form, act=act, ends=f"/review/cases/{into.strip().upper()}")


@router.form("/review/cases/{code}/withdraw")
def withdraw(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    """For good; asked once more before."""
    number = number_of(code)
    if "sure" not in form:
        return _show(request, archive, caller, number, form=form)
    return _act(
        request, archive, caller, number, form=form, act=lambda call: withdraw_case(call, number), ends="/review"
    )


def _act(
    request: Request,
    archive: Archive,
    caller: Caller,
    number: int,
    *,
    form: Form,
    act: Callable[[Call], object],
    ends: str = "",
) -> Response:
    """One step in its own transaction; `ends` is where to go when the case is gone after it."""
    if refused := refusal(archive, caller, act):
        return _show(request, archive, caller, number, form=form, refused=refused)
    if ends:
        archive.forget_traces()
    archive.catch_up()
    return RedirectResponse(ends or f"/review/cases/{code_of(number)}", 303)


def _show(
    request: Request,
    archive: Archive,
    caller: Caller,
    number: int,
    *,
    form: Form,
    refused: ArchiveError | None = None,
) -> Response:
    with archive.reading(caller) as call:
        case = open_case(call, number)
        state, recalled = call.casebook.state(number), is_recalled(call, number)
        revisions, traces = history(call, number), trail(call, number)
    typed = case_from_form(form, case).case if "title" in form else case
    overtaken = isinstance(refused, DraftChanged)
    page = CaseDeskPage(
        title=f"{code_of(number)} under review",
        caller=caller,
        problems=problems(refused, "desk"),
        case=typed,
        state=state,
        recalled=recalled,
        history=revisions,
        trail=traces,
        typed=form,
        seen=str(case.revision) if overtaken else form.text("seen") or str(case.revision),
        overtaken=overtaken,
        differs=changes(case, typed) if overtaken else (),
    )
    return answer(request, "pages/case_desk.html", page, refused)
