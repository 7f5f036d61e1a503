from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelMismatch
from redaction.ner.model_card import MODEL_FILE, TOKENIZER_FILE, ModelCard, write_card
from redaction.ner.name_model import NameModel
from redaction.ner.windows import MOST

DEN, MAR = 5, 7


class NamesByPiece:
    """Stands for the network: "den" and "mar" begin a person, pieces that go on a word go on a person."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, int]] = []

    def run(self, _outputs: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        ids = inputs["ids"]
        self.shapes.append(ids.shape)
        assert (inputs["mask"] == (ids != 0)).all()
        logits = np.zeros((*ids.shape, 3), np.float32)
        logits[..., 0] = 4.0
        logits[..., 1] = np.where(np.isin(ids, (DEN, MAR)), 8.0, 0.0)
        logits[..., 2] = np.where(np.isin(ids, (DEN + 1, MAR + 1)), 8.0, 0.0)
        return [logits]


@pytest.fixture
def model(tokenizer) -> NameModel:
    return NameModel(NamesByPiece(), tokenizer, ModelCard("1", ("PERSON",), {"PERSON": 1.0}))


def test_spans_lie_on_the_original_text(model):
    texts = ["ask Denise to call", "Marcus's mom", "", "call at ."]
    found = [
        [text[span.start : span.end] for span in spans] for text, spans in zip(texts, model.spans(texts), strict=True)
    ]
    assert found == [["Denise"], ["Marcus"], [], []]


def test_nothing_of_a_long_text_is_cut(model):
    text = "call " * 700 + "denise " + "call " * 500 + "marcus"
    (spans,) = model.spans([text])
    assert [text[span.start : span.end] for span in spans] == ["denise", "marcus"]


def test_no_batch_is_wider_than_a_window(model):
    model.spans(["call " * 1000, "ask"])
    assert all(pieces <= MOST + 2 for _, pieces in model._session.shapes)


def test_answers_do_not_depend_on_the_texts_beside(model):
    texts = [f"{'ask ' * number}denise" for number in range(30)]
    assert model.spans(texts) == [model.spans([text])[0] for text in texts]


def test_several_threads_get_the_same_answers(model):
    texts = [f"{'ask ' * number}denise to call marcus" for number in range(40)]
    alone = model.spans(texts)
    with ThreadPoolExecutor(4) as pool:
        assert all(answer == alone for answer in pool.map(lambda _: model.spans(texts), range(8)))


def test_a_dial_of_the_call_goes_before_that_of_the_card(model):
    assert model.spans(["denise"], dial={"PERSON": 0.0}) == [[]]


def test_no_texts_no_answers(model):
    assert model.spans([]) == []


def test_a_file_that_is_no_network_is_refused(tmp_path: Path):
    (tmp_path / MODEL_FILE).write_bytes(b"no network")
    (tmp_path / TOKENIZER_FILE).write_text("{}")
    write_card(tmp_path, ModelCard("1", ("PERSON",), {"PERSON": 1.0}))
    with pytest.raises(ModelMismatch):
        NameModel.load(tmp_path)
