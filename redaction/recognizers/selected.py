"""What a person selected and asked to hide, letter for letter, ordinary words too; made afresh for each discussion."""

from collections.abc import Iterator, Sequence

import regex

from corpus.model.redaction import EntityKind
from redaction.canonical import canonical
from redaction.finding import Finding
from redaction.known_names import parts
from redaction.lexicon import is_common
from redaction.presidio_engine import Recognizer

_SCORE = 0.94


class Selected(Recognizer):
    """Hides every occurrence of `texts`, in any case and with any blanks between the words."""

    kinds = (EntityKind.PERSON, EntityKind.TRACE)

    def __init__(self, texts: Sequence[str]) -> None:
        plain = [canonical(text).text.split() for text in texts]
        self._expressions = [(_expression(words), _kind(" ".join(words))) for words in plain if words]
        super().__init__()
        self.name = "KnownNames"

    def ranges(self, text: str) -> list[tuple[int, int]]:
        """Where the texts stand."""
        return [match.span() for expression, _ in self._expressions for match in expression.finditer(text)]

    def find(self, text: str) -> Iterator[Finding]:
        for expression, kind in self._expressions:
            for match in expression.finditer(text):
                yield Finding(*match.span(), kind, _SCORE, self.name)


def _expression(words: Sequence[str]) -> "regex.Pattern[str]":
    first = r"(?<!\w)" if words[0][0].isalnum() else ""
    last = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return regex.compile(first + r"\s{1,3}".join(map(regex.escape, words)) + last, regex.IGNORECASE)


def _kind(text: str) -> EntityKind:
    """A person where a word of it is nothing else; for the rest [removed] says enough."""
    named = parts(text)
    return EntityKind.PERSON if named and not all(map(is_common, named)) else EntityKind.TRACE
