"""Mixes checkpoints of one line of training into one: `python -m redaction.ner.mixing --help`.

The weighted mean of a network before and after further training keeps most of what either knows
(Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

Weights = Mapping[str, torch.Tensor]


def mixed(parts: Sequence[tuple[Weights, float]]) -> dict[str, torch.Tensor]:
    """The mean of the checkpoints' weights by share; whole-number buffers come from the first."""
    total = sum(share for _, share in parts)
    first, _ = parts[0]
    return {
        name: torch.stack([weights[name] * (share / total) for weights, share in parts]).sum(dim=0)
        if tensor.is_floating_point()
        else tensor
        for name, tensor in first.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", metavar="CHECKPOINT=SHARE")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    named = [part.rpartition("=") for part in arguments.parts]
    torch.save(mixed([(torch.load(path, weights_only=True), float(share)) for path, _, share in named]), arguments.out)


if __name__ == "__main__":
    main()
