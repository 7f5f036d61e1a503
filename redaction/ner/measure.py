"""Prints how well weights mask: `python -m redaction.ner.measure --help`.

Open sets and marked threads, for any number of dials at once; figures only, never a text.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redaction.ner.chats import read_chats, without_sender, without_stamp
from redaction.ner.decoding import Reading
from redaction.ner.masking import masking
from redaction.ner.name_model import NameModel
from redaction.ner.noise import lower_case
from redaction.ner.open_sets import read_open
from redaction.ner.runs import IGNORED, LABELS, Labelled, Runs, joined, lines_of, offsets, text_of

OPEN_SETS = ("ewt_dev", "btc_dev", "wnut_dev", "ewt_test", "btc_test", "wnut_test", "pud_test", "presidio_test")

_BETWEEN_MESSAGES = "\n \n"
"""As the redactor hands a discussion over."""


@dataclass(frozen=True)
class MeasuredSet:
    name: str
    texts: list[str]
    gold: list[list[Labelled]]

    @classmethod
    def of(cls, name: str, runs: Sequence[Runs]) -> "MeasuredSet":
        return cls(name, [text_of(text) for text in runs], [offsets(text) for text in runs])


def open_set(data: Path, name: str) -> list[MeasuredSet]:
    """The set as given, handles left out of the count as in the prototype's table; the English Web Treebank in
    lower case as well.
    """
    runs = [without_handles(text) for text in read_open(data / f"{name}.jsonl.gz", all_organizations=True)]
    sets = [MeasuredSet.of(name, runs)]
    if name.startswith("ewt"):
        sets.append(MeasuredSet.of(f"{name} lower", [lower_case(text) for text in runs]))
    return sets


def without_handles(runs: Runs) -> Runs:
    """Handles neither mentions nor other words: patterns find them."""
    before = ("", *(run.text for run in runs))
    return tuple(
        replace(run, label=IGNORED) if run.label == "PERSON" and "@" in before[place][-2:] + run.text[:1] else run
        for place, run in enumerate(runs)
    )


def thread_sets(folder: Path) -> list[MeasuredSet]:
    """The threads of a folder whole, line by line, in lower case, and the message bodies without senders."""
    threads = [joined([without_stamp(line) for line in lines_of(thread)]) for thread in read_chats(folder)]
    lines = [line for thread in threads for line in lines_of(thread) if line]
    bodies = [body for body in map(without_sender, lines) if body]
    together = [joined(map(without_sender, lines_of(thread)), _BETWEEN_MESSAGES) for thread in threads]
    return [
        MeasuredSet.of("threads whole", threads),
        MeasuredSet.of("threads by line", lines),
        MeasuredSet.of("threads whole, lower", [lower_case(thread) for thread in threads]),
        MeasuredSet.of("bodies together", together),
        MeasuredSet.of("bodies together, lower", [lower_case(text) for text in together]),
        MeasuredSet.of("bodies by line", bodies),
        MeasuredSet.of("bodies by line, lower", [lower_case(body) for body in bodies]),
    ]


def rows(measured: MeasuredSet, readings: Sequence[Reading], dial: dict[str, float]) -> str:
    """One line of the table: masked % (n) for each label that the set holds, and over-mask %."""
    found = [reading.spans(dial) for reading in readings]
    cells = []
    for label in LABELS:
        counts = masking(measured.texts, measured.gold, found, {label})
        if counts.mentions:
            own = masking(measured.texts, measured.gold, found, {label}, by={label})
            cells.append(f"{label} {100 * counts.recall:.1f} (own {100 * own.recall:.1f}, n {counts.mentions})")
    people = masking(measured.texts, measured.gold, found, {"PERSON"}, by={"PERSON"})
    over = masking(measured.texts, measured.gold, found, set()).over_mask
    return f"{' '.join(cells)} over {100 * over:.2f} (own PERSON {100 * people.over_mask:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=Path, help="a folder of marked threads")
    parser.add_argument("--sets", nargs="*", default=list(OPEN_SETS))
    parser.add_argument("--dials", nargs="*", type=float, default=[], help="for all labels; none: that of the card")
    arguments = parser.parse_args()
    model = NameModel.load(arguments.weights)
    sets = [measured for name in arguments.sets for measured in open_set(arguments.data, name)]
    if arguments.threads:
        sets += thread_sets(arguments.threads)
    for measured in sets:
        readings = model.read(measured.texts)
        for dial in arguments.dials:
            print(f"{measured.name} k={dial:g}: {rows(measured, readings, dict.fromkeys(LABELS, dial))}", flush=True)
        if not arguments.dials:
            print(f"{measured.name}: {rows(measured, readings, dict(model.card.dial))}", flush=True)


if __name__ == "__main__":
    main()
