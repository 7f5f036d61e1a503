import random
import re

from redaction.ner.names import NamePool, word_names
from redaction.ner.runs import LABELS, OUTSIDE, text_of
from redaction.ner.sentences import Patterns, filled, sentences

POOL = NamePool(
    first_us=("Denise",), last_us=("Okafor",), first_world=("Nazlı",), last_world=("Nguyen",),
    schools=("Birch Hollow Elementary School",), districts=("Cedar Flats Unified",), towns=("Tarrow",), streets=("Quince Ln",),
)  # fmt: skip


def test_every_shipped_pattern_can_be_filled():
    patterns = Patterns.read()
    assert len(patterns.naming) > 100
    assert len(patterns.quiet) > 100
    for pattern in patterns.naming:
        runs = filled(pattern, POOL, random.Random(1))
        assert "{" not in text_of(runs)
        assert any(run.label in LABELS for run in runs), pattern


def test_quiet_clauses_have_no_slots():
    assert not any("{" in clause for clause in Patterns.read().quiet)


def test_names_are_labelled_and_the_rest_is_not():
    runs = filled("ask {F} at {S}", POOL, random.Random(2))
    assert [run.label for run in runs] == [OUTSIDE, "PERSON", OUTSIDE, "SCHOOL"]
    assert text_of(runs).startswith("ask ")


def test_the_asked_number_of_texts_and_the_same_for_the_same_seed():
    patterns = Patterns.read()
    made = sentences(patterns, POOL, random.Random(7), 50)
    assert len(made) == 50
    assert made == sentences(patterns, POOL, random.Random(7), 50)
    assert made != sentences(patterns, POOL, random.Random(8), 50)


def test_words_that_are_names_take_part():
    pool_names = {POOL.first_name(random.Random(seed)).lower() for seed in range(300)}
    assert {"denise", "nazlı"} < pool_names
    assert pool_names & set(word_names())
    assert {"hope", "chase", "will", "grant", "mercy"} <= set(word_names())
    assert all(re.fullmatch(r"[a-z]+", word) for word in word_names())
