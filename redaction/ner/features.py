"""What the network sees of a text: word pieces and the case shape of the word that each belongs to.

The vocabulary is lower-case, so the shape carries what the letters' case would have said. Used alike in
training and in serving; needs `tokenizers` only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from tokenizers import Tokenizer

OPENING, CLOSING, UNKNOWN_PIECE = "[CLS]", "[SEP]", "[UNK]"
"""The marks at the ends of a text, and the piece for what the vocabulary does not hold."""


class Shape(IntEnum):
    """Case of a word as written."""

    NONE = 0
    """Not a word of the text: padding and the marks at its ends."""
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    OTHER = 5
    """Digits, punctuation, scripts without case."""


OPENS_LINE = len(Shape)
"""Added to the shape of a word that opens a line, for the pieces themselves hold no line end."""
SHAPES = 2 * len(Shape)
"""Number of shapes, line openings told apart."""


@dataclass(frozen=True)
class Pieces:
    """The word pieces of one text, without the marks at its ends; all lists have the same length."""

    ids: list[int]
    shapes: list[int]
    words: list[int]
    """Index of the word that a piece belongs to."""
    offsets: list[tuple[int, int]]
    """Characters of the text that a piece covers."""


def shape_of(word: str) -> Shape:
    if word.upper() == word.lower():
        return Shape.OTHER
    if word == word.lower():
        return Shape.LOWER
    if word[:1].isupper() and word[1:] == word[1:].lower():
        return Shape.TITLE
    return Shape.UPPER if word == word.upper() else Shape.MIXED


def read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of that file with its own cutting and padding switched off."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """The number of a piece; raises ValueError where the vocabulary does not hold it."""
    number: int | None = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError("the tokenizer is not the name model's")
    return number


def pieces_of(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Pieces]:
    """One Pieces a text, in order."""
    encodings = [tokenizer.encode(text, add_special_tokens=False) for text in texts]
    return [
        _with_shapes(text, encoding.ids, [word or 0 for word in encoding.word_ids], encoding.offsets)
        for text, encoding in zip(texts, encodings, strict=True)
    ]


def _with_shapes(text: str, ids: list[int], words: list[int], offsets: list[tuple[int, int]]) -> Pieces:
    ends: dict[int, tuple[int, int]] = {}
    for word, (start, end) in zip(words, offsets, strict=True):
        ends[word] = (ends[word][0] if word in ends else start, end)
    shapes: dict[int, int] = {}
    line_from = -1
    for word, (start, end) in ends.items():
        opens = line_from < 0 or "\n" in text[line_from:start]
        shapes[word] = shape_of(text[start:end]) + (OPENS_LINE if opens else 0)
        line_from = end
    return Pieces(ids, [shapes[word] for word in words], words, offsets)
