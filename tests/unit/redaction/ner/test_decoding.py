import numpy as np
import pytest

from redaction.ner.decoding import NameSpan, Reading
from redaction.ner.features import Pieces

LABELS = ("PERSON", "SCHOOL")
EVEN = {"PERSON": 1.0, "SCHOOL": 1.0}
OUT, B_PERSON, I_PERSON, B_SCHOOL, I_SCHOOL = range(5)


def reading(text: str, *classes: int, sure: float = 6.0) -> Reading:
    """`text` read with one clear class for each of its words, which spaces and line ends part."""
    offsets, here = [], 0
    for word in text.split():
        here = text.index(word, here)
        offsets.append((here, here + len(word)))
        here += len(word)
    logits = np.zeros((len(classes), 5), np.float32)
    logits[np.arange(len(classes)), classes] = sure
    count = len(classes)
    return Reading.of(text, Pieces([0] * count, [0] * count, list(range(count)), offsets), logits, LABELS)


def found(spans: list[NameSpan]) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in spans]


def test_neighbouring_words_of_a_label_are_one_span():
    assert found(reading("ask Dana Whitfield now", OUT, B_PERSON, I_PERSON, OUT).spans(EVEN)) == [(4, 18, "PERSON")]


def test_a_beginning_parts_two_names():
    spans = reading("Dana Marcus", B_PERSON, B_PERSON).spans(EVEN)
    assert found(spans) == [(0, 4, "PERSON"), (5, 11, "PERSON")]


def test_a_line_end_parts_two_names():
    assert len(reading("Dana\nMarcus", B_PERSON, I_PERSON).spans(EVEN)) == 2


def test_another_label_parts_two_names():
    spans = reading("Dana Lincoln", B_PERSON, I_SCHOOL).spans(EVEN)
    assert [span.label for span in spans] == ["PERSON", "SCHOOL"]


def test_a_span_without_letters_or_digits_is_none():
    assert reading("- Dana", B_PERSON, OUT).spans(EVEN) == []


def test_a_word_has_the_mean_of_its_pieces():
    logits = np.log(np.array([[0.2, 0.8, 0, 0, 0], [0.6, 0.1, 0.3, 0, 0]], np.float32) + 1e-9)
    read = Reading.of("denise", Pieces([5, 6], [1, 1], [0, 0], [(0, 3), (3, 6)]), logits, LABELS)
    assert read.chances[0] == pytest.approx([0.4, 0.6, 0], abs=1e-6)
    assert found(read.spans(EVEN)) == [(0, 6, "PERSON")]


def test_the_dial_finds_more_and_zero_finds_none():
    doubtful = reading("hope", OUT, sure=1.0)
    assert doubtful.spans(EVEN) == []
    assert found(doubtful.spans({"PERSON": 9.0, "SCHOOL": 1.0})) == [(0, 4, "PERSON")]
    assert reading("hope", B_PERSON).spans({"PERSON": 0.0, "SCHOOL": 0.0}) == []


def test_the_score_is_the_confidence_before_the_dial():
    (span,) = reading("hope", OUT, sure=1.0).spans({"PERSON": 9.0, "SCHOOL": 1.0})
    assert span.score == pytest.approx(2 / (np.e + 4), abs=1e-6)


def test_a_text_without_pieces_has_no_spans():
    assert Reading.of(" ", Pieces([], [], [], []), np.zeros((0, 5), np.float32), LABELS).spans(EVEN) == []


def test_doubts_are_the_words_that_are_no_names_but_are_not_ruled_out():
    read = reading("so hope knows Dana", OUT, OUT, OUT, B_PERSON, sure=3.0)
    assert [(doubt.start, doubt.end) for doubt in read.doubts(EVEN, 0.01)] == [(0, 2), (3, 7), (8, 13)]
    assert all(doubt.doubtful for doubt in read.doubts(EVEN, 0.01))
    assert read.doubts(EVEN, 0.5) == []
    assert not any(span.doubtful for span in read.spans(EVEN))
