"""Passwords by argon2id, looked at before a transaction begins: it takes a core as long as two searches.

What was seen holds only while the account still has the password that it was held against.
"""

from dataclasses import dataclass
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from corpus.errors import Overloaded

MOST_AT_ONCE = 4
"""In one process: each takes 64 MB while it lasts, and a place of those that answer pages."""
NOBODYS = ""


@dataclass(frozen=True)
class Looked:
    """A password that was held against a stored one."""

    stored: str
    fits: bool

    def still_fits(self, stored: str) -> bool:
        """False for a password that was changed in between."""
        return self.fits and self.stored == stored


class Passwords:
    def __init__(self, most: int = MOST_AT_ONCE) -> None:
        self._hasher = PasswordHasher()
        self._places = BoundedSemaphore(most)

    def look(self, stored: str, password: str) -> Looked:
        """As slow for nobody's name, so that the time an answer takes doesn't tell whose names there are.

        Raises Overloaded, at once: whoever waited here would take a place from those who read.
        """
        if not self._places.acquire(blocking=False):
            raise Overloaded("Very many are signing in just now. Try again in a few seconds.")
        try:
            return Looked(stored, self._fits(stored, password))
        finally:
            self._places.release()

    def _fits(self, stored: str, password: str) -> bool:
        if stored == NOBODYS:
            self._hasher.hash(password)
            return False
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False
