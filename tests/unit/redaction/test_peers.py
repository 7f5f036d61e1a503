"""The table of peers: what a redactor is given and what is printed of it."""

import pytest

from redaction.marked import MarkedText, unmark
from tests.benchmarks import redaction_peers
from tests.benchmarks.redaction_peers import OURS, Measured, _short_table, _table, measure


def _marked(body: str) -> MarkedText:
    text, marks = unmark(body)
    return MarkedText("sample", {}, text, marks)


SET = {"EWT test": [_marked("ask [[Dana Vang|P1]] about [[TikTok|K2]] at [[Riverside|S3]]")]}


def _measured(monkeypatch: pytest.MonkeyPatch, hidden: list[tuple[int, int]]) -> Measured:
    monkeypatch.setattr(redaction_peers, "started", lambda _name, _pipeline: lambda _text: hidden)
    return measure("", None, SET)


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> dict[str, Measured]:
    """Ours hides the person and a word too many, the other half of the person and the keep-word."""
    return {OURS: _measured(monkeypatch, [(4, 19)]), "other": _measured(monkeypatch, [(4, 8), (20, 26)])}


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("PERSON masked", ["1", "100.0 (20.7-100.0) + 0", "0.0 (0.0-79.3) + 1"]),
        ("SCHOOL masked", ["1", "0.0 (0.0-79.3) + 0", "0.0 (0.0-79.3) + 0"]),
        ("PERSON entities", ["1", "100.0 (20.7-100.0)", "0.0 (0.0-79.3)"]),
        ("texts wholly hidden", ["1", "0.0 (0.0-79.3)", "0.0 (0.0-79.3)"]),
        ("over-mask", ["3", "33.3 (6.1-79.2)", "0.0 (0.0-56.1)"]),
        ("keep-words violated", ["1", "0.0 (0.0-79.3)", "100.0 (20.7-100.0)"]),
    ],
)
def test_every_row_says_how_many_and_what_each_redactor_hid(
    measured: dict[str, Measured], row: str, cells: list[str]
) -> None:
    line = next(line for line in _table("EWT test", measured) if line.startswith(row + " "))
    assert line.removeprefix(row).split() == " ".join(cells).split()


def test_speed_start_and_memory_stand_at_the_end(measured: dict[str, Measured]) -> None:
    lines = _table("EWT test", measured)[-3:]
    assert [line.split("  ")[0] for line in lines] == ["words a second", "start, s", "memory at most, MB"]


def test_the_prototype_stands_beside_the_open_sets(measured: dict[str, Measured]) -> None:
    _, line = _short_table(["EWT test"], measured)
    assert " ".join(line.split()) == "EWT test 1 100.0 (20.7-100.0) / 33.3 0.0 (0.0-79.3) / 0.0 97.8 / 2.3"
