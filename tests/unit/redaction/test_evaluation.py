"""The measures of the redactor, on a marked text whose figures can be counted by hand."""

from pathlib import Path

import pytest

from corpus.model.redaction import EntityKind, Span
from redaction.evaluation import Figures, Tally, evaluate
from redaction.lexicon import origins
from redaction.marked import MarkedText, read_marked

MARKED = """# format: plain
# part: tune

[[Denise Okafor|P1]]: ask [[okafor|P1]] or [[hope|P2]] about [[TikTok|K]] at [[Riverside|S1]]
"""


@pytest.fixture
def marked(tmp_path: Path) -> MarkedText:
    path = tmp_path / "one.marked.txt"
    path.write_text(MARKED, encoding="utf-8")
    return read_marked(path)


def _figures(marked: MarkedText, *hidden: str) -> Figures:
    starts = [(marked.text.index(surface), surface) for surface in hidden]
    spans = [Span(start, start + len(surface), EntityKind.PERSON) for start, surface in starts]
    return evaluate([marked], lambda _: spans)


def test_an_entity_counts_only_when_every_mention_is_hidden(marked: MarkedText) -> None:
    figures = _figures(marked, "Denise Okafor", "hope")
    assert (figures.masked["PERSON"].hit, figures.masked["PERSON"].of) == (2, 3)
    assert (figures.entities["PERSON"].hit, figures.entities["PERSON"].of) == (1, 2)


def test_slices_of_people(marked: MarkedText) -> None:
    masked = _figures(marked, "hope").masked
    counted = {name: (masked[f"PERSON {name}"].hit, masked[f"PERSON {name}"].of) for name in ("header", "lower case")}
    assert counted == {"header": (0, 1), "lower case": (1, 2)}
    assert (masked["PERSON word-like"].hit, masked["PERSON african or caribbean"].hit) == (1, 0)


def test_half_a_mention_is_not_hidden(marked: MarkedText) -> None:
    figures = _figures(marked, "Denise")
    assert figures.masked["PERSON"].hit == 0
    assert figures.partial["PERSON"] == 1


@pytest.mark.parametrize(("surface", "hidden"), [("Mrs. Okafor", True), ("Coach Okafor", True), ("Dean Okafor", False)])
def test_a_title_within_a_mark_names_nobody(tmp_path: Path, surface: str, hidden: bool) -> None:
    path = tmp_path / "two.marked.txt"
    path.write_text(f"# part: tune\n\nask [[{surface}|P1]]\n", encoding="utf-8")
    figures = _figures(read_marked(path), "Okafor")
    assert figures.masked["PERSON"].hit == hidden


def test_hidden_words_that_carry_the_meaning_and_other_words(marked: MarkedText) -> None:
    figures = _figures(marked, "about", "TikTok")
    assert (figures.keep_violated.hit, figures.keep_violated.of) == (1, 1)
    assert (figures.over_mask.hit, figures.over_mask.of) == (1, 4)


def test_a_text_is_hidden_only_with_all_its_direct_identifiers(marked: MarkedText) -> None:
    assert _figures(marked, "Denise Okafor", "okafor", "hope").texts_hidden.hit == 0
    every = [(mark.start, mark.end) for mark in marked.marks if mark.kind]
    spans = [Span(start, end, EntityKind.PERSON) for start, end in every]
    assert evaluate([marked], lambda _: spans).texts_hidden.hit == 1


def test_the_interval_is_wilsons() -> None:
    low, high = Tally(hit=98, of=100).interval
    assert (round(low, 3), round(high, 3)) == (0.930, 0.994)


def test_where_names_come_from() -> None:
    assert origins("Fatima Okafor") == ["arab_or_muslim", "african_or_caribbean"]
    assert origins("Smith") == []
