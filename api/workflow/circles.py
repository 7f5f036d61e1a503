"""Circles: a steward makes one and invites, whoever accepts becomes a member, members read the charter and leave."""

from dataclasses import dataclass, replace
from typing import NoReturn

from api.archive import Call
from api.identity import Right
from api.workflow.redact import redact_plain
from corpus.errors import CircleNotFound, InvalidCase
from corpus.model.circle import Circle, Member

LONGEST_NAME, LONGEST_CHARTER = 80, 4_000


@dataclass(frozen=True)
class Joined:
    """What an accepted invitation gives; the token goes into the member's cookie and is kept as a digest only."""

    circle: Circle
    token: str


def create(call: Call, name: str, charter: str) -> Circle:
    """A new circle; its charter is redacted before it is kept. Raises InvalidCase, RedactionIncomplete.

    A name from which something would be removed is refused: what is left of it says nothing, and it stays for good.
    """
    call.caller.require(Right.STEWARD)
    _check("name", name, LONGEST_NAME)
    _check("charter", charter, LONGEST_CHARTER)
    if redact_plain(call.redactor, name.strip()) != name.strip():
        raise InvalidCase({"name": "This reads like the name of a person or a school. Choose one that tells neither."})
    circle = call.circles.add(name.strip(), redact_plain(call.redactor, charter.strip()), at=call.now)
    call.record("create circle", f"circle:{circle.id}")
    return circle


def rewrite_charter(call: Call, circle_id: int, charter: str) -> Circle:
    """Raises CircleNotFound, InvalidCase, RedactionIncomplete."""
    call.caller.require(Right.STEWARD)
    _check("charter", charter, LONGEST_CHARTER)
    circle = call.circles.set_charter(circle_id, redact_plain(call.redactor, charter.strip()))
    call.record("rewrite charter", f"circle:{circle_id}")
    return circle


def invite(call: Call, circle_id: int) -> str:
    """An invitation to hand over once: single use, 72 hours, never shown again. Raises CircleNotFound."""
    call.caller.require(Right.STEWARD)
    invitation = call.circles.invite(circle_id, at=call.now)
    call.record("invite", f"circle:{circle_id}")
    return invitation


def invited_to(call: Call, invitation: str) -> Circle:
    """The circle and its charter, to be read before joining; uses nothing up. Raises InvitationNotFound."""
    call.caller.require(Right.SIGN_IN)
    return call.circles.invited(invitation.strip(), at=call.now)


def join(call: Call, invitation: str, member_token: str | None = None) -> Joined:
    """Makes whoever accepts a member; one with a session joins one more circle. Raises InvitationNotFound."""
    call.caller.require(Right.SIGN_IN)
    circle, member, token = call.circles.accept(invitation.strip(), member_token, at=call.now)
    replace(call, caller=replace(call.caller, name=f"member:{member.id}")).record("join", circle.audience)
    return Joined(circle=circle, token=token)


def circles(call: Call) -> list[Circle]:
    """Those that the caller belongs to; every one for a steward."""
    call.caller.require(Right.BELONG)
    return [circle for circle in call.circles.all() if _sees(call, circle)]


def circle(call: Call, circle_id: int) -> Circle:
    """A circle with its charter; raises CircleNotFound alike for absent and for not theirs."""
    call.caller.require(Right.BELONG)
    found = call.circles.circle(circle_id)
    return found if _sees(call, found) else _absent()


def members(call: Call, circle_id: int) -> list[Member]:
    """Numbers and dates; nothing else is known of a member. Raises CircleNotFound."""
    call.caller.require(Right.STEWARD)
    return call.circles.members(call.circles.circle(circle_id).id)


def remove(call: Call, circle_id: int, member_id: int) -> None:
    """Closes a circle to a member at once; raises CircleNotFound."""
    call.caller.require(Right.STEWARD)
    call.circles.remove(circle_id, member_id)
    call.record("remove member", f"circle:{circle_id}")


def leave(call: Call, member_token: str) -> None:
    """Ends a member's session and memberships; a new invitation starts anew."""
    call.circles.revoke(member_token, at=call.now)


def may_consent_to(call: Call, audience: str) -> bool:
    """Whether the caller may choose that audience for a case: their own, or any circle for a steward."""
    if audience in call.caller.audiences:
        return True
    return Right.STEWARD in call.caller.rights and audience in {found.audience for found in call.circles.all()}


def _sees(call: Call, found: Circle) -> bool:
    return found.audience in call.caller.audiences or Right.STEWARD in call.caller.rights


def _absent() -> NoReturn:
    raise CircleNotFound("There is no circle with that number.")


def _check(field: str, text: str, longest: int) -> None:
    if not text.strip():
        raise InvalidCase({field: "Write something here."})
    if len(text) > longest:
        raise InvalidCase({field: f"At most {longest:,} characters."})
