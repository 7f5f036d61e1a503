"""Who calls, and what each kind of caller may do. Default is deny: a route names the right that it needs."""

from dataclasses import dataclass
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
    REVIEW = "review"
    STEWARD = "steward"


@dataclass(frozen=True)
class Caller:
    """Base of all callers; `name` goes to the audit trail."""

    name: str = "visitor"
    rights: frozenset[Right] = frozenset({Right.READ, Right.CONTRIBUTE, Right.SIGN_IN})
    audiences: frozenset[str] = frozenset({NATIONAL})

    def require(self, right: Right) -> None:
        """Raises AccessDenied."""
        if right not in self.rights:
            raise AccessDenied("You need to be signed in as a reviewer for that.")


VISITOR = Caller()
CONTRIBUTOR = Caller(name="contributor")
"""A visitor who holds a receipt; the receipt itself is checked where it is used."""


def reviewer(account_id: int) -> Caller:
    return Caller(name=f"reviewer:{account_id}", rights=VISITOR.rights | {Right.REVIEW})


def steward(account_id: int) -> Caller:
    return Caller(name=f"steward:{account_id}", rights=VISITOR.rights | {Right.REVIEW, Right.STEWARD})


OPERATOR = Caller(name="operator", rights=frozenset(Right))
"""Whoever works at the machine's own command line."""
