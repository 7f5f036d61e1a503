"""Sign in and out; a session is a cookie whose digest alone is kept."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Cookie, Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive
from api.dependencies import SESSION_COOKIE, SignsIn, TheArchive
from api.errors import status_of
from api.identity import Caller
from corpus.accounts.store import SESSION_LASTS
from corpus.errors import AccessDenied
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()
Token = Annotated[str | None, Cookie(alias=SESSION_COOKIE)]


@dataclass(frozen=True, kw_only=True)
class SignInPage(FormPage):
    name: str = ""


@router.page("/sign-in")
def ask(request: Request, caller: SignsIn) -> Response:
    return render(request, "pages/sign_in.html", SignInPage(title="Sign in", caller=caller))


@router.form("/sign-in")
def sign_in(request: Request, form: TheForm, archive: TheArchive, caller: SignsIn, token: Token = None) -> Response:
    """A fresh session under a new id; the one that the browser held before is ended."""
    opened = _try(archive, caller, form, token)
    if isinstance(opened, AccessDenied):
        page = SignInPage(title="Sign in", caller=caller, name=form.text("name"), problems={"name": str(opened)})
        return render(request, "pages/sign_in.html", page, status_of(opened))
    answer = RedirectResponse("/review", 303)
    answer.set_cookie(
        SESSION_COOKIE,
        opened,
        max_age=int(SESSION_LASTS.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=archive.settings.secure_cookies,
    )
    return answer


@router.form("/sign-out")
def sign_out(archive: TheArchive, caller: SignsIn, token: Token = None) -> Response:
    if token:
        with archive.writing(caller) as call:
            call.accounts.sign_out(token)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(SESSION_COOKIE, httponly=True, samesite="strict", secure=archive.settings.secure_cookies)
    return answer


def _try(archive: Archive, caller: Caller, form: Form, token: str | None) -> str | AccessDenied:
    """The new session's token. A refusal is given back, not raised, so that the failed try is committed."""
    with archive.writing(caller) as call:
        try:
            account, fresh = call.accounts.sign_in(
                form.text("name"), form.text("password"), form.text("code"), at=call.now
            )
        except AccessDenied as error:
            return error
        if token:
            call.accounts.sign_out(token)
        call.record("sign in", f"account:{account.id}")
    return fresh
