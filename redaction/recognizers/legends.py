"""Initials that the discussion itself explains: "Present: Oren Katz (OK), Pam Easley (PE)", and then an "OK" that speaks.

Once they are explained they are somebody wherever they stand in capitals, whatever else they spell.
"""

from collections.abc import Iterable, Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.known_names import parts
from redaction.presidio_engine import Recognizer

_BEHIND = 8
"""Characters behind a name within which its initials are explained."""
_LETTERS = regex.compile(r"[\s,]{0,2}[(\[\u2013=-]\s?(?<letters>[A-Z]{2,3})(?![\w&/])")


class Legends(Recognizer):
    """Made for one discussion, from the people that were found in it."""

    kinds = (EntityKind.PERSON,)

    def __init__(self, names: Iterable[str], text: str) -> None:
        """`names`: people found in full, as they were written in `text`."""
        self._letters = frozenset(letters for name in names for letters in _explained(name, text))
        super().__init__()

    def find(self, text: str) -> Iterator[Finding]:
        if self._letters:
            stands = rf"(?<![\w&/@#.:-]|\d\s)(?:{'|'.join(sorted(self._letters))})(?![\w&/@])"
            for match in regex.finditer(stands, text):
                yield Finding(*match.span(), EntityKind.PERSON, 0.9, self.name)


def _explained(name: str, text: str) -> Iterator[str]:
    """The initials of `name` where they stand in brackets or behind a dash beside it."""
    every = [part[0] for part in parts(name) if part[:1].isalpha()]
    initials = {every[0] + every[-1], "".join(every)} if len(every) > 1 else set()
    start = text.find(name)
    while initials and start >= 0:
        end = start + len(name)
        told = _LETTERS.match(text, end, end + _BEHIND)
        if told and told["letters"].lower() in initials:
            yield told["letters"]
        start = text.find(name, end)
