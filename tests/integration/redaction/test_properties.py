"""Whatever goes in: redacting twice is redacting once, and nothing outside a mention changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model.discussion import Discussion, Message, Source
from redaction.redactor import build_redactor

REDACTOR = build_redactor(name_model=None)
PIECES = st.sampled_from(
    """denise|Coach Mike|at lincoln hs|mvusd|bus 42|555-0142|bob@school.local|@jay_12|#longlivejaylen|March 14, 2023|
    3/17|$4,350|14 years old|303 suspended|tiktok|FERPA|will|Will|grant|the|said|called|mom is|my son|D e n i s e|\u200b|
    [Person 1]|[removed]|\n|, |. |: |'s|400 N. Sawmill Rd|Mr. Page|hope|IMG_2044.jpg|&amp;|é|ＤＥＮ""".replace(
        "\n", ""
    ).split("|")
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map(" ".join)
SENDERS = st.sampled_from([None, "Dana Whitfield", "Will Page", "+1 555 014 2000", "~Tere"])
DISCUSSIONS = st.lists(st.builds(Message, text=TEXTS, sender=SENDERS), min_size=1, max_size=4).map(
    lambda messages: Discussion(Source.PLAIN, tuple(messages))
)


@settings(max_examples=60, deadline=None)
@given(DISCUSSIONS)
def test_redacting_twice_is_redacting_once(discussion: Discussion) -> None:
    once = REDACTOR.redact(discussion)
    assert REDACTOR.redact(once.discussion).discussion == once.discussion


@settings(max_examples=60, deadline=None)
@given(DISCUSSIONS)
def test_only_mentions_are_replaced_and_their_offsets_are_the_originals(discussion: Discussion) -> None:
    redaction = REDACTOR.redact(discussion)
    rebuilt = []
    for number, message in enumerate(discussion.messages):
        text, position = "", 0
        for mention in (m for m in redaction.mentions if m.message == number):
            assert position <= mention.start < mention.end <= len(message.text)
            text += message.text[position : mention.start] + mention.placeholder
            position = mention.end
        rebuilt.append(text + message.text[position:])
    assert rebuilt == [message.text for message in redaction.discussion.messages]
