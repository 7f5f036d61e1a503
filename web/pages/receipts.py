"""Come back with a receipt: see where a submission stands, take it back."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Contributor, TheArchive
from api.errors import status_of
from api.workflow.browse import code_of
from api.workflow.receipts import Standing, standing
from api.workflow.withdraw import withdraw_submission
from corpus.errors import MoveNotAllowed, ReceiptNotFound
from corpus.model.submission import ENDED, SubmissionState
from web.contexts import FormPage
from web.forms import TheForm
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class ReceiptFormPage(FormPage):
    typed: str = ""


@dataclass(frozen=True, kw_only=True)
class StandingPage(FormPage):
    receipt: str
    standing: Standing
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


@router.page("/receipt")
def ask(request: Request, caller: Contributor) -> Response:
    return render(request, "pages/receipt.html", ReceiptFormPage(title="Your submission", caller=caller))


@router.form("/receipt")
def look(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    receipt = form.text("receipt")
    try:
        with archive.reading(caller) as call:
            found = standing(call, receipt)
    except ReceiptNotFound as error:
        page = ReceiptFormPage(title="Your submission", caller=caller, typed=receipt, problems={"receipt": str(error)})
        return render(request, "pages/receipt.html", page, status_of(error))
    shown = StandingPage(
        title="Your submission", caller=caller, receipt=receipt, standing=found, confirm="confirm" in form
    )
    return render(request, "pages/standing.html", shown)


@router.form("/receipt/withdraw")
def take_back(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """Ends the submission and its case; what was ended already stays as it is."""
    receipt = form.text("receipt")
    try:
        with archive.writing(caller) as call:
            withdraw_submission(call, receipt)
    except MoveNotAllowed:
        return look(request, form, archive, caller)
    archive.forget_traces()
    archive.catch_up()
    return look(request, form, archive, caller)
