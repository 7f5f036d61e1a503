"""Accounts: a steward makes and closes them; what an account's owner changes in it, and what is shown only once."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive
from api.dependencies import HasAccount, ProvesItself, Steward, TheArchive, lose_session
from api.identity import Caller
from api.workflow import accounts as verbs
from corpus.accounts.store import Account
from corpus.errors import AccessDenied, ArchiveError, BadInput, Overloaded, TooMany
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.qr import QrCode, qr_code
from web.routing import Number, PageRouter
from web.steps import answer, problems

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class AccountsPage(FormPage):
    accounts: tuple[Account, ...]
    typed: Form
    made: verbs.NewAccount | None = None

    @property
    def secret(self) -> str:
        """Of the second factor, in groups of four, to be typed into an authenticator app."""
        found = parse_qs(urlsplit(self.made.factor).query).get("secret", [""])[0] if self.made else ""
        return " ".join(found[start : start + 4] for start in range(0, len(found), 4))

    @property
    def code(self) -> QrCode | None:
        """The same, for the camera."""
        return qr_code(self.made.factor) if self.made else None

    @property
    def closing(self) -> str:
        """Number of the account that is asked about once more."""
        return self.typed.text("close")


@dataclass(frozen=True, kw_only=True)
class AccountPage(FormPage):
    account: verbs.OwnAccount
    recovery_codes: tuple[str, ...] = ()
    """Fresh, and shown only now."""
    changed: bool = False


@router.page("/accounts")
def ask(request: Request, archive: TheArchive, caller: Steward) -> Response:
    return _all(request, archive, caller)


@router.form("/accounts")
def make(request: Request, form: TheForm, archive: TheArchive, caller: Steward) -> Response:
    if "close" in form:
        return _all(request, archive, caller, form=form)
    try:
        with archive.writing(caller) as call:
            made = verbs.add_reviewer(call, form.text("name"))
    except BadInput as error:
        return _all(request, archive, caller, form=form, refused=error)
    return _all(request, archive, caller, made=made)


@router.form("/accounts/{account_id:int}/close")
def close(request: Request, account_id: Number, archive: TheArchive, caller: Steward) -> Response:
    with archive.writing(caller) as call:
        verbs.close(call, account_id)
    return RedirectResponse("/accounts", 303)


@router.page("/account")
def own(request: Request, archive: TheArchive, caller: HasAccount) -> Response:
    return _own(request, archive, caller)


@router.page("/account/password")
@router.page("/account/recovery-codes")
def start_over(caller: HasAccount) -> Response:
    """A step that is reloaded by its address alone has nothing to show."""
    return RedirectResponse("/account", 303)


@router.form("/account/password")
def change_password(request: Request, form: TheForm, own: ProvesItself) -> Response:
    try:
        own.count()
        verbs.change_password(own.archive, own.caller, form.text("password"), form.text("wanted"), within=own.token)
    except (AccessDenied, Overloaded, TooMany) as error:
        return _own(request, own.archive, own.caller, refused=error, field="password")
    except BadInput as error:
        return _own(request, own.archive, own.caller, refused=error, field="wanted")
    return _own(request, own.archive, own.caller, changed=True)


@router.form("/account/recovery-codes")
def renew_recovery_codes(request: Request, form: TheForm, own: ProvesItself) -> Response:
    try:
        own.count()
        codes = verbs.renew_recovery_codes(own.archive, own.caller, form.text("proof"), within=own.token)
    except (AccessDenied, Overloaded, TooMany) as error:
        return _own(request, own.archive, own.caller, refused=error, field="proof")
    return _own(request, own.archive, own.caller, codes=codes)


@router.form("/account/sign-out-everywhere")
def sign_out_everywhere(archive: TheArchive, caller: HasAccount) -> Response:
    with archive.writing(caller) as call:
        verbs.sign_out_everywhere(call)
    answer = RedirectResponse("/", 303)
    lose_session(answer, archive)
    return answer


def _all(
    request: Request,
    archive: Archive,
    caller: Caller,
    *,
    form: Form | None = None,
    made: verbs.NewAccount | None = None,
    refused: ArchiveError | None = None,
) -> Response:
    with archive.reading(caller) as call:
        found = tuple(verbs.accounts(call))
    page = AccountsPage(
        title="Reviewers",
        caller=caller,
        problems=problems(refused, "name"),
        accounts=found,
        typed=form or Form({}),
        made=made,
    )
    return answer(request, "pages/accounts.html", page, refused, 201 if made else 200)


def _own(
    request: Request,
    archive: Archive,
    caller: Caller,
    *,
    codes: tuple[str, ...] = (),
    changed: bool = False,
    refused: ArchiveError | None = None,
    field: str = "",
) -> Response:
    with archive.reading(caller) as call:
        account = verbs.own_account(call)
    page = AccountPage(
        title="Your account",
        caller=caller,
        problems=problems(refused, field),
        account=account,
        recovery_codes=codes,
        changed=changed,
    )
    return answer(request, "pages/account.html", page, refused)
