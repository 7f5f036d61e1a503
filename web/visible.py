"""A text with its removals and its disguises drawn: invisible characters by their number, look-alikes marked.

What still tells too much is set apart with its reason, to be underlined.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from api.workflow.generalise import Telling
from corpus.model.redaction import Mention


class PieceKind(StrEnum):
    PLAIN = "plain"
    REMOVED = "removed"
    PLACEHOLDER = "placeholder"
    INVISIBLE = "invisible"
    LOOKALIKE = "look-alike"
    TELLING = "telling"


@dataclass(frozen=True)
class Piece:
    """A run of a message; `mention` where it was removed."""

    text: str
    kind: PieceKind
    mention: Mention | None = None
    inside: tuple["Piece", ...] = ()
    """The removed text once more, with its disguises drawn."""
    reason: str = ""
    """Why it tells too much."""


_PLACEHOLDER = re.compile(r"\[[^\[\]\n]{1,60}\]")
_DRAWN_AS_THEY_ARE = "\n\t "
_LOOK_LATIN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "LATIN LETTER SMALL CAPITAL", "LATIN SMALL LETTER ALPHA")
"""How the names of letters begin that are taken for others; an accent alone makes none."""
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp", "Co", "Cn"}


def raw_pieces(text: str, mentions: Iterable[Mention]) -> tuple[Piece, ...]:
    """The original message with every removed span; overlapping mentions are drawn once, the first wins."""
    pieces: list[Piece] = []
    end = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start < end:
            continue
        pieces += _disguises(text[end : mention.start])
        surface = text[mention.start : mention.end]
        pieces.append(Piece(_drawn(surface), PieceKind.REMOVED, mention, inside=tuple(_disguises(surface))))
        end = mention.end
    return (*pieces, *_disguises(text[end:]))


def redacted_pieces(text: str, tellings: Iterable[Telling] = ()) -> tuple[Piece, ...]:
    """A redacted text with its placeholders and what still tells too much set apart; overlaps are drawn once."""
    marks = [(found.start(), found.end(), PieceKind.PLACEHOLDER, "") for found in _PLACEHOLDER.finditer(text)]
    marks += [(telling.start, telling.end, PieceKind.TELLING, telling.reason) for telling in tellings]
    pieces: list[Piece] = []
    end = 0
    for start, stop, kind, reason in sorted(marks):
        if start >= end:
            pieces += _disguises(text[end:start])
            pieces.append(Piece(_drawn(text[start:stop]), kind, reason=reason))
            end = stop
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
    foreign = unicodedata.name(letter, "").startswith(_LOOK_LATIN)
    return PieceKind.LOOKALIKE if foreign or (letter.isalpha() and folded.isascii()) else PieceKind.PLAIN


def _drawn(text: str) -> str:
    return "".join(
        f"U+{ord(letter):04X}"
        if unicodedata.category(letter) in _INVISIBLE and letter not in _DRAWN_AS_THEY_ARE
        else letter
        for letter in text
    )
