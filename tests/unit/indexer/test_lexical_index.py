"""Words: stems, exact phrases, filters before ranking, coverage, replacement."""

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


def test_scores_and_coverage_of_given_cases_only():
    reader = _index(*published(8)).reader()
    terms = [Term(("ransomware",)), Term(("zeppelin",))]
    assert set(reader.scores(terms, [3, 4])) == {3}
    for covered in reader.coverage(terms, [3, 4]):
        assert 0 < covered[3] < 1
    assert reader.coverage([Term(("ransomware",))], [3]) == ({3: 1.0}, {3: 1.0})


def test_the_lead_holds_title_situation_and_facets_but_nothing_done_later():
    case = a_case(1, title="Vape smoke", situation=("A detector rang.",), outcome_text="Carpets were replaced.")
    reader = _index(PublishedCase(case, NATIONAL, 1)).reader()
    for word, led in (("vape", 1.0), ("detector", 1.0), ("carpets", None)):
        anywhere, lead = reader.coverage([Term((word,))], [1])
        assert (anywhere.get(1), lead.get(1)) == (1.0, led)


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
