"""Browse: what is there without a question, and what became of a case that is no longer there."""

from api.archive import Archive
from api.identity import VISITOR, Caller, Right
from corpus.casebook.case_codes import code_of, number_of
from corpus.casebook.tombstone import Tombstone
from corpus.errors import CaseNotFound
from corpus.model.case import Case

__all__ = ["code_of", "gone", "newest", "number_of"]


def newest(archive: Archive, caller: Caller, limit: int) -> list[Case]:
    """The cases that the caller may see, newest first."""
    caller.require(Right.READ)
    with archive.reading(caller) as call:
        return call.casebook.newest(caller.audiences, limit)


def gone(archive: Archive, number: int, caller: Caller = VISITOR) -> Tombstone:
    """The tombstone of a withdrawn or merged case; raises CaseNotFound when there never was one in sight."""
    with archive.reading(caller) as call:
        stone = call.casebook.tombstone(number, caller.audiences)
    if stone is None:
        raise CaseNotFound("There is no case with that code.")
    return stone
