"""Who calls, and what each kind of caller may do. Default is deny: a route names the right that it needs."""

from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.errors import AccessDenied
from corpus.model.case import NATIONAL


class Right(StrEnum):
    """What a route can ask for; each route names exactly one."""

    READ = "read"
    """Search and browse what the caller's audiences may see."""
    CONTRIBUTE = "contribute"
    """Hand in, and come back with a receipt, which the verb itself checks."""
    SIGN_IN = "sign in"
    BELONG = "belong"
    """Read the charter of one's circles, and leave them."""
    ACCOUNT = "account"
    """Change what belongs to one's own account."""
    REVIEW = "review"
    STEWARD = "steward"


@dataclass(frozen=True)
class Caller:
    """Base of all callers; `name` goes to the audit trail."""

    name: str = "visitor"
    rights: frozenset[Right] = frozenset({Right.READ, Right.CONTRIBUTE, Right.SIGN_IN})
    audiences: frozenset[str] = frozenset({NATIONAL})
    account_id: int | None = None
    """Of a reviewer or steward who signed in."""

    def require(self, right: Right) -> None:
        """Raises AccessDenied."""
        if right not in self.rights:
            raise AccessDenied(_NEEDS.get(right, "You need to be signed in as a reviewer for that."))


_NEEDS = {
    Right.BELONG: "You need an invitation to a circle for that.",
    Right.STEWARD: "You need to be signed in as a steward for that.",
}
VISITOR = Caller()
CONTRIBUTOR = Caller(name="contributor")
"""A visitor who holds a receipt; the receipt itself is checked where it is used."""


def reviewer(account_id: int) -> Caller:
    rights = VISITOR.rights | {Right.ACCOUNT, Right.REVIEW}
    return Caller(name=f"reviewer:{account_id}", rights=rights, account_id=account_id)


def steward(account_id: int) -> Caller:
    rights = VISITOR.rights | {Right.ACCOUNT, Right.BELONG, Right.REVIEW, Right.STEWARD}
    return Caller(name=f"steward:{account_id}", rights=rights, account_id=account_id)


def member(caller: Caller, audiences: frozenset[str]) -> Caller:
    """The caller as a member of circles as well; the trail never says which member did what."""
    name = "member" if caller is VISITOR else caller.name
    return replace(caller, name=name, rights=caller.rights | {Right.BELONG}, audiences=caller.audiences | audiences)


OPERATOR = Caller(name="operator", rights=frozenset(Right) - {Right.ACCOUNT})
"""Whoever works at the machine's own command line."""
