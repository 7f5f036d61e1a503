"""Tables: CSV, TSV, JSON Lines and lists of JSON objects whose columns for sender, time and text can be told."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence

from corpus.model.discussion import Discussion, Message, Source
from corpus.readers.participants import Participants
from corpus.readers.stamps import Stamp, date_order, moments, read_stamp
from corpus.readers.values import moment_of, text_of, words_of

_TEXT = ("text", "message text", "message body", "message", "body", "content", "comment", "msg", "said")
_SENDER = ("sender name", "sender", "from name", "from", "author", "name", "display name", "user name", "username",
           "user", "participant", "speaker", "person", "who")  # fmt: skip
_TIME = ("message date", "timestamp", "datetime", "date time", "date/time", "sent at", "created at", "date sent",
         "time", "date", "sent", "created", "when", "ts")  # fmt: skip
_ALIAS = frozenset({"phone", "phone number", "number", "email", "e-mail", "address", "handle", "sender id", "user id",
                    "from id", "author id", "sender phone", "sender email"})  # fmt: skip
_APP = frozenset({"id", "type", "status", "service", "guid", "delivered date", "read date", "edited date", "message id",
                  "channel id", "attachment type", "date unixtime", "is from me", "is read", "row id", "#", "index",
                  "timestamp edited", "color", "avatar url"})  # fmt: skip
"""What an app notes down by itself; metadata, dropped."""
_DELIMITERS = (",", "\t", ";", "|")
_LONGEST_HEADING = 40
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3
_EPOCH = re.compile(r"[0-9]{9,10}(?:\.[0-9]{1,9})?|(?P<milliseconds>[0-9]{12,13})")
_LONGEST_STAMP = 60
_PEOPLE_FIELDS = ("nickname", "display_name", "displayName", "real_name", "name", "email", "id")


def read_csv(text: str) -> Discussion | None:
    """The discussion of a delimited table with or without headings, or None where no columns can be told."""
    text = text.lstrip("\n")
    first = text.partition("\n")[0]
    for delimiter in sorted(_DELIMITERS, key=first.count, reverse=True):
        if delimiter not in first:
            continue
        rows = _rows(text, delimiter)
        headed = _headed(rows) or _unheaded(rows)
        if headed:
            return _discussion(headed)
    return None


def read_json_lines(text: str) -> Discussion | None:
    """The discussion of one JSON object a line, or None where a line is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        return read_records([json.loads(line) for line in text.split("\n") if line.strip()])
    except (ValueError, RecursionError):
        return None


def read_records(value: object) -> Discussion | None:
    """The discussion of a list of objects, or of one under "messages", or None where their fields can't be told."""
    records = value.get("messages") if isinstance(value, dict) else value
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        return None
    rows = [{_heading(str(field)): _cell(_heading(str(field)), cell) for field, cell in r.items()} for r in records]
    headings = [heading for row in rows for heading in row]
    return _discussion(rows) if _is_told(headings) else None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error:
        return []


def _headed(rows: list[list[str]]) -> list[dict[str, str]]:
    """Rows by the headings of the first; cells beyond them under their number."""
    if len(rows) < _FEWEST_ROWS:
        return []
    headings = [_heading(cell) for cell in rows[0]]
    told = _is_told(headings) and len(set(headings)) == len(headings)
    return [_numbered(headings, row) for row in rows[1:]] if told else []


def _numbered(headings: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return {headings[n] if n < len(headings) else f"column {n + 1}": cell for n, cell in enumerate(row)}


def _unheaded(rows: list[list[str]]) -> list[dict[str, str]]:
    """Rows whose columns tell themselves: times in one, the longest of the others text, the most repeated names."""
    width = len(rows[0]) if rows else 0
    if len(rows) < _FEWEST_ROWS or width < _FEWEST_COLUMNS or any(len(row) != width for row in rows):
        return []
    columns = list(zip(*rows, strict=True))
    times = [n for n in range(width) if all(_moment(cell) for cell in columns[n])]
    others = [n for n in range(width) if n not in times]
    if len(times) != 1:
        return []
    text = max(others, key=lambda n: sum(map(len, columns[n])))
    sender = min((n for n in others if n != text), key=lambda n: len(set(columns[n])))
    if len(set(columns[sender])) == len(rows):
        return []
    names = {times[0]: "time", text: "text", sender: "sender"}
    return [{names.get(n, f"column {n + 1}"): cell for n, cell in enumerate(row)} for row in rows]


def _heading(cell: str) -> str:
    spaced = "".join(
        f" {char}" if char.isupper() and before.islower() else char
        for before, char in zip(" " + cell, cell, strict=False)
    )
    return " ".join(spaced.replace("_", " ").lower().split())


def _is_told(headings: Sequence[str]) -> bool:
    found = set(headings)
    short = all(len(heading) <= _LONGEST_HEADING for heading in found)
    return short and bool(found & set(_TEXT)) and bool(found & set(_SENDER) or found & set(_TIME))


def _cell(heading: str, value: object) -> str:
    """A JSON field as text: of a person the name, of runs of text their words, of the rest all words."""
    if heading in _SENDER and isinstance(value, dict):
        return next(filter(None, (text_of(value.get(field)) for field in _PEOPLE_FIELDS)), "") or words_of(value)
    if heading in _TEXT and isinstance(value, list):
        return "".join(text_of(run.get("text")) if isinstance(run, dict) else text_of(run) for run in value)
    return words_of(value)


def _discussion(rows: Sequence[dict[str, str]]) -> Discussion:
    participants = Participants()
    drafts = [_draft(dict(row), participants) for row in rows]
    stamps = [when for _, _, when in drafts if isinstance(when, Stamp)]
    order, certain = date_order(stamps)
    placed = iter(moments(stamps, order))
    messages = tuple(
        Message(said, sender, next(placed) if isinstance(when, Stamp) else moment_of(when))
        for said, sender, when in drafts
        if said or sender
    )
    doubt = () if certain else (f"The dates fit day first and month first alike; they were read as {order}.",)
    return Discussion(Source.TABLE, messages, participants.listed(), warnings=doubt)


def _draft(row: dict[str, str], participants: Participants) -> tuple[str, str | None, Stamp | str | None]:
    """Text, sender and time of one row; columns that are none of these stand below the text under their headings."""
    said = _take(row, _TEXT).strip()
    shown = _take(row, _SENDER).strip()
    when = _take_time(row)
    aliases = [row.pop(heading).strip() for heading in list(row) if heading in _ALIAS]
    if not shown and aliases:
        shown = next(filter(None, aliases), "")
    sender = participants.add(shown, *aliases) if shown else None
    return "\n".join((said, *_left(row))).strip(), sender, when


def _left(row: dict[str, str]) -> Iterator[str]:
    for heading, cell in row.items():
        if cell.strip() and heading not in _APP:
            yield f"{heading}: {cell.strip()}"


def _take(row: dict[str, str], headings: Sequence[str]) -> str:
    for heading in headings:
        if row.get(heading, "").strip():
            return row.pop(heading)
    return ""


def _take_time(row: dict[str, str]) -> Stamp | str | None:
    """The row's moment, from one column or from a date and a clock in two; what is no moment stays in the row."""
    both = _moment(f"{row.get('date', '')} {row.get('time', '')}")
    if both:
        row.pop("date", None)
        row.pop("time", None)
        return both
    for heading in _TIME:
        moment = _moment(row.get(heading, ""))
        if moment:
            row.pop(heading)
            return moment
    return None


def _moment(cell: str) -> Stamp | str | None:
    cell = cell.strip()
    epoch = _EPOCH.fullmatch(cell)
    if epoch:
        return f"{int(cell) / 1000}" if epoch["milliseconds"] else cell
    return read_stamp(cell) if len(cell) < _LONGEST_STAMP else None
