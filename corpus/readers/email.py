"""E-mail: .eml and .mbox files, and mail pasted with its headers; quoted replies come apart in quotations.py."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message as Mail
from email.utils import getaddresses, parsedate_to_datetime

from corpus.model.discussion import Discussion, Message, MessageKind, Source
from corpus.readers.bounds import check_mail, check_parts
from corpus.readers.decoding import decode
from corpus.readers.markup import text_of_html
from corpus.readers.participants import Participants
from corpus.readers.quotations import Quoted, take_apart
from corpus.readers.stamps import FIRST_YEAR, DateOrder, read_stamp

_ENVELOPE = re.compile(rb"(?:\A|(?<=\n))From [^\n]{1,200}\d{4}[^\n]{0,20}\r?\n(?=[A-Za-z][\w-]{0,60}:)")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"([A-Za-z][\w-]{0,60}):[ \t]*[^\n]*\n?")
_REPLY_MARK = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)(?:\[\d+\])?: *)+", re.IGNORECASE)
_FEWEST_HEADERS = 3
_FILES = frozenset({"image", "audio", "video", "application", "font", "model"})


def read_email(content: bytes) -> Discussion | None:
    """The discussion of one mail or a box of them, oldest quotation first, or None where `content` is no mail.

    Raises UnreadableExport for far more than a discussion.
    """
    content = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    starts = [match.start() for match in _ENVELOPE.finditer(content)]
    if not starts or starts[0] != 0:
        if not _has_headers(content):
            return None
        check_mail(content)
        return _discussion([content])
    ends = [*starts[1:], len(content)]
    check_mail(content)
    mails = [content[start:end].partition(b"\n")[2] for start, end in zip(starts, ends, strict=True)]
    return _discussion([_ESCAPED_FROM.sub(rb"\1", mail) for mail in mails])


def read_pasted_mail(text: str) -> Discussion | None:
    """The discussion of a mail's body that was pasted without its headers, or None where it quotes no one."""
    said = take_apart(text)
    if all(part.own for part in said):
        return None
    participants = Participants()
    messages = tuple(_quoted(part, participants) for part in said)
    return Discussion(Source.EMAIL, messages, participants.listed())


def _quoted(part: Quoted, participants: Participants) -> Message:
    """A quotation as its author's message; whom it was sent to is noted too."""
    for addressee in _addressed(part.addressees):
        _named(addressee, participants)
    sender = _named(part.sender, participants) if part.sender else None
    return Message(part.text, sender, _date(part.sent or ""))


def _has_headers(content: bytes) -> bool:
    names: set[bytes] = set()
    for line in content[:65536].splitlines(keepends=True):
        match = _HEADER.match(line)
        if match:
            names.add(match[1].lower())
        elif not names or not line.startswith((b" ", b"\t")) or not line.strip():
            break
    return b"from" in names and bool(names & {b"subject", b"date", b"sent"}) and len(names) >= _FEWEST_HEADERS


def _discussion(mails: list[bytes]) -> Discussion:
    participants = Participants()
    seen: set[str] = set()
    messages: list[Message] = []
    subject = ""
    for raw in mails:
        mail = message_from_bytes(raw)
        check_parts(mail)
        topic = _topic(mail)
        messages += _messages(mail, topic if topic != subject else "", participants, seen)
        subject = topic or subject
    return Discussion(Source.EMAIL, tuple(messages), participants.listed())


def _messages(mail: Mail, topic: str, participants: Participants, seen: set[str]) -> Iterator[Message]:
    """The subject where it is new, quotations that no earlier mail held, the mail's own words, mails enclosed in it."""
    sender = _people(mail, participants)
    sent_at = _date(_header(mail, "Date") or _header(mail, "Sent"))
    parts = list(_parts(mail))
    said = [Quoted(topic, None, None, own=True)]
    said += [quoted for part in parts if _holds_text(part) for quoted in take_apart(_text(part))]
    said.append(Quoted(mail.epilogue or "", None, None, own=True))
    for part in said:
        key = " ".join(part.text.split())
        if not key or (not part.own and key in seen):
            continue
        seen.add(key)
        if part.own:
            yield Message(part.text.strip(), sender, sent_at)
        else:
            yield _quoted(part, participants)
    left_out = sum(1 for part in parts if not _holds_text(part) and not part.is_multipart())
    if left_out:
        yield Message(f"[{left_out} file(s) omitted]", sender, sent_at, MessageKind.MEDIA_OMITTED)
    for inner in (
        inner for part in parts if part.is_multipart() for inner in part.get_payload() if isinstance(inner, Mail)
    ):
        yield from _messages(inner, _topic(inner), participants, seen)


def _topic(mail: Mail) -> str:
    return _REPLY_MARK.sub("", _header(mail, "Subject"), count=1).strip()


def _people(mail: Mail, participants: Participants) -> str | None:
    """Notes everyone whom the headers name; the sender's name."""
    names: list[str] = []
    for field in ("From", "Sender", "Reply-To", "To", "Cc", "Bcc"):
        named = [_named(each, participants) for each in _addressed(_header(mail, field))]
        names += named if field == "From" else []
    return names[0] if names else None


def _addressed(header: str) -> list[str]:
    """One "Name <address>" for each person of a header; Outlook parts names by semicolons."""
    if ";" in header and "@" not in header.partition(";")[0].rpartition("<")[0]:
        return [each.strip() for each in header.split(";") if each.strip()]
    pairs = [pair for pair in getaddresses([header]) if any(pair)]
    named = [f"{name} <{address}>" if name else address for name, address in pairs]
    return named or [header.strip()] * bool(header.strip())


def _named(shown: str, participants: Participants) -> str:
    """The participant behind "Name <address>", "address" or "Name"."""
    match = re.fullmatch(
        r"\s*\"?([^<\"]{0,200}?)\"?\s*[<\[(](?:mailto:)?([^<>\[\]()\s]{1,200}@[^<>\[\]()\s]{1,200})[>\])]\s*", shown
    )
    if match:
        return participants.add(match[1] or match[2], match[2], key=match[2].lower())
    known = participants.turned(shown)
    if known:
        return participants.add(known, shown)
    return participants.add(shown, key=shown.strip().lower() if "@" in shown and " " not in shown.strip() else None)


def _header(mail: Mail, field: str) -> str:
    """A header's words, encoded ones decoded; as it stands where that fails."""
    raw = str(mail.get(field, ""))
    try:
        return "".join(_piece(piece, charset) for piece, charset in decode_header(raw)).replace("\n", " ").strip()
    except (HeaderParseError, ValueError):
        return raw


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return decode(piece.encode("utf-8", "surrogateescape")) if not piece.isascii() else piece
    return _decoded(piece, charset)


def _decoded(content: bytes, charset: str | None) -> str:
    try:
        return content.decode(charset or "utf-8").replace("\r\n", "\n")
    except (LookupError, ValueError):
        return decode(content)


def _parts(mail: Mail) -> Iterator[Mail]:
    """The leaves of a mail, one of each alternative, and whole mails that are enclosed in it, not their leaves."""
    if not mail.is_multipart() or mail.get_content_maintype() == "message":
        yield mail
        return
    inner = [part for part in mail.get_payload() if isinstance(part, Mail)]
    for part in _chosen(inner) if mail.get_content_subtype() == "alternative" else inner:
        yield from _parts(part)


def _chosen(parts: list[Mail]) -> list[Mail]:
    """Of a mail's alternative forms the plain one where it says anything, otherwise the last, which is the richest."""
    plain = [part for part in parts if part.get_content_type() == "text/plain" and _text(part).strip()]
    return plain[:1] or parts[-1:]


def _holds_text(part: Mail) -> bool:
    return not part.is_multipart() and part.get_content_maintype() not in _FILES


def _text(part: Mail) -> str:
    payload = part.get_payload(decode=True)
    text = _decoded(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    return text_of_html(text) if part.get_content_subtype() == "html" else text


def _date(text: str) -> datetime | None:
    """Aware where the mail tells its zone; day and month of a pasted mail as Americans order them.

    The standard library comes second: it reads "5:02 PM" as five in the morning.
    """
    stamp = read_stamp(text)
    if stamp:
        return stamp.moment(DateOrder.MONTH_FIRST)
    try:
        told = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return told if told.year >= FIRST_YEAR else None
