"""Choosing and exporting an encoder, without any model."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import ModelMismatch
from indexer import embedder
from indexer.embedder import build_embedder
from indexer.onnx_encoder import CARD_FILE


def test_several_that_want_the_same_export_at_once_make_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    weights = tmp_path / "some_model"
    weights.mkdir()
    (weights / "model.safetensors").write_bytes(b"weights")
    together, exported = threading.Barrier(4), list[Path]()

    def export(model: str, folder: Path) -> None:
        exported.append(folder)
        folder.mkdir(parents=True)  # raises where another was quicker
        (folder / CARD_FILE).touch()

    def opened(folder: Path, _threads: int) -> Path:
        if not (folder / CARD_FILE).exists():
            raise ModelMismatch
        return folder

    def build(_: int) -> object:
        together.wait()
        return build_embedder(str(weights), cache=tmp_path / "cache")

    monkeypatch.setattr(embedder, "_export", export)
    monkeypatch.setattr(embedder, "OnnxEncoder", opened)
    with ThreadPoolExecutor(4) as pool:
        built = list(pool.map(build, range(4)))
    assert len(exported) == 1
    assert set(built) == {exported[0]}


@pytest.mark.parametrize("model", ["a_package_that_is_not_there", "/nowhere/model", "./nowhere"])
def test_weights_that_are_not_there_are_said_to_be_missing_and_sought_nowhere_else(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # importing it would raise
    with pytest.raises(ModelMismatch, match="not where its setting says"):
        build_embedder(model, cache=tmp_path)


def test_any_other_name_is_left_to_sentence_transformers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ImportError):
        build_embedder("some-people/a-model")
