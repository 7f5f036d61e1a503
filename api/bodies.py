"""How many large bodies one process takes in at once: each lies in memory whole, and some come slowly."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

LARGE = 1_000_000
MOST_LARGE = 6
MOST_LARGE_OF_ONE = 2
"""From one address, so that one that sends slowly leaves room for others."""


class Bodies:
    """Counts on the event loop only, so that it needs no lock."""

    def __init__(self, most: int = MOST_LARGE, most_of_one: int = MOST_LARGE_OF_ONE) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._coming: Counter[str] = Counter()

    @contextmanager
    def room_for(self, address: str, *, large: bool) -> Iterator[bool]:
        """Whether there is room; for whatever is not large there always is."""
        room = self._coming.total() < self._most and self._coming[address] < self._most_of_one
        if not (large and room):
            yield not large
            return
        self._coming[address] += 1
        try:
            yield True
        finally:
            self._coming[address] -= 1
            self._coming += Counter()  # drops the addresses that have none
