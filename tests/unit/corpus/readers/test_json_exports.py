"""GroupMe and Slack: parsed JSON to messages, names and aliases."""

import json

import pytest

from corpus.model.discussion import MessageKind
from corpus.readers.groupme import read_groupme
from corpus.readers.reader import read_export
from corpus.readers.slack import read_slack
from tests.unit.corpus.readers.test_archives import zipped

USERS = [
    {"id": "U0AAA1", "name": "pstone", "profile": {"real_name": "Pilar Stone", "display_name": "Pili", "email": "p@x.example", "phone": "555-0101"}},
    {"id": "U0BBB2", "name": "omar", "real_name": "Omar Field", "profile": {}},
    {"id": "U0CCC3", "name": "silent", "real_name": "Silent One"},
]  # fmt: skip


def groupme(**fields: object) -> dict[str, object]:
    return {
        "id": "1",
        "group_id": "9",
        "created_at": 1710272463,
        "name": "Ann",
        "user_id": "7",
        "text": "hi",
        "attachments": [],
    } | fields


def slack(text: str, ts: str = "1710272463.000200", **fields: object) -> dict[str, object]:
    return {"type": "message", "user": "U0AAA1", "text": text, "ts": ts} | fields


@pytest.mark.parametrize(("fields", "sender", "text", "kind"), [
    ({}, "Ann", "hi", MessageKind.TEXT),
    ({"text": None, "attachments": [{"type": "image", "url": "u"}]}, "Ann", "<image omitted>", MessageKind.MEDIA_OMITTED),
    ({"attachments": [{"type": "location", "name": "North gate"}]}, "Ann", "hi\n<location: North gate>", MessageKind.TEXT),
    ({"attachments": [{"type": "mentions", "user_ids": ["7"]}]}, "Ann", "hi", MessageKind.TEXT),
    ({"text": ["call ", {"text": "home"}]}, "Ann", "call  home", MessageKind.TEXT),
    ({"system": True, "text": "Ann left"}, None, "Ann left", MessageKind.SYSTEM),
    ({"sender_type": "system", "text": "Ann left"}, None, "Ann left", MessageKind.SYSTEM),
])  # fmt: skip
def test_groupme_messages(fields: dict[str, object], sender: str | None, text: str, kind: MessageKind) -> None:
    found = read_groupme([groupme(**fields)])
    assert found is not None
    assert [(each.sender, each.text, each.kind) for each in found.messages] == [(sender, text, kind)]
    assert found.messages[0].sent_at is not None
    assert found.messages[0].sent_at.isoformat() == "2024-03-12T19:41:03+00:00"


@pytest.mark.parametrize("created_at", [0, -62135596800, "-1", 10**400, "nan", None, [1710272463]])
def test_what_is_no_time_of_any_chat_is_none(created_at: object) -> None:
    found = read_groupme([groupme(created_at=created_at)])
    assert found is not None
    assert [(each.text, each.sent_at) for each in found.messages] == [("hi", None)]


def test_groupme_keeps_one_participant_through_nicknames_and_sorts_by_time() -> None:
    found = read_groupme(
        {"response": {"messages": [groupme(name="Annie", text="two", created_at=1710272500), groupme(text="one")]}}
    )
    assert found is not None
    assert [(each.sender, each.text) for each in found.messages] == [("Ann", "one"), ("Ann", "two")]
    assert found.participants[0].aliases == ("7", "Annie")


def test_a_groupme_archive_names_members_who_never_spoke() -> None:
    group = {
        "members": [{"user_id": "7", "nickname": "Ann"}, {"user_id": "8", "nickname": "Quiet", "name": "Quill Reed"}]
    }
    content = zipped(
        ("9/message.json", json.dumps([groupme()]).encode()), ("9/conversation.json", json.dumps(group).encode())
    )
    found = read_export(content)
    assert [(each.name, each.aliases) for each in found.participants] == [
        ("Ann", ("7",)),
        ("Quiet", ("8", "Quill Reed")),
    ]


@pytest.mark.parametrize(("raw", "sender", "text", "kind"), [
    (slack("hi"), "Pilar Stone", "hi", MessageKind.TEXT),
    (slack("ask <@U0BBB2>"), "Pilar Stone", "ask @Omar Field", MessageKind.TEXT),
    (slack("ask <@U0ZZZ9>"), "Pilar Stone", "ask @U0ZZZ9", MessageKind.TEXT),
    (slack("in <#C01|hall> <!here> &lt;3 &amp;"), "Pilar Stone", "in #hall @here <3 &", MessageKind.TEXT),
    (slack("<https://x.example|the form>"), "Pilar Stone", "the form (https://x.example)", MessageKind.TEXT),
    (slack("<@U0AAA1> has joined the channel", subtype="channel_join"), None, "@Pilar Stone has joined the channel", MessageKind.SYSTEM),
    (slack("ping", user=None, subtype="bot_message", username="Alarm", bot_id="B1"), "Alarm", "ping", MessageKind.TEXT),
    (slack("", files=[{"title": "letter"}]), "Pilar Stone", "[file: letter]", MessageKind.MEDIA_OMITTED),
    (slack("see", attachments=[{"author_name": "Omar", "text": "what he wrote"}]), "Pilar Stone", "see\nOmar\nwhat he wrote", MessageKind.TEXT),
    (slack("") | {"text": ["call", {"text": "home"}]}, "Pilar Stone", "call home", MessageKind.TEXT),
    (slack("see", attachments=[{"text": {"text": "his words"}}]), "Pilar Stone", "see\nhis words", MessageKind.TEXT),
    (slack("hi", user="U0NEW"), "U0NEW", "hi", MessageKind.TEXT),
])  # fmt: skip
def test_slack_messages(raw: dict[str, object], sender: str | None, text: str, kind: MessageKind) -> None:
    found = read_slack([[raw]], USERS)
    assert found is not None
    assert [(each.sender, each.text, each.kind) for each in found.messages] == [(sender, text, kind)]


def test_a_slack_archive_sets_replies_under_what_they_answer() -> None:
    first = [slack("q", ts="1.0"), slack("other", ts="2.0", user="U0BBB2")]
    second = [slack("a", ts="3.0", thread_ts="1.0", user="U0BBB2")]
    found = read_export(zipped(
        ("users.json", json.dumps(USERS).encode()), ("channels.json", b'[{"id":"C1","name":"hall"}]'),
        ("hall/2024-03-12.json", json.dumps(first).encode()), ("hall/2024-03-13.json", json.dumps(second).encode())))  # fmt: skip
    assert [(each.sender, each.text) for each in found.messages] == [
        ("Pilar Stone", "q"),
        ("Omar Field", "a"),
        ("Omar Field", "other"),
    ]
    assert found.participants[0].aliases == ("U0AAA1", "Pili", "pstone", "p@x.example", "555-0101")
    assert [each.name for each in found.participants] == ["Pilar Stone", "Omar Field"]


def test_words_that_stand_in_slacks_blocks_alone_are_kept() -> None:
    said = [
        {"type": "text", "text": "Call "},
        {"type": "user", "user_id": "U0BBB2"},
        {"type": "text", "text": " first"},
    ]
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "Bus 12"}},
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": said}]},
    ]
    found = read_slack([[slack("", blocks=blocks)]], USERS)
    assert found is not None
    assert found.messages[0].text.split() == ["Bus", "12", "Call", "@Omar", "Field", "first"]
