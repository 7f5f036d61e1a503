"""The whole redactor on real Presidio and spaCy, patterns and context only (no name model)."""

import pytest

from corpus.model.discussion import Discussion, Message, Participant, Source, plain_discussion
from corpus.model.redaction import Corrections
from redaction.redactor import Redactor, build_redactor

DISCUSSION = Discussion(
    Source.WHATSAPP,
    (
        Message(
            "Hi Tom, ask my AP denise at lincoln hs, coach mike called 555-0142. bob@school.local", "Dana Whitfield"
        ),
        Message(
            "my son jaylen ellison is 14 years old. dana, 400 N. Sawmill Rd. tiktok dare, FERPA. - Carla", "Tom Vang"
        ),
    ),
    (Participant("Dana Whitfield"), Participant("Tom Vang")),
)
SECRETS = (
    "Tom",
    "denise",
    "lincoln",
    "mike",
    "555",
    "bob",
    "jaylen",
    "ellison",
    "dana",
    "Sawmill",
    "Carla",
    "Whitfield",
)


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor(name_model=None)


def test_hides_every_identifier_and_keeps_what_carries_the_meaning(redactor: Redactor) -> None:
    text = redactor.redact(DISCUSSION).text
    assert [secret for secret in SECRETS if secret.lower() in text.lower()] == []
    assert "tiktok dare" in text
    assert "FERPA" in text


def test_gives_one_person_one_placeholder_with_the_role_of_the_text(redactor: Redactor) -> None:
    redaction = redactor.redact(DISCUSSION)
    assert redaction.senders == {"Dana Whitfield": "[Person 1]", "Tom Vang": "[Person 2]"}
    assert redaction.discussion.messages[0].text.startswith(
        "Hi [Person 2], ask my AP [Assistant Principal 1] at [School 1]"
    )
    assert "[Person 1]" in redaction.discussion.messages[1].text


def test_a_post_in_a_senders_name_is_her_role(redactor: Redactor) -> None:
    pasted = "[12/3/24, 9:00 AM] Linda AP: on my way\n[12/3/24, 9:01 AM] Raj: ok Linda"
    assert redactor.redact(plain_discussion(pasted)).text.endswith("] [Person 1]: ok [Assistant Principal 1]")


def test_redacting_twice_changes_nothing(redactor: Redactor) -> None:
    once = redactor.redact(DISCUSSION)
    twice = redactor.redact(once.discussion)
    assert twice.discussion == once.discussion
    assert twice.mentions == ()


def test_corrections_hide_keep_and_join(redactor: Redactor) -> None:
    corrections = Corrections(hide=("tiktok dare",), keep=("coach mike", "mike"), same=(("jaylen ellison", "denise"),))
    text = redactor.redact(DISCUSSION, corrections).text
    assert "tiktok dare" not in text
    assert "coach mike" in text


def test_a_query_reads_on_without_its_names(redactor: Redactor) -> None:
    text, removed = redactor.redact_query("principal hornick at Riverside Elementary, TikTok bathroom vandalism")
    assert text == "principal at school, TikTok bathroom vandalism"
    assert [mention.kind.value for mention in removed] == ["PERSON", "SCHOOL"]


def test_explained_initials_are_not_kept_as_the_word_that_they_spell(redactor: Redactor) -> None:
    text = "Present: Oren Katz (OK), Hal Reyes (HR). HR took the door, OK the phones. Ask human resources."
    redacted = redactor.redact(Discussion(Source.PLAIN, (Message(text),))).discussion.messages[0].text
    assert "OK" not in redacted
    assert "HR" not in redacted


@pytest.mark.parametrize(
    ("said", "discussion"),
    [
        (
            "so qorvane knew",
            Discussion(Source.PLAIN, (Message("Ok.", "Qorvane"), Message("so qorvane knew", "Tom Vang"))),
        ),
        (
            "so qorvane knew",
            Discussion(Source.PLAIN, (Message("so qorvane knew"),), (Participant("Al", ("Qorvane",)),)),
        ),
        ("so qorvane knew", Discussion(Source.PLAIN, (Message("so qorvane knew"),), declared_names=("Qorvane",))),
        ("so pickle knew", Discussion(Source.PLAIN, (Message("Ok.", "Pickle"), Message("so pickle knew", "Tom Vang")))),
        ("so pickle knew", Discussion(Source.PLAIN, (Message("so pickle knew"),), (Participant("Al", ("Pickle",)),))),
        ("so pickle knew", Discussion(Source.PLAIN, (Message("so pickle knew"),), declared_names=("Pickle",))),
    ],
)
def test_whoever_speaks_goes_by_another_name_or_is_declared_is_hidden_in_every_text(
    redactor: Redactor, said: str, discussion: Discussion
) -> None:
    assert redactor.redact(discussion).discussion.messages[-1].text.startswith("so [Person ")
    assert redactor.redact(Discussion(Source.PLAIN, (Message(said.replace("qorvane", "pickle")),))).text.endswith(
        "so pickle knew"
    )
