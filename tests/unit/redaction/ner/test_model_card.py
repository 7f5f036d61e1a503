import json
from pathlib import Path

import pytest

from corpus.errors import ModelMismatch
from redaction.ner.model_card import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, ModelCard, read_card, write_card


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / MODEL_FILE).write_bytes(b"weights")
    (tmp_path / TOKENIZER_FILE).write_bytes(b"pieces")
    write_card(tmp_path, ModelCard("1", ("PERSON",), {"PERSON": 5.0}))
    return tmp_path


def test_a_card_is_read_as_written(folder):
    card = read_card(folder)
    assert (card.version, card.labels, card.dial) == ("1", ("PERSON",), {"PERSON": 5.0})
    assert set(card.sha256) == {MODEL_FILE, TOKENIZER_FILE}


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE])
def test_a_changed_file_is_refused(folder, name):
    (folder / name).write_bytes(b"other")
    with pytest.raises(ModelMismatch, match=name):
        read_card(folder)


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE, CARD_FILE])
def test_a_missing_file_is_refused(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelMismatch):
        read_card(folder)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": "1"}'])
def test_a_card_of_another_form_is_refused(folder, content):
    (folder / CARD_FILE).write_text(content)
    with pytest.raises(ModelMismatch):
        read_card(folder)


def test_a_dial_that_lacks_a_label_is_refused(folder):
    fields = json.loads((folder / CARD_FILE).read_text())
    (folder / CARD_FILE).write_text(json.dumps({**fields, "dial": {}}))
    with pytest.raises(ModelMismatch):
        read_card(folder)
