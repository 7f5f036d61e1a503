"""A marked passage is the passage; reasons are what query and case share."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.model.case import NATIONAL, PublishedCase
from corpus.model.search import FacetName, Filters, Reason
from indexer.case_record import record_of
from indexer.highlights import Highlights
from indexer.lexical_index import LexicalIndex
from indexer.query_text import understand
from tests.factories import a_case

STEMS = LexicalIndex.create().reader().stems
RECORD = record_of(PublishedCase(a_case(), NATIONAL, 1))


@given(st.text(max_size=200))
def test_segments_join_to_the_passage(text):
    segments = Highlights(understand("bathroom dare"), STEMS).marked(text)
    assert "".join(segment.text for segment in segments) == text


def test_other_forms_and_synonyms_are_marked():
    segments = Highlights(understand("bathroom vandalism"), STEMS).marked("Restrooms were vandalized. Quiet day.")
    assert [segment.text for segment in segments if segment.marked] == ["Restrooms", "vandalized"]


def test_without_a_shared_word_the_first_sentence_is_marked():
    segments = Highlights(understand("zeppelin"), STEMS).marked("Towels vanished. A day later they came back.")
    assert [segment.text for segment in segments if segment.marked] == ["Towels vanished."]


def test_reasons_name_what_is_shared():
    found = Highlights(understand("high school TikTok dispensers"), STEMS).reasons(
        RECORD, RECORD.passages[1].text, Filters()
    )
    assert Reason("level", "high") in found
    assert Reason("channel", "TikTok") in found
    assert Reason("phrase", "dispensers") in found


def test_a_chosen_topic_is_a_reason_and_nothing_shared_is_meaning():
    chosen = Filters({FacetName.TOPIC: frozenset({"2"})})
    assert Highlights(understand("zeppelin"), STEMS).reasons(RECORD, "", chosen)[0].kind == "topic"
    assert [reason.kind for reason in Highlights(understand("zeppelin"), STEMS).reasons(RECORD, "", Filters())] == [
        "meaning"
    ]


def test_a_word_that_every_third_case_holds_is_no_reason():
    read = understand("high school TikTok dispensers")
    found = Highlights(read, STEMS, lambda term: "dispensers" not in term.forms).reasons(
        RECORD, RECORD.passages[1].text, Filters()
    )
    assert Reason("phrase", "dispensers") not in found
    assert Reason("channel", "TikTok") in found


def test_what_the_reader_says_was_not_so_is_no_reason_and_not_marked():
    read = Highlights(understand("bathroom dare, no dispensers"), STEMS)
    assert Reason("phrase", "dispensers") not in read.reasons(RECORD, RECORD.passages[1].text, Filters())
    assert [segment.text for segment in read.marked("Dispensers in the bathroom.") if segment.marked] == ["bathroom"]
