"""The open sets of `../shared/ner` as runs, their labels brought to the model's; chats are in `chats.py`."""

import gzip
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from redaction.ner.runs import IGNORED, LABELS, OUTSIDE, Runs, from_offsets

_LABELS = {"PERSON": "PERSON", "LOC": "LOCATION", "ORG": "ORGANIZATION", "SCHOOL": "SCHOOL"}
_NUMBERS = {"ID", "AGE"}
"""Labels of numbers, of which the open sets say nothing."""
_NUMBER = re.compile(r"\S*\d\S*")
_DISTRICT = re.compile(r"\b(?:school district|public schools|unified|isd|usd)\b", re.IGNORECASE)


@cache
def kept_organizations() -> frozenset[str]:
    """Nation-wide names that the product keeps, lower case: the open sets may not teach the model to mask them."""
    return frozenset((Path(__file__).parent / "lists" / "kept_organizations.txt").read_text("utf-8").splitlines())


def read_open(path: Path, *, all_organizations: bool = False, labels: Sequence[str] = LABELS) -> list[Runs]:
    """One set of `{"text", "spans"}` lines, every record one text.

    With `all_organizations` those that the product keeps are labelled too, as the sets' authors meant; without, for
    training, numbers are left alone where they are among the `labels` to be learnt.
    """
    texts: list[Runs] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            text = record["text"]
            spans = [(start, end, _label(text[start:end], label)) for start, end, label in record["spans"]]
            if not all_organizations:
                spans = [span for span in spans if not _is_kept(text[span[0] : span[1]], span[2])]
                unsaid = _NUMBER.finditer(text) if _NUMBERS.intersection(labels) else ()
                spans += [(*found.span(), IGNORED) for found in unsaid]
            texts.append(from_offsets(text, spans))
    return texts


def _label(text: str, label: str) -> str:
    return "DISTRICT" if label in ("ORG", "SCHOOL") and _DISTRICT.search(text) else _LABELS.get(label, OUTSIDE)


def _is_kept(text: str, label: str) -> bool:
    return label == "ORGANIZATION" and text.lower().removeprefix("the ").strip() in kept_organizations()
