"""Wanted cases: what readers searched for in vain. A steward looks before the nation reads it, and a case ends it."""

import re
from dataclasses import dataclass, replace

from api.archive import Archive, Call
from api.identity import Caller, Right
from api.small_counts import at_least
from api.workflow.alerts import match_news
from api.workflow.redact import redact_plain
from api.workflow.search import search
from corpus.errors import IndexUnavailable, InvalidCase, MoveNotAllowed
from corpus.model.case import Case
from corpus.model.question import WantedCase, WantedState

LONGEST_WISH = 400
MOST_LISTED = 200


@dataclass(frozen=True)
class Wanted:
    """A wanted case as the nation reads it."""

    id: int
    wish: str
    wished: int
    """By how many readers, rounded down to fives; 0 stands for fewer than five."""
    came: Case | None = None
    """The case that came, while the caller may see it."""


def leave_wish(archive: Archive, caller: Caller, text: str) -> None:
    """Keeps a wish, redacted, for a steward's look.

    Raises InvalidCase, MoveNotAllowed where a search finds a close precedent, RedactionIncomplete.
    """
    caller.require(Right.CONTRIBUTE)
    wish = _squeezed(text)
    if _has_close(archive, wish):
        raise MoveNotAllowed("The archive holds a close precedent for this. Search for it once more.")
    redacted = redact_plain(archive.redactor, wish)
    with archive.writing(caller) as call:
        kept = call.wanted_cases.wish(redacted, since=call.casebook.last_change(), at=call.now)
        replace(call, caller=Caller()).record("wish", f"wanted-case:{kept.id}")


def wanted_cases(archive: Archive, caller: Caller) -> list[Wanted]:
    """What is listed and still wanted first, then what came; the latest of each first."""
    caller.require(Right.READ)
    match_news(archive)
    with archive.reading(caller) as call:
        kept = call.wanted_cases.of_state(WantedState.LISTED, WantedState.FULFILLED)[:MOST_LISTED]
        came = call.casebook.cases({one.case_number for one in kept if one.case_number}, call.caller.audiences)
    told = [_told(one, came.get(one.case_number or 0)) for one in kept]
    return sorted(told, key=lambda one: one.came is not None)


def waiting_wishes(call: Call) -> list[WantedCase]:
    """Wishes that wait for a steward's look, the oldest first."""
    call.caller.require(Right.STEWARD)
    return call.wanted_cases.of_state(WantedState.WAITING)[::-1]


def list_wish(call: Call, wanted_id: int, wish: str) -> None:
    """Lists a wish for the nation in the steward's wording, redacted again.

    Raises WantedCaseNotFound, InvalidCase, MoveNotAllowed, RedactionIncomplete.
    """
    call.caller.require(Right.STEWARD)
    redacted = redact_plain(call.redactor, _squeezed(wish))
    call.wanted_cases.listed(_waiting(call, wanted_id).id, redacted, at=call.now)
    call.record("list wish", f"wanted-case:{wanted_id}")


def join_wish(call: Call, wanted_id: int, into: int) -> None:
    """The same wish as a listed one; raises WantedCaseNotFound, MoveNotAllowed."""
    waiting = _waiting(call, wanted_id)
    if call.wanted_cases.wanted_case(into).state not in {WantedState.LISTED, WantedState.FULFILLED}:
        raise MoveNotAllowed("Choose a wanted case that is listed.")
    call.wanted_cases.join(waiting.id, into, at=call.now)
    call.record("join wish", f"wanted-case:{into}")


def leave_wish_out(call: Call, wanted_id: int) -> None:
    """Forgets the words of a wish, waiting or listed; raises WantedCaseNotFound."""
    call.caller.require(Right.STEWARD)
    call.wanted_cases.leave_out(call.wanted_cases.wanted_case(wanted_id).id, at=call.now)
    call.record("leave wish out", f"wanted-case:{wanted_id}")


def _waiting(call: Call, wanted_id: int) -> WantedCase:
    call.caller.require(Right.STEWARD)
    found = call.wanted_cases.wanted_case(wanted_id)
    if found.state is not WantedState.WAITING:
        raise MoveNotAllowed("That wish does not wait for a look.")
    return found


def _squeezed(text: str) -> str:
    wish = re.sub(r"\s+", " ", text).strip()
    if not wish or len(wish) > LONGEST_WISH:
        raise InvalidCase({"text": f"One to {LONGEST_WISH} characters; this is {len(wish)}."})
    return wish


def _has_close(archive: Archive, wish: str) -> bool:
    """False while nothing can be searched: the wish is kept all the same."""
    try:
        return search(archive, Caller(), wish, limit=1).answer.has_close
    except IndexUnavailable:
        return False


def _told(wanted: WantedCase, came: Case | None) -> Wanted:
    return Wanted(wanted.id, wanted.wish, at_least(wanted.wished), came)
