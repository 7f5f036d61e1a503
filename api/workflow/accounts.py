"""Accounts: a steward makes one for a reviewer; the password and the second factor are shown once and handed over."""

import secrets
from dataclasses import dataclass

from api.archive import Call
from api.identity import Right
from corpus.accounts.store import Role

_PASSWORD_BYTES = 15


@dataclass(frozen=True)
class NewAccount:
    """Shown once; only digests and a sealed secret are kept."""

    name: str
    password: str
    factor: str
    """Setting-up address of the second factor, for an authenticator app."""


def add_reviewer(call: Call, name: str) -> NewAccount:
    """Raises BadInput for a name that is taken or of the wrong length."""
    call.caller.require(Right.STEWARD)
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    account, factor = call.accounts.create(name, password, Role.REVIEWER, at=call.now)
    call.record("create account", f"account:{account.id}")
    return NewAccount(name=account.name, password=password, factor=factor)
