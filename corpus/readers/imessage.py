"""Pasted and exported conversations whose heads hold a name and a time: Messages on Apple devices and its kin.

A layout is one grammar for the head of a message. The layout that fits most lines is used for the whole text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model.discussion import Discussion, Message, MessageKind, Source
from corpus.readers.participants import Participants, could_be_name
from corpus.readers.stamps import CLOCK, MOMENT, Stamp, date_order, even_spaces, moments, read_stamp

_DAY = r"(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))"
_WHEN = rf"(?:{MOMENT}|(?:{_DAY},?(?: at)? )?{CLOCK})"
_NAME = r"(?P<name>[^\s:,;<>\[\](){}|\"][^:;<>\[\]{}|\"\n\t]{0,60}?)"
_ALIAS = r"(?: \((?P<alias>[^()\n]{3,60})\))?"
_HEAD_LENGTH = 200
_SAMPLE_LINES = 2000
_FEWEST = 2
_LEAST_SHARE = 0.5


def _layout(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_INLINE = (
    _layout(rf"\[?(?P<when>{_WHEN})\]?,? ?[-–—]? ?(?:from )?{_NAME}{_ALIAS}(?: to [^:\n]{{1,40}}?)?:(?: |$)"),
    _layout(rf"{_NAME} ?[,(\[] ?(?P<when>{_WHEN})[)\]]? ?:(?: |$)"),
    _layout(rf"(?P<when>{_WHEN})\t+ ?(?:from )?{_NAME}:?\t+"),
)
_OWN_LINE = (
    _layout(rf"{_NAME}{_ALIAS}(?:,|  | [-–—·•|]|\t|:| (?=[\[(])) ?[\[(]?(?P<when>{_WHEN})[\])]?:?$"),
    _layout(rf"{_NAME}{_ALIAS} [\[(]?(?P<when>{MOMENT})[\])]?:?$"),
    _layout(rf"(?P<when>{_WHEN}),? (?:[-–—] )?(?:from|to) {_NAME}{_ALIAS}(?: - [^\n]{{1,40}})?:?$"),
    _layout(rf"\[(?P<when>{_WHEN})\] {_NAME}$"),
)
_NAME_OVER_DATE = _layout(rf"{_NAME}(?: <(?P<alias>[^<>\s]{{1,80}}@[^<>\s]{{1,80}})>)?\n *(?P<when>{MOMENT})$")
_NAME_OVER_CLOCK = _layout(rf"{_NAME}\n *(?P<when>{_WHEN})$")
_TWO_LINES = (_NAME_OVER_DATE, _NAME_OVER_CLOCK)
"""As Slack, Teams and Gmail give what is copied out of their windows."""
_LOOSE = _layout(rf"{_NAME}{_ALIAS} (?P<when>{_WHEN})$")
_ALSO_AGENDAS = (_LOOSE, _NAME_OVER_CLOCK)
"""Nothing but space between name and time, as an agenda has it too: taken where the names come back."""
_TIMED = _layout(rf"\[?{_WHEN}")
_STAMP_LINE = _layout(rf"(?P<when>{MOMENT})(?: \(Read [^()\n]{{1,80}}\))?$")
_NAME_LINE = _layout(rf"{_NAME}$")
_DIVIDER = _layout(rf"(?:{_WHEN}|{_DAY}|iMessage|Text Message|Delivered|Read {_WHEN}|[-=_]{{8,}})$")


@dataclass
class _Entry:
    name: str
    alias: str
    stamp: Stamp | None
    lines: list[str]


def read_imessage(text: str) -> Discussion | None:
    """The discussion, or None where no layout heads two messages; times only where a head holds a date."""
    lines = even_spaces(text).split("\n")
    layout = _best_layout(lines[:_SAMPLE_LINES])
    if layout is None:
        return None
    before, entries = _entries(lines, layout)
    stamps = [entry.stamp for entry in entries if entry.stamp]
    order, certain = date_order(stamps)
    times = iter(moments(stamps, order))
    participants = Participants()
    messages = [Message(before)] if before else []
    for entry in entries:
        sender = participants.add(entry.name, entry.alias)
        sent_at = next(times) if entry.stamp else None
        for said, kind in _parts(entry.lines):
            messages.append(Message(said, sender if kind is MessageKind.TEXT else None, sent_at, kind))
    doubt = () if certain else (f"The dates fit day first and month first alike; they were read as {order}.",)
    return Discussion(Source.IMESSAGE, tuple(messages), participants.listed(), warnings=doubt)


def _best_layout(lines: list[str]) -> re.Pattern[str] | None:
    heads = {layout: _heads(lines, layout) for layout in _LAYOUTS}
    best = max(heads, key=lambda layout: len(heads[layout]))
    names = heads[best]
    repeated = len(set(names)) < len(names) and len(set(names)) > 1
    doubted = best in _ALSO_AGENDAS or _looks_like_a_log(lines, best, len(names))
    return best if len(names) >= _FEWEST and (repeated or not doubted) else None


def _looks_like_a_log(lines: list[str], layout: re.Pattern[str], heads: int) -> bool:
    """Whether most lines that begin with a time name nobody behind it: then a colon further on proves no sender."""
    return layout in _INLINE and heads < _LEAST_SHARE * sum(1 for line in lines if _TIMED.match(line[:_HEAD_LENGTH]))


def _heads(lines: list[str], layout: re.Pattern[str]) -> list[str]:
    found = (_head(lines, number, layout) for number in range(len(lines)))
    return [head[0].name for head in found if head]


_LAYOUTS = (*_INLINE, *_OWN_LINE, *_TWO_LINES, _STAMP_LINE, _LOOSE)


def _head(lines: list[str], number: int, layout: re.Pattern[str]) -> tuple[_Entry, int] | None:
    """The message that line `number` opens and how many lines its head takes; None where it opens none."""
    line = lines[number]
    if layout in _TWO_LINES:
        line = "\n".join(lines[number : number + 2])
    match = layout.match(line[:_HEAD_LENGTH])
    if not match or (layout not in _INLINE and len(line) > _HEAD_LENGTH):
        return None
    stamp = read_stamp(match["when"])
    if layout is _STAMP_LINE:
        named = _NAME_LINE.match(lines[number + 1][:_HEAD_LENGTH]) if number + 1 < len(lines) else None
        return (_Entry(named["name"], "", stamp, []), 2) if named and stamp else None
    name = match["name"].strip(" ,")
    if not could_be_name(name) or _DIVIDER.match(line[:_HEAD_LENGTH]):
        return None
    alias = (match.groupdict().get("alias") or "").strip()
    entry = _Entry(name, alias, stamp, [line[match.end() :]] if layout in _INLINE else [])
    return entry, 2 if layout in _TWO_LINES else 1


def _entries(lines: list[str], layout: re.Pattern[str]) -> tuple[str, list[_Entry]]:
    before: list[str] = []
    entries: list[_Entry] = []
    number = 0
    while number < len(lines):
        found = _head(lines, number, layout)
        if found:
            entries.append(found[0])
            number += found[1]
            continue
        (entries[-1].lines if entries else before).append(lines[number])
        number += 1
    return "\n".join(before).strip(), entries


def _parts(lines: list[str]) -> Iterator[tuple[str, MessageKind]]:
    """What the sender wrote, and each divider ("Today 9:41 AM") that the app set below it."""
    said = list(lines)
    dividers: list[str] = []
    while len(said) > 1 and (not said[-1].strip() or _DIVIDER.match(said[-1].strip()[:_HEAD_LENGTH])):
        dividers.insert(0, said.pop().strip())
    yield "\n".join(said).strip(), MessageKind.TEXT
    for divider in filter(None, dividers):
        if not set(divider) <= set("-=_"):
            yield divider, MessageKind.SYSTEM
