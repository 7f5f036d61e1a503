"""How many searches one process takes on at once: whoever comes when it is full is told when to come back.

A search costs the processor more than all else here together. With a bound on those under way, a rush makes some wait a
moment and turns others away at once, while pages and submissions find their places free.
"""

from collections.abc import AsyncIterator

from fastapi import Request

from corpus.errors import Overloaded

MOST_SEARCHES = 16
"""Under way in one process, waiting ones included: about a third of a second of work, and under half of its workers."""
_SEARCHES = frozenset(
    f"{above}{name}{ending}"
    for above in ("/api/v1", "")
    for name in ("/search", "/brief")
    for ending in ("", ".txt", ".csv", ".json")
)


class Gate:
    """Counts on the event loop only, so that it needs no lock."""

    def __init__(self, most: int = MOST_SEARCHES) -> None:
        self._most = most
        self._inside = 0

    def enter(self) -> None:
        """Raises Overloaded."""
        if self._inside >= self._most:
            raise Overloaded("Very many are searching just now. Try again in a few seconds; nothing is lost.")
        self._inside += 1

    def leave(self) -> None:
        self._inside -= 1


async def through_the_gate(request: Request) -> AsyncIterator[None]:
    """A dependency of every route: only questions are counted. Raises Overloaded."""
    if request.method != "POST" or request.url.path not in _SEARCHES:
        yield
        return
    gate: Gate = request.app.state.gate
    gate.enter()
    try:
        yield
    finally:
        gate.leave()
