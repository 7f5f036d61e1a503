"""A text with its removals and its disguises drawn: invisible characters by their number, look-alikes marked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.model.redaction import Mention


class PieceKind(StrEnum):
    PLAIN = "plain"
    REMOVED = "removed"
    PLACEHOLDER = "placeholder"
    INVISIBLE = "invisible"
    LOOKALIKE = "look-alike"


@dataclass(frozen=True)
class Piece:
    """A run of a message; `mention` where it was removed."""

    text: str
    kind: PieceKind
    mention: Mention | None = None


_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{1,60}\]")
_DRAWN_AS_THEY_ARE = "\n\t "
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp", "Co", "Cn"}


def raw_pieces(text: str, mentions: Iterable[Mention]) -> tuple[Piece, ...]:
    """The original message with every removed span; overlapping mentions are drawn once, the first wins."""
    pieces: list[Piece] = []
    end = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start < end:
            continue
        pieces += _disguises(text[end : mention.start])
        pieces.append(Piece(_drawn(text[mention.start : mention.end]), PieceKind.REMOVED, mention))
        end = mention.end
    return (*pieces, *_disguises(text[end:]))


def redacted_pieces(text: str) -> tuple[Piece, ...]:
    """The redacted message with its placeholders set apart."""
    pieces: list[Piece] = []
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        pieces += _disguises(text[end : found.start()])
        pieces.append(Piece(found.group(), PieceKind.PLACEHOLDER))
        end = found.end()
    return (*pieces, *_disguises(text[end:]))


def _disguises(text: str) -> Iterator[Piece]:
    run = ""
    for letter in text:
        kind = _kind(letter)
        if kind is PieceKind.PLAIN:
            run += letter
            continue
        if run:
            yield Piece(run, PieceKind.PLAIN)
            run = ""
        yield Piece(_drawn(letter) if kind is PieceKind.INVISIBLE else letter, kind)
    if run:
        yield Piece(run, PieceKind.PLAIN)


def _kind(letter: str) -> PieceKind:
    if (letter.isascii() and letter.isprintable()) or letter in _DRAWN_AS_THEY_ARE:
        return PieceKind.PLAIN
    if unicodedata.category(letter) in _INVISIBLE:
        return PieceKind.INVISIBLE
    folded = unicodedata.normalize("NFKC", letter)
    foreign = unicodedata.name(letter, "").startswith(("CYRILLIC", "GREEK", "ARMENIAN"))
    return PieceKind.LOOKALIKE if foreign or (letter.isalpha() and folded.isascii()) else PieceKind.PLAIN


def _drawn(text: str) -> str:
    return "".join(
        f"U+{ord(letter):04X}"
        if unicodedata.category(letter) in _INVISIBLE and letter not in _DRAWN_AS_THEY_ARE
        else letter
        for letter in text
    )
