"""The door of the readers: the bytes of any export in, a Discussion out. Layouts are told by content, not by name.

What no reader knows becomes plain text; what is no text is refused with a sentence that says what to do instead.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from corpus.errors import UnreadableExport
from corpus.model.discussion import Discussion, Participant
from corpus.outside import storable
from corpus.readers.archives import MOST_IN, Entry, is_archive, read_archive
from corpus.readers.bounds import MOST_TEXT, check_json, check_records, check_text, refuse_more_than
from corpus.readers.decoding import decode
from corpus.readers.email import read_email, read_pasted_mail
from corpus.readers.groupme import read_groupme
from corpus.readers.imessage import read_imessage
from corpus.readers.markup import text_of_html
from corpus.readers.plain import read_conversation, read_plain
from corpus.readers.slack import read_slack
from corpus.readers.table import read_csv, read_json_lines, read_records
from corpus.readers.whatsapp import read_whatsapp

_Export = TypeVar("_Export")
_TEXT_READERS: tuple[Callable[[str], Discussion | None], ...] = (
    read_whatsapp,
    read_csv,
    read_imessage,
    read_pasted_mail,
    read_conversation,
)
_JSON_READERS: tuple[Callable[[object], Discussion | None], ...] = (
    read_groupme,
    lambda value: read_slack([value]),
    read_records,
)
_REFUSALS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "This is a PDF. Open it, copy the conversation and paste it."),
    (b"\x89PNG", "This is a picture. Paste the words of the conversation instead."),
    (b"\xff\xd8\xff", "This is a picture. Paste the words of the conversation instead."),
    (b"GIF8", "This is a picture. Paste the words of the conversation instead."),
    (b"\xd0\xcf\x11\xe0", "This is an old Office or Outlook file. Save it as text, or paste the conversation."),
    (b"{\\rtf", "This text holds fonts and layout. Save it as plain text, or paste the conversation."),
    (b"SQLite format 3", "This is a database. Export the chat as text from the app."),
    (b"\x1f\x8b", "This is a packed file. Unpack it and upload the chat's text file."),
    (b"7z\xbc\xaf", "This is a packed file. Unpack it and upload the chat's text file."),
    (b"Rar!", "This is a packed file. Unpack it and upload the chat's text file."),
)
_MOSTLY_DROPPED = (".json", ".eml", ".mbox", ".htm", ".html")
"""Files that may be large for few words."""
_OFFICE_PARTS = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis")
"""What the zip files that office programs write hold by their standards (ECMA-376 part 2, OpenDocument part 2)."""
_EMPTY = "There is no text in this file. Export the chat again, or paste it."


def read_export(content: bytes, filename: str | None = None) -> Discussion:
    """The discussion that an export holds; `filename` only breaks ties.

    Raises UnreadableExport where there is no text to read, HostileExport where an archive breaks a cap.
    """
    discussion = _read_archive(content) if is_archive(content) else _read_file(content, filename or "")
    if not _says_something(discussion):
        raise UnreadableExport(_EMPTY)
    return storable_discussion(discussion)


def _read_archive(content: bytes) -> Discussion:
    entries = read_archive(content)
    if not entries and any(part in content for part in _OFFICE_PARTS):
        raise UnreadableExport("This is an Office file. Open it, copy the conversation and paste it.")
    return _read_entries(entries)


def _says_something(discussion: Discussion) -> bool:
    return any(message.text.strip() for message in discussion.messages)


def _read_file(content: bytes, filename: str) -> Discussion:
    if len(content) > MOST_IN:
        raise UnreadableExport("This file is larger than 20 MB. Export a shorter stretch of the chat, without media.")
    for start, sentence in _REFUSALS:
        if content.startswith(start):
            raise UnreadableExport(sentence)
    text = decode(content)
    if not text.strip():
        raise UnreadableExport(_EMPTY)
    # A layout that only looks like one of ours may break its reader; the words are still there to be kept.
    try:
        known = _read_known(content, text, filename)
    except (ValueError, LookupError, RecursionError):
        plain = read_plain(text)
        return replace(plain, warnings=("The layout could not be read; the text was kept as it is.",))
    return known if known and _says_something(known) else read_plain(text)


def _read_known(content: bytes, text: str, filename: str) -> Discussion | None:
    if text.lstrip().startswith(("{", "[")) and (value := _checked_json([text])[0]) is not None:
        return _first(_JSON_READERS, value)
    mail = read_email(text.encode() if b"\0" in content else content)
    if mail:
        return mail
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        text = text_of_html(text)
        check_text(text)
        return _first(_TEXT_READERS, text) or read_plain(text)
    check_text(text)
    if filename.lower().endswith((".csv", ".tsv", ".tab")) and (table := read_csv(text)):
        return table
    return read_json_lines(text) or _first(_TEXT_READERS, text)


def _first(readers: Iterable[Callable[[_Export], Discussion | None]], export: _Export) -> Discussion | None:
    return next(filter(None, (read(export) for read in readers)), None)


def _checked_json(texts: Sequence[str]) -> list[object]:
    """Each text's value, None for one that is no JSON; raises UnreadableExport for far too much of it."""
    check_json(texts)
    values = [_json(text) for text in texts]
    check_records(values)
    return values


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _read_entries(entries: tuple[Entry, ...]) -> Discussion:
    """Slack and GroupMe archives as a whole, any other archive as its text files one after another."""
    listed = [entry for entry in entries if entry.path.lower().endswith(".json")]
    values = _checked_json([decode(entry.content) for entry in listed])
    parsed = dict(zip((entry.path for entry in listed), values, strict=True))
    users = next((value for path, value in parsed.items() if PurePosixPath(path).name == "users.json"), None)
    slack = read_slack(parsed.values(), users)
    if slack:
        return slack
    read = [discussion for path, value in parsed.items() if (discussion := _groupme(path, value, parsed))]
    read = read or _one_by_one(entries)
    if not read:
        raise UnreadableExport("This zip file holds no text. Export the chat itself, without media.")
    return read[0] if len(read) == 1 else _joined(read)


def _one_by_one(entries: Iterable[Entry]) -> list[Discussion]:
    """Each file's discussion; raises UnreadableExport as soon as they are too much together."""
    read: list[Discussion] = []
    size = words = 0
    for entry in entries:
        if entry.content.strip():
            size += 0 if entry.path.lower().endswith(_MOSTLY_DROPPED) else len(entry.content)
            refuse_more_than(MOST_TEXT, max(size, words))
            read.append(_read_file(entry.content, entry.path))
            words += sum(len(message.text) for message in read[-1].messages)
    return read


def _groupme(path: str, value: object, parsed: Mapping[str, object]) -> Discussion | None:
    """One group's messages with the members that its neighbouring conversation.json lists."""
    group = parsed.get(str(PurePosixPath(path).with_name("conversation.json")))
    members = group.get("members") if isinstance(group, dict) else None
    return read_groupme(value, members if isinstance(members, list) else [])


def _joined(read: Sequence[Discussion]) -> Discussion:
    """Several discussions of one archive as one; a name that comes back keeps all its aliases."""
    aliases: dict[str, dict[str, None]] = {}
    for participant in (each for discussion in read for each in discussion.participants):
        aliases.setdefault(participant.name, {}).update(dict.fromkeys(participant.aliases))
    return Discussion(
        source=read[0].source,
        messages=tuple(message for discussion in read for message in discussion.messages),
        participants=tuple(Participant(name, tuple(known)) for name, known in aliases.items()),
        warnings=tuple(dict.fromkeys(warning for discussion in read for warning in discussion.warnings)),
    )


def storable_discussion(discussion: Discussion) -> Discussion:
    """JSON escapes can spell characters that no store holds; they are replaced wherever a text may carry them."""
    return replace(
        discussion,
        messages=tuple(
            replace(each, text=storable(each.text), sender=storable(each.sender) if each.sender else None)
            for each in discussion.messages
        ),
        participants=tuple(
            Participant(storable(each.name), tuple(map(storable, each.aliases))) for each in discussion.participants
        ),
        declared_names=tuple(map(storable, discussion.declared_names)),
        warnings=tuple(map(storable, discussion.warnings)),
    )
