"""Training texts as tensors: pieces, shapes and classes, in batches of like length and a steady number of pieces."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from redaction.ner.features import CLOSING, OPENING, Pieces, piece_id, pieces_of
from redaction.ner.network import CLASSES
from redaction.ner.runs import IGNORED, Runs, offsets, text_of

MOST_PIECES = 126
"""Pieces of one training text, the marks at its ends not counted; what is longer goes on as a text of its own."""
_SKIP = -100
_CLASS = {name: number for number, name in enumerate(CLASSES)}


@dataclass(frozen=True)
class Example:
    ids: list[int]
    shapes: list[int]
    classes: list[int]


@dataclass(frozen=True)
class Batch:
    """All tensors (texts, pieces), of integers; `classes` holds -100 where there is nothing to learn."""

    ids: torch.Tensor
    shapes: torch.Tensor
    mask: torch.Tensor
    classes: torch.Tensor


def examples_of(tokenizer: Tokenizer, texts: Sequence[Runs]) -> list[Example]:
    opening, closing = piece_id(tokenizer, OPENING), piece_id(tokenizer, CLOSING)
    examples: list[Example] = []
    for runs, pieces in zip(texts, pieces_of(tokenizer, [text_of(runs) for runs in texts]), strict=True):
        classes = classes_of(runs, pieces)
        for start in range(0, len(classes), MOST_PIECES):
            part = slice(start, start + MOST_PIECES)
            examples.append(
                Example(
                    [opening, *pieces.ids[part], closing],
                    [0, *pieces.shapes[part], 0],
                    [_SKIP, *classes[part], _SKIP],
                )
            )
    return examples


def classes_of(runs: Runs, pieces: Pieces) -> list[int]:
    """The class of every piece: B for the first of a span, I for the others."""
    classes = [0] * len(pieces.ids)
    spans = offsets(runs)
    at = 0
    for place, (start, end) in enumerate(pieces.offsets):
        while at < len(spans) and spans[at].end <= start:
            at += 1
        if at == len(spans) or spans[at].start >= end:
            continue
        span = spans[at]
        if span.label == IGNORED:
            classes[place] = _SKIP
        else:
            opens = place == 0 or pieces.offsets[place - 1][1] <= span.start
            classes[place] = _CLASS[f"{'B' if opens else 'I'}-{span.label}"]
    return classes


def batches_of(examples: Sequence[Example], pieces: int, rng: random.Random, padding: int = 0) -> Iterator[Batch]:
    """All examples once in random order of batches; a batch holds about `pieces` pieces, padding counted."""
    order = sorted(range(len(examples)), key=lambda place: (len(examples[place].ids), rng.random()))
    groups: list[list[int]] = [[]]
    for place in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(examples[place].ids) > pieces:
            groups.append([])
        groups[-1].append(place)
    rng.shuffle(groups)
    for group in groups:
        yield _padded([examples[place] for place in group], padding)


def _padded(examples: list[Example], padding: int) -> Batch:
    longest = max(len(example.ids) for example in examples)

    def rows(values: list[list[int]], fill: int) -> torch.Tensor:
        return torch.tensor([row + [fill] * (longest - len(row)) for row in values])

    return Batch(
        rows([example.ids for example in examples], padding),
        rows([example.shapes for example in examples], 0),
        rows([[1] * len(example.ids) for example in examples], 0),
        rows([example.classes for example in examples], _SKIP),
    )
