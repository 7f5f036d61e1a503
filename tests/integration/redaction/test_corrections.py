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


STORY = "Dana Whitfield wrote to Kieran Vosloo. Then the bandit called, and Kip Vosloo met Dana at Riverside Academy."


@pytest.mark.parametrize(
    ("same", "told"),
    [
        ((("Kip Vosloo", "Kieran Vosloo"),), ("[Person 1]", "[Person 2]", "the bandit", "[Person 2]", "[Person 1]")),
        ((("the bandit", "Dana Whitfield"),), ("[Person 1]", "[Person 2]", "[Person 1]", "[Person 3]", "[Person 1]")),
        (
            (("the bandit", "Kip Vosloo"), ("Kip Vosloo", "Dana")),
            ("[Person 1]", "[Person 2]", "[Person 1]", "[Person 1]", "[Person 1]"),
        ),
        ((("nobody here", "the bandit"),), ("[Person 1]", "[Person 2]", "the bandit", "[Person 3]", "[Person 1]")),
    ],
)
def test_whoever_is_said_to_be_one_has_one_placeholder(
    redactor: Redactor, same: tuple[tuple[str, str], ...], told: tuple[str, ...]
) -> None:
    first, second, third, fourth, fifth = told
    wanted = f"{first} wrote to {second}. Then {third} called, and {fourth} met {fifth} at [School 1]."
    for pairs in (same, same[::-1], tuple(pair[::-1] for pair in same)):
        assert redactor.redact(plain_discussion(STORY), Corrections(same=pairs)).text == wanted


@pytest.mark.parametrize(
    "corrections",
    [
        Corrections(keep=("Dana", "Dana Whitfield"), same=(("Dana", "Kip Vosloo"), ("Dana Whitfield", "Dana"))),
        Corrections(keep=("dana", "DANA  WHITFIELD"), hide=("Dana", "Dana Whitfield")),
    ],
)
def test_where_two_corrections_contradict_the_one_that_hides_holds(
    redactor: Redactor, corrections: Corrections
) -> None:
    assert "Dana" not in redactor.redact(plain_discussion(STORY), corrections).text


def test_senders_who_are_one_are_one(redactor: Redactor) -> None:
    said = Discussion(Source.PLAIN, (Message("hi", "Big Bird"), Message("ok", "D. Whitfield"), Message("and", "Kip")))
    senders = redactor.redact(said, Corrections(same=(("D. Whitfield", "Big Bird"),))).senders
    assert senders["Big Bird"] == senders["D. Whitfield"] != senders["Kip"]


TOLD = "Jaylen Okafor's mom Dee called. Marisol Vance called too. Marisol is in 7th grade. Her mom Ana Vance came."


def test_a_role_that_is_put_right_holds_everywhere_and_numbers_follow(redactor: Redactor) -> None:
    discussion = Discussion(Source.PLAIN, (Message(TOLD, "D. Whitfield"), Message("ok Marisol", "Kip Vosloo")))
    before = redactor.redact(discussion)
    roles = (("Marisol Vance", "Student"), ("D. Whitfield", "Principal"), ("Ana Vance", "No such role"))
    after = redactor.redact(discussion, Corrections(roles=roles))
    label = {TOLD[m.start : m.end]: m.placeholder for m in after.mentions if m.message == 0}
    was = {TOLD[m.start : m.end]: m.placeholder for m in before.mentions if m.message == 0}
    assert label["Marisol Vance"] == label["Marisol"]
    assert label["Marisol"].startswith("[Student ")
    assert label["Marisol"] in after.discussion.messages[1].text
    assert after.senders["D. Whitfield"] == "[Principal 1]"
    assert label["Ana Vance"].split()[0] == was["Ana Vance"].split()[0]
    assert len(set(label.values())) == len(set(was.values()))
    assert redactor.redact(discussion, Corrections(roles=roles), after).text == after.text
