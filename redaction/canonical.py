"""The detection copy of a text: Unicode folded so that disguises fall away, with a map back to the original.

Detection reads the copy, replacement cuts the original; nothing here finds or hides anything.
"""

import html
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex

from redaction.confusables import LATIN
from redaction.finding import SEPARATOR

_CLUSTERS = regex.compile(
    r"(?P<plain>(?-i:[\x00-\x0c\x0e-\x25\x27-\x7f]+)(?![^\x00-\x7f]))|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});|\X",
    regex.IGNORECASE,
)
"""A run of ASCII that no mark follows, a character reference, or one cluster."""
_REGIONAL_A = 0x1F1E6
_FRACTION_SLASH = "\u2044"
"""What a vulgar fraction decomposes with; "15\u00bd" would read as 151, so that the copy leaves the fraction out."""
_ITALICS = regex.compile(
    r"(?<![\w@#/.])_(?=[^\W_])(?:(?=\p{Lu})|(?=[^_\n]{1,80}[ ]))[^_\n@/]{2,80}(?<=[^\W_])_(?![\w@])"
)
"""Words between two low lines, as phones write italics; an account's name holds no blank and few capitals."""


@dataclass(frozen=True)
class Canonical:
    """One text's detection copy; `starts[i]`, `ends[i]` bound the original characters behind copy character i."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Original range behind the copy's non-empty range `[start, end)`, whole clusters only."""
        return self.starts[start], self.ends[end - 1]


def canonical(text: str) -> Canonical:
    """The detection copy of `text`. Plain ASCII without character references is its own copy."""
    if "_" in text:
        text = _ITALICS.sub(lambda match: f"*{match.group()[1:-1]}*", text)
    if text.isascii() and "&" not in text:
        return Canonical(text, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTERS.finditer(text):
        start, end = cluster.span()
        if cluster["plain"]:
            pieces.append(cluster["plain"])
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        plain = _fold(cluster.group())
        pieces.append(plain)
        starts.extend([start] * len(plain))
        ends.extend([end] * len(plain))
    return Canonical("".join(pieces), starts, ends)


def _fold(cluster: str) -> str:
    if len(cluster) == 1 and cluster.isascii():
        return cluster
    if cluster[0] == "&" and len(cluster) > 1:
        cluster = html.unescape(cluster)
    decomposed = unicodedata.normalize("NFKD", cluster)
    if _FRACTION_SLASH in decomposed and len(cluster) == 1:
        return ""
    return "".join(_letter(character) for character in decomposed)


def _letter(character: str) -> str:  # noqa: PLR0911  # a table of cases reads best as one
    """One decomposed character as plain as it gets: "" for marks and format characters."""
    code = ord(character)
    if character.isascii():
        return character
    if code in LATIN:
        return LATIN[code]
    if _REGIONAL_A <= code < _REGIONAL_A + 26:
        return chr(code - _REGIONAL_A + ord("a"))
    category = unicodedata.category(character)
    if category in ("Zl", "Zp"):
        return "\n"
    if category == "Zs":
        return " "
    if category in ("Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn"):
        return ""
    return character


class Joined:
    """The copies of several texts as one, so that each recogniser runs once over a whole discussion."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.parts = [canonical(text) for text in texts]
        self.text = SEPARATOR.join(part.text for part in self.parts)
        lengths = [len(part.text) + len(SEPARATOR) for part in self.parts]
        self.offsets = [0, *accumulate(lengths)][:-1]

    def locate(self, start: int, end: int) -> tuple[int, int, int]:
        """The range of the joined copy, which lies within one text, as (number of the text, its start, its end)."""
        part = bisect_right(self.offsets, start) - 1
        offset = self.offsets[part]
        end = min(end, offset + len(self.parts[part].text))
        return part, *self.parts[part].original(start - offset, end - offset)
