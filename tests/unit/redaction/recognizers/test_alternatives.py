import regex

from redaction.recognizers.alternatives import any_of

WORDS = "at|as|a|street|st|strasse|min|minute|minutes"


def test_letters_that_words_share_are_looked_at_once() -> None:
    assert any_of("at|as") == "a(?:s|t)"


def test_it_matches_the_words_and_nothing_else() -> None:
    expression = regex.compile(any_of(WORDS))
    assert all(expression.fullmatch(word) for word in WORDS.split("|"))
    assert not any(expression.fullmatch(word) for word in ("", "stre", "minut", "sta", "ata"))


def test_the_longest_word_wins() -> None:
    assert regex.match(any_of(WORDS), "minutes ago").group() == "minutes"
