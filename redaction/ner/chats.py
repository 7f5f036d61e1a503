"""Marked threads as runs, and how they are cut into training texts; the marks themselves are read by
`redaction.marked`.
"""

import random
import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from corpus.model.redaction import EntityKind
from redaction.marked import MarkedText, read_folder
from redaction.ner.runs import IGNORED, LABELS, OUTSIDE, Run, Runs, joined, lines_of, text_of

_LABEL_OF = {
    **{EntityKind(label): label for label in LABELS},
    EntityKind.ADDRESS: "LOCATION",
    **dict.fromkeys((EntityKind.EMAIL, EntityKind.PHONE, EntityKind.URL), IGNORED),
    **dict.fromkeys((EntityKind.HANDLE, EntityKind.TRACE), IGNORED),
}
"""A street address is a place to the model; what patterns find is left alone; all others are no names."""
_RENAMED = {
    EntityKind.PERSON,
    EntityKind.SCHOOL,
    EntityKind.DISTRICT,
    EntityKind.LOCATION,
    EntityKind.ADDRESS,
    EntityKind.ID,
}
_STAMP = re.compile(
    r"^(?:\[[^\]\n]{6,28}\] ?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f]?[AP]M)? - )"
)
_FORMS = {"bodies": 50, "with senders": 35, "export": 15}
"""How often a thread is cut in each form; bodies alone are what the redactor hands over."""
_ALONE = 0.33
"""Share of the cuts that hold one line only."""
_FEWEST, _MOST = 60, 420
"""Characters of the other cuts; the redactor's bundles are of that size."""


def read_chats(folder: Path, without: Sequence[str] = (), labels: Sequence[str] = LABELS) -> list[Runs]:
    """The marked threads of a folder but those whose names match one of `without`, such as "[a-g]7-*"."""
    read = (one for one in read_folder(folder) if not any(fnmatchcase(one.slug, pattern) for pattern in without))
    return [as_runs(marked, labels) for marked in read]


def as_runs(marked: MarkedText, labels: Sequence[str] = LABELS) -> Runs:
    """The whole text with a label on every mark that has one of `labels`."""
    runs: list[Run] = []
    here = 0
    for mark in marked.marks:
        label = _label(mark.kind, labels)
        fixed = mark.kind not in _RENAMED or label not in labels
        runs.append(Run(marked.text[here : mark.start]))
        runs.append(Run(marked.surface(mark), label, mark.entity, fixed))
        here = mark.end
    return tuple(run for run in (*runs, Run(marked.text[here:])) if run.text)


def _label(kind: EntityKind | None, labels: Sequence[str]) -> str:
    """A network that is not taught ids leaves them to the patterns; one that is not taught ages sees plain numbers."""
    label = OUTSIDE if kind is None else _LABEL_OF.get(kind, OUTSIDE)
    if label in LABELS and label not in labels:
        return IGNORED if kind is EntityKind.ID else OUTSIDE
    return label


def without_stamp(line: Runs) -> Runs:
    """A line of an export without the time stamp that it opens with."""
    stamp = _STAMP.match(line[0].text) if line and line[0].label == OUTSIDE else None
    if stamp is None:
        return line
    return tuple(run for run in (Run(line[0].text[stamp.end() :]), *line[1:]) if run.text)


def without_sender(line: Runs) -> Runs:
    """A line, its stamp gone already, without the "Name: " that it opens with."""
    if len(line) > 1 and line[0].label == "PERSON" and line[1].text.startswith(": "):
        return (Run(line[1].text[2:]), *line[2:])
    return line


def cut(runs: Runs, rng: random.Random) -> list[Runs]:
    """Texts of one to several lines that do not overlap and together hold the whole thread, in one of the forms."""
    lines = lines_of(runs)
    (form,) = rng.choices(list(_FORMS), list(_FORMS.values()))
    if form != "export":
        lines = [without_stamp(line) for line in lines]
    if form == "bodies":
        lines = [without_sender(line) for line in lines]
    bundles = [joined(bundle) for bundle in _bundles(lines, rng)]
    return [bundle for bundle in bundles if text_of(bundle).strip()]


def _bundles(lines: Sequence[Runs], rng: random.Random) -> list[list[Runs]]:
    bundles: list[list[Runs]] = [[]]
    room, length = _room(rng), 0
    for line in lines:
        here = len(text_of(line))
        if bundles[-1] and length + here > room:
            bundles.append([])
            room, length = _room(rng), 0
        bundles[-1].append(line)
        length += here
    return bundles


def _room(rng: random.Random) -> int:
    return 0 if rng.random() < _ALONE else rng.randint(_FEWEST, _MOST)
