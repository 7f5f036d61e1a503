"""What one call of the redactor has read already, so that it is read once; forgotten when the call ends.

Nothing is kept by content from one discussion to the next.
"""

import os
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
_read: ContextVar[dict[tuple[Hashable, str], Any] | None] = ContextVar("read", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Within it `once` remembers."""
    memory: dict[tuple[Hashable, str], Any] = {}
    token = _read.set(memory)
    try:
        yield
    finally:
        _read.reset(token)
        for begun in memory.values():
            if isinstance(begun, Future):
                begun.cancel()


def once(what: Hashable, text: str, read: Callable[[str], T]) -> T:
    """`read(text)`, from memory where the same `what` was read of the same text within this call.

    `what`: a word for the question, or the reader itself, which then lives as long as what it read.
    """
    memory = _read.get()
    if memory is None:
        return read(text)
    if (what, text) not in memory:
        memory[what, text] = read(text)
    found = memory[what, text]
    if isinstance(found, Future):
        found = memory[what, text] = read(text) if found.cancel() else found.result()
    value: T = found
    return value


def begin(what: Hashable, text: str, read: Callable[[str], object]) -> None:
    """Lets another core begin `read(text)` for `once`; worth while only where `read` lets go of the interpreter.

    What no core has come to when `once` asks is read there and then; what nobody asked for is dropped with the call.
    """
    memory, others = _read.get(), _other_cores()
    if memory is not None and others and (what, text) not in memory:
        memory[what, text] = others.submit(read, text)


@cache
def _other_cores() -> ThreadPoolExecutor | None:
    """None on a machine of one core."""
    others = (os.cpu_count() or 1) - 1
    return ThreadPoolExecutor(others, thread_name_prefix="read-ahead") if others else None


os.register_at_fork(after_in_child=_other_cores.cache_clear)
"""A child has none of its parent's threads."""
