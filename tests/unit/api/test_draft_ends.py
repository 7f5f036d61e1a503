"""Which sentences tell how it ended: some words do everywhere, others only late."""

import pytest

from api.workflow.draft_ends import ends


@pytest.mark.parametrize("text", [
    "Comments died on day 4 after mom herself wrote.", "4pm all discharged.", "There were no more fights.", "And then there was no more.", "Both now settled.", "they shook hands already",
    "Nobody was happy and nobody appealed.", "By May a dozen people came.", "Still teaching.", "He resigned in the summer.", "Two served 3 days, no more knife.", "how it ended for us: a chart.", "10 days later: nothing new at [School 3].", "shes alright, still wears em",
    "filters in, ten weeks on, two families still send bottles", "[Person 7] + baby are fine.", "It stopped in a week.",
    "all at school 8:51.", "LAST CHILD HOME.", "Grandfather was there, both fine.", "[Person 6] is safe tonight.", "They found him at minute eleven.", "Nobody bled.",
    "[Person 1] appealed and lost.", "They voted 4-1 to keep it.",
])  # fmt: skip
def test_an_end_is_told_late(text: str) -> None:
    assert ends(["Two boys filmed it.", text], set()) == (text,)


@pytest.mark.parametrize("text", [
    "The person who called is the reason it stopped at three.", "Are they fine now?", "We stopped the bus.", "I said wait till he's home.", "She is right; we are late.", "[removed], late is fine.", "By spring, when she was killed, we had nothing.", "and no more water bottles.", "I cried, then I was better.",
    "He was fine with a call home first.", "How it went.", "It is the same day, because that's how it's done.", "I asked her to skip it until things settled.", "He won't get in until the last kid is off.",
])  # fmt: skip
def test_what_tells_no_end(text: str) -> None:
    assert ends(["Two boys filmed it.", text], set()) == ()


def test_early_on_the_same_words_tell_of_the_middle() -> None:
    assert ends(["Comments died on day 4.", "Then it began again.", "He came back."], set()) == ()


def test_where_a_time_stands_alone_the_sentence_after_it_tells_the_end() -> None:
    said = [
        "Two boys filmed it.",
        "Called home.",
        "Five weeks on.",
        "She dropped one class.",
        "The boy had a long suspension.",
    ]
    assert ends(said, set()) == ("Five weeks on.", "She dropped one class.")


def test_what_was_done_stays_a_step() -> None:
    step = "We closed one wing and the clips stopped."
    assert ends(["Two boys filmed it.", step], {step}) == ()
