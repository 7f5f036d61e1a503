"""Which words a case holds, where, and beside which; the same on disk, mapped, and for cases added since."""

import random
from dataclasses import replace

import numpy as np
import pytest

from corpus.model.case import NATIONAL, PublishedCase
from indexer.case_record import record_of
from indexer.case_words import WordsOfCases, joined, number_of, save_words, words_of
from indexer.lexical_index import LexicalIndex, numbered
from indexer.query_text import understand
from tests.factories import a_case
from tests.unit.indexer.samples import published


def _words(*cases):
    return [words_of(record_of(PublishedCase(case, NATIONAL, 1)), numbered) for case in cases]


def _held(words, *forms, rows=(0,)):
    everywhere, lead = words.shares([(forms, 1.0)], np.array(rows))
    return everywhere.tolist(), lead.tolist()


def test_the_lead_holds_title_situation_and_facets_but_nothing_done_later():
    case = a_case(1, title="Vape smoke", situation=("A detector rang.",), outcome_text="Carpets were replaced.")
    words = joined(_words(case))
    assert _held(words, ("vape",)) == _held(words, ("detector",)) == ([1.0], [1.0])
    assert _held(words, ("carpet",)) == ([1.0], [0.0])
    assert _held(words, ("zeppelin",)) == ([0.0], [0.0])


def test_several_words_stand_side_by_side_in_one_text():
    case = a_case(1, title="Bomb threat", situation=("A bomb and a threat.", "They ran."), outcome_text="Fire drill.")
    words = joined(_words(case))
    assert _held(words, ("bomb", "threat")) == ([1.0], [1.0])
    assert _held(words, ("threat", "bomb")) == ([0.0], [0.0])
    apart = joined(_words(replace(case, title="Ran")))
    assert _held(apart, ("bomb", "threat")) == ([0.0], [0.0])
    assert _held(apart, ("ran", "bomb")) == ([0.0], [0.0])


def test_one_form_is_enough_and_weighs_once():
    case = a_case(1, title="Vape smoke and vape smoke", situation=())
    words = joined(_words(case))
    everywhere, _ = words.shares([((("vape",), ("smoke",)), 0.25), ((("smoke",),), 0.5)], np.array([0]))
    assert everywhere.tolist() == [0.75]


@pytest.mark.parametrize("split", [8, 5, 0])
def test_the_same_from_files_and_of_cases_added_since(tmp_path, split):
    cases = [words_of(record_of(case), numbered) for case in published(8)]
    save_words(tmp_path, cases[:split])
    words = replace(WordsOfCases.load(tmp_path), added=tuple(cases[split:]))
    terms = [((("tiktok",), ("report", "number")), 0.5), ((("bear",),), 0.5)]
    rows = np.array([7, 0, 3, 1, 4])
    told, wanted = words.shares(terms, rows), joined(cases).shares(terms, rows)
    assert np.array_equal(told, wanted)
    assert wanted[0].any()


def test_holds_what_the_search_engine_finds():
    """Against tantivy's own phrases and stems, for words of the cases and their synonyms."""
    records = [record_of(case) for case in published(8)]
    index = LexicalIndex.create()
    index.replace((), records)
    reader, words = index.reader(), joined([words_of(record, numbered) for record in records])
    chance = random.Random(3)
    every = sorted({word for record in records for text in record.lead for word in text.split()})
    for _ in range(60):
        for term in understand(" ".join(chance.sample(every, 3))).terms:
            if not (forms := reader.forms(term)):
                continue
            everywhere, _ = words.shares([(forms, 1.0)], np.arange(len(records)))
            found = {record.number for record, share in zip(records, everywhere, strict=True) if share}
            assert found == set(reader.scores([term], [record.number for record in records]))


def test_no_cases_and_no_terms():
    words = joined(_words(a_case(1)))
    assert words.shares([], np.array([0]))[0].tolist() == [0.0]
    assert joined([]).shares([((("vape",),), 1.0)], np.empty(0, np.int64))[0].tolist() == []
    assert number_of("vape") != number_of("vapes")
