"""Slack: a workspace export (folders of channels, users.json) or one day's file of it."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.model.discussion import Discussion, Message, MessageKind, Source
from corpus.readers.participants import Participants
from corpus.readers.values import moment_of, seconds_of, text_of, words_of

_MARKED = re.compile(r"<([@#!]?)([^<>|\n]{1,2000})(?:\|([^<>\n]{0,2000}))?>")
_SAID_BY_APP = re.compile(r"(?:channel|group|bot|huddle|reminder|pinned|tombstone|file_comment|sh_room)_?\w*")
_BOT = frozenset({"bot_message", "file_share", "me_message", "thread_broadcast"})
_USER_ID = re.compile(r"[UWB][A-Z0-9]{2,20}")


def read_slack(channels: Iterable[object], users: object = None) -> Discussion | None:
    """The discussion of parsed day files, replies set under what they answer, or None where they are no Slack; UTC.

    `users` is the parsed users.json, from which only those who speak or are mentioned are taken.
    """
    found = [message for day in channels for message in _messages(day)]
    if not found:
        return None
    people = _People(users, found)
    ordered = sorted(
        found, key=lambda raw: (seconds_of(raw.get("thread_ts") or raw.get("ts")), seconds_of(raw.get("ts")))
    )
    messages = tuple(_message(raw, people) for raw in ordered)
    return Discussion(Source.SLACK, messages, people.participants.listed())


def _messages(day: object) -> list[Mapping[str, Any]]:
    """All records of a day file once one of them is a Slack message; a record without a time is kept too."""
    found = [raw for raw in day if isinstance(raw, Mapping)] if isinstance(day, list) else []
    ours = any(raw.get("type") == "message" and moment_of(raw.get("ts")) for raw in found)
    return found if ours else []


class _People:
    """Names by user id, gathered as they are needed."""

    def __init__(self, users: object, messages: Iterable[Mapping[str, Any]]) -> None:
        self.participants = Participants()
        listed = users if isinstance(users, list) else []
        self._profiles = {text_of(raw.get("id")): raw for raw in listed if isinstance(raw, Mapping)}
        for raw in messages:
            profile = raw.get("user_profile")
            if isinstance(profile, Mapping):
                self._profiles.setdefault(text_of(raw.get("user")), {"profile": profile})

    def named(self, user: str) -> str:
        raw = self._profiles.get(user, {})
        profile = raw.get("profile")
        profile = profile if isinstance(profile, Mapping) else {}
        names = [text_of(profile.get("real_name")), text_of(raw.get("real_name")), text_of(profile.get("display_name"))]
        reached = [text_of(raw.get("name")), text_of(profile.get("email")), text_of(profile.get("phone"))]
        shown = next(filter(None, (*names, reached[0])), user)
        return self.participants.add(shown, *names, *reached, key=user)


def _message(raw: Mapping[str, Any], people: _People) -> Message:
    said = _readable(words_of(raw.get("text")) or _in_blocks(raw.get("blocks")), people)
    extra = [_readable(line, people) for line in _attached(raw)]
    text = "\n".join([line for line in (said, *(e for e in extra if e and e not in said)) if line])
    subtype = text_of(raw.get("subtype"))
    if subtype and subtype not in _BOT and _SAID_BY_APP.fullmatch(subtype):
        return Message(text, None, moment_of(raw.get("ts")), MessageKind.SYSTEM)
    user, shown = text_of(raw.get("user")), text_of(raw.get("username"))
    if user:
        sender: str | None = people.named(user)
    else:
        sender = people.participants.add(shown, key=text_of(raw.get("bot_id")) or None) if shown else None
    kind = MessageKind.MEDIA_OMITTED if not said and raw.get("files") else MessageKind.TEXT
    return Message(text, sender or None, moment_of(raw.get("ts")), kind)


def _in_blocks(value: object) -> str:
    """The words of rich blocks, without their kinds and styles; for messages that hold no text beside them."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, Mapping):
            user = text_of(each.get("user_id"))
            found.append(f"<@{user}>" if user else text_of(each.get("text")) or text_of(each.get("url")))
            waiting += [each.get("fields"), each.get("elements"), each.get("text")]
    return " ".join(filter(None, found))


def _attached(raw: Mapping[str, Any]) -> Iterable[str]:
    """What a message carries beside its text: shared messages and bot cards in words, files by their titles."""
    for attachment in _mappings(raw.get("attachments")):
        lines = [words_of(attachment.get(field)) for field in ("author_name", "pretext", "title", "text")]
        lines += [f"{text_of(f.get('title'))}: {text_of(f.get('value'))}" for f in _mappings(attachment.get("fields"))]
        yield "\n".join(filter(None, lines)) or text_of(attachment.get("fallback"))
    for file in _mappings(raw.get("files")):
        title = text_of(file.get("title"))
        yield f"[file: {title}]" if title else "[file omitted]"


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _readable(text: str, people: _People) -> str:
    """Slack's marks in words: <@U1> becomes the name, <#C1|hall> "#hall", a link its label and address."""

    def in_words(match: re.Match[str]) -> str:
        mark, target, label = match.groups()
        if mark == "@":
            return "@" + (people.named(target) if _USER_ID.fullmatch(target) else label or target)
        if mark == "#":
            return "#" + (label or target)
        if mark == "!":
            return label or "@" + target
        return f"{label} ({target})" if label and label not in target else target

    return html.unescape(_MARKED.sub(in_words, text))
