import gzip
import json
from pathlib import Path

import pytest

from redaction.ner.open_sets import kept_organizations, read_open
from redaction.ner.runs import IGNORED, LABELS

TEXT = "Ana saw it on TikTok, then the FBI and Elm Unified and Acme came to Yale in Ohio."
SPANS = [
    ("Ana", "PERSON"),
    ("TikTok", "ORG"),
    ("the FBI", "ORG"),
    ("Elm Unified", "ORG"),
    ("Acme", "ORG"),
    ("Yale", "SCHOOL"),
    ("Ohio", "LOC"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    spans = [[TEXT.index(surface), TEXT.index(surface) + len(surface), label] for surface, label in SPANS]
    with gzip.open(tmp_path / "set.jsonl.gz", "wt") as file:
        file.write(json.dumps({"text": TEXT, "spans": spans}) + "\n")
    return tmp_path / "set.jsonl.gz"


def test_labels_are_brought_to_the_models(path):
    (runs,) = read_open(path, all_organizations=True)
    assert [(run.text, run.label) for run in runs if run.entity] == [
        ("Ana", "PERSON"), ("TikTok", "ORGANIZATION"), ("the FBI", "ORGANIZATION"), ("Elm Unified", "DISTRICT"),
        ("Acme", "ORGANIZATION"), ("Yale", "SCHOOL"), ("Ohio", "LOCATION"),
    ]  # fmt: skip


def test_what_the_product_keeps_is_no_name_in_training(path):
    (runs,) = read_open(path)
    assert [run.text for run in runs if run.label == "ORGANIZATION"] == ["Acme"]


def test_numbers_teach_nothing_where_nobody_marked_them(tmp_path):
    with gzip.open(tmp_path / "set.jsonl.gz", "wt") as file:
        file.write(json.dumps({"text": "Ana, room 12-B, at 8", "spans": [[0, 3, "PERSON"]]}) + "\n")
    (runs,) = read_open(tmp_path / "set.jsonl.gz")
    assert [run.text for run in runs if run.label == IGNORED] == ["12-B,", "8"]
    (as_meant,) = read_open(tmp_path / "set.jsonl.gz", all_organizations=True)
    assert not [run for run in as_meant if run.label == IGNORED]
    (of_names_alone,) = read_open(tmp_path / "set.jsonl.gz", labels=LABELS[:5])
    assert not [run for run in of_names_alone if run.label == IGNORED]


def test_the_kept_are_lower_case():
    assert all(name == name.lower() for name in kept_organizations())
