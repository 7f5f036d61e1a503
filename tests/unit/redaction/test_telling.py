"""What still tells: where it stands, why, and what may stand instead."""

import pytest

from redaction.telling import coarsened, tellings


@pytest.mark.parametrize(
    ("text", "reason", "coarser"),
    [
        ("It began on March 14.", "an exact date", "It began on [spring]."),
        ("It began on 9/28.", "an exact date", "It began on [fall]."),
        ("The damage was $4,350.", "an exact amount", "The damage was [thousands of dollars]."),
        ("Some 1,240 came.", "an exact number", "Some [thousands of] came."),
        ("303 students left.", "an exact number", "[hundreds of] students left."),
        ("The board voted 4-3.", "the count of a vote", "The board voted."),
    ],
)
def test_an_exact_trace_is_found_and_said_more_coarsely(text: str, reason: str, coarser: str) -> None:
    (telling,) = tellings(text)
    assert (telling.reason, telling.exact) == (reason, True)
    assert coarsened(text, exact=True) == coarser
    assert tellings(coarser) == ()


def test_a_rare_fact_is_a_matter_of_its_own() -> None:
    text = "A bear walked into the gym on March 14."
    assert coarsened(text, exact=False) == "A wild animal walked into the gym on March 14."
    assert [telling.exact for telling in tellings(text)] == [False, True]


def test_what_only_a_person_can_word_stays() -> None:
    text = "The only high school in town was sued."
    assert [telling.coarser for telling in tellings(text)] == [None, None]
    assert coarsened(text, exact=False) == text


def test_a_placeholder_tells_nothing() -> None:
    assert tellings("It took [hundreds of dollars] on [3 days later].") == ()
