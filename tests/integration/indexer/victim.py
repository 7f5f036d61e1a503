"""Processes that build, apply and swap until somebody kills them; used by the durability tests."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.model.case import NATIONAL, Case, Change, PublishedCase
from indexer.search_index import SearchIndex
from tests.unit.indexer.samples import WordEmbedder, a_story

CASES = 12


def edition(number: int, build: int) -> Case:
    """A case whose every passage names the build that it belongs to."""
    told = f"edition{build} of report {number}"
    return a_story(
        number, title=f"Dispensers stolen, {told}", situation=(f"Told in {told}.",), outcome_text=f"Ended, {told}."
    )


def rebuild_for_ever(folder: Path, said: Connection) -> None:
    """Rebuilds in edition after edition; says each edition once it is current."""
    index = SearchIndex.open(folder, WordEmbedder())
    build = index.last_change
    while True:
        build += 1
        index.rebuild([PublishedCase(edition(n, build), NATIONAL, n) for n in range(1, CASES + 1)], upto=build)
        said.send(build)


def apply_for_ever(folder: Path, said: Connection) -> None:
    """Adds case after case, one a change; says each change once `apply` returned."""
    index = SearchIndex.open(folder, WordEmbedder())
    while True:
        change = index.last_change + 1
        case = PublishedCase(edition(change, change), NATIONAL, change)
        index.apply([Change(change, change, case)])
        said.send(change)


def kill_now(process: int) -> None:
    os.kill(process, 9)
