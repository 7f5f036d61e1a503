"""Sign in and out; a session is a cookie whose digest alone is kept. What was typed before it ran out is not lost."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Address, SessionToken, SignsIn, TheArchive, TheLimits, keep_session, lose_session
from api.errors import status_of
from api.workflow.accounts import sign_in
from corpus.errors import AccessDenied, Overloaded, TooMany
from web.contexts import FormPage, Page
from web.forms import TheForm
from web.kept import Kept, kept_in
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class SignInPage(FormPage):
    name: str = ""
    kept: Kept | None = None


@dataclass(frozen=True, kw_only=True)
class GoOnPage(Page):
    """After signing in again: what was typed is there to be sent."""

    kept: Kept


@router.page("/sign-in")
def ask(request: Request, caller: SignsIn) -> Response:
    return render(request, "pages/sign_in.html", SignInPage(title="Sign in", caller=caller))


@router.form("/sign-in")
def open_session(
    request: Request,
    form: TheForm,
    *,
    archive: TheArchive,
    caller: SignsIn,
    limits: TheLimits,
    address: Address,
    token: SessionToken = None,
) -> Response:
    """A fresh session under a new id; the one that the browser held before is ended."""
    kept = kept_in(form)
    try:
        limits.count_sign_in(address)
        opened = sign_in(archive, caller, form.text("name"), form.text("password"), form.text("code"), ends=token)
    except (AccessDenied, Overloaded, TooMany) as error:
        page = SignInPage(
            title="Sign in", caller=caller, name=form.text("name"), problems={"name": str(error)}, kept=kept
        )
        return render(request, "pages/sign_in.html", page, status_of(error))
    answer: Response = RedirectResponse(kept.to if kept else "/review", 303)
    if kept and kept.fields is not None:
        answer = render(request, "pages/go_on.html", GoOnPage(title="You are signed in", caller=caller, kept=kept))
    keep_session(answer, archive, opened)
    return answer


@router.form("/sign-out")
def sign_out(archive: TheArchive, caller: SignsIn, token: SessionToken = None) -> Response:
    if token:
        with archive.writing(caller) as call:
            call.accounts.sign_out(token)
    answer = RedirectResponse("/", 303)
    lose_session(answer, archive)
    return answer
