"""The quick encoder: int8 weights run by onnxruntime, no torch. Reads what `onnx_export` writes."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.errors import ModelMismatch

CARD_FILE = "card.json"
WEIGHTS_FILE = "encoder.int8.onnx"
TOKENIZER_FILE = "tokenizer.json"
_SLOWER = ["SkipLayerNormFusion"]
"""The fused kernel is not vectorised: a tenth of the time goes with it."""


class OnnxEncoder:
    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Raises ModelMismatch when a file in `folder` is not the one that the card names, or there is no card."""
        card = _verified_card(folder)
        self.model_id = str(card["model_id"])
        self.dimension = int(card["dimension"])
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.enable_truncation(int(card["max_tokens"]))
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it holds on to a dozen MB and saves no time
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / WEIGHTS_FILE), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
        except Exception as error:  # the runtime has no error family of its own
            raise ModelMismatch("The encoder's weights can't be loaded; delete their folder to export them.") from error

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See Embedder.encode. One text at a time: int8 scales depend on the batch, and so would the vectors."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            vectors[place] = self._encode(text)
        return vectors

    def known_words(self) -> frozenset[str]:
        """See Embedder.known_words."""
        return whole_words(self._tokenizer.get_vocab())

    def _encode(self, text: str) -> NDArray[np.float32]:
        """Mean over the word pieces, length 1; shape (dimension,)."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        (pieces,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        pooled = pieces[0].mean(axis=0)
        unit: NDArray[np.float32] = pooled / np.linalg.norm(pooled)
        return unit


def whole_words(vocabulary: Iterable[str]) -> frozenset[str]:
    """Word pieces that are whole words of letters; pieces that continue a word begin with "##"."""
    return frozenset(piece for piece in vocabulary if piece.isalpha() and piece.islower())


def _verified_card(folder: Path) -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
        digests: dict[str, str] = card["sha256"]
    except (OSError, ValueError, LookupError, TypeError):
        raise ModelMismatch("The encoder's card can't be read; delete its folder to export it anew.") from None
    for name, digest in digests.items():
        with (folder / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                raise ModelMismatch(
                    f"The encoder file {name} is not the one its card names; delete its folder to export it anew."
                )
    return card
