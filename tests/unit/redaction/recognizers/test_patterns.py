"""One table a recogniser: what it finds, and what only looks like it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

from redaction.presidio_engine import Recognizer
from redaction.recognizers.ages import Ages
from redaction.recognizers.ages_in_passing import AgesInPassing
from redaction.recognizers.births import Births
from redaction.recognizers.dates_in_passing import DatesInPassing
from redaction.recognizers.emails import Emails
from redaction.recognizers.handles import Handles
from redaction.recognizers.held_ids import HeldIds
from redaction.recognizers.identifiers import Identifiers
from redaction.recognizers.money import Money
from redaction.recognizers.networks import Networks
from redaction.recognizers.numbered import Numbered
from redaction.recognizers.patterns import Patterns
from redaction.recognizers.registry import standing_recognizers
from redaction.recognizers.spoken_ids import SpokenIds
from redaction.recognizers.vehicles import Plates, Rides
from tests.unit.redaction.recognizers import tables
from tests.unit.redaction.recognizers.tables import Table


def _tables() -> Iterator[Table]:
    for module in iter_modules(tables.__path__, f"{tables.__name__}."):
        yield import_module(module.name).TABLE


TABLE: Table = {kind: rows for table in _tables() for kind, rows in table.items()}
FOUND = [(kind, text, surface) for kind, (found, _) in TABLE.items() for text, surface in found.items()]
OTHER = [(kind, text) for kind, (_, others) in TABLE.items() for text in others]


@pytest.mark.parametrize(("kind", "text", "surface"), FOUND)
def test_finds(kind: type[Recognizer], text: str, surface: str) -> None:
    assert surface in {text[finding.start : finding.end] for finding in kind().find(text)}


@pytest.mark.parametrize(("kind", "text"), OTHER)
def test_leaves(kind: type[Recognizer], text: str) -> None:
    assert [text[finding.start : finding.end] for finding in kind().find(text)] == []


@pytest.mark.parametrize(
    "kind",
    [
        Identifiers,
        HeldIds,
        Networks,
        Plates,
        Rides,
        SpokenIds,
        Numbered,
        Ages,
        AgesInPassing,
        Births,
        DatesInPassing,
        Money,
        Emails,
        Handles,
    ],
)
def test_every_pattern_stands_in_the_table(kind: type[Patterns]) -> None:
    texts = TABLE[kind][0]
    unmet = [
        pattern.expression for pattern, compiled in kind()._compiled if not any(compiled.search(text) for text in texts)
    ]
    assert unmet == []


def test_every_standing_recogniser_has_a_table() -> None:
    assert {type(recognizer) for recognizer in standing_recognizers(None)} == set(TABLE)
