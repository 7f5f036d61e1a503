"""The machine-read half of the model card: `card.json`, with the hashes of the weights and the recall dial."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from corpus.errors import ModelMismatch

CARD_FILE, MODEL_FILE, TOKENIZER_FILE = "card.json", "model.onnx", "tokenizer.json"


@dataclass(frozen=True)
class ModelCard:
    version: str
    labels: tuple[str, ...]
    dial: Mapping[str, float]
    """Odds multiplier of every label against "no name"; above 1 finds more and masks more."""
    sha256: Mapping[str, str] = field(default_factory=dict)
    """File name to hash, lower-case hexadecimal."""


def read_card(folder: Path) -> ModelCard:
    """The card of that folder, its files checked; raises ModelMismatch where card or files don't agree."""
    try:
        fields = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
        card = ModelCard(fields["version"], tuple(fields["labels"]), fields["dial"], fields["sha256"])
        missing = [label for label in card.labels if label not in card.dial]
        wrong = [name for name in (MODEL_FILE, TOKENIZER_FILE) if sha256_of(folder / name) != card.sha256[name]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelMismatch("The name model's card or weights can't be read; install them again.") from error
    if missing:
        raise ModelMismatch("The name model's card lacks the dial of a label; install it again.")
    if wrong:
        raise ModelMismatch(f"The name model's {wrong[0]} is not the one that its card names; install it again.")
    return card


def write_card(folder: Path, card: ModelCard) -> ModelCard:
    """Write the card with the hashes of the files that lie in the folder now; gives it back so completed."""
    hashes = {name: sha256_of(folder / name) for name in (MODEL_FILE, TOKENIZER_FILE)}
    complete = ModelCard(card.version, card.labels, dict(card.dial), hashes)
    (folder / CARD_FILE).write_text(json.dumps(asdict(complete), indent=2) + "\n", encoding="utf-8")
    return complete


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
