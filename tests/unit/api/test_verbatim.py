"""Sentences of a draft that stand in the discussion, whatever signs and capitals they got."""

from dataclasses import replace

from api.workflow.verbatim import Verbatim, verbatim
from corpus.model.taxonomy import Phase
from tests.factories import a_case, a_discussion

SAID = a_discussion("ok so we locked two restrooms right away, then told [Parent 1]", "Kids were late all week.")


def test_each_field_with_the_sentences_that_were_copied() -> None:
    case = a_case()
    action = replace(case.actions[0], phase=Phase.SAME_DAY, what="We locked two restrooms right away. Nobody objected.")
    draft = replace(case, actions=(action,), backfired=("Students came late for days.", "Kids were late: all week!"))
    assert verbatim(draft, SAID) == (
        Verbatim("backfired[1]", ("Kids were late: all week!",)),
        Verbatim("actions[0].what", ("We locked two restrooms right away.",)),
    )


def test_a_paraphrase_a_few_words_and_a_run_over_two_messages_are_no_quotation() -> None:
    for own in ("Two restrooms were locked at once.", "Two restrooms.", "Then told [Parent 1] kids were late."):
        assert verbatim(replace(a_case(), situation=(own,)), SAID) == ()


def test_a_sentence_found_only_within_a_longer_word_is_no_quotation() -> None:
    said = a_discussion("They relocked two restrooms right away.")
    assert verbatim(replace(a_case(), situation=("Locked two restrooms right away.",)), said) == ()
