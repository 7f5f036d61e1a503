"""Does the place of an incident outweigh what happened there? `python -m tests.benchmarks.retrieval_places`.

Questions that name a bus, a restroom, a game beside what they are about (`tests/golden/places.jsonl`, with the topics that
may answer): how many of the hits called close are filed under none of these. The phrases of `topics.toml` were written by
somebody who knew the situations, in other words.
"""

import json
from pathlib import Path

from corpus.model.search import Band
from tests.benchmarks.retrieval_golden import cached_embedder, starter_collection
from tests.benchmarks.retrieval_quality import Engine

QUESTIONS = Path(__file__).parents[1] / "golden" / "places.jsonl"


def main() -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    collection, embedder = starter_collection(), cached_embedder()
    engine = Engine(collection, embedder)
    embedder.save()
    filed = {
        number: {case.facets.topic, *case.facets.more_topics}
        for number, case in ((published.case.number, published.case) for published in collection.published)
    }
    right, elsewhere, without, first_elsewhere = 0, 0, 0, 0
    for question in questions:
        hits = engine.answer(question["query"]).hits
        fits = [not filed[hit.case_number].isdisjoint(question["topics"]) for hit in hits]
        close = [fit for hit, fit in zip(hits, fits, strict=True) if hit.band is Band.CLOSE]
        right, elsewhere = right + sum(close), elsewhere + len(close) - sum(close)
        without += not close
        first_elsewhere += bool(fits) and not fits[0]
    print(
        f"{len(questions)} questions: close hits filed right {right}, elsewhere {elsewhere}; "
        f"without a close hit {without}; first hit filed elsewhere {first_elsewhere}"
    )


if __name__ == "__main__":
    main()
