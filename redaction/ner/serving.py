"""The trained network rearranged for serving: same numbers, fewer and larger multiplications.

The encoder's three projections become one, its scale goes into the weights, and the mask is added once.
"""

from typing import cast

import torch
from torch import nn
from torch.nn import functional
from transformers.models.bert.modeling_bert import BertLayer

from redaction.ner.network import NameNetwork

_FAR_BELOW = -1e4
"""Added to the attention on padding."""


class ServingLayer(nn.Module):  # type: ignore[misc]  # torch has no types here
    """One layer of the encoder; (texts, pieces, width) in and out."""

    def __init__(self, layer: BertLayer, heads: int) -> None:
        super().__init__()
        parts = layer.attention.self
        width = parts.query.weight.shape[0]
        self.heads, self.head_width = heads, width // heads
        scale = self.head_width**-0.5
        self.project = nn.Linear(width, 3 * width)
        self.project.weight = nn.Parameter(
            torch.cat([parts.query.weight * scale, parts.key.weight, parts.value.weight])
        )
        self.project.bias = nn.Parameter(torch.cat([parts.query.bias * scale, parts.key.bias, parts.value.bias]))
        self.merge, self.merge_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.widen, self.narrow = layer.intermediate.dense, layer.output.dense
        self.norm = layer.output.LayerNorm

    def forward(self, hidden: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        texts, pieces, width = hidden.shape
        parts = self.project(hidden).reshape(texts, pieces, 3, self.heads, self.head_width).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(parts[0] @ parts[1].transpose(-1, -2) + bias, dim=-1)
        seen = (weights @ parts[2]).transpose(1, 2).reshape(texts, pieces, width)
        hidden = self.merge_norm(hidden + self.merge(seen))
        return cast("torch.Tensor", self.norm(hidden + self.narrow(functional.gelu(self.widen(hidden)))))


class ServingNetwork(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Takes and gives what NameNetwork does."""

    def __init__(self, network: NameNetwork) -> None:
        super().__init__()
        encoder = network.encoder
        self.words, self.shape, self.head = encoder.embeddings.word_embeddings, network.shape, network.head
        places = encoder.embeddings.position_embeddings.weight + encoder.embeddings.token_type_embeddings.weight[0]
        self.places = nn.Parameter(places.detach())
        self.norm = encoder.embeddings.LayerNorm
        heads = encoder.config.num_attention_heads
        self.layers = nn.ModuleList(ServingLayer(layer, heads) for layer in encoder.encoder.layer)

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.norm(self.words(ids) + self.shape(shapes) + self.places[: ids.shape[1]])
        bias = (1.0 - mask.to(hidden.dtype))[:, None, None, :] * _FAR_BELOW
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return cast("torch.Tensor", self.head(hidden))
