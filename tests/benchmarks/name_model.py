"""The name model as shipped, beside the prototype; `python -m tests.benchmarks.name_model [--threads FOLDER]`.

PERSON masked % / over-mask % on the open test sets, every label on the marked threads of a folder, words a second on
one core, load time and memory. Prints figures only, never a text.
"""

import argparse
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from redaction.ner.masking import masking
from redaction.ner.measure import MeasuredSet, open_set, thread_sets
from redaction.ner.name_model import NameModel
from redaction.ner.runs import LABELS

ROOT = Path(__file__).resolve().parents[2]
OPEN_SETS = ("ewt_test", "btc_test", "wnut_test", "pud_test", "presidio_test")
PROTOTYPE = {
    "ewt_test": "97.8 / 2.3", "ewt_test lower": "95.8 / 1.6", "btc_test": "87.5 / 2.4", "wnut_test": "86.2 / 2.1",
    "pud_test": "98.6 / 1.9", "presidio_test": "98.8 / 2.5",
}  # fmt: skip
"""At k = 5, from the design's table."""
REPEATS = 3


def figures(model: NameModel, measured: MeasuredSet, label: str) -> str:
    """Masked % with Wilson's interval and over-mask %; any label masks, every word outside of gold counts as other."""
    counts = masking(measured.texts, measured.gold, model.spans(measured.texts), {label})
    low, high = (100 * bound for bound in counts.interval)
    return (
        f"{100 * counts.recall:.1f} / {100 * counts.over_mask:.1f}  "
        f"(n {counts.mentions}, 95 % interval {low:.1f} to {high:.1f})"
    )


def words_a_second(model: NameModel, texts: Sequence[str]) -> float:
    """Words between spaces in a second of processor time; the best of several runs."""
    words, best = sum(len(text.split()) for text in texts), float("inf")
    for _ in range(REPEATS):
        began = time.process_time()
        model.spans(texts)
        best = min(best, time.process_time() - began)
    return words / best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "ner")
    parser.add_argument("--threads", type=Path, default=ROOT / "redaction" / "ner" / "threads" / "tune")
    arguments = parser.parse_args()
    began = time.perf_counter()
    model = NameModel.load()
    loaded = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"version {model.card.version}, dial {dict(model.card.dial)}, loaded in {loaded:.2f} s, {memory:.0f} MB in all"
    )
    for measured in (each for name in OPEN_SETS for each in open_set(arguments.data, name)):
        print(f"{measured.name} PERSON: {figures(model, measured, 'PERSON')}; prototype {PROTOTYPE[measured.name]}")
    for measured in thread_sets(arguments.threads):
        for label in LABELS:
            print(f"{measured.name} {label}: {figures(model, measured, label)}")
    bodies = thread_sets(arguments.threads)[-2].texts
    print(f"message bodies: {words_a_second(model, bodies):.0f} words a second on one core")


if __name__ == "__main__":
    main()
