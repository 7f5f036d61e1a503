"""A text with one blank between its words, and the way back: what was typed with two, or pasted with tabs."""

from dataclasses import dataclass

import regex

from redaction.finding import Finding

_WIDE = regex.compile(r"[ \t]*\t[ \t]*|[ ]{2,}")


@dataclass(frozen=True)
class Narrowed:
    text: str
    places: tuple[int, ...]
    """Of each character of `text`, and of its end, the place in the text as it was."""

    def widened(self, finding: Finding) -> Finding:
        """The finding on the text as it was."""
        start, end = self.places[finding.start], self.places[finding.end - 1] + 1
        return Finding(start, end, finding.kind, finding.score, finding.recognizer)


def is_wide(text: str) -> bool:
    """Whether anything but single blanks stands between the words of a line."""
    return "  " in text or "\t" in text


def narrowed(text: str) -> Narrowed:
    """Every run of blanks and tabs as one blank; line ends stay."""
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for wide in _WIDE.finditer(text):
        pieces += (text[end : wide.start()], " ")
        places += (*range(end, wide.start()), wide.start())
        end = wide.end()
    pieces.append(text[end:])
    places += range(end, len(text) + 1)
    return Narrowed("".join(pieces), tuple(places))
