"""What still tells: where it stands, why, and what may stand instead."""

import pytest

from corpus.errors import RedactionIncomplete
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
        ("The board voted 4 to 3.", "the count of a vote", "The board voted."),
        ("It passed in a 4-3 vote.", "the count of a vote", "It passed in a divided vote."),
        ("It passed in a 7-0 vote.", "the count of a vote", "It passed in a unanimous vote."),
        ("It began on 14 March.", "an exact date", "It began on [spring]."),
        ("It began the 14th of March, 2023.", "an exact date", "It began [spring 2022-23]."),
        ("It began on Tuesday the 14th.", "an exact date", "It began on [that day]."),
        ("44 students left.", "an exact number", "[dozens of] students left."),
        ("Forty-four students left.", "an exact number", "[dozens of] students left."),
        ("We suspended 9.", "an exact number", "We suspended [several]."),
        ("It cost 4,350 dollars.", "an exact amount", "It cost [thousands of dollars]."),
        ("A 14-year-old boy fell.", "an exact age", "A [high school age] boy fell."),
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


@pytest.mark.parametrize(
    ("text", "reason", "coarser"),
    [
        (
            "The superintendent's twin daughters saw it.",
            "the family of somebody known",
            "The superintendent's daughters saw it.",
        ),
        ("A board member's oldest son began it.", "the family of somebody known", None),
        ("It was the mayor's nephew.", "the family of somebody known", None),
        ("He is the only deaf boy here.", "the only or first of its kind", "He is the only special boy here."),
        ("They were the only Somali family.", "the only or first of its kind", None),
        ("Our first Black superintendent left: the first Black superintendent.", "the only or first of its kind", None),
        ("The identical twins sat apart.", "twins", "The siblings sat apart."),
        ("The interim principal said no.", "an interim post", "The principal said no."),
    ],
)
def test_who_somebody_is_beside_somebody_known_is_rare(text: str, reason: str, coarser: str | None) -> None:
    assert reason in [telling.reason for telling in tellings(text) if not telling.exact]
    assert coarsened(text, exact=False) == (coarser or text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first day of school.",
        "They meet on the first school day.",
        "That was the only rule the school cited.",
        "The principal's office called; the coach's son was the only one.",
        "A pair of twin beds, the only kid.",
    ],
)
def test_what_every_school_has_is_not_rare(text: str) -> None:
    assert tellings(text) == ()


def test_what_only_a_person_can_word_stays() -> None:
    text = "The only high school in town was sued."
    assert [telling.coarser for telling in tellings(text)] == [None, None]
    assert coarsened(text, exact=False) == text


def test_a_placeholder_tells_nothing() -> None:
    assert tellings("It took [hundreds of dollars] on [3 days later].") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Three of the four families answered; about twenty students came.",
        "A few thousand dollars, several hundred thousand dollars, a thousand dollars.",
        "It was open 24/7, for 30 minutes, with a 504 plan, and somebody called 911.",
        "Nine-year-olds settle faster than grade 5 students in room 12.",
        "The board voted after 9:30 to 10:15.",
    ],
)
def test_what_says_no_more_than_a_band_tells_nothing(text: str) -> None:
    assert tellings(text) == ()


def test_a_text_that_was_not_read_to_its_end_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr("redaction.recognizers.dates.Dates.find", fails)
    with pytest.raises(RedactionIncomplete):
        tellings("It began on March 14, and nobody had read this before.")
