"""Texts and numbers as they come from outside: what looks like one of ours and would break where it is used."""

import re
from collections.abc import Mapping
from typing import Any

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_MOST_DIGITS = 9


def storable(text: str) -> str:
    """`text` without NUL and lone surrogates, which databases and UTF-8 refuse; each becomes U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def is_storable(value: object) -> bool:
    """Whether `storable` would leave every text in a JSON value as it is, keys included."""
    waiting: list[Any] = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            if _UNSTORABLE.search(each):
                return False
        elif isinstance(each, Mapping):
            waiting += each
            waiting += each.values()
        elif isinstance(each, list | tuple):
            waiting += each
    return True


def whole_number(text: str) -> int | None:
    """The number that up to nine plain digits spell. `str.isdigit` is true of "²" too, which is no `int`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None
