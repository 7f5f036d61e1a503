"""New cases against many standing queries: processor time, and whether an alert says close where a search does.

    python -m tests.benchmarks.alerts

Queries are leaders' phrasings of the training half; the last twenty starter cases come as news.
"""

import json
import tempfile
import time
from pathlib import Path

from corpus.model.case import NATIONAL, Change, PublishedCase
from corpus.model.search import Band, Query
from corpus.starter.loader import starter_cases
from indexer.embedder import build_embedder
from indexer.search_index import SearchIndex

PHRASINGS = Path(__file__).parents[1] / "golden" / "leaders.jsonl"
ENCODERS = Path(__file__).parents[2] / "var" / "tests" / "encoder"
NEWS = 20


def standing() -> list[Query]:
    lines = map(json.loads, PHRASINGS.read_text(encoding="utf-8").splitlines())
    return [Query(text) for text in dict.fromkeys(line["query"] for line in lines if line["half"] == "train")]


def index_with_news(folder: Path) -> tuple[SearchIndex, list[int]]:
    """An index of all starter cases, and the numbers of those that were added last."""
    index = SearchIndex.open(folder, build_embedder(cache=ENCODERS))
    published = [PublishedCase(one.case, NATIONAL, change) for change, one in enumerate(starter_cases(), start=1)]
    index.rebuild(published[:-NEWS], upto=len(published) - NEWS)
    index.apply([Change(one.change, one.case.number, one) for one in published[-NEWS:]])
    return index, [one.case.number for one in published[-NEWS:]]


def seconds(index: SearchIndex, queries: list[Query], news: list[int]) -> float:
    start = time.process_time()
    index.close_to(queries, news)
    return time.process_time() - start


def main() -> None:
    queries = standing()
    with tempfile.TemporaryDirectory() as folder:
        index, news = index_with_news(Path(folder))
        print(f"{len(queries)} standing queries, processor seconds")
        print(f"  one new case, queries embedded first  {seconds(index, queries, news[-1:]):.2f}")
        print(f"  one new case                          {seconds(index, queries, news[-1:]):.2f}")
        print(f"  {NEWS} new cases                          {seconds(index, queries, news):.2f}")
        told = index.close_to(queries, news)
        missed = more = 0
        for query, close in zip(queries, told, strict=True):
            hits = [hit for hit in index.search(query).hits if hit.band is Band.CLOSE]
            searched = {number for hit in hits for number in (hit.case_number, *hit.lookalikes)} & set(news)
            missed, more = missed + len(searched - close), more + len(close - searched)
        print(f"{sum(map(len, told))} told; a search shows close and no alert tells: {missed}; the other way: {more}")
        index.close()


if __name__ == "__main__":
    main()
