import pytest

from redaction.ner.decoding import NameSpan
from redaction.ner.masking import masking, wilson
from redaction.ner.measure import without_handles
from redaction.ner.runs import Labelled, Run

TEXT = "ask Dana O'Neil now at Riverside"
DANA = Labelled(4, 15, "PERSON")
SCHOOL = Labelled(23, 32, "SCHOOL")


def span(start: int, end: int, label: str = "PERSON") -> NameSpan:
    return NameSpan(start, end, label, 0.9)


@pytest.mark.parametrize(
    ("spans", "masked"),
    [
        ([span(4, 15)], 1), ([span(0, 20)], 1), ([span(4, 8), span(9, 10), span(11, 15)], 1), ([span(4, 14)], 0),
        ([span(4, 8)], 0), ([], 0), ([span(4, 15, "SCHOOL")], 1),
    ],
)  # fmt: skip
def test_a_mention_is_masked_when_every_letter_is(spans, masked):
    assert masking([TEXT], [[DANA]], [spans], {"PERSON"}).masked == masked


def test_only_spans_of_the_named_labels_count_where_they_are_named():
    assert masking([TEXT], [[DANA]], [[span(4, 15, "SCHOOL")]], {"PERSON"}, by={"PERSON"}).masked == 0


def test_other_words_lie_outside_of_every_gold_span():
    counts = masking([TEXT], [[DANA, SCHOOL]], [[span(0, 15), span(23, 32)]], {"PERSON"})
    assert (counts.mentions, counts.other_words, counts.over_masked) == (1, 3, 1)
    assert counts.over_mask == pytest.approx(1 / 3)


def test_missed_mentions_are_told_by_number():
    assert masking(["x", TEXT], [[], [DANA]], [[], []], {"PERSON"}).missed == [(1, DANA)]


def test_wilson_interval():
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)


def test_handles_are_not_counted():
    runs = (
        Run("hi "),
        Run("@", "PERSON"),
        Run("dana", "PERSON"),
        Run(" and "),
        Run("Dana", "PERSON"),
        Run(" @ "),
        Run("x", "PERSON"),
    )
    assert [run.label for run in without_handles(runs)] == ["O", "?", "?", "O", "PERSON", "O", "?"]
