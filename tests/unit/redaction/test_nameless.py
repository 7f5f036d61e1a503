import pytest

from redaction.nameless import worth_reading


def test_a_text_that_nobody_redacted_is_read_whole() -> None:
    assert worth_reading("ok\nwe met at 3. fine then") == "ok\nwe met at 3. fine then"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[Person 1]: we met at noon. I saw Wells there! ok", "I saw Wells there!"),
        ("[Principal 2] told denise\nfine then", "principal told denise"),
        ("[removed] on [that day]. Kids were sad", ""),
        ("[Person 1] asked will to come. ok", "person asked will to come."),
        ("[School 1] and then Riverside called", "school and then Riverside called"),
        ("[Person 1] 8:14 PM: Mr [Teacher 1] saw it on TikTok in 6th", ""),
        ("[Person 1]: Mr Hope saw it on TikTok", "person : Mr Hope saw it on TikTok"),
    ],
)
def test_only_sentences_that_may_hold_a_name_are_left(text: str, left: str) -> None:
    assert " ".join(worth_reading(text).split()) == left


def test_offsets_stay_and_nothing_joins_across_a_blank() -> None:
    text = "[Person 1] and Denise. we went home. Hornick left"
    read = worth_reading(text)
    assert len(read) == len(text)
    assert read.index("Hornick") == text.index("Hornick")
    assert "\n" in read[read.index("Denise") : read.index("Hornick")]
