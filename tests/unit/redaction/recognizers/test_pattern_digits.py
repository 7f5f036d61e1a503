"""That a pattern is kept from lines without a digit exactly where it could match nothing there.

Read off the tree that `regex` itself makes of an expression: a private part of it, which only this test leans on.
"""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
import regex
from regex import _regex_core as core

import redaction.recognizers
from redaction.recognizers.patterns import Pattern, Patterns


def _parsed(expression: str) -> core.RegexBase:
    flags = regex.VERBOSE | regex.IGNORECASE
    while True:
        source = core.Source(expression)
        info = core.Info(flags, source.char_type, {})
        info.guess_encoding = regex.UNICODE
        source.ignore_space = bool(info.flags & regex.VERBOSE)
        try:
            return core._parse_pattern(source, info)
        except core._UnscopedFlagSet:
            flags = info.global_flags


_ANY_DIGIT = _parsed(r"\d").items[0].value


def _needs_digit(node: core.RegexBase) -> bool:
    """Whether every match of `node` holds a digit, or stands beside one that it asks for."""
    match node:
        case core.Sequence():
            needed = any(map(_needs_digit, node.items))
        case core.Branch():
            needed = all(map(_needs_digit, node.branches))
        case core.GreedyRepeat():  # the lazy and possessive ones are kinds of it
            needed = node.min_count > 0 and _needs_digit(node.subpattern)
        case core.Group() | core.Atomic():
            needed = _needs_digit(node.subpattern)
        case core.LookAround():
            needed = node.positive and _needs_digit(node.subpattern)
        case core.SetUnion():
            needed = node.positive and all(map(_needs_digit, node.items))
        case core.Range():
            needed = node.positive and ord("0") <= node.lower <= node.upper <= ord("9")
        case core.Character():
            needed = node.positive and chr(node.value).isdecimal()
        case core.Property():
            needed = node.positive and node.value == _ANY_DIGIT
        case _:
            needed = False
    return needed


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for module in pkgutil.iter_modules(redaction.recognizers.__path__):
        importlib.import_module(f"{redaction.recognizers.__name__}.{module.name}")
    waiting = [Patterns]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        for place, pattern in enumerate(vars(kind).get("patterns", ())):
            yield f"{kind.__name__} {place}", pattern


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        (r"\d", True),
        (r"[0-9x]", False),
        (r"[0-9]{2}", True),
        (r"\d?x", False),
        (r"a\d|b", False),
        (r"a\d|b[4-9]+", True),
        (r"(?=[a-z]*\d)\w+", True),
        (r"(?!\d)x", False),
        (r"(?>x(?<n>\d))", True),
        (r"[^\d]", False),
        (r"\D", False),
    ],
)
def test_the_reader_of_expressions_knows_what_needs_a_digit(expression: str, needs: bool) -> None:
    assert _needs_digit(_parsed(expression)) == needs


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*found, id=found[0]) for found in _patterns()])
def test_a_pattern_says_whether_it_needs_a_digit(name: str, pattern: Pattern) -> None:
    assert pattern.digits == _needs_digit(_parsed(pattern.expression)), name
