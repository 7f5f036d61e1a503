"""What the JSON interface gives of the rooms that are read without a question: shelves, map, school year, playlists."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, Field

from api.schemas import case_out
from api.small_counts import at_least, counts_at_least
from api.workflow.case_map import Region
from api.workflow.changes import Changes
from api.workflow.exports import LICENCE
from api.workflow.playlists import Step
from api.workflow.search import Precedents
from corpus.model.playlist import Inquiry, Playlist
from corpus.model.search import FacetName
from corpus.model.topics import TOPICS

STOP_HEADS = ("playlist", "purpose", "place", "code", "title", "minutes", "ask", "licence")
CHANGE_HEADS = ("term", "turn", "code", "title", "successor", "licence")
_COARSE = "Rounded down to fives; 0 stands for fewer than five"


class CasesOut(BaseModel):
    page: int
    found: int = Field(description=_COARSE)
    cases: list[dict[str, Any]] = Field(description="Each as it stands at its own address")
    licence: str = LICENCE


class SeasonOut(BaseModel):
    season: str
    cases: int = Field(description=_COARSE)
    topics: dict[str, int] = Field(description=f"Topic code to count. {_COARSE}")


class CalendarOut(BaseModel):
    now: str = Field(description="The season of today")
    seasons: list[SeasonOut]
    licence: str = LICENCE


class PlaceOut(BaseModel):
    code: str
    title: str
    across: int = Field(description="0 to 1,000 from the left")
    down: int = Field(description="0 to 1,000 from the top")


class RegionOut(BaseModel):
    number: int = Field(description="Stays until the map is drawn anew")
    words: list[str] = Field(description="What sets its cases apart, most telling first")
    cases: list[PlaceOut] = Field(description="The most typical first")


class MapOut(BaseModel):
    regions: list[RegionOut]
    licence: str = LICENCE


class StopOut(BaseModel):
    code: str
    title: str
    minutes: int
    ask: str


class PlaylistOut(BaseModel):
    slug: str
    title: str
    purpose: str
    stops: list[StopOut] = Field(description="Cases in sight, in order")
    still_open: list[str] = Field(description="What an inquiry leaves unanswered; empty for a playlist")
    licence: str = LICENCE


class ChangeOut(BaseModel):
    term: str
    turn: str = Field(description="published, revised, withdrawn or merged")
    code: str
    title: str = Field(description="Empty for a case that is gone")
    successor: str = Field(description="Code of the case that a merged one lives on in")


class ChangesOut(BaseModel):
    changes: list[ChangeOut] = Field(description="Newest term first; days are not public")
    licence: str = LICENCE


def cases_out(page: int, found: Precedents) -> CasesOut:
    cases = [case_out(precedent.case) for precedent in found.precedents]
    return CasesOut(page=page, found=at_least(found.answer.found), cases=cases)


def season_out(season: str, found: Precedents) -> SeasonOut:
    counts = counts_at_least(found.answer.counts.get(FacetName.TOPIC, {}))
    topics = {code: counts[code] for code in TOPICS if counts.get(code)}
    return SeasonOut(season=season, cases=at_least(found.answer.found), topics=topics)


def region_out(region: Region) -> RegionOut:
    return RegionOut(
        number=region.cluster.number,
        words=list(region.cluster.words),
        cases=[
            PlaceOut(code=placed.case.code, title=placed.case.title, across=placed.place.across, down=placed.place.down)
            for placed in region.placed
        ],
    )


def playlist_out(playlist: Playlist, steps: tuple[Step, ...]) -> PlaylistOut:
    return PlaylistOut(
        slug=playlist.slug,
        title=playlist.title,
        purpose=playlist.purpose,
        stops=[
            StopOut(code=step.case.code, title=step.case.title, minutes=step.stop.minutes, ask=step.stop.ask)
            for step in steps
        ],
        still_open=list(playlist.still_open) if isinstance(playlist, Inquiry) else [],
    )


def changes_out(changes: Changes) -> ChangesOut:
    return ChangesOut(
        changes=[
            ChangeOut(term=str(of_term.term), turn=turn, code=told.code, title=told.title, successor=told.successor)
            for of_term in changes.terms
            for turn, lines in of_term.turns
            for told in lines
        ]
    )


def stop_rows(playlists: Sequence[PlaylistOut]) -> Iterator[tuple[str, ...]]:
    """Playlists under `STOP_HEADS`, a row for each stop."""
    for listed in playlists:
        for place, stop in enumerate(listed.stops, 1):
            told = (str(place), stop.code, stop.title, str(stop.minutes), stop.ask)
            yield (listed.title, listed.purpose, *told, LICENCE)


def change_rows(told: ChangesOut) -> Iterator[tuple[str, ...]]:
    """Changes under `CHANGE_HEADS`."""
    return ((one.term, one.turn, one.code, one.title, one.successor, LICENCE) for one in told.changes)
