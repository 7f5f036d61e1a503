"""An archive of many cases for the benchmark of the site: recombined starter cases, their vectors given.

The casebook is written as the site writes it and the index is built from it; only the passages' vectors are made up, by
`retrieval_speed.NoisyEmbedder`, since twenty thousand cases of real ones take an hour. Redactor and encoder of the
questions are the real ones: `precedent serve` runs on the folder and knows nothing of all this.
"""

import random
from dataclasses import replace
from pathlib import Path

from api.bootstrap import Engines, NoRedactor, open_archive
from api.identity import OPERATOR
from api.settings import Settings
from corpus.model.case import NATIONAL
from indexer.embedder import build_embedder
from tests.benchmarks.retrieval_golden import golden_queries, leader_queries, starter_collection
from tests.benchmarks.retrieval_speed import NoisyEmbedder, recombined

AT_ONCE = 1_000
"""Cases in one transaction: each waits for the disk."""


def make_archive(folder: Path, count: int) -> None:
    """Writes casebook and index of `count` cases under `folder`; the starter corpus stays out."""
    settings = Settings(folder=folder, starter=False)
    real = build_embedder(settings.encoder, settings.encoder_folder, threads=2)
    # Opened empty first: the phrases of the topics get their real vectors, and the build below takes them over.
    open_archive(settings, engines=Engines(NoRedactor(), real)).index.close()
    base = real.encode(
        [text for case in starter_collection().cases[:150] for text in (case.title, *case.situation[:2])]
    )
    archive = open_archive(settings, engines=Engines(NoRedactor(), NoisyEmbedder(real, base)))
    cases = list(recombined(count))
    for first in range(0, count, AT_ONCE):
        with archive.writing(OPERATOR) as call:
            for published in cases[first : first + AT_ONCE]:
                call.casebook.add(replace(published.case, code="CASE-0"), audience=NATIONAL, at=call.now)
    with archive.reading(OPERATOR) as call:
        archive.index.rebuild(call.casebook.published(), call.casebook.last_change())
    archive.index.close()


def questions(count: int) -> list[str]:
    """That many different questions: leaders' phrasings of the tune half, each alone, then any two of them together."""
    alone = [query.text for query in (*golden_queries(), *leader_queries()) if query.half == "tune"]
    chance = random.Random(5)
    made = dict.fromkeys(chance.sample(alone, len(alone)))
    while len(made) < count:
        made.setdefault(", ".join(chance.sample(alone, 2)))
    return list(made)[:count]
