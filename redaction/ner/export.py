"""Turns checkpoints into the weights that ship: `python -m redaction.ner.export --help`.

The mean of several that grew from one another first (Wortsman et al. 2022, "Model soups"), then ONNX, then eight-bit
integers per channel; the card is written last, with the hashes of both files.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from redaction.ner.model_card import MODEL_FILE, TOKENIZER_FILE, ModelCard, write_card
from redaction.ner.network import NameNetwork, from_checkpoints
from redaction.ner.runs import LABELS
from redaction.ner.serving import ServingNetwork
from redaction.ner.train import pretrained_folder


def export(network: NameNetwork, folder: Path, version: str, dial: dict[str, float]) -> None:
    """Writes model, tokenizer and card into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside:
        exact = Path(aside) / "exact.onnx"
        write_onnx(network, exact)
        quantize_dynamic(exact, folder / MODEL_FILE, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    shutil.copyfile(pretrained_folder() / "tokenizer.json", folder / TOKENIZER_FILE)
    write_card(folder, ModelCard(version, LABELS, dial))


def write_onnx(network: NameNetwork, path: Path) -> None:
    """The network in full precision; texts and pieces are free dimensions."""
    serving = ServingNetwork(network).eval()
    ids, shapes, mask = (torch.ones((2, 16), dtype=torch.int64) for _ in range(3))
    free = {0: torch.export.Dim("texts"), 1: torch.export.Dim("pieces", max=512)}
    program = torch.onnx.export(
        serving,
        (ids, shapes, mask),
        input_names=["ids", "shapes", "mask"],
        output_names=["logits"],
        dynamic_shapes=(free, free, free),
        dynamo=True,
    )
    if program is None:
        raise RuntimeError("the exporter gave nothing back")
    onnx.save_model(program.model_proto, str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True, help="several are averaged")
    parser.add_argument("--share", type=float, nargs="+", help="of each checkpoint in the mean; even if not given")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--dial", nargs="*", default=[], metavar="LABEL=ODDS", help="1 for every label not named")
    arguments = parser.parse_args()
    named = dict(choice.split("=") for choice in arguments.dial)
    dial = {label: float(named.get(label, 1.0)) for label in LABELS}
    shares = arguments.share or [1.0] * len(arguments.checkpoint)
    network = from_checkpoints(arguments.checkpoint, shares, pretrained_folder())
    export(network, arguments.out, arguments.version, dial)


if __name__ == "__main__":
    main()
