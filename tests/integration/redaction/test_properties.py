"""Whatever goes in: redacting twice is redacting once, and nothing outside a mention changes."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.model.discussion import Discussion, Message, Source
from redaction.redactor import build_redactor

REDACTOR = build_redactor(name_model=None)
PIECES = st.sampled_from(
    """denise|Coach Mike|at lincoln hs|mvusd|bus 42|555-0142|bob@school.local|@jay_12|#longlivejaylen|March 14, 2023|
    3/17|$4,350|14 years old|303 suspended|tiktok|FERPA|will|Will|grant|the|said|called|mom is|my son|D e n i s e|
    [Person 1]|[removed]|, |. |: |'s|400 N. Sawmill Rd|Mr. Page|hope|IMG_2044.jpg|é|ＤＥＮ""".replace(
        "\n    ", ""
    ).split("|")
)
ODD = (
    # combining marks, alone and on letters
    "\u0301", "D\u0336e\u0336n\u0336i\u0336s\u0336e\u0336", "e\u0301" * 4, "de\u0301nise", "Z\u0351\u036b\u0343algo",
    # right to left, and marks of direction
    "\u202e", "\u2067Denise\u2069", "مدرسة", "שלום Denise", "\u200fdana\u200e",
    # without width
    "\u200b", "\u200d", "\ufeff", "\u2060", "De\u00adnise", "\u180e", "\u034f",
    # emoji, joined, coloured, flags and half a flag
    "👩\u200d🏫", "👨\u200d👩\u200d👧", "👍🏽", "🇺🇸", "🇺", "Denise👩🏽\u200d🏫", "1\ufe0f\u20e3", "❤\ufe0f",
    # halves of a pair, private, unassigned and forbidden code points
    "\ud83d", "\udc4d", "dan\udcffa", "\ue000", "\uffff", "\U0010ffff", "\x00", "\x07", "\x1b[31m", "\ufffd",
    # blanks and ends of lines
    "\t", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\u00a0", "\u3000", "Dana\tWhitfield", "Dana\r\nWhitfield",
    # very long words
    "a" * 3000, "Denise" * 200, "denise." * 150, "0" * 400, "@" * 300, "-" * 500, "x1" * 400,
    # what only looks like a placeholder
    "[Person 1", "Person 1]", "[[Person 1]]", "[Person  1]", "[Denise 1]", "[person 1]", "[Person 99999]", "[Person 0]",
    "[Assistant Principal 3]", "[Pеrson 1]", "［Person 1］", "[Person\u200b 1]", "[]", "[School 1] Denise", "[that day]",
    "[Teacher Aide 1]'s", "[under $100]", "[local media]", "[[removed]|P1]]",
    # markup, of others and of ours
    "<b>Denise</b>", "<@U02ABC>", "&lt;Denise&gt;", "&#68;enise", "&amp;", "&#0;", "&#x110000;", "&#9999999;", "&nbsp;",
    "*Denise*", "_Denise_", "~~Denise~~", "`denise`", "**[Denise](http://x.example/denise)**", "<script>", "{{denise}}",
    "\\n", "%44enise", "=?utf-8?q?Denise?=", "half ½ and ²", "№ 4", "ﬁnn", "㏂", "ǆ", "İ", "ß", "Σίσυφος",
)  # fmt: skip
"""What phones, mail and those who mean mischief put into a text; not joined by blanks, so that pieces run together."""
TEXTS = st.one_of(
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map(" ".join),
    st.lists(st.one_of(PIECES, st.sampled_from(ODD), st.sampled_from([" ", " ", "\n"])), max_size=12).map("".join),
)
SENDERS = st.sampled_from(
    [None, "Dana Whitfield", "Will Page", "+1 555 014 2000", "~Tere", "[Person 1]", "👩\u200d🏫", ""]
)
DISCUSSIONS = st.lists(st.builds(Message, text=TEXTS, sender=SENDERS), min_size=1, max_size=4).map(
    lambda messages: Discussion(Source.PLAIN, tuple(messages))
)
EVERY_ODD = Discussion(Source.PLAIN, tuple(Message(f"ask {odd} about dana", "Dana Whitfield") for odd in ODD))


@settings(max_examples=80, deadline=None)
@example(EVERY_ODD)
@given(DISCUSSIONS)
def test_redacting_twice_is_redacting_once(discussion: Discussion) -> None:
    once = REDACTOR.redact(discussion)
    assert REDACTOR.redact(once.discussion).discussion == once.discussion


@settings(max_examples=80, deadline=None)
@example(EVERY_ODD)
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


@settings(max_examples=80, deadline=None)
@example("\r\n")
@given(st.lists(st.sampled_from(ODD), max_size=3).map("".join))
def test_a_declared_name_is_hidden_whatever_stands_beside_it(odd: str) -> None:
    """A blank between, and no letter of ours: the name stands for itself however odd its neighbour is."""
    discussion = Discussion(Source.PLAIN, (Message(f"ask {odd} thandiwe {odd} now"),), declared_names=("Thandiwe",))
    assert "thandiwe" not in REDACTOR.redact(discussion).text.lower()
