"""Playlists, inquiries and meeting packs: cases in an order, as far as this caller may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.archive import Archive
from api.identity import Caller, Right
from api.workflow.search import search
from corpus.casebook.case_codes import number_of
from corpus.errors import CaseNotFound, PlaylistNotFound
from corpus.model.case import Case
from corpus.model.playlist import Inquiry, Playlist, Stop
from corpus.model.search import FacetName, Filters
from corpus.model.taxonomy import Outcome
from corpus.model.topics import TOPIC_GROUPS, TOPICS
from corpus.starter import reading_lists

PACKED = 3
"""Cases of a meeting pack."""
_ENDINGS = (Outcome.SETTLED, Outcome.ESCALATED, Outcome.PARTLY)


@dataclass(frozen=True)
class Step:
    """A stop and its case."""

    stop: Stop
    case: Case


@dataclass(frozen=True)
class Part:
    """Some minutes of a meeting."""

    minutes: int
    what: str


PROTOCOL = (
    Part(5, "Open: one person reads the purpose aloud. Everyone names a school day on which this could happen here."),
    Part(
        9,
        "Case 1: read in silence for four minutes, stop before the outcome. Around the table: what would we do first?",
    ),
    Part(9, "Case 2: the same, and then the outcome of both. What did the second school do that the first did not?"),
    Part(9, "Case 3: the same. Where would our building have been slower, and why?"),
    Part(
        8,
        "Compare: the questions below, one after another. One person writes down whom we would call, in order.",
    ),
    Part(5, "Close: each says one thing to change before Friday. Write down who does it."),
)
"""Forty-five minutes."""
QUESTIONS = (
    "Who hears first in our building, and how long until you do?",
    "What do families hear from us in the first hour, and who writes it?",
    "Which of these steps would our own rules have kept us from?",
    "What did a school regret here that we do every day?",
)


@dataclass(frozen=True)
class Pack:
    title: str
    purpose: str
    steps: tuple[Step, ...]


def playlists(archive: Archive, caller: Caller) -> list[tuple[Playlist, tuple[Step, ...]]]:
    """Every playlist with the steps in sight."""
    listed = list(reading_lists.playlists().values())
    return list(zip(listed, _steps(archive, caller, listed), strict=True))


def inquiries(archive: Archive, caller: Caller) -> list[tuple[Inquiry, tuple[Step, ...]]]:
    """Every inquiry with the steps in sight."""
    listed = list(reading_lists.inquiries().values())
    return list(zip(listed, _steps(archive, caller, listed), strict=True))


def playlist(archive: Archive, caller: Caller, slug: str) -> tuple[Playlist, tuple[Step, ...]]:
    """Raises PlaylistNotFound."""
    found = reading_lists.playlists().get(slug)
    if found is None:
        raise PlaylistNotFound("There is no playlist at that address.")
    return found, _steps(archive, caller, [found])[0]


def inquiry(archive: Archive, caller: Caller, slug: str) -> tuple[Inquiry, tuple[Step, ...]]:
    """Raises PlaylistNotFound."""
    found = reading_lists.inquiries().get(slug)
    if found is None:
        raise PlaylistNotFound("There is no inquiry at that address.")
    return found, _steps(archive, caller, [found])[0]


def pack_of_playlist(archive: Archive, caller: Caller, slug: str) -> Pack:
    """The first cases of a playlist for a meeting; raises PlaylistNotFound."""
    found, steps = playlist(archive, caller, slug)
    return Pack(found.title, found.purpose, steps[:PACKED])


def pack_of_topic(archive: Archive, caller: Caller, code: str) -> Pack:
    """Three cases of a topic that ended differently, as far as there are such; raises CaseNotFound for no topic."""
    if code not in TOPICS and code not in TOPIC_GROUPS:
        raise CaseNotFound("There is no such topic.")
    found = search(archive, caller, "", Filters(chosen={FacetName.TOPIC: frozenset({code})}), limit=50)
    told = [precedent.case for precedent in found.precedents]
    own = [case for case in told if case.facets.topic == code or case.facets.topic.startswith(f"{code}.")]
    cases = unlike(own or told)
    name = TOPICS.get(code) or TOPIC_GROUPS[code]
    steps = tuple(Step(Stop(case.code, 9, "What would we do first?"), case) for case in cases)
    return Pack(name, "Three cases on one topic, ended differently where the archive has such.", steps)


def unlike(cases: Sequence[Case]) -> list[Case]:
    """Three cases at most: the fullest of each outcome first, then the next fullest."""
    full = sorted(cases, key=lambda case: (-len(case.actions), -case.number))
    firsts = [next((case for case in full if case.outcome is outcome), None) for outcome in _ENDINGS]
    ordered = dict.fromkeys([*(case for case in firsts if case is not None), *full])
    return list(ordered)[:PACKED]


def _steps(archive: Archive, caller: Caller, listed: Sequence[Playlist]) -> list[tuple[Step, ...]]:
    """For each playlist its stops whose cases are in sight."""
    caller.require(Right.READ)
    numbers = {number_of(stop.code) for found in listed for stop in found.stops}
    with archive.reading(caller) as call:
        cases = call.casebook.cases(numbers, caller.audiences)
    return [
        tuple(Step(stop, cases[number_of(stop.code)]) for stop in found.stops if number_of(stop.code) in cases)
        for found in listed
    ]
