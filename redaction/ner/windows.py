"""Long texts in overlapping windows: every piece is seen once where it counts, and none is ever left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 126
"""Pieces of one window, without the two marks at its ends."""
MARGIN = 20
"""Pieces at a cut end of a window that serve as context only."""


@dataclass(frozen=True)
class Window:
    """Pieces `start` to `end` of text number `text`; those from `keep_from` to `keep_to` count."""

    text: int
    start: int
    end: int
    keep_from: int
    keep_to: int


def windows_of(lengths: Sequence[int]) -> list[Window]:
    """The windows of texts with that many pieces each; a text without pieces has none."""
    return [window for text, length in enumerate(lengths) if length for window in _of_one(text, length)]


def _of_one(text: int, length: int) -> Iterator[Window]:
    start, kept = 0, 0
    while True:
        end = min(start + MOST, length)
        keep_to = length if end == length else end - MARGIN
        yield Window(text, start, end, kept, keep_to)
        if end == length:
            return
        kept, start = keep_to, keep_to - MARGIN


def batches_by_length(windows: Sequence[Window], size: int) -> Iterator[list[Window]]:
    """Windows of like length together, `size` at a time; the longest first."""
    ordered = sorted(windows, key=lambda window: window.start - window.end)
    for place in range(0, len(ordered), size):
        yield ordered[place : place + size]
