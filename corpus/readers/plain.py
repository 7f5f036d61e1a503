"""Text without times: "Name: text" lines where they plainly are a conversation, otherwise one message."""

import re
from collections import Counter
from itertools import pairwise

from corpus.model.discussion import Discussion, Message, Source, plain_discussion
from corpus.readers.participants import Participants, could_be_name
from corpus.readers.stamps import even_spaces

_NAME = r"[^\W\d_][\w.'’-]{0,30}"
_PHONE = r"\+?[\d(][\d ().-]{6,20}"
_ADDRESS = r"[\w.+-]{1,40}@[\w.-]{3,60}"
_HEAD = re.compile(rf"(?P<name>~? ?{_NAME}(?: [(\w][\w.'’()-]{{0,30}}){{0,3}}|{_PHONE}|{_ADDRESS}) ?:(?: +|$)")
_ALONE = re.compile(rf"(?P<name>{_NAME}(?: {_NAME}){{0,3}}|{_PHONE}) *")
_HEAD_LENGTH = 120
_FEWEST_HEADS = 3
_FEWEST_NAMES = 2
_LEAST_SHARE = 0.4
_FEWEST_ALONE, _LEAST_SHARE_ALONE, _MOSTLY = 4, 0.2, 0.6


def read_conversation(text: str) -> Discussion | None:
    """Messages by "Name: text" heads, or None where the names do not come back as they do in a conversation."""
    lines = even_spaces(text).split("\n")
    heads = [_head(line) for line in lines]
    names = Counter(match["name"] for match in heads if match)
    filled = sum(1 for line in lines if line.strip())
    turns = names.total()
    if len(names) < _FEWEST_NAMES or turns < max(_FEWEST_HEADS, _LEAST_SHARE * filled) or len(names) == turns:
        return _below_names(lines)
    return _discussion(lines, heads)


def _below_names(lines: list[str]) -> Discussion | None:
    """Messages each below a line of a name alone, as Messages gives what is copied; None where few names come back."""
    heads = _names_alone(lines)
    names = Counter(match["name"] for match in heads if match)
    back = {name: times for name, times in names.items() if times > 1}
    filled = [match for line, match in zip(lines, heads, strict=True) if line.strip()]
    fewest = max(_FEWEST_ALONE, _LEAST_SHARE_ALONE * len(filled), _MOSTLY * names.total())
    whole = any(" " in name for name in back)
    if len(back) < _FEWEST_NAMES or sum(back.values()) < fewest or not whole:
        return None
    return None if any(a and b for a, b in pairwise(filled)) else _discussion(lines, heads)


def _names_alone(lines: list[str]) -> list[re.Match[str] | None]:
    """Of each line, whether it is a name; one that comes but once is only where it has several words.

    A single word below a name is what is said ("Yes"), and a lone name on top that of the group.
    """
    heads = [_name_alone(line) for line in lines]
    times = Counter(match["name"] for match in heads if match)
    before: re.Match[str] | None = None
    first = True
    for number, (line, match) in enumerate(zip(lines, heads, strict=True)):
        if not line.strip():
            continue
        once = match and times[match["name"]] == 1 and (first or " " not in match["name"])
        if match and (once or (before and " " not in match["name"])):
            heads[number] = None
        before, first = heads[number], False
    return heads


def _name_alone(line: str) -> re.Match[str] | None:
    match = _ALONE.fullmatch(line) if len(line) <= _HEAD_LENGTH else None
    capital = match and not any(word[0].islower() for word in match["name"].split())
    return match if match and capital and could_be_name(match["name"]) else None


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
