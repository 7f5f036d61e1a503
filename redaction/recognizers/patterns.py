"""Base of the recognisers that are regular expressions: bounded, timed, and loud when the time runs out."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer

SECONDS = 5.0
"""For one pattern over one whole discussion; `regex` raises TimeoutError and the text is held."""

SHORT = 200
"""Characters up to which no clock is set where no word is longer than LONGEST_WORD: setting it for each expression and
each line of a chat takes a third of the reading, and a bounded expression has few ways through so little.
"""
LONGEST_WORD = 24

_LONG_WORD = regex.compile(rf"\S{{{LONGEST_WORD + 1}}}|\s{{{LONGEST_WORD + 1}}}")
_DIGIT = regex.compile(r"\d")


class Pattern(NamedTuple):
    """A group named `x` narrows the span to itself; expressions are verbose and ignore case unless `(?-i:...)`."""

    kind: EntityKind
    score: float
    expression: str
    digits: bool = False
    """Whether it matches nothing without a digit, as most lines of a chat are; a test reads that off the expression."""


class Patterns(Recognizer):
    """Reports every match of `patterns` that `accepts` lets through."""

    patterns: ClassVar[tuple[Pattern, ...]]

    def __init__(self) -> None:
        self.kinds = tuple(dict.fromkeys(pattern.kind for pattern in self.patterns))
        self._compiled = [
            (pattern, regex.compile(pattern.expression, regex.VERBOSE | regex.IGNORECASE)) for pattern in self.patterns
        ]
        self._without_digits = [(pattern, compiled) for pattern, compiled in self._compiled if not pattern.digits]
        super().__init__()

    def find(self, text: str) -> Iterator[Finding]:
        timeout = SECONDS if len(text) > SHORT or _LONG_WORD.search(text) else None
        for pattern, compiled in self._compiled if _DIGIT.search(text) else self._without_digits:
            for match in compiled.finditer(text, timeout=timeout):
                start, end = match.span("x" if "x" in compiled.groupindex else 0)
                if start < end and self.accepts(match):
                    yield Finding(start, end, pattern.kind, pattern.score, self.name)

    def accepts(self, match: "regex.Match[str]") -> bool:
        """For what an expression can't say; every match by default."""
        return True
