"""The network: a small encoder over word pieces and case shapes, and a layer that labels each piece.

Training only; the serving side runs its export.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import torch
from torch import nn
from transformers import BertConfig, BertModel

from redaction.ner.features import SHAPES
from redaction.ner.runs import LABELS

CLASSES = ("O", *(f"{mark}-{label}" for label in LABELS for mark in "BI"))
"""Output classes in order."""
_UNLIKELY = -4.0
"""Bias of a class that no checkpoint knows."""


class NameNetwork(nn.Module):  # type: ignore[misc]  # torch has no types here
    """`forward` takes ids and shapes, both (texts, pieces), mask of the same shape with 1 for a piece, and
    gives logits (texts, pieces, classes).
    """

    def __init__(self, config: BertConfig, labels: Sequence[str] = LABELS) -> None:
        """`labels`: those that it tells apart, the first ones of all."""
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.shape = nn.Embedding(SHAPES, config.hidden_size)
        nn.init.normal_(self.shape.weight, std=0.01)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(config.hidden_size, 1 + 2 * len(labels))

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        words = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return cast("torch.Tensor", self.head(self.dropout(hidden)))


def from_pretrained(folder: Path, labels: Sequence[str] = LABELS) -> NameNetwork:
    """A fresh network over the pretrained encoder of that folder."""
    config = _config(folder)
    network = NameNetwork(config, labels)
    network.encoder = BertModel.from_pretrained(
        folder, config=config, add_pooling_layer=False, attn_implementation="sdpa"
    )
    return network


def from_checkpoint(path: Path, folder: Path, labels: Sequence[str] = LABELS) -> NameNetwork:
    """The network saved at `path`; `folder` gives the encoder's configuration."""
    return from_checkpoints([path], [1.0], folder, labels)


def from_checkpoints(
    paths: Sequence[Path], shares: Sequence[float], folder: Path, labels: Sequence[str] = LABELS
) -> NameNetwork:
    """The mean of the networks saved at `paths`, each with its share; ValueError where not each has one."""
    saved = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    network = NameNetwork(_config(folder), labels)
    mean = {
        name: _mean([one[name] for one in saved], shares, rows.shape[0]) for name, rows in network.state_dict().items()
    }
    network.load_state_dict(mean)
    return network


def _mean(saved: Sequence[torch.Tensor], shares: Sequence[float], rows: int) -> torch.Tensor:
    """Of those that have a row: a network that was saved before a label came has none for it. A row that nobody has
    says "not that".
    """
    mean = torch.zeros((rows, *saved[0].shape[1:]))
    first = 0
    for last in sorted({len(weights) for weights in saved}):
        held = [(w[first:last], share) for w, share in zip(saved, shares, strict=True) if len(w) >= last]
        mean[first:last] = sum(weights * share for weights, share in held) / sum(share for _, share in held)
        first = last
    if mean.dim() == 1 and first < rows:
        mean[first:] = _UNLIKELY
    return mean


def _config(folder: Path) -> BertConfig:
    config = BertConfig.from_pretrained(folder)
    config.hidden_dropout_prob = 0.0
    config.attention_probs_dropout_prob = 0.0
    return config
