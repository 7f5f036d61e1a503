"""Text without times: "Name: text" lines where they plainly are a conversation, otherwise one message."""

import re
from collections import Counter

from corpus.model.discussion import Discussion, Message, Source, plain_discussion
from corpus.readers.participants import Participants, could_be_name
from corpus.readers.stamps import even_spaces

_NAME = r"[^\W\d_][\w.'’-]{0,30}"
_PHONE = r"\+?[\d(][\d ().-]{6,20}"
_ADDRESS = r"[\w.+-]{1,40}@[\w.-]{3,60}"
_HEAD = re.compile(rf"(?P<name>~? ?{_NAME}(?: [(\w][\w.'’()-]{{0,30}}){{0,3}}|{_PHONE}|{_ADDRESS}) ?:(?: +|$)")
_HEAD_LENGTH = 120
_FEWEST_HEADS = 3
_FEWEST_NAMES = 2
_LEAST_SHARE = 0.4


def read_conversation(text: str) -> Discussion | None:
    """Messages by "Name: text" heads, or None where the names do not come back as they do in a conversation."""
    lines = even_spaces(text).split("\n")
    heads = [_head(line) for line in lines]
    names = Counter(match["name"] for match in heads if match)
    filled = sum(1 for line in lines if line.strip())
    turns = names.total()
    if len(names) < _FEWEST_NAMES or turns < max(_FEWEST_HEADS, _LEAST_SHARE * filled) or len(names) == turns:
        return None
    return _discussion(lines, heads)


def read_plain(text: str) -> Discussion:
    """The text as one message."""
    return plain_discussion(text.strip())


def _head(line: str) -> re.Match[str] | None:
    match = _HEAD.match(line[:_HEAD_LENGTH])
    return match if match and could_be_name(match["name"]) else None


def _discussion(lines: list[str], heads: list[re.Match[str] | None]) -> Discussion:
    participants = Participants()
    turns: list[tuple[str | None, list[str]]] = [(None, [])]
    for line, head in zip(lines, heads, strict=True):
        if head:
            turns.append((participants.add(head["name"]), [line[head.end() :]]))
        else:
            turns[-1][1].append(line)
    said = [Message("\n".join(part).strip(), sender) for sender, part in turns]
    messages = tuple(message for message in said if message.text or message.sender)
    return Discussion(Source.PLAIN, messages, participants.listed())
