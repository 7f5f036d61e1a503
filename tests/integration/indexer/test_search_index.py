"""The engine with real FAISS and tantivy: build, add, withdraw, filter, answer. The encoder has no weights."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from corpus.errors import CaseNotFound, IndexUnavailable
from corpus.model.case import NATIONAL, Change, PublishedCase
from corpus.model.search import Band, FacetName, Filters, Query
from corpus.model.taxonomy import Outcome
from indexer import generation, topics
from indexer.search_index import SearchIndex
from indexer.topics import CODES, Phrases, phrases
from tests.unit.indexer.samples import WordEmbedder, a_story, published


@pytest.fixture
def embedder():
    return WordEmbedder()


@pytest.fixture
def index(tmp_path, embedder):
    opened = SearchIndex.open(tmp_path / "index", embedder)
    opened.rebuild(published(16), upto=16)
    yield opened
    opened.close()


def numbers(answer):
    """Case numbers by rank, folded lookalikes behind their hit."""
    return [number for hit in answer.hits for number in (hit.case_number, *hit.lookalikes)]


def a_hamster(number, change, audience=NATIONAL):
    case = a_story(number, title="Hamster loose in the library", situation=("A hamster ran off.", "It was found."))
    return Change(change, number, PublishedCase(case, audience, change))


def a_story_of_cats(number, change):
    story = a_story(number, title="Cat in the gym", situation=("A cat sat there.", "It left."))
    return PublishedCase(story, NATIONAL, change)


def test_before_the_first_generation(tmp_path, embedder):
    index = SearchIndex.open(tmp_path / "index", embedder)
    assert (index.generation, index.last_change, index.size) == ("", 0, 0)
    assert not index.health().vectors_ok
    with pytest.raises(IndexUnavailable):
        index.search(Query("bear"))


def test_a_generation_of_other_phrases_answers_and_is_written_anew(index, tmp_path, embedder, monkeypatch):
    more = Phrases((*phrases().texts, "bear in the gym"), np.append(phrases().owners, CODES.index("1.5")))
    for module in (topics, generation):
        monkeypatch.setattr(module, "phrases", lambda: more)
    opened = SearchIndex.open(tmp_path / "index", embedder)
    assert opened.damaged == (generation.TOPICS_FILE,)
    assert opened.search(Query("ransomware on every server")).hits
    opened.rebuild(published(16), upto=16)
    assert opened.damaged == ()
    opened.close()
    assert SearchIndex.open(tmp_path / "index", embedder).damaged == ()


def test_finds_the_right_story_and_shows_where(index):
    answer = index.search(Query("ransomware on every server"))
    best = answer.hits[0]
    assert best.case_number in {3, 11}
    assert "".join(segment.text for segment in best.passage)
    assert any(segment.marked and "ansomware" in segment.text for segment in best.passage)
    assert answer.generation == index.generation
    assert not answer.without_meaning


def test_progress_is_told_and_unchanged_passages_are_not_embedded_again(index, embedder):
    told = []
    embedder.seen.clear()
    index.rebuild([*published(16), a_hamster(40, 17).published], upto=17, progress=lambda *both: told.append(both))
    assert told[-1][0] == told[-1][1] > 64
    assert embedder.seen
    assert all("amster" in text for text in embedder.seen)


def test_added_replaced_and_withdrawn_cases_are_seen_at_once(index):
    index.apply([a_hamster(40, 17)])
    assert numbers(index.search(Query("hamster")))[0] == 40
    index.apply([Change(18, 40, PublishedCase(a_story(40, title="Ferret in the gym"), NATIONAL, 18))])
    assert index.search(Query('"hamster"')).hits == ()
    assert numbers(index.search(Query('"ferret"'))) == [40]
    index.apply([Change(19, 40, None), Change(20, 3, None)])
    assert index.search(Query('"ferret"')).hits == ()
    assert 3 not in numbers(index.search(Query("ransomware", limit=50)))
    assert (index.size, index.last_change) == (15, 20)
    assert index.search(Query("")).found == 15


def test_changes_survive_reopening_and_known_ones_are_skipped(index, tmp_path, embedder):
    index.apply([a_hamster(40, 17), Change(18, 1, None)])
    again = SearchIndex.open(tmp_path / "index", embedder)
    assert (again.last_change, again.size) == (18, 16)
    assert numbers(again.search(Query('"hamster"'))) == [40]
    embedder.seen.clear()
    again.apply([a_hamster(40, 17)])
    assert embedder.seen == []


def test_another_process_catches_up(index, tmp_path, embedder):
    other = SearchIndex.open(tmp_path / "index", embedder)
    index.apply([a_hamster(40, 17)])
    other.refresh()
    assert numbers(other.search(Query('"hamster"'))) == [40]
    other.apply([Change(18, 40, None)])
    index.apply([Change(19, 2, None)])
    assert index.search(Query('"hamster"')).hits == ()
    generation = index.rebuild(published(3), upto=19)
    other.refresh()
    assert (other.generation, other.size) == (generation, 3)


def test_changes_during_a_rebuild_are_carried_over(index, embedder):
    def meanwhile():
        yield from published(16)
        index.apply([a_hamster(40, 17)])

    index.rebuild(meanwhile(), upto=16)
    assert index.last_change == 17
    assert numbers(index.search(Query('"hamster"'))) == [40]


def test_nothing_of_a_withdrawn_case_is_left_after_the_next_generation(index, tmp_path):
    index.apply([a_hamster(40, 17), Change(18, 40, None)])
    index.rebuild(published(16), upto=18)
    left = [path for path in (tmp_path / "index").rglob("*") if path.is_file()]
    assert left
    assert not [path for path in left if b"amster" in path.read_bytes()]


@pytest.mark.parametrize("audiences", [frozenset({NATIONAL}), frozenset({"circle:1"}), frozenset()])
def test_only_the_callers_audiences_are_searched(index, audiences):
    index.apply([a_hamster(40, 17, "circle:1")])
    found = numbers(index.search(Query("hamster", Filters(audiences=audiences), limit=50)))
    assert (40 in found) == ("circle:1" in audiences)
    visible = {frozenset({NATIONAL}): 16, frozenset({"circle:1"}): 1, frozenset(): 0}[audiences]
    assert len(index.search(Query("", Filters(audiences=audiences), limit=50)).hits) == visible
    if "circle:1" not in audiences:
        with pytest.raises(CaseNotFound):
            index.similar(40, audiences)


@pytest.mark.parametrize("level", ["high", "middle", "elementary", "district"])
def test_filters_come_before_ranking(index, level):
    chosen = Filters({FacetName.LEVEL: frozenset({level})})
    allowed = {case.case.number for case in published(16) if case.case.facets.level == level}
    found = index.search(Query("report of an incident", chosen, limit=50))
    assert set(numbers(found)) <= allowed
    assert set(numbers(index.search(Query("", chosen, limit=50)))) == allowed
    assert found.counts[FacetName.LEVEL] == {"high": 4, "middle": 2, "elementary": 6, "district": 4}
    assert sum(found.counts[FacetName.CHANNEL].values()) == sum(number % 2 for number in allowed)


def test_counts_without_any_hit(index):
    answer = index.search(Query('"no such words anywhere"'))
    assert answer.hits == ()
    assert answer.counts[FacetName.LEVEL]["high"] == 4
    assert index.browse(Filters()) == answer.counts


def test_quoted_words_must_be_there(index):
    assert set(numbers(index.search(Query('"restroom stall" swastika')))) == {5, 13}
    assert index.search(Query('"stall restroom"')).hits == ()


def test_without_text_the_newest_come_first_uncompared(index):
    answer = index.search(Query("  ", limit=3))
    assert numbers(answer) == [16, 15, 14]
    assert {(hit.band, hit.score) for hit in answer.hits} == {(Band.RELATED, 0.0)}
    assert answer.found == 16


def test_words_go_on_when_the_encoder_fails(index, embedder, tmp_path):
    embedder.broken = True
    answer = index.search(Query("ransomware"))
    assert answer.without_meaning
    assert set(numbers(answer)) == {3, 11}
    bare = SearchIndex.open(tmp_path / "index", None)
    assert set(numbers(bare.search(Query("ransomware")))) == {3, 11}
    bare.apply([a_hamster(40, 17)])
    assert numbers(bare.search(Query("hamster"))) == [40]
    assert not bare.health().vectors_ok


def test_a_generation_of_words_only_answers_until_the_full_one_is_there(tmp_path, embedder):
    index = SearchIndex.open(tmp_path / "index", embedder)
    index.rebuild(published(8), upto=8, words_only=True)
    assert embedder.seen == []
    assert index.search(Query("ransomware")).without_meaning
    index.apply([a_hamster(40, 9)])
    index.rebuild(published(8), upto=8)
    assert not index.search(Query("ransomware")).without_meaning
    assert numbers(index.search(Query("hamster")))[0] == 40
    assert index.health().vectors_ok


def test_a_case_added_without_an_encoder_gets_its_vectors_at_the_next_rebuild(index, embedder, tmp_path):
    bare = SearchIndex.open(tmp_path / "index", None)
    bare.apply([a_hamster(40, 17)])
    embedder.seen.clear()
    index.rebuild([*published(16), a_hamster(40, 17).published], upto=17)
    assert any("amster" in text for text in embedder.seen)


def test_similar_cases(index):
    hits = index.similar(3, frozenset({NATIONAL}))
    assert hits[0].case_number == 11
    assert 3 not in [hit.case_number for hit in hits]
    with pytest.raises(CaseNotFound):
        index.similar(999, frozenset({NATIONAL}))


def test_what_most_cases_say_is_no_reason(index):
    cases = [a_hamster(100 + n, n).published for n in range(60)]
    told = a_story(99, title="Ferret loose in the library", situation=("A ferret ran off.", "It was found."))
    index.rebuild([*cases, PublishedCase(told, NATIONAL, 61)], upto=61)
    (hit,) = [hit for hit in index.search(Query("ferret ran off in the library")).hits if hit.case_number == 99]
    assert [reason.text for reason in hit.reasons] == ["ferret"]


def test_lookalikes_fold_into_one_hit(index):
    answer = index.search(Query("ransomware locks every server"))
    (hit,) = [hit for hit in answer.hits if hit.case_number in {3, 11}]
    assert {hit.case_number, *hit.lookalikes} == {3, 11}


def test_a_page_that_ended_well_ends_with_one_that_did_not(index):
    titles = {
        50: "prank oil hallway attic",
        51: "prank oil hallway cellar",
        52: "prank oil hallway",
        53: "prank oil stairs",
    }
    cases = [
        a_story(n, title=f"Seniors {title}", situation=(f"{title} {title}",), outcome=outcome, facets=a_story(6).facets)
        for (n, title), outcome in zip(titles.items(), [Outcome.SETTLED] * 3 + [Outcome.ESCALATED], strict=True)
    ]
    index.rebuild([PublishedCase(case, NATIONAL, case.number) for case in cases], upto=53)
    query = Query("seniors prank oil hallway attic cellar")
    plain = index.search(query).hits
    assert [hit.case_number for hit in plain][-1] == 53
    assert not any(hit.counter for hit in plain)
    page = index.search(replace(query, limit=2)).hits
    assert [(hit.case_number, hit.counter) for hit in page] == [(plain[0].case_number, False), (53, True)]
    after = index.search(replace(query, limit=2, skip=2)).hits
    assert [(hit.case_number, hit.counter) for hit in after] == [
        (n, False) for n in [hit.case_number for hit in plain][1:3]
    ]
    newest = [hit.case_number for hit in index.search(Query("", limit=2, skip=1)).hits]
    assert newest == [52, 51]


def test_a_spoilt_line_of_the_log_loses_nothing_for_good(index, tmp_path, embedder):
    changes = [a_hamster(40 + n, 17 + n) for n in range(4)]
    index.apply(changes[:3])
    (log,) = (tmp_path / "index" / "deltas").glob("*.log")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0], b"spoilt\n", lines[2]]))
    index.apply(changes[3:])
    again = SearchIndex.open(tmp_path / "index", embedder)
    assert again.last_change == 17, "as far as it can be followed"
    again.apply([change for change in changes if change.number > again.last_change])
    assert SearchIndex.open(tmp_path / "index", embedder).last_change == 20
    assert {40, 41, 42, 43} <= set(numbers(again.search(Query("hamster"))))


def test_what_is_durable_and_could_not_be_shown_is_written_once_and_shown_later(index, tmp_path, monkeypatch):
    def full(*_):
        raise OSError("no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(index._current._keywords, "replace", full)
        for _ in range(2):
            with pytest.raises(OSError, match="no space"):
                index.apply([a_hamster(40, 17)])
    index.apply([a_hamster(40, 17)])
    assert numbers(index.search(Query("hamster")))[0] == 40
    (log,) = (tmp_path / "index" / "deltas").glob("*.log")
    assert len(log.read_bytes().splitlines()) == 1


def test_a_generation_dropped_while_it_is_taken_up_leaves_the_one_before(index, monkeypatch):
    from indexer import current_shelf

    def dropped(*_):
        raise FileNotFoundError("meta.json")

    monkeypatch.setattr(current_shelf, "open_keywords", dropped)
    before = index.generation
    index.rebuild(published(16), upto=16)
    assert index.generation == before
    assert numbers(index.search(Query("ransomware on every server")))


def test_a_misspelt_word_is_understood(index):
    assert numbers(index.search(Query("ransomwaer")))[0] in {3, 11}


def test_another_model_means_another_index(index, tmp_path):
    other = WordEmbedder()
    other.model_id = "another"
    assert SearchIndex.open(tmp_path / "index", other).generation == ""


def test_words_of_what_went_or_changed_are_out_of_every_file_after_a_rebuild(index, tmp_path):
    def files_with(word):
        files = [path for path in (tmp_path / "index").rglob("*") if path.is_file()]
        return [path.name for path in files if word in path.read_bytes().lower()]

    index.apply([a_hamster(40, 17), a_hamster(41, 18)])
    assert index.outdated == 0
    index.apply(
        [Change(19, 40, None), Change(20, 41, a_story_of_cats(41, 20)), Change(21, 3, None), Change(22, 77, None)]
    )
    assert index.outdated == 3
    assert files_with(b"hamster")
    index.rebuild([case for case in [*published(16), a_story_of_cats(41, 20)] if case.case.number != 3], upto=22)
    assert index.outdated == 0
    assert files_with(b"hamster") == []


def test_a_generation_that_a_killed_process_left_behind_goes_with_the_next_rebuild(index, tmp_path, embedder):
    index.apply([a_hamster(40, 17)])
    index.rebuild([*published(16), a_hamster(40, 17).published], upto=17)
    old = tmp_path / "index" / "generations" / index.generation
    shutil.copytree(old, tmp_path / "kept")
    index.apply([Change(18, 40, None)])
    index.rebuild(published(16), upto=18)
    assert index.outdated == 0
    shutil.copytree(tmp_path / "kept", old)
    assert index.outdated == 1
    index.rebuild(published(16), upto=18)
    assert (index.outdated, old.exists()) == (0, False)
