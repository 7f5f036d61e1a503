"""GroupMe: the messages of its data export (message.json, conversation.json) or of its web interface."""

from collections.abc import Mapping, Sequence
from typing import Any

from corpus.model.discussion import Discussion, Message, MessageKind, Source
from corpus.readers.participants import Participants
from corpus.readers.values import moment_of, seconds_of, text_of, words_of


def read_groupme(value: object, members: Sequence[object] = ()) -> Discussion | None:
    """The discussion of a parsed message.json, oldest message first, or None where `value` is none; times in UTC.

    `members` are those of conversation.json, who may never have spoken.
    """
    found = _messages(value)
    if not found:
        return None
    participants = Participants()
    ordered = sorted(found, key=lambda message: seconds_of(message.get("created_at")))
    messages = tuple(_message(each, participants) for each in ordered)
    for member in members:
        if isinstance(member, Mapping):
            names = [text_of(member.get(field)) for field in ("nickname", "name")]
            participants.add(next(filter(None, names), ""), *names, key=_key(member.get("user_id")))
    return Discussion(Source.GROUPME, messages, participants.listed())


def _messages(value: object) -> list[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        inner = value.get("response", value)
        value = inner.get("messages") if isinstance(inner, Mapping) else None
    if not isinstance(value, list):
        return []
    found = [each for each in value if isinstance(each, Mapping)]
    ours = [each for each in found if "created_at" in each and ("group_id" in each or "source_guid" in each)]
    return found if ours and len(ours) == len(found) == len(value) else []


def _message(raw: Mapping[str, Any], participants: Participants) -> Message:
    said = words_of(raw.get("text"))
    attached = raw.get("attachments")
    marks = [_mark(each) for each in attached if isinstance(each, Mapping)] if isinstance(attached, list) else []
    text = "\n".join(filter(None, (said, *marks)))
    sent_at = moment_of(raw.get("created_at"))
    if raw.get("system") is True or raw.get("sender_type") == "system":
        return Message(text, None, sent_at, MessageKind.SYSTEM)
    name = text_of(raw.get("name"))
    sender = participants.add(name, key=_key(raw.get("user_id") or raw.get("sender_id")))
    return Message(text, sender or None, sent_at, MessageKind.TEXT if said else MessageKind.MEDIA_OMITTED)


def _mark(attachment: Mapping[str, Any]) -> str:
    """A line for what was attached; kinds that only point into the text or at another message leave none."""
    kind, name = text_of(attachment.get("type")), text_of(attachment.get("name"))
    if kind in ("mentions", "reply", "emoji", ""):
        return ""
    return f"<{kind}: {name}>" if name else f"<{kind} omitted>"


def _key(value: object) -> str | None:
    return text_of(value) or None
