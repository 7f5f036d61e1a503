"""A spaCy pipeline for `redaction_peers --spacy`, where none can be had: `python -m tests.benchmarks.spacy_peer OPEN OUT`.

OPEN: the folder of the open sets, whose training parts spaCy's own named-entity recogniser learns from, as spaCy sets it
up for English; the best epoch on EWT's development part is saved to OUT. Some 25 minutes on one core.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import compounding, fix_random_seed, minibatch

LEARNED = ("ewt_train", "btc_train", "wnut_train", "wikigold", "crossner")
CHOSEN_ON = "ewt_dev"
LABELS = {"PERSON": "PERSON", "LOC": "GPE", "ORG": "ORG", "SCHOOL": "ORG"}
"""In the names that Presidio knows from spaCy's own pipelines."""
EPOCHS = 10
SEED = 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.spacy_peer", description=__doc__)
    parser.add_argument("open", type=Path)
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    fix_random_seed(SEED)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("ner")
    learned = [example for name in LEARNED for example in _examples(pipeline, chosen.open / f"{name}.jsonl.gz")]
    judged = list(_examples(pipeline, chosen.open / f"{CHOSEN_ON}.jsonl.gz"))
    optimizer = pipeline.initialize(lambda: learned)
    best = 0.0
    for epoch in range(EPOCHS):
        random.Random(epoch).shuffle(learned)
        for batch in minibatch(learned, compounding(8.0, 64.0, 1.001)):
            pipeline.update(batch, sgd=optimizer, drop=0.2)
        score = pipeline.evaluate(judged)["ents_per_type"]["PERSON"]["f"]
        print(f"epoch {epoch + 1}: PERSON F1 {score:.3f} on {CHOSEN_ON}", flush=True)
        if score > best:
            best = score
            pipeline.to_disk(chosen.out)


def _examples(pipeline: Language, path: Path) -> Iterator[Example]:
    """Records whose spans end where spaCy's words do; the others teach nothing."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            words = pipeline.make_doc(record["text"])
            spans = [words.char_span(start, end, LABELS[label]) for start, end, label in record["spans"]]
            yield Example.from_dict(words, {"entities": [(s.start_char, s.end_char, s.label_) for s in spans if s]})


if __name__ == "__main__":
    main()
