"""Words: stems, exact phrases, filters before ranking, rarity, replacement."""

import numpy as np

from corpus.model.case import NATIONAL, PublishedCase
from corpus.model.search import FacetName, Filters
from indexer.case_record import record_of
from indexer.lexical_index import LexicalIndex
from indexer.sides import Selection, Term
from tests.factories import a_case
from tests.unit.indexer.samples import published

ALL = Selection(Filters(), np.ones(99, bool))


def _index(*cases):
    index = LexicalIndex.create()
    index.replace((), [record_of(case) for case in cases])
    return index


def test_stems_match_and_the_lead_weighs_more():
    titled = a_case(1, title="Vaping in the restroom stalls")
    told = a_case(2, title="Smoke in a hallway", situation=(), outcome_text="Someone vaped.")
    found = _index(PublishedCase(titled, NATIONAL, 1), PublishedCase(told, NATIONAL, 2)).reader()
    scores = found.best([Term(("vape",))], 5, ALL)
    assert scores[1] > scores[2] > 0


def test_quoted_words_match_exactly_and_not_across_passages():
    one = a_case(1, situation=("The no trespass letter went out.",))
    other = a_case(2, situation=("No letter to trespassers.", "They trespass. Letter sent."))
    reader = _index(PublishedCase(one, NATIONAL, 1), PublishedCase(other, NATIONAL, 2)).reader()
    assert reader.holding(["no trespass letter"]) == {1}
    assert reader.holding(["trespassing letter"]) == frozenset()
    assert reader.holding(["letter", "no"]) == {1, 2}


def test_filters_apply_before_ranking():
    reader = _index(*published(8), PublishedCase(a_case(20), "circle:1", 20)).reader()
    terms = [Term(("report",)), Term(("dispensers",))]
    national = np.arange(9) < 8
    narrow = Selection(Filters({FacetName.LEVEL: frozenset({"middle"})}), national)
    assert set(reader.best(terms, 1, narrow)) == {5}
    assert 20 not in reader.best(terms, 20, Selection(Filters(), national))
    circle = Selection(Filters(audiences=frozenset({"circle:1"})), ~national)
    assert set(reader.best(terms, 20, circle)) == {20}


def test_a_selection_of_every_case_gives_the_scores_that_its_filters_would():
    reader = _index(*published(8)).reader()
    terms = [Term(("report",)), Term(("dispensers",))]
    filtered = reader.best(terms, 8, Selection(Filters(), np.ones(9, bool)))
    assert filtered
    assert reader.best(terms, 8, Selection(Filters(), np.ones(8, bool))) == filtered


def test_scores_of_given_cases_only():
    reader = _index(*published(8)).reader()
    assert set(reader.scores([Term(("ransomware",)), Term(("zeppelin",))], [3, 4])) == {3}


def test_what_few_cases_hold_is_rarer_and_the_most_frequent_form_decides():
    reader = _index(*published(8)).reader()
    unknown, rare, common = (reader.rarity(Term((word,))) for word in ("zeppelin", "ransomware", "report"))
    assert unknown > rare > common
    assert reader.rarity(Term(("ransomware", "reports"))) == common
    assert reader.rarity(Term(("report",), weight=2.0)) == 2 * common


def test_forms_are_stemmed_once_each_and_common_words_are_none():
    reader = _index(*published(1)).reader()
    assert reader.forms(Term(("Threats", "threat", "the", "bomb threats"))) == (("threat",), ("bomb", "threat"))
    assert reader.forms(Term(("the",))) == ()


def test_replaced_and_removed_cases():
    index = _index(*published(3))
    before = index.reader()
    index.replace([1, 2], [record_of(PublishedCase(a_case(2, title="Hamster loose in the library"), NATIONAL, 9))])
    after = index.reader()
    assert after.holding(["hamster"]) == {2}
    assert after.cases == 2
    assert before.holding(["hamster"]) == frozenset()
    assert before.cases == 3


def test_no_words_find_nothing():
    reader = _index(*published(2)).reader()
    assert reader.best([], 5, ALL) == {}
    assert reader.best([Term(("the",))], 5, ALL) == {}
