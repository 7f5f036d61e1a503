"""The weights that ship: that they are the card's, and that they find what no one may miss."""

import pytest

from redaction.ner.model_card import read_card
from redaction.ner.name_model import WEIGHTS, NameModel
from redaction.ner.runs import LABELS


@pytest.fixture(scope="module")
def model() -> NameModel:
    return NameModel.load()


def test_the_card_names_the_files_that_ship():
    assert read_card(WEIGHTS).labels == LABELS


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("ask denise abt the letter", "denise", "PERSON"),
        ("tell marcus to call home first", "marcus", "PERSON"),
        ("Principal Okonkwo-Reyes sent him home", "Okonkwo-Reyes", "PERSON"),
        ("la mamá de xóchitl ya viene", "xóchitl", "PERSON"),
        ("we had the same at riverbend ms last yr", "riverbend ms", "SCHOOL"),
    ],
)
def test_plain_cases_are_found(model, text, name, label):
    (spans,) = model.spans([text])
    start = text.index(name)
    hidden = {at for span in spans for at in range(span.start, span.end)}
    assert hidden >= {at for at in range(start, start + len(name)) if text[at].isalnum()}
    assert label in {span.label for span in spans}


@pytest.mark.parametrize(
    "text", ["we will call both homes by noon", "i hope it works", "title ix called back", "mom is furious"]
)
def test_quiet_lines_stay_quiet(model, text):
    """But for weak readings, which the dial lets through and the keep-list ends for everyday words."""
    (spans,) = model.spans([text])
    assert not [span for span in spans if span.score >= 0.1]


def test_the_end_of_a_long_text_is_read(model):
    text = "we called home and wrote it up. " * 150 + "then tell marcus"
    (spans,) = model.spans([text])
    assert "marcus" in text[spans[-1].start : spans[-1].end]
