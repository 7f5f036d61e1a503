"""Likeness: the cases like a case, as the index sees it and as readers put it right. People win over vectors."""

from collections.abc import Mapping

from api.archive import Archive, Call
from api.identity import Caller, Right
from api.workflow.search import Precedent, read_back
from corpus.errors import CaseNotFound, IndexUnavailable
from corpus.model.search import Band, Hit, PassageRole, Reason

OUTVOTED = 2
"""How many more readers must say alike than unlike, or the other way round, before the list follows them."""
_CANDIDATES = 4


def similar(archive: Archive, caller: Caller, number: int, limit: int = 5) -> tuple[Precedent, ...]:
    """Cases like this one that the caller may see: those that readers joined first, without those they parted.

    Empty while the index is down and no reader has joined any.
    """
    caller.require(Right.READ)
    archive.catch_up()
    with archive.reading(caller) as call:
        said = call.likenesses.of(number)
    hits = [*_joined(said), *_nearest(archive, caller, number, limit + _CANDIDATES, said)]
    return read_back(archive, caller, tuple(hits))[:limit]


def say_alike(call: Call, number: int, other: int, *, alike: bool) -> None:
    """Counts one reader's word about two cases that this reader may see; raises CaseNotFound."""
    call.caller.require(Right.CONTRIBUTE)
    call.casebook.case(number, call.caller.audiences)
    call.casebook.case(other, call.caller.audiences)
    if number == other:
        raise CaseNotFound("That is the case itself. Name another one.")
    call.likenesses.say(number, other, alike=alike)


def _joined(said: Mapping[int, int]) -> list[Hit]:
    """Those that readers joined, the most agreed on first."""
    joined = sorted((number for number, more in said.items() if more >= OUTVOTED), key=lambda n: (-said[n], n))
    reason = Reason("readers", "Readers say so")
    return [Hit(number, Band.RELATED, 0.0, PassageRole.TITLE, (), (reason,)) for number in joined]


def _nearest(archive: Archive, caller: Caller, number: int, limit: int, said: Mapping[int, int]) -> list[Hit]:
    """What the index finds, less whatever readers have decided about."""
    try:
        found = archive.index.similar(number, caller.audiences, limit)
    except (CaseNotFound, IndexUnavailable):
        return []
    return [hit for hit in found if abs(said.get(hit.case_number, 0)) < OUTVOTED]
