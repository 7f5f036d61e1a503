"""Come back with a receipt: see where a submission stands, answer, hide more, correct the case, take it back.

The receipt is sent with every form and stands in no address; so each step answers with a page instead of a redirect.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Contributor, TheArchive
from api.errors import headers_of, problems_of, status_of
from api.identity import Caller
from api.workflow.browse import code_of
from api.workflow.receipts import Standing, answer, change, standing
from api.workflow.redact import redact_or_hold
from api.workflow.withdraw import by_receipt, withdraw_submission
from corpus.errors import ArchiveError, InvalidCase, ReceiptNotFound
from corpus.model.case import Case
from corpus.model.submission import ENDED, SubmissionState
from web.case_form import case_from_form
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()
_TITLE = "Your submission"


@dataclass(frozen=True, kw_only=True)
class ReceiptFormPage(FormPage):
    typed: str = ""


@dataclass(frozen=True, kw_only=True)
class StandingPage(FormPage):
    receipt: str
    standing: Standing
    answer: str = ""
    """As typed."""
    names: str = ""
    confirm: bool = False
    """Asked once more before a submission is taken back."""

    @property
    def case_code(self) -> str:
        number = self.standing.submission.case_number
        gone = self.standing.submission.state is not SubmissionState.PUBLISHED
        return "" if number is None or gone else code_of(number)

    @property
    def can_withdraw(self) -> bool:
        state = self.standing.submission.state
        return state not in ENDED or state is SubmissionState.PUBLISHED

    @property
    def days_to_wait(self) -> int:
        """The true median, in days and at least one; 0 while it isn't known."""
        wait = self.standing.median_wait
        return max(1, wait.days) if wait else 0


@dataclass(frozen=True, kw_only=True)
class OwnCasePage(FormPage):
    receipt: str
    draft: Case
    more_actions: int = 1
    more_words: int = 1


@router.page("/receipt")
def ask(request: Request, caller: Contributor) -> Response:
    return render(request, "pages/receipt.html", ReceiptFormPage(title=_TITLE, caller=caller))


@router.page("/receipt/answer")
@router.page("/receipt/hide")
@router.page("/receipt/case")
@router.page("/receipt/withdraw")
def ask_first(caller: Contributor) -> Response:
    """A step that is reloaded by its address alone has no receipt."""
    return RedirectResponse("/receipt", 303)


@router.form("/receipt")
def look(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    return _look(request, form, archive, caller)


@router.form("/receipt/answer")
def answer_question(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    words = form.text("answer")
    return _act(request, form, archive, caller, lambda call: answer(call, form.text("receipt"), words))


@router.form("/receipt/hide")
def hide_more(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """Names that were forgotten; the whole discussion is redacted again."""

    def act(call: Call) -> object:
        if not form.lines("names"):
            raise InvalidCase({"names": "Write the name, one to a line."})
        return change(call, form.text("receipt"), names=form.lines("names"))

    return _act(request, form, archive, caller, act, changes=True)


@router.form("/receipt/case")
def correct_case(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """The contributor's own wording: shown as a form, then sealed and redacted like everything else."""
    with archive.reading(caller) as call:
        draft = by_receipt(call, form.text("receipt")).draft
    if draft is None:
        return _look(request, form, archive, caller)
    typed = case_from_form(form, draft) if "title" in form else None
    if typed and not typed.problems and "add" not in form:
        return _act(
            request,
            form,
            archive,
            caller,
            lambda call: change(call, form.text("receipt"), draft=typed.case),
            changes=True,
        )
    page = OwnCasePage(
        title="Correct your case",
        caller=caller,
        problems=typed.problems if typed else {},
        receipt=form.text("receipt"),
        draft=typed.case if typed else draft,
        more_actions=3 if form.text("add") == "action" else 1,
        more_words=2 if form.text("add") == "words" else 1,
    )
    return render(request, "pages/own_case.html", page, 422 if page.problems else 200)


@router.form("/receipt/withdraw")
def take_back(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """Ends the submission and its case; what was ended already stays as it is."""
    done = _act(request, form, archive, caller, lambda call: withdraw_submission(call, form.text("receipt")))
    archive.forget_traces()
    archive.catch_up()
    return done


def _act(
    request: Request,
    form: Form,
    archive: Archive,
    caller: Caller,
    act: Callable[[Call], object],
    *,
    changes: bool = False,
) -> Response:
    """One step in its own transaction, then where the submission stands; what was refused is said beside its field."""
    try:
        with archive.writing(caller) as call:
            act(call)
            submission_id = by_receipt(call, form.text("receipt")).id
    except ArchiveError as error:
        return _look(request, form, archive, caller, error)
    if changes:
        redact_or_hold(archive, submission_id)
    return _look(request, Form({"receipt": form.several("receipt")}), archive, caller)


def _look(
    request: Request, form: Form, archive: Archive, caller: Caller, refused: ArchiveError | None = None
) -> Response:
    receipt = form.text("receipt")
    try:
        with archive.reading(caller) as call:
            found = standing(call, receipt)
    except ReceiptNotFound as error:
        page = ReceiptFormPage(title=_TITLE, caller=caller, typed=receipt, problems={"receipt": str(error)})
        return render(request, "pages/receipt.html", page, status_of(error))
    shown = StandingPage(
        title=_TITLE,
        caller=caller,
        problems=(problems_of(refused) or {"form": str(refused)}) if refused else {},
        receipt=receipt,
        standing=found,
        answer=form.text("answer"),
        names=form.text("names"),
        confirm="confirm" in form,
    )
    status = status_of(refused) if refused else 200
    return render(request, "pages/standing.html", shown, status, headers_of(refused) if refused else None)
