"""Accounts: a steward makes one for a reviewer; its password and second factor are shown once."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Steward, TheArchive
from api.errors import status_of
from api.workflow.accounts import NewAccount, add_reviewer
from corpus.errors import BadInput
from web.contexts import FormPage
from web.forms import TheForm
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class AccountsPage(FormPage):
    name: str = ""
    """As typed."""
    made: NewAccount | None = None

    @property
    def secret(self) -> str:
        """Of the second factor, in groups of four, to be typed into an authenticator app."""
        found = parse_qs(urlsplit(self.made.factor).query).get("secret", [""])[0] if self.made else ""
        return " ".join(found[start : start + 4] for start in range(0, len(found), 4))


@router.page("/accounts")
def ask(request: Request, caller: Steward) -> Response:
    return render(request, "pages/accounts.html", AccountsPage(title="Reviewers", caller=caller))


@router.form("/accounts")
def make(request: Request, form: TheForm, archive: TheArchive, caller: Steward) -> Response:
    try:
        with archive.writing(caller) as call:
            made = add_reviewer(call, form.text("name"))
    except BadInput as error:
        page = AccountsPage(title="Reviewers", caller=caller, name=form.text("name"), problems={"name": str(error)})
        return render(request, "pages/accounts.html", page, status_of(error))
    return render(request, "pages/accounts.html", AccountsPage(title="Reviewers", caller=caller, made=made), 201)
