"""How many redactions one process takes on at once, and how often one address may ask for one.

A redaction costs up to half a minute of a processor, where a search costs a fiftieth of a second. A few go on at once,
some more wait a moment for theirs, the rest is told when to come back. Long discussions have a place of their own, so
that they wait for each other and nobody else does.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, Request

from api.dependencies import Address, TheLimits
from corpus.errors import Overloaded
from corpus.outside import whole_number

MOST_AT_ONCE, MOST_LONG = 2, 1
MOST_WAITING = 8
"""For each kind of place; they wait on the event loop and hold no thread."""
PATIENCE_SECONDS = 10
LONG = 60_000
"""Bytes of a body: a discussion in it takes seconds."""


class Places:
    """Places of one kind; counted on the event loop only, so that it needs no lock."""

    def __init__(self, most: int, waiting: int = MOST_WAITING, patience: float = PATIENCE_SECONDS) -> None:
        self._free = asyncio.Semaphore(most)
        self._most_waiting = waiting
        self._patience = patience
        self._waiting = 0

    @asynccontextmanager
    async def taken(self) -> AsyncIterator[None]:
        """Raises Overloaded where there are too many before, or none of them is done in time."""
        if self._free.locked() and self._waiting >= self._most_waiting:
            raise Overloaded(_FULL)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError:
            raise Overloaded(_FULL) from None
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()


_FULL = "Very many are handing something in just now. Nothing of this was done yet: send it again in a few seconds."


class Redacting:
    """The places of one process."""

    def __init__(self, short: Places | None = None, long: Places | None = None) -> None:
        self._short = short or Places(MOST_AT_ONCE)
        self._long = long or Places(MOST_LONG)

    def place_for(self, length: int | None) -> Places:
        """`length`: of the body in bytes, None where nobody said."""
        return self._short if length is not None and length <= LONG else self._long


async def take_a_place(request: Request, limits: TheLimits, address: Address) -> AsyncIterator[None]:
    """Raises TooMany and Overloaded."""
    limits.count_redaction(address)
    redacting: Redacting = request.app.state.redacting
    async with redacting.place_for(whole_number(request.headers.get("content-length", ""))).taken():
        yield


PLACE = Depends(take_a_place, scope="function")
"""Of a route whose body is read before anything is asked, as that of JSON always is. It is given back before the answer
is sent: whoever reads slowly holds no place.
"""
APlace = Annotated[None, PLACE]
"""Of a page, asked for after its form: whoever sends slowly holds no place either."""
