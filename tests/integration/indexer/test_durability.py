"""Crashes, swaps under load and damaged files: D4, D5 and D6 of the archive's promises.

A few trials each run with the other tests; the full numbers carry the marker `long`.
"""

import multiprocessing
import random
import re
import threading
import time

import pytest

from corpus.model.case import NATIONAL, PublishedCase
from corpus.model.search import Query
from indexer.search_index import SearchIndex
from tests.integration.indexer.victim import CASES, apply_for_ever, edition, kill_now, rebuild_for_ever
from tests.unit.indexer.samples import WordEmbedder

LONGEST_LIFE = 0.25
"""Seconds after the first acknowledgement within which a victim is killed."""

LONGEST_LOG = 60
"""Changes after which a rebuild takes them up: every trial reads the whole log twice."""


def trials(few, many):
    return pytest.mark.parametrize("count", [few, pytest.param(many, marks=pytest.mark.long)])


@pytest.fixture(scope="module")
def server():
    """Forks victims from a process that has imported everything already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.integration.indexer.victim"])
    return context


def killed(server, work, folder, chance):
    """Runs `work` until a random moment after its first acknowledgement; returns what it acknowledged."""
    heard, said = server.Pipe(duplex=False)
    victim = server.Process(target=work, args=(folder, said))
    victim.start()
    said.close()
    acknowledged = [heard.recv()]
    time.sleep(chance.uniform(0, LONGEST_LIFE))
    kill_now(victim.pid)
    victim.join()
    try:
        while True:
            acknowledged.append(heard.recv())
    except EOFError:
        return acknowledged


def editions_found(index):
    """Every edition named in any passage of any hit of three searches."""
    answers = [
        index.search(Query(text, limit=50)) for text in ("", '"dispensers stolen"', "report told dispensers stolen")
    ]
    shown = ["".join(segment.text for segment in hit.passage) for answer in answers for hit in answer.hits]
    return {int(number) for text in shown for number in re.findall(r"edition(\d+)", text)}


@trials(4, 500)
def test_killed_while_building_or_swapping(server, tmp_path, count):
    """D4: the index opens, is whole, and is one edition, the last acknowledged or the one being swapped in."""
    folder, chance, last = tmp_path / "index", random.Random(4), 0
    for _ in range(count):
        last = max(last, *killed(server, rebuild_for_ever, folder, chance))
        index = SearchIndex.open(folder, WordEmbedder())
        health = index.health()
        assert (health.vectors_ok, health.keywords_ok, health.cases) == (True, True, CASES)
        (found,) = editions_found(index)
        assert found in {last, last + 1}
        last = found
        index.close()


@trials(4, 500)
def test_killed_while_applying(server, tmp_path, count):
    """Every acknowledged change is there after the crash, and nothing is half there."""
    folder, chance = tmp_path / "index", random.Random(5)
    start, rebuilt = SearchIndex.open(folder, WordEmbedder()), 1
    start.rebuild([PublishedCase(edition(1, 1), NATIONAL, 1)], upto=1)
    start.close()
    for _ in range(count):
        acknowledged = killed(server, apply_for_ever, folder, chance)
        index = SearchIndex.open(folder, WordEmbedder())
        assert index.last_change in {max(acknowledged), max(acknowledged) + 1}
        assert index.size == index.last_change
        newest = index.search(Query(f'"edition{index.last_change}"'))
        assert [hit.case_number for hit in newest.hits] == [index.last_change]
        if index.last_change > rebuilt + LONGEST_LOG:
            rebuilt = index.last_change
            index.rebuild([PublishedCase(edition(n, n), NATIONAL, n) for n in range(1, rebuilt + 1)], upto=rebuilt)
        index.close()


@trials(6, 200)
def test_swaps_under_load(tmp_path, count):
    """D5: no search fails, and every answer is of one edition."""
    index = SearchIndex.open(tmp_path / "index", WordEmbedder())

    def build(number):
        index.rebuild([PublishedCase(edition(n, number), NATIONAL, n) for n in range(1, CASES + 1)], upto=number)

    build(1)
    failures, answers, done = [], [], threading.Event()

    def reader():
        while not done.is_set():
            try:
                answer = index.search(Query("report told dispensers stolen", limit=50))
                text = " ".join(s.text for hit in answer.hits for s in hit.passage)
                answers.append((answer.generation, frozenset(re.findall(r"edition(\d+)", text))))
            except Exception as error:  # noqa: BLE001  # any failure at all is what the test looks for
                failures.append(repr(error))

    readers = [threading.Thread(target=reader) for _ in range(3)]
    for thread in readers:
        thread.start()
    for number in range(2, count + 2):
        build(number)
    done.set()
    for thread in readers:
        thread.join()
    assert failures == []
    assert len(answers) > count
    assert all(len(editions) == 1 for _, editions in answers)
    by_generation = dict(answers)
    assert all(by_generation[generation] == editions for generation, editions in answers)


def _damage(path, chance):
    """One of four harms: a flipped bit, a cut end, an added byte, the file gone."""
    whole = path.read_bytes()
    harm = chance.choice(("flip", "cut", "add", "gone")) if whole else chance.choice(("add", "gone"))
    if harm == "flip":
        place = chance.randrange(len(whole))
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :])
    elif harm == "cut":
        path.write_bytes(whole[: chance.randrange(len(whole))])
    elif harm == "add":
        path.write_bytes(whole + b"\0")
    else:
        path.unlink()
    return lambda: path.write_bytes(whole)


@trials(25, 300)
def test_damaged_files(tmp_path, count):
    """D6: each damage is seen before use; words go on answering, at once or from the casebook."""
    folder, chance = tmp_path / "index", random.Random(6)
    cases = [PublishedCase(edition(n, 1), NATIONAL, n) for n in range(1, CASES + 1)]
    first = SearchIndex.open(folder, WordEmbedder())
    generation = first.rebuild(cases, upto=1)
    first.close()
    files = [path for path in sorted((folder / "generations" / generation).rglob("*")) if path.is_file()]
    for _ in range(count):
        damaged = chance.choice(files)
        mend = _damage(damaged, chance)
        index = SearchIndex.open(folder, WordEmbedder())
        health = index.health()
        if health.generation:
            name = damaged.relative_to(folder / "generations" / generation).as_posix()
            side = (health.vectors_ok, health.keywords_ok)
            assert side == (name != "vectors.npy", not name.startswith("keywords/"))
            assert index.damaged == (name,)
        else:
            assert damaged.name in {"manifest.json", "records.jsonl", "columns.npz"}
        index.close()
        mend()
    whole = SearchIndex.open(folder, WordEmbedder())
    assert (whole.generation, whole.damaged) == (generation, ())


def test_words_answer_from_damaged_vectors_and_from_the_casebook(tmp_path):
    folder = tmp_path / "index"
    cases = [PublishedCase(edition(n, 1), NATIONAL, n) for n in range(1, CASES + 1)]
    generation = SearchIndex.open(folder, WordEmbedder()).rebuild(cases, upto=1)
    (folder / "generations" / generation / "vectors.npy").write_bytes(b"gone wrong")
    index = SearchIndex.open(folder, WordEmbedder())
    answer = index.search(Query("dispensers stolen"))
    assert answer.without_meaning
    assert editions_found(index) == {1}
    (folder / "generations" / generation / "records.jsonl").write_bytes(b"gone wrong")
    index = SearchIndex.open(folder, WordEmbedder())
    assert index.generation == ""
    index.rebuild(cases, upto=1, words_only=True)
    assert editions_found(index) == {1}
    assert not index.health().vectors_ok
