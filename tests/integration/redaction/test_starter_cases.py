"""The starter cases name nobody, so whatever the redactor hides in them directly is over-masking.

E-mailed, Closed the school, Off campus, transgender, kit, state law, Asian American: none of these names anybody.
Words that a reader confirmed stand in corpus/starter/names_nobody.toml; the list is to stay short.
Without the list every eighth case by default, all of them where PRECEDENT_LONG_TESTS is set; with it always all.
"""

import os

import pytest

from corpus.case_prose import prose
from corpus.model.case import Case
from corpus.model.discussion import Discussion, Message, Source
from corpus.model.redaction import DIRECT_KINDS, Corrections
from corpus.model.taxonomy import REMOVED, UNKNOWN
from corpus.starter.loader import names_nobody, starter_cases
from redaction.redactor import Redactor, build_redactor

STEP = 1 if os.environ.get("PRECEDENT_LONG_TESTS") else 8
CASES = list(starter_cases())[::STEP]
SHARE_WITHOUT_HELP = 0.15
"""Of starter cases in which the redactor may be wrong before the list is asked; 45 of all 397 when this was set, twice as many
as before cases held what leaders would type, which is no prose."""


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


@pytest.fixture(scope="module")
def found(redactor: Redactor) -> dict[str, list[str]]:
    return {starter.case.code: _hidden(redactor, starter.case) for starter in CASES}


def _hidden(redactor: Redactor, case: Case, corrections: Corrections = Corrections()) -> list[str]:
    """Recogniser and words of every direct finding in the case's prose, read as one message."""
    text = "\n\n".join(text for _, text in prose(case) if text not in {UNKNOWN, REMOVED})
    discussion = Discussion(source=Source.PLAIN, messages=(Message(text=text),))
    mentions = redactor.redact(discussion, corrections).mentions
    return [f"{m.recognizer}: {text[m.start : m.end]}" for m in mentions if m.kind in DIRECT_KINDS]


def test_nearly_no_starter_case_holds_anything_that_the_redactor_takes_for_a_name(found: dict[str, list[str]]) -> None:
    wrong = {code: mentions for code, mentions in found.items() if mentions}
    assert len(wrong) <= SHARE_WITHOUT_HELP * len(CASES), wrong


def test_the_words_that_name_nobody_cover_the_rest_in_every_case(redactor: Redactor) -> None:
    """A case that is not covered is left out of the archive when it loads."""
    kept = Corrections(keep=names_nobody())
    every = [starter.case for starter in starter_cases()]
    assert {case.code: hidden for case in every if (hidden := _hidden(redactor, case, kept))} == {}
