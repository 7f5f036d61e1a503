"""A pasted page, read down to the part that the archive can answer.

One vector of a whole page is near nothing, and most of its words are about something else. No ranking here.
"""

import re

import numpy as np

from indexer.embedder import Embedder
from indexer.query_text import LONGEST_MEANING_WORDS
from indexer.sides import Selection, VectorSide

WINDOW_WORDS = 30
"""Longer ones mix the incident with what stands around it: 45 words gave fewer close hits (tests/golden/pages.toml)."""
WINDOWS_READ = 50
PASSAGES_HEARD = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_QUOTES = str.maketrans("", "", '"“”„«»')


def is_page(text: str) -> bool:
    return len(text.split()) > LONGEST_MEANING_WORDS


def unquoted(text: str) -> str:
    """Quotation marks in a page belong to those who spoke; in a query they ask for the words between them."""
    return text.translate(_QUOTES)


def heart(text: str, passages: VectorSide, embedder: Embedder, visible: Selection) -> str:
    """The window of `text` closest to passages of visible cases."""
    windows = _windows(text)[:WINDOWS_READ]
    vectors = embedder.encode(windows)
    closeness = [passages.nearest(vector, PASSAGES_HEARD, visible).cosines.sum() for vector in vectors]
    return windows[int(np.argmax(closeness))]


def _windows(text: str) -> list[str]:
    """Neighbouring sentences joined up to WINDOW_WORDS; a longer one is cut between words."""
    windows: list[list[str]] = []
    for sentence in _SENTENCE_END.split(text):
        words = sentence.split()
        for start in range(0, len(words), WINDOW_WORDS):
            piece = words[start : start + WINDOW_WORDS]
            if windows and len(windows[-1]) + len(piece) <= WINDOW_WORDS:
                windows[-1].extend(piece)
            else:
                windows.append(piece)
    return [" ".join(words) for words in windows]
