"""Come back with a receipt: see where a submission stands, answer, hide more, correct the case, take it back.

The receipt is sent with every form and stands in no address; so each step answers with a page instead of a redirect.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Contributor, TheArchive
from api.identity import Caller
from api.places import APlace
from api.workflow.receipts import answer, change
from api.workflow.redact import redact_or_hold
from api.workflow.withdraw import by_receipt, withdraw_submission
from corpus.errors import InvalidCase
from corpus.model.case import Case
from web.case_form import case_from_form
from web.contexts import FormPage
from web.contribution import lacking
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import PageRouter
from web.standing import TITLE, ReceiptFormPage, show_standing, take_step

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class OwnCasePage(FormPage):
    receipt: str
    draft: Case
    more_actions: int = 1
    more_words: int = 1


@router.page("/receipt")
def ask(request: Request, caller: Contributor) -> Response:
    return render(request, "pages/receipt.html", ReceiptFormPage(title=TITLE, caller=caller))


@router.page("/receipt/answer")
@router.page("/receipt/hide")
@router.page("/receipt/case")
@router.page("/receipt/withdraw")
def ask_first(caller: Contributor) -> Response:
    """A step that is reloaded by its address alone has no receipt."""
    return RedirectResponse("/receipt", 303)


@router.form("/receipt")
def look(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    return show_standing(request, form, archive, caller)


@router.form("/receipt/answer")
def answer_question(
    request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace
) -> Response:
    words, done = form.text("answer"), "Your answer was sent to the reviewer."
    return take_step(request, form, archive, caller, lambda call: answer(call, form.text("receipt"), words), done=done)


@router.form("/receipt/hide")
def hide_more(request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace) -> Response:
    """Names that were forgotten; the whole discussion is redacted again."""

    def act(call: Call) -> list[int]:
        if not form.lines("names"):
            raise InvalidCase({"names": "Write the name, one to a line."})
        return change(call, form.text("receipt"), names=form.lines("names"))

    return _change(request, form, archive, caller, act, done="What you named is removed before anybody reads the case.")


@router.form("/receipt/case")
def correct_case(request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace) -> Response:
    """The contributor's own wording: shown as a form, then sealed and redacted like everything else."""
    with archive.reading(caller) as call:
        draft = by_receipt(call, form.text("receipt")).draft
    if draft is None:
        return show_standing(request, form, archive, caller)
    typed = case_from_form(form, draft) if "title" in form else None
    lacks = lacking(typed) if typed and "add" not in form else {}
    if typed and not lacks and "add" not in form:
        wording, done = typed.case, "Your case was saved."
        return _change(
            request, form, archive, caller, lambda call: change(call, form.text("receipt"), draft=wording), done=done
        )
    page = OwnCasePage(
        title="Correct your case",
        caller=caller,
        problems=lacks,
        receipt=form.text("receipt"),
        draft=typed.case if typed else draft,
        more_actions=3 if form.text("add") == "action" else 1,
        more_words=2 if form.text("add") == "words" else 1,
    )
    return render(request, "pages/own_case.html", page, 422 if page.problems else 200)


@router.form("/receipt/withdraw")
def take_back(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """Ends the submission and its cases; what was ended already stays as it is."""

    def forget() -> None:
        archive.forget_traces()
        archive.catch_up()

    receipt = form.text("receipt")
    return take_step(request, form, archive, caller, lambda call: withdraw_submission(call, receipt), after=forget)


def _change(
    request: Request, form: Form, archive: Archive, caller: Caller, act: Callable[[Call], list[int]], *, done: str
) -> Response:
    """A step that holds the submission and its parts; each is redacted again once what was typed is on the disk."""
    held: list[int] = []

    def redact_again() -> None:
        for submission_id in held:
            redact_or_hold(archive, submission_id)

    return take_step(request, form, archive, caller, lambda call: held.extend(act(call)), done=done, after=redact_again)
