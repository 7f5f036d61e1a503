"""Cases in an order, with minutes: a Playlist to read one after another, an Inquiry that asks "How might we ..."."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stop:
    """One case on the way, and what to ask oneself about it."""

    code: str
    minutes: int
    ask: str


@dataclass(frozen=True)
class Playlist:
    slug: str
    title: str
    purpose: str
    stops: tuple[Stop, ...]

    @property
    def minutes(self) -> int:
        return sum(stop.minutes for stop in self.stops)


@dataclass(frozen=True)
class Inquiry(Playlist):
    """`title` is the question; `still_open` is what its cases leave unanswered."""

    still_open: tuple[str, ...] = ()
