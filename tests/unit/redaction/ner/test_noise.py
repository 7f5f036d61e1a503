import random

import pytest

from redaction.ner.noise import garble, lower_case, mistyped
from redaction.ner.runs import Run, offsets, text_of

RUNS = (
    Run("Ask "),
    Run("Denise O'Neil", "PERSON", "P1"),
    Run(", she knows. At "),
    Run("Riverside HS", "SCHOOL", "S1"),
    Run("!"),
)


@pytest.mark.parametrize("seed", range(60))
def test_labels_stay_on_their_names(seed):
    garbled = garble(RUNS, random.Random(seed))
    text = text_of(garbled)
    assert [(span.label, span.entity) for span in offsets(garbled)] == [("PERSON", "P1"), ("SCHOOL", "S1")]
    assert text[offsets(garbled)[0].start].lower() in "desnwrxcf"


def test_a_share_loses_its_capitals():
    lowered = sum(text_of(garble(RUNS, random.Random(seed), lower=0.5)).islower() for seed in range(400))
    assert 150 < lowered < 250


def test_lower_case_keeps_everything_else():
    assert text_of(lower_case(RUNS)) == "ask denise o'neil, she knows. at riverside hs!"


def test_without_slips_a_text_stays():
    assert mistyped("Denise", random.Random(1), 0.0) == "Denise"


def test_slips_touch_letters_only_and_never_empty_a_word():
    for seed in range(100):
        assert mistyped("42 !?", random.Random(seed), 1.0) == "42 !?"
        assert mistyped("al", random.Random(seed), 1.0)


def test_an_address_keeps_its_punctuation():
    for seed in range(60):
        text = text_of(garble((Run("see https://a.b/c, ok."),), random.Random(seed), lower=0.0))
        assert "/" in text.replace("//", "/")
