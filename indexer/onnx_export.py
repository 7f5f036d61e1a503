"""Writes the int8 encoder of a sentence-transformers model; run as `python -m indexer.onnx_export MODEL FOLDER`.

The only file that imports torch. Weights are quantised per channel (per tensor costs four points of cosine); the
export is refused when its vectors stray from the reference.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import ModelMismatch
from indexer.embedder import SentenceTransformerEncoder, model_folder, weights_digest
from indexer.onnx_encoder import CARD_FILE, TOKENIZER_FILE, WEIGHTS_FILE, OnnxEncoder

LEAST_COSINE = 0.97
PROBES = (
    "Students dared on TikTok to wreck the boys bathroom",
    "Parents demand to see discipline records of another child",
    "gas smell in the cafeteria, evacuate or shelter",
    "The principal wrote to families the same evening and met with staff before the first bell.",
)


def export(model: str, folder: Path) -> None:
    """Writes weights, tokenizer and card into `folder`, which appears complete or not at all; raises ModelMismatch."""
    source = model_folder(model)
    if source is None:
        raise ModelMismatch("Only a model whose weights lie in a folder can be exported.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".export-"))
    try:
        _write_graph(source, aside)
        _write_card(source, aside)
        _check_against_reference(source, aside)
        aside.replace(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_graph(source: Path, aside: Path) -> None:
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from transformers import AutoModel

    class TokenVectors(torch.nn.Module):  # type: ignore[misc]  # torch is untyped here
        def __init__(self) -> None:
            super().__init__()
            self.encoder: Any = AutoModel.from_pretrained(str(source), attn_implementation="eager").eval()

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            hidden: torch.Tensor = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            return hidden

    ids = torch.ones((2, 16), dtype=torch.int64)
    batch, length = torch.export.Dim("batch", min=1, max=512), torch.export.Dim("length", min=2, max=512)
    shapes = {0: batch, 1: length}
    plain = aside / "encoder.fp32.onnx"
    torch.onnx.export(
        TokenVectors().eval(),
        (ids, torch.ones_like(ids)),
        str(plain),
        input_names=["input_ids", "attention_mask"],
        output_names=["tokens"],
        dynamic_shapes=(shapes, shapes),
        dynamo=True,
        external_data=False,
        verbose=False,
    )
    quantize_dynamic(str(plain), str(aside / WEIGHTS_FILE), per_channel=True, weight_type=QuantType.QInt8)
    plain.unlink()
    shutil.copyfile(source / TOKENIZER_FILE, aside / TOKENIZER_FILE)


def _write_card(source: Path, aside: Path) -> None:
    settings = json.loads((source / "config.json").read_text(encoding="utf-8"))
    limits = json.loads((source / "sentence_bert_config.json").read_text(encoding="utf-8"))
    card = {
        "model_id": f"{weights_digest(source)}+int8",
        "dimension": settings["hidden_size"],
        "max_tokens": limits["max_seq_length"],
        "sha256": {
            name: hashlib.sha256((aside / name).read_bytes()).hexdigest() for name in (WEIGHTS_FILE, TOKENIZER_FILE)
        },
    }
    (aside / CARD_FILE).write_text(json.dumps(card, indent=2), encoding="utf-8")


def _check_against_reference(source: Path, aside: Path) -> None:
    reference = SentenceTransformerEncoder(str(source)).encode(PROBES)
    least = float((reference * OnnxEncoder(aside).encode(PROBES)).sum(axis=1).min())
    if not np.isfinite(least) or least < LEAST_COSINE:
        raise ModelMismatch(f"The int8 encoder strays from the reference: least cosine {least:.3f}.")


if __name__ == "__main__":
    export(sys.argv[1], Path(sys.argv[2]))
