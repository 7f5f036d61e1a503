"""Peers on the same texts: `python -m tests.benchmarks.redaction_peers [--open FOLDER] [--most N] [--spacy PATH] [FOLDER ...]`.

FOLDER: folders of marked texts, all kinds and slices. `--open`: the open sets (EWT, PUD, WNUT17), people only. Beside
ours: Presidio with its pattern recognisers, Presidio with the spaCy pipeline at PATH (`spacy_peer` trains one),
scrubadub where it is installed, and the prototype's published figures, which are of the open sets.

"Masked": every letter of a mention is covered, whatever it was taken for, with Wilson's interval; "+ 3": three more are
covered in part. Words a second of processor time on one core. Each has a process of its own; its start is the processor
time until it is ready, its memory the most it held, both with what this command imports for all (about 2 s, 100 MB).
"""

import argparse
import gzip
import json
import re
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from corpus.model.redaction import EntityKind, Span
from redaction.evaluation import Figures, Tally, evaluate
from redaction.marked import Mark, MarkedText, read_folder
from redaction.ner.open_sets import kept_organizations
from tests.benchmarks.peer_redactors import OURS, PATTERNS, PIPELINE, SCRUBADUB, started

OPEN = {"EWT test": "ewt_test", "PUD": "pud_test", "WNUT17 test": "wnut_test"}
PROTOTYPE = {"EWT test": "97.8 / 2.3", "PUD": "98.6 / 1.9", "WNUT17 test": "86.2 / 2.1"}
"""MiniLM at k=5, as published with the design; whole sets."""

_ACCOUNT = re.compile(r"(?<!\w)@\w+|https?:\S+|www\.\S+")


@dataclass(frozen=True)
class Measured:
    """One redactor on all sets, in the process that it was started in."""

    start: float
    """Seconds of processor time until it was ready."""
    memory: float
    """MB at most."""
    speed: dict[str, float]
    """Words a second, by set."""
    figures: dict[str, Figures]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redaction_peers", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="*")
    parser.add_argument("--open", type=Path, help="the folder of the open sets")
    parser.add_argument("--most", type=int, help="texts of each set, from its start")
    parser.add_argument("--spacy", help="path of a saved spaCy pipeline")
    chosen = parser.parse_args()
    sets = {folder.name: read_folder(folder)[: chosen.most] for folder in chosen.folder}
    of_people = {
        name: list(_open(chosen.open / f"{file}.jsonl.gz"))[: chosen.most] for name, file in OPEN.items() if chosen.open
    }
    measured = {name: _alone(name, chosen.spacy, sets | of_people) for name in _names(chosen.spacy)}
    for name in sets:
        print("\n".join(_table(name, measured)), end="\n\n")
    print("\n".join(_short_table(list(of_people), measured)))


def _names(pipeline: str | None) -> list[str]:
    """Who is compared; says who is not."""
    names = [OURS, PATTERNS, *([PIPELINE] if pipeline else []), *([SCRUBADUB] if find_spec(SCRUBADUB) else [])]
    for left_out in {PIPELINE, SCRUBADUB}.difference(names):
        print(f"left out: {left_out}, which is not {'given' if left_out == PIPELINE else 'installed'}")
    return names


def _alone(name: str, pipeline: str | None, sets: dict[str, list[MarkedText]]) -> Measured:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, name, pipeline, sets).result()


def measure(name: str, pipeline: str | None, sets: dict[str, list[MarkedText]]) -> Measured:
    """Everything about one redactor, in this process."""
    find = started(name, pipeline)
    start = process_time()
    figures: dict[str, Figures] = {}
    speed: dict[str, float] = {}
    for title, texts in sets.items():
        seconds = 0.0

        def spans(marked: MarkedText) -> Sequence[Span]:
            nonlocal seconds
            began = process_time()
            found = find(marked.text)
            seconds += process_time() - began
            return [Span(first, last, EntityKind.PERSON) for first, last in found]

        figures[title] = evaluate(texts, spans)
        speed[title] = figures[title].words / max(seconds, 1e-9)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(start, memory, speed, figures)


def _table(title: str, measured: dict[str, Measured]) -> list[str]:
    """All that was counted on one set, a redactor a column."""
    ours = measured[OURS].figures[title]
    rows = [(f"{name} masked", tally.of, _masked(title, name, measured)) for name, tally in sorted(ours.masked.items())]
    rows += [
        (f"{name} entities", tally.of, [_share(one.figures[title].entities[name]) for one in measured.values()])
        for name, tally in sorted(ours.entities.items())
    ]
    rows += [
        (what, getattr(ours, field).of, [_share(getattr(one.figures[title], field)) for one in measured.values()])
        for what, field in (
            ("texts wholly hidden", "texts_hidden"),
            ("over-mask", "over_mask"),
            ("keep-words violated", "keep_violated"),
        )
    ]
    rows.append(("words a second", ours.words, [f"{one.speed[title]:,.0f}" for one in measured.values()]))
    rows += [
        ("start, s", 0, [f"{one.start:.1f}" for one in measured.values()]),
        ("memory at most, MB", 0, [f"{one.memory:.0f}" for one in measured.values()]),
    ]
    return [_line(title, "n", list(measured)), *(_line(what, f"{of or ''}", cells) for what, of, cells in rows)]


def _short_table(titles: list[str], measured: dict[str, Measured]) -> list[str]:
    """People of the open sets: masked % / over-mask %, the prototype last."""
    rows = [
        _line(
            title,
            f"{_people(measured[OURS].figures[title]).of}",
            [_both(one.figures[title]) for one in measured.values()] + [PROTOTYPE[title]],
        )
        for title in titles
    ]
    return [_line("PERSON masked % / over-mask %", "n", [*measured, "prototype"]), *rows] if rows else []


def _line(what: str, of: str, cells: Sequence[str]) -> str:
    return f"{what:34}{of:>7}" + "".join(f"{cell:>26}" for cell in cells)


def _masked(title: str, name: str, measured: dict[str, Measured]) -> list[str]:
    every = [one.figures[title] for one in measured.values()]
    return [_share(figures.masked[name]) + f" + {figures.partial[name]}" for figures in every]


def _share(tally: Tally) -> str:
    low, high = tally.interval
    return f"{_percent(tally)} ({100 * low:.1f}-{100 * high:.1f})"


def _both(figures: Figures) -> str:
    return f"{_share(_people(figures))} / {_percent(figures.over_mask)}"


def _people(figures: Figures) -> Tally:
    return figures.masked.get("PERSON", Tally())


def _percent(tally: Tally) -> str:
    return f"{100 * tally.hit / tally.of:.1f}" if tally.of else "-"


def _open(path: Path) -> Iterator[MarkedText]:
    """People without handles, as in the prototype's table; other names, handles and addresses of pages may be hidden and
    count for nothing. Dates, counts and ids, which these sets don't mark, count as over-masked.
    """
    kept = kept_organizations()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, record in enumerate(map(json.loads, file)):
            text = record["text"]
            marks = [
                Mark(start, end, _kind(text, start, label), f"{label}{number}-{start}")
                for start, end, label in record["spans"]
                if label == "PERSON" or text[start:end].lower() not in kept
            ]
            marks += [
                Mark(*one.span(), EntityKind.HANDLE, f"{number}-{one.start()}") for one in _ACCOUNT.finditer(text)
            ]
            yield MarkedText(f"{path.name}-{number}", {}, text, tuple(marks))


def _kind(text: str, start: int, label: str) -> EntityKind:
    is_handle = "@" in text[max(0, start - 1) : start + 1]
    return EntityKind.PERSON if label == "PERSON" and not is_handle else EntityKind.ORGANIZATION


if __name__ == "__main__":
    main()
