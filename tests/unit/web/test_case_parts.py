"""A case in its parts: what nobody told is listed once for each reason."""

from dataclasses import replace

from corpus.model.taxonomy import REMOVED, UNKNOWN
from tests.factories import a_case
from web.case_parts import untold_facts


def test_what_was_not_told_stands_under_its_reason() -> None:
    case = replace(a_case(), trigger=UNKNOWN, spread=REMOVED, first_message_after=UNKNOWN)
    assert untold_facts(case) == (
        ("Not known", ("how the leader heard", "when the first message went out")),
        ("Removed, it could identify", ("how it spread",)),
    )


def test_a_case_that_tells_everything_lists_nothing() -> None:
    assert untold_facts(replace(a_case(), trigger="A call", spread="A group chat", first_message_after="An hour")) == ()
