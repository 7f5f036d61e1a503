"""How often one address may search, sign in and hand in; counted in this process, forgotten with it."""

import threading
import time
from ipaddress import IPv6Address, ip_address, ip_network

from limits import RateLimitItemPerDay, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage.memory import Entry, MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from api.settings import Settings
from corpus.errors import TooMany

SIGN_INS_A_MINUTE = 20
"""Right ones too, and a minute only: whoever shares an address with one who guesses is soon let in again."""
SWEEP_SECONDS = 60
ONE_LINE_V6 = 64
"""Bits of an IPv6 address that tell one line from another: whoever has a line has all addresses behind them."""
_LIKENESSES = RateLimitItemPerHour(30)
_ONCE_A_DAY = RateLimitItemPerDay(1)


class Windows(MemoryStorage):
    """Moving windows that are tidied as they are asked for.

    The library's own starts a thread at every hit, which walks through every address there ever was and forgets none:
    .6 ms of a search with one address, 7 ms with ten thousand.
    """

    def __init__(self) -> None:
        super().__init__()
        self._turn = threading.Lock()
        self._swept = time.time()

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Whether `amount` more of the key fit into the last `expiry` seconds; they are counted if they do."""
        now = time.time()
        with self._turn:
            if now >= self._swept + SWEEP_SECONDS:
                self._sweep(now)
            window = self.events.setdefault(key, [])
            while window and window[-1].expiry <= now:
                window.pop()
            if len(window) + amount > limit:
                return False
            window[:0] = [Entry(expiry)] * amount
            return True

    def _sweep(self, now: float) -> None:
        """Forgets whoever did not come back; the newest entry stands first."""
        gone = [key for key, window in self.events.items() if not window or window[0].expiry <= now]
        for key in gone:
            del self.events[key]
        self._swept = now


class Limits:
    """Several processes that serve have equal parts of what is allowed, so that together they never allow more."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = MovingWindowRateLimiter(Windows())
        workers = max(settings.workers, 1)
        self._search = RateLimitItemPerMinute(max(settings.searches_a_minute // workers, 1))
        self._redaction = RateLimitItemPerMinute(max(settings.redactions_a_minute // workers, 1))
        self._sign_in = RateLimitItemPerMinute(max(SIGN_INS_A_MINUTE // workers, 1))
        self._submit = RateLimitItemPerHour(max(settings.submissions_an_hour // workers, 1))

    def count_search(self, address: str) -> None:
        """Raises TooMany."""
        if not self._limiter.hit(self._search, "search", address):
            raise TooMany("Too many searches from this address. Wait a minute and try again.")

    def count_sign_in(self, address: str) -> None:
        """Raises TooMany, before a password is looked at: that costs a core as much as two searches."""
        if not self._limiter.hit(self._sign_in, "sign in", address):
            raise TooMany("Too many tries from this address. Wait a minute and try again.")

    def count_likeness(self, address: str, one: int, other: int) -> bool:
        """Whether this is the address's first word of the day on these two cases; raises TooMany."""
        if not self._limiter.hit(_LIKENESSES, "likeness", address):
            raise TooMany("That is enough for this hour. Your word on the cases before was counted.")
        low, high = sorted((one, other))
        return self._limiter.hit(_ONCE_A_DAY, "pair", address, str(low), str(high))

    def count_redaction(self, address: str) -> None:
        """Raises TooMany."""
        if not self._limiter.hit(self._redaction, "redaction", address):
            raise TooMany("Too much from this address in a minute. Nothing of this was done yet: send it again later.")

    def count_submission(self, address: str) -> None:
        """Raises TooMany."""
        if not self._limiter.hit(self._submit, "submit", address):
            raise TooMany("Too many submissions from this address in an hour. Nothing was stored; try again later.")


def line_of(host: str) -> str:
    """What is counted as one address: an IPv4 address, the network of one line for IPv6, anything else as it is."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), ONE_LINE_V6), strict=False))
