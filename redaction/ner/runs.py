"""A labelled text as a row of runs, the form in which training texts are renamed, garbled and cut.

Runs make every change of length harmless: no offset exists until `offsets` is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

LABELS = ("PERSON", "SCHOOL", "DISTRICT", "LOCATION", "ORGANIZATION", "ID", "AGE")
"""What the name model tells apart; the order is that of its output, and what is new stands last."""
OUTSIDE = "O"
IGNORED = "?"
"""Neither rewarded nor punished in training: a pattern recogniser's business."""


@dataclass(frozen=True)
class Run:
    text: str
    label: str = OUTSIDE
    entity: str = ""
    """Runs of one text with the same entity name the same somebody."""
    fixed: bool = False
    """True where the wording must survive renaming, such as a keep-word."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Labelled:
    """A half-open range of characters with its label."""

    start: int
    end: int
    label: str
    entity: str = ""


def from_offsets(text: str, spans: Iterable[tuple[int, int, str]]) -> Runs:
    """Cut `text` at the spans; of overlapping spans the first to start stays."""
    runs: list[Run] = []
    here = 0
    for start, end, label in sorted(spans):
        if start < here or end <= start:
            continue
        runs.append(Run(text[here:start]))
        runs.append(Run(text[start:end], label, entity=f"{label} {text[start:end].lower()}"))
        here = end
    return tuple(run for run in (*runs, Run(text[here:])) if run.text)


def text_of(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def offsets(runs: Sequence[Run]) -> list[Labelled]:
    """The labelled spans of `text_of(runs)`, IGNORED ones included."""
    spans: list[Labelled] = []
    here = 0
    for run in runs:
        if run.label != OUTSIDE:
            spans.append(Labelled(here, here + len(run.text), run.label, run.entity))
        here += len(run.text)
    return spans


def lines_of(runs: Sequence[Run]) -> list[Runs]:
    """Cut at line ends; the newline belongs to neither line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=part)] for part in more)
    return [tuple(run for run in line if run.text) for line in lines]


def joined(lines: Iterable[Runs], separator: str = "\n") -> Runs:
    """The lines as one text again."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        if number:
            runs.append(Run(separator))
        runs.extend(line)
    return tuple(runs)
