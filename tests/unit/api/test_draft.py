from dataclasses import replace

from api.workflow.draft import draft_case
from corpus.model.taxonomy import Audience, Channel, Level, Phase
from corpus.readers.reader import read_export
from tests.factories import NOON, a_discussion
from tests.fakes import FakeRedactor


def _draft(*texts: str):
    discussion = a_discussion(*texts)
    return draft_case(FakeRedactor().redact(discussion), discussion)


def test_sentences_find_their_places_in_the_case() -> None:
    draft = _draft(
        "A clip of our high school bathroom is going around on TikTok. Did anyone see it?",
        "We called the families the same day. We locked two restrooms right away.",
        "Locking them backfired, kids were late all week.",
        "In the end it died down. Next time we would post staff first.",
    )
    assert [(a.phase, a.what) for a in draft.actions] == [
        (Phase.SAME_DAY, "We called the families the same day."),
        (Phase.FIRST_HOUR, "We locked two restrooms right away."),
    ]
    assert draft.backfired == ("Locking them backfired, kids were late all week.",)
    assert draft.do_over == ("Next time we would post staff first.",)
    assert draft.outcome_text == "In the end it died down."
    assert draft.situation == ("A clip of our high school bathroom is going around on TikTok.",)
    assert draft.facets.level is Level.HIGH
    assert draft.facets.channels == (Channel.TIKTOK,)


def test_phases_follow_the_clock_where_the_words_do_not_say() -> None:
    discussion = a_discussion("Somebody pulled the alarm again.", "We emailed every family.", "We met the family.")
    hours = (0, 3, 30)
    timed = [
        m.__class__(m.text, m.sender, NOON.replace(day=2 + h // 24, hour=h % 24))
        for m, h in zip(discussion.messages, hours, strict=True)
    ]
    discussion = discussion.__class__(discussion.source, tuple(timed), discussion.participants)
    draft = draft_case(FakeRedactor().redact(discussion), discussion)
    assert [action.phase for action in draft.actions] == [Phase.SAME_DAY, Phase.NEXT_DAY]


def test_a_draft_holds_only_redacted_words() -> None:
    draft = _draft("Jaylen Okafor at Riverbend High filmed it, we called him in.")
    assert "Jaylen" not in repr(draft)
    assert "Riverbend" not in repr(draft)


def test_a_message_that_is_told_becomes_words_used_and_its_action_keeps_the_rest() -> None:
    draft = _draft("I sent a short message to families: we know about a video and are handling it.")
    (words,) = draft.words_used
    assert (words.audience, words.text) == (Audience.FAMILIES, "we know about a video and are handling it.")
    assert [action.what for action in draft.actions] == ["I sent a short message to families."]


def test_a_message_that_is_only_mentioned_is_an_action_alone() -> None:
    draft = _draft("We sent a note to all families the same day.")
    assert draft.words_used == ()
    assert [action.what for action in draft.actions] == ["We sent a note to all families the same day."]


def test_who_did_it_is_read_from_the_words_or_the_senders_role() -> None:
    discussion = a_discussion("The counselor met him at once and we called home.", "I called his mom that day.")
    redaction = FakeRedactor().redact(discussion)
    messages = tuple(replace(m, sender="[Principal 1]") for m in redaction.discussion.messages)
    roles = replace(redaction, discussion=replace(redaction.discussion, messages=messages))
    assert [action.who for action in draft_case(roles, discussion).actions] == ["counselor", "principal"]


def test_the_subject_of_a_mail_and_what_it_quotes_are_no_facts_of_a_draft() -> None:
    discussion = read_export(
        b"From: Ann <ann@x.example>\nTo: Bo <bo@x.example>\nDate: Tue, 12 Mar 2024 19:41:03 -0500\n"
        b"Subject: what we learned from the water (long)\n\nLead came back high in two fountains.\n\n"
        b"> we never tested ours at all\n\nWe shut the fountains."
    )
    draft = draft_case(FakeRedactor().redact(discussion), discussion)
    assert draft.situation == ("Lead came back high in two fountains.",)
    assert [action.what for action in draft.actions] == ["We shut the fountains."]


def test_facts_are_told_by_whoever_began_and_by_others_only_where_that_is_next_to_nothing() -> None:
    answer = "Ours was a vape in the ceiling."
    assert answer not in _said_by_two("The alarm went at noon. Two boys ran out.", answer).situation
    assert answer in _said_by_two("The alarm went at noon.", answer).situation


def _said_by_two(first: str, second: str):
    discussion = a_discussion(first, second)
    redaction = FakeRedactor().redact(discussion)
    messages = zip(redaction.discussion.messages, ("[Person 1]", "[Person 2]"), strict=True)
    spoken = tuple(replace(message, sender=sender) for message, sender in messages)
    return draft_case(replace(redaction, discussion=replace(redaction.discussion, messages=spoken)), discussion)


def test_what_somebody_is_quoted_to_have_done_is_no_step() -> None:
    draft = _draft('Two boys filmed it. A parent said "We called the police." in the lobby.')
    assert draft.actions == ()


def test_what_stands_in_a_letter_is_nobodys_regret() -> None:
    draft = _draft(
        'Two boys filmed it. Take out "we deeply regret it." No child should have to ask. I should have asked.'
    )
    assert (draft.backfired, draft.do_over) == ((), ("I should have asked.",))


def test_a_line_over_a_chat_is_no_fact_and_its_writer_did_not_begin() -> None:
    discussion = a_discussion(
        "copied out of my phone, monday to wednesday", "The alarm went at noon. Two boys ran out.", "Ours was a vape."
    )
    redaction = FakeRedactor().redact(discussion)
    messages = zip(redaction.discussion.messages, (None, "[Person 1]", "[Person 2]"), strict=True)
    spoken = tuple(replace(message, sender=sender) for message, sender in messages)
    draft = draft_case(replace(redaction, discussion=replace(redaction.discussion, messages=spoken)), discussion)
    assert draft.situation == ("The alarm went at noon.", "Two boys ran out.")


def test_what_others_would_do_are_no_words_that_were_sent() -> None:
    assert _draft('One told my front desk that their kids would "bring the scores down for everybody"').words_used == ()
