"""What a person says about a redaction comes true, however it is written and however recognisers cut the text."""

import pytest

from corpus.model.discussion import Discussion, Message, Source, plain_discussion
from corpus.model.redaction import Corrections
from redaction.redactor import Redactor, build_redactor


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


@pytest.mark.parametrize(
    ("text", "keep"),
    [
        ("José Martínez told all of us", "José Martínez"),
        ("O’Neil told all of us", "O'Neil"),
        ("we asked Jose Martinez at noon", "jose  martinez"),
        ("then vovó came", "vovó"),
    ],
)
def test_what_is_no_name_stays(redactor: Redactor, text: str, keep: str) -> None:
    assert redactor.redact(plain_discussion(text), Corrections(keep=(keep,))).text == text


def test_a_longer_name_is_hidden_though_a_part_of_it_is_to_stay(redactor: Redactor) -> None:
    text = "Grant Whitfield paid from the grant"
    assert "Whitfield" not in redactor.redact(plain_discussion(text), Corrections(keep=("grant",))).text


@pytest.mark.parametrize(
    ("text", "hide"), [("Go \U0001f985 go", "\U0001f985"), ("we won (\U0001f985)", "(\U0001f985)")]
)
def test_a_sign_without_letters_is_hidden(redactor: Redactor, text: str, hide: str) -> None:
    assert "\U0001f985" not in redactor.redact(plain_discussion(text), Corrections(hide=(hide,))).text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("15½ yr old twins", "[high school age] twins"),
        ("a $1½ million settlement", "a [millions of dollars] settlement"),
        ("\f12 kids came", "\f[a dozen or two] kids came"),
    ],
)
def test_odd_signs_leave_nothing_behind(redactor: Redactor, text: str, left: str) -> None:
    assert redactor.redact(plain_discussion(text)).text == left


def test_what_is_added_later_calls_the_same_people_the_same(redactor: Redactor) -> None:
    """A draft that is made of the redacted text, and to which somebody types a name."""
    said = "Kieran Vosloo airdropped it. Kieran's dad Dirk Vosloo called me. Mrs. Okafor saw it on March 3."
    alone = redactor.redact(plain_discussion(said))
    named = {said[mention.start : mention.end]: mention.placeholder for mention in alone.mentions}
    typed = "A picture was airdropped by Kieran Vosloo, and Ms. Lindqvist cried"
    together = Discussion(Source.PLAIN, (Message(said), Message(alone.text), Message(typed)))
    first, copied, added = redactor.redact(together, Corrections(), alone).discussion.messages
    assert first.text == copied.text == alone.text
    assert named["Kieran Vosloo"] in added.text
    assert "Lindqvist" not in added.text
    assert not any(f"Ms. {placeholder}" in added.text for placeholder in named.values())
