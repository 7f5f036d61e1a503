"""Peers on the same texts: `python -m tests.benchmarks.redaction_peers [--open FOLDER] [--most N] [--spacy PATH] [FOLDER ...]`.

FOLDER: folders of marked texts. `--open`: the open sets (EWT, PUD, WNUT17). One table: PERSON masked % / over-mask %,
for ours, Presidio with its pattern recognisers, Presidio with a spaCy pipeline given by path, scrubadub where it is
installed, and the prototype's published figures. Nothing asks the network.
"""

import argparse
import gzip
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import presidio_analyzer.predefined_recognizers  # noqa: F401  # whole, before the redactor imports Presidio without them

from corpus.model.redaction import EntityKind
from redaction.evaluation import Tally
from redaction.marked import read_folder
from redaction.ner.open_sets import kept_organizations

Ranges = list[tuple[int, int]]
Finder = Callable[[str], Ranges]
OPEN = {"EWT test": "ewt_test", "PUD": "pud_test", "WNUT17 test": "wnut_test"}
PROTOTYPE = {"EWT test": "97.8 / 2.3", "PUD": "98.6 / 1.9", "WNUT17 test": "86.2 / 2.1"}
"""MiniLM at k=5, as published with the design; whole sets."""


@dataclass(frozen=True)
class Scored:
    """A text, its people, and whatever else may be hidden without counting as over-masked."""

    text: str
    people: Ranges
    aside: Ranges


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.redaction_peers", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="*")
    parser.add_argument("--open", type=Path, help="the folder of the open sets")
    parser.add_argument("--most", type=int, help="records of each open set, from its start")
    parser.add_argument("--spacy", help="path of a saved spaCy pipeline")
    chosen = parser.parse_args()
    sets = {folder.name: _marked(folder) for folder in chosen.folder}
    if chosen.open:
        sets |= {name: _open(chosen.open / f"{file}.jsonl.gz", chosen.most) for name, file in OPEN.items()}
    print(f"{'PERSON masked % / over-mask %':34}" + "".join(f"{name:>24}" for name in sets))
    for name, finder in _finders(chosen.spacy).items():
        print(f"{name:34}" + "".join(f"{_score(finder, texts):>24}" for texts in sets.values()), flush=True)
    print(f"{'prototype (published)':34}" + "".join(f"{PROTOTYPE.get(name, '-'):>24}" for name in sets))


def _finders(pipeline: str | None) -> dict[str, Finder]:
    finders = {"Precedent": _ours(), "Presidio, patterns only": _presidio(_blank())}
    if pipeline:
        finders["Presidio with the spaCy pipeline"] = _presidio(pipeline)
    try:
        import scrubadub
    except ImportError:
        return finders
    scrubber = scrubadub.Scrubber()
    finders["scrubadub"] = lambda text: [(filth.beg, filth.end) for filth in scrubber.iter_filth(text)]
    return finders


def _ours() -> Finder:
    from redaction.redactor import build_redactor

    redactor = build_redactor()
    return lambda text: [(span.start, span.end) for span in redactor.spans(text)]


def _presidio(path: str) -> Finder:
    """Presidio as its documentation sets it up, on a pipeline at `path`."""
    import tldextract

    tldextract.extract = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())  # or it asks the network
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.extract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "en", "model_name": path}]
    engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
    return lambda text: [(found.start, found.end) for found in analyzer.analyze(text, "en")]


def _blank() -> str:
    """A saved pipeline that only splits words: Presidio takes a path, and never downloads what is there."""
    import spacy

    folder = tempfile.mkdtemp()
    spacy.blank("en").to_disk(folder)
    return folder


def _marked(folder: Path) -> list[Scored]:
    return [
        Scored(
            marked.text,
            [(mark.start, mark.end) for mark in marked.marks if mark.kind is EntityKind.PERSON],
            [(mark.start, mark.end) for mark in marked.marks if mark.kind],
        )
        for marked in read_folder(folder)
    ]


def _open(path: Path, most: int | None) -> list[Scored]:
    """People without handles, as in the prototype's table; other names may be hidden."""
    texts = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, list(file)[:most]):
            text = record["text"]
            named = [(start, end) for start, end, label in record["spans"] if label == "PERSON"]
            people = [(start, end) for start, end in named if "@" not in text[max(0, start - 1) : start + 1]]
            kept = kept_organizations()
            aside = [(start, end) for start, end, _ in record["spans"] if text[start:end].lower() not in kept]
            texts.append(Scored(text, people, aside))
    return texts


def _score(find: Finder, texts: list[Scored]) -> str:
    masked, over = Tally(), Tally()
    for scored in texts:
        covered, aside = _cover(scored.text, find(scored.text)), _cover(scored.text, scored.aside)
        for start, end in scored.people:
            masked.add(all(covered[at] for at in range(start, end) if scored.text[at].isalnum()))
        at = 0
        for word in scored.text.split():
            at = scored.text.index(word, at)
            if not any(aside[at : at + len(word)]) and any(map(str.isalnum, word)):
                over.add(any(covered[at : at + len(word)]))
            at += len(word)
    return f"{_percent(masked)} / {_percent(over)} ({masked.of})"


def _percent(tally: Tally) -> str:
    return f"{100 * tally.hit / tally.of:.1f}" if tally.of else "-"


def _cover(text: str, ranges: Ranges) -> bytearray:
    covered = bytearray(len(text))
    for start, end in ranges:
        covered[start:end] = b"\1" * (end - start)
    return covered


if __name__ == "__main__":
    main()
