"""What one call of the redactor has read already, so that it is read once; forgotten when the call ends.

Nothing is kept by content from one discussion to the next.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

T = TypeVar("T")
_read: ContextVar[dict[tuple[Hashable, str], object] | None] = ContextVar("read", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Within it `once` remembers."""
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def once(what: Hashable, text: str, read: Callable[[str], T]) -> T:
    """`read(text)`, from memory where the same `what` was read of the same text within this call.

    `what`: a word for the question, or the reader itself, which then lives as long as what it read.
    """
    memory = _read.get()
    if memory is None:
        return read(text)
    if (what, text) not in memory:
        memory[what, text] = read(text)
    return cast("T", memory[what, text])
