"""Does a pasted page find what its incident alone finds? Run as `python -m tests.benchmarks.retrieval_pages`.

Pages of 600 to 1,400 words are made of tests/golden/pages.toml: an incident in two parts, with noise before, between and after.
"""

import random
import tomllib
from collections.abc import Iterator

from tests.benchmarks.retrieval_golden import GOLDEN, GoldenQuery, cached_embedder, starter_collection
from tests.benchmarks.retrieval_quality import Engine, measure

SEED = 2026


def pages() -> Iterator[tuple[GoldenQuery, GoldenQuery]]:
    """Each incident alone, and as the page around it."""
    read = tomllib.loads((GOLDEN / "pages.toml").read_text(encoding="utf-8"))
    draw = random.Random(SEED)  # the same pages on every run, no secret
    for page in read["page"]:
        relevant = dict.fromkeys(page["relevant"], 2)
        noise = draw.sample(read["noise"], draw.randint(10, len(read["noise"])))
        early, late = sorted(draw.sample(range(len(noise) + 1), 2))
        parts = [*noise[:early], page["told"][0], *noise[early:late], page["told"][1], *noise[late:]]
        alone = GoldenQuery(" ".join(page["told"]), "incident", "tune", relevant)
        yield alone, GoldenQuery("\n\n".join(parts), "page", "tune", relevant)


def main() -> None:
    embedder = cached_embedder()
    engine = Engine(starter_collection(), embedder)
    alone, pasted = zip(*pages(), strict=True)
    for name, queries in (("incident", alone), ("page", pasted)):
        figures = measure(engine, queries)
        close = sum(engine.answer(query.text).has_close for query in queries)
        words = sum(len(query.text.split()) for query in queries) / len(queries)
        shown = "  ".join(f"{measure} {value:.3f}" for measure, value in figures.items() if measure != "n")
        print(f"{name:9} {words:4.0f} words  {shown}  with a close hit {close} of {len(queries)}")
    embedder.save()


if __name__ == "__main__":
    main()
