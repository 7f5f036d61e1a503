"""Accounts: a steward makes and closes them; whoever has one signs in, changes the password, keeps recovery codes.

A password that was refused counts as a try, so these verbs hold their own transactions and commit before they raise.
They look at a password before they begin to write: nobody who hands in a case waits for those who sign in.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from api.archive import Archive, Call
from api.identity import Caller, Right
from corpus.accounts.passwords import Looked
from corpus.accounts.store import Account, Role
from corpus.errors import AccessDenied, InvalidCase

_PASSWORD_BYTES = 15
_Given = TypeVar("_Given")


@dataclass(frozen=True)
class NewAccount:
    """Shown once; only digests and a sealed secret are kept."""

    name: str
    password: str
    factor: str
    """Setting-up address of the second factor, for an authenticator app."""


@dataclass(frozen=True)
class OwnAccount:
    name: str
    role: Role
    recovery_codes_left: int
    refused: int = 0
    """Sign-ins under this name that were refused within the hour."""
    refused_with_password: int = 0
    """Those of them that came with the right password."""


def add_reviewer(call: Call, name: str) -> NewAccount:
    """Raises BadInput for a name that is taken or of the wrong length."""
    call.caller.require(Right.STEWARD)
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    account, factor = call.accounts.create(name, password, Role.REVIEWER, at=call.now)
    call.record("create account", f"account:{account.id}")
    return NewAccount(name=account.name, password=password, factor=factor)


def accounts(call: Call) -> list[Account]:
    """Every account, closed ones too."""
    call.caller.require(Right.STEWARD)
    return call.accounts.all()


def close(call: Call, account_id: int) -> None:
    """Ends a reviewer's account and its sessions for good; raises AccountNotFound, AccessDenied for a steward's."""
    call.caller.require(Right.STEWARD)
    if call.accounts.account(account_id).role is Role.STEWARD:
        raise AccessDenied("A steward's account is closed by nobody here. Ask the operator.")
    call.accounts.close(account_id)
    call.record("close account", f"account:{account_id}")


def sign_in(archive: Archive, caller: Caller, name: str, password: str, code: str, *, ends: str | None = None) -> str:
    """A fresh session's token, for a code of the second factor or a recovery code; the session `ends` is over then.

    Raises AccessDenied alike for every reason, Overloaded.
    """
    with archive.reading(caller) as call:
        stored = call.accounts.password_of(name)
    looked = archive.passwords.look(stored, password)

    def act(call: Call) -> str:
        account, token = call.accounts.sign_in(name, looked, code, at=call.now)
        if ends:
            call.accounts.sign_out(ends)
        call.record("sign in", f"account:{account.id}")
        return token

    return _counted(archive, caller, act)


def own_account(call: Call) -> OwnAccount:
    found = call.accounts.account(_own(call))
    refused, with_password = call.accounts.refused(found.id, at=call.now)
    return OwnAccount(found.name, found.role, call.accounts.recovery_codes_left(found.id), refused, with_password)


def change_password(archive: Archive, caller: Caller, present: str, wanted: str, *, within: str | None = None) -> None:
    """Ends every other session than the one `within` which it is asked.

    Raises AccessDenied for a wrong present password, BadInput, Overloaded.
    """
    looked = _looked_at(archive, caller, present)

    def act(call: Call) -> None:
        call.accounts.prove(_own(call), looked, token=within or "", at=call.now)
        if wanted == present:
            raise InvalidCase({"wanted": "Choose another password than the present one."})
        call.accounts.set_password(_own(call), wanted)
        call.accounts.sign_out_everywhere(_own(call), but=within or "")
        call.record("change password", f"account:{_own(call)}")

    _counted(archive, caller, act)


def renew_recovery_codes(
    archive: Archive, caller: Caller, password: str, *, within: str | None = None
) -> tuple[str, ...]:
    """Codes to keep on paper, shown once; earlier ones no longer work. Raises AccessDenied, Overloaded."""
    looked = _looked_at(archive, caller, password)

    def act(call: Call) -> tuple[str, ...]:
        call.accounts.prove(_own(call), looked, token=within or "", at=call.now)
        call.record("renew recovery codes", f"account:{_own(call)}")
        return call.accounts.renew_recovery_codes(_own(call))

    return _counted(archive, caller, act)


def sign_out_everywhere(call: Call) -> None:
    """Ends every session of the caller's account, this one too."""
    call.accounts.sign_out_everywhere(_own(call))
    call.record("sign out everywhere", f"account:{_own(call)}")


def _own(call: Call) -> int:
    call.caller.require(Right.ACCOUNT)
    if call.caller.account_id is None:
        raise AccessDenied("You need to be signed in for that.")
    return call.caller.account_id


def _looked_at(archive: Archive, caller: Caller, password: str) -> Looked:
    with archive.reading(caller) as call:
        stored = call.accounts.own_password(_own(call))
    return archive.passwords.look(stored, password)


def _counted(archive: Archive, caller: Caller, act: Callable[[Call], _Given]) -> _Given:
    """What `act` gives. A refusal is raised once the transaction is on the disk, so that the failed try counts."""
    with archive.writing(caller) as call:
        try:
            return act(call)
        except AccessDenied as error:
            refused = error
    raise refused
