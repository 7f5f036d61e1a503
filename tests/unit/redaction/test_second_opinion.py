import pytest

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.recognizers.names import DOUBTS
from redaction.second_opinion import SecondOpinion

TEXT = "ask whitfield about the bill that is the norm in brooklyn"


def _found(word: str, recognizer: str, kind: EntityKind = EntityKind.PERSON) -> Finding:
    start = TEXT.index(word)
    return Finding(start, start + len(word), kind, 0.5, recognizer)


def _ruled_out(word: str, recognizer: str, *read: Finding, kind: EntityKind = EntityKind.PERSON) -> bool:
    return SecondOpinion(read, len(TEXT)).rules_out(_found(word, recognizer, kind), TEXT)


def test_a_guess_goes_where_the_model_sees_no_hint_of_a_name() -> None:
    assert _ruled_out("whitfield", "NameCues")
    assert not _ruled_out("whitfield", "NameCues", _found("whitfield", DOUBTS))
    assert not _ruled_out("whitfield", "NameCues", _found("whitfield", "Names"))
    assert _ruled_out("whitfield", "NameCues", _found("bill", DOUBTS))


def test_a_number_that_the_model_found_is_no_hint_of_a_name() -> None:
    assert _ruled_out("whitfield", "NameCues", _found("whitfield", "Names", EntityKind.ID))
    assert _ruled_out("whitfield", "NameCues", _found("whitfield", DOUBTS, EntityKind.AGE))


def test_what_another_recogniser_guessed_is_no_hint_of_a_name() -> None:
    assert _ruled_out("whitfield", "NameCues", _found("whitfield", "FirstNames"), _found("whitfield", "NameCues"))


@pytest.mark.parametrize("word", ["bill", "norm", "brooklyn"])
def test_an_echo_of_an_everyday_word_needs_a_name_and_a_cue_beside_it_a_hint(word: str) -> None:
    assert _ruled_out(word, "ThreadNames", _found(word, DOUBTS))
    assert not _ruled_out(word, "ThreadNames", _found(word, "Names"))
    assert not _ruled_out(word, "NameCues", _found(word, DOUBTS))


def test_an_echo_of_a_rare_word_needs_a_hint() -> None:
    assert not _ruled_out("whitfield", "ThreadNames", _found("whitfield", DOUBTS))


def test_what_was_declared_or_stands_as_a_sender_is_never_ruled_out() -> None:
    for recognizer in ("KnownNames", "Headers", "Prefixes", "SpacedOut", "Names"):
        assert not _ruled_out("whitfield", recognizer)


def test_of_places_only_the_word_of_a_school_named_elsewhere_is_ruled_out() -> None:
    assert _ruled_out("whitfield", "ThreadNames", kind=EntityKind.SCHOOL)
    assert not _ruled_out("whitfield", "ThreadNames", _found("whitfield", DOUBTS), kind=EntityKind.SCHOOL)
    assert not _ruled_out("whitfield", "SchoolNames", kind=EntityKind.SCHOOL)
    assert not _ruled_out("whitfield", "ThreadNames", kind=EntityKind.LOCATION)
