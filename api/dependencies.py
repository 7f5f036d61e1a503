"""What routes ask for: the archive, the caller, and the right that each route needs.

Every route declares its right through `allow`; a route without one fails a test of the house. What neither waits nor
reckons is `async`: a plain function is sent to a thread and back, and a search would pay for seven such ways.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Cookie, Depends, Path, Request, Response
from starlette.concurrency import run_in_threadpool

from api.archive import Archive
from api.identity import VISITOR, Caller, Right, member, reviewer, steward
from api.limits import Limits, line_of
from corpus.accounts.store import SESSION_LASTS, Account, Role
from corpus.circles.store import MEMBER_LASTS

SESSION_COOKIE = "precedent_session"
MEMBER_COOKIE = "precedent_member"


async def get_archive(request: Request) -> Archive:
    return cast("Archive", request.app.state.archive)


async def get_caller(
    archive: Annotated[Archive, Depends(get_archive)],
    token: Annotated[str | None, Cookie(alias=SESSION_COOKIE)] = None,
    member_token: Annotated[str | None, Cookie(alias=MEMBER_COOKIE)] = None,
) -> Caller:
    """The visitor, or whose sessions the cookies are: an account's, a member's, or both."""
    if not token and not member_token:
        return VISITOR
    return await run_in_threadpool(_signed_in, archive, token, member_token)


def _signed_in(archive: Archive, token: str | None, member_token: str | None) -> Caller:
    with archive.reading(VISITOR) as call:
        account = call.accounts.signed_in(token, at=call.now) if token else None
        joined = call.circles.member(member_token, at=call.now) if member_token else None
    caller = _of_account(account) if account else VISITOR
    return member(caller, joined.audiences) if joined else caller


def _of_account(account: Account) -> Caller:
    return steward(account.id) if account.role is Role.STEWARD else reviewer(account.id)


def keep_session(response: Response, archive: Archive, token: str) -> None:
    """Sets the cookie of an account's session."""
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(SESSION_LASTS.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=archive.settings.secure_cookies,
    )


def lose_session(response: Response, archive: Archive) -> None:
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="strict", secure=archive.settings.secure_cookies)


def keep_member(response: Response, archive: Archive, token: str) -> None:
    """Sets the cookie of a member's session."""
    response.set_cookie(
        MEMBER_COOKIE,
        token,
        max_age=int(MEMBER_LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=archive.settings.secure_cookies,
    )


def lose_member(response: Response) -> None:
    response.delete_cookie(MEMBER_COOKIE, httponly=True, samesite="lax")


def allow(right: Right) -> Callable[..., Awaitable[Caller]]:
    """A dependency that gives the caller if it has `right`, and raises AccessDenied otherwise."""

    async def allowed(caller: Annotated[Caller, Depends(get_caller)]) -> Caller:
        caller.require(right)
        return caller

    allowed.right = right  # type: ignore[attr-defined]
    return allowed


def get_limits(request: Request) -> Limits:
    return cast("Limits", request.app.state.limits)


def get_address(request: Request) -> str:
    """Whose request it is, as far as counts go; see `line_of`."""
    return line_of(request.client.host) if request.client else "unknown"


async def _limits(request: Request) -> Limits:
    return get_limits(request)


async def _address(request: Request) -> str:
    return get_address(request)


@dataclass(frozen=True)
class OwnSession:
    """An account's own session, in which the password is asked for once more."""

    archive: Archive
    caller: Caller
    token: str | None
    limits: Limits
    address: str

    def count(self) -> None:
        """Raises TooMany."""
        self.limits.count_sign_in(self.address)


async def _own_session(
    archive: Annotated[Archive, Depends(get_archive)],
    caller: Annotated[Caller, Depends(allow(Right.ACCOUNT))],
    limits: Annotated[Limits, Depends(_limits)],
    address: Annotated[str, Depends(_address)],
    token: Annotated[str | None, Cookie(alias=SESSION_COOKIE)] = None,
) -> OwnSession:
    return OwnSession(archive, caller, token, limits, address)


RowNumber = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""A number in an address, no larger than a database holds."""
TheArchive = Annotated[Archive, Depends(get_archive)]
Reader = Annotated[Caller, Depends(allow(Right.READ))]
Contributor = Annotated[Caller, Depends(allow(Right.CONTRIBUTE))]
Belongs = Annotated[Caller, Depends(allow(Right.BELONG))]
HasAccount = Annotated[Caller, Depends(allow(Right.ACCOUNT))]
Reviewer = Annotated[Caller, Depends(allow(Right.REVIEW))]
Steward = Annotated[Caller, Depends(allow(Right.STEWARD))]
ProvesItself = Annotated[OwnSession, Depends(_own_session)]
SignsIn = Annotated[Caller, Depends(allow(Right.SIGN_IN))]
SessionToken = Annotated[str | None, Cookie(alias=SESSION_COOKIE)]
MemberToken = Annotated[str | None, Cookie(alias=MEMBER_COOKIE)]
TheLimits = Annotated[Limits, Depends(_limits)]
Address = Annotated[str, Depends(_address)]
