"""A mail's body taken apart: its own words, and what it quotes, with senders where they are certain."""

import re
from dataclasses import dataclass, replace

from corpus.readers.stamps import MOMENT, even_spaces

_ON_WROTE = re.compile(
    rf"(?:On|El) (?P<sent>{MOMENT}|[^\n<>]{{6,60}}?\d\d?:\d\d(?: ?[ap]\. ?m\.|[ap]m)?),?"
    r" +(?P<sender>[^\n]{1,160}?) (?:wrote|escribió): *",
    re.IGNORECASE,
)
_DIVIDER = re.compile(
    r"[-_ ]{3,}(?:original message|forwarded message)?[-_ ]{3,}|_{8,}|begin forwarded message:",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[*_]{0,2}(from|sent|date|to|cc|bcc|subject|reply-to|importance|de|enviado(?: el)?|fecha|para|asunto):"
    r"[*_]{0,2}[ \t]*(.*)",
    re.IGNORECASE,
)
_IN_ENGLISH = {
    "de": "from",
    "enviado": "sent",
    "enviado el": "sent",
    "fecha": "date",
    "para": "to",
    "asunto": "subject",
}
_LONGEST_ATTRIBUTION = 3
_DEEPEST = 50
_MOST_FIELD_LINES = 40


@dataclass(frozen=True)
class Quoted:
    """One person's words out of a body."""

    text: str
    sender: str | None
    """As the attribution shows it, "Name <address>" or a name; None where none is certain."""
    sent: str | None
    """The attribution's date, as printed."""
    own: bool
    """True for what the mail's own sender wrote, or can't be told from it."""
    addressees: str = ""
    """To and Cc of the attribution, as printed."""


def take_apart(body: str) -> list[Quoted]:
    """The body's parts: quotations first, oldest first, where they all end it; otherwise in the body's own order.

    Quoted lines without an attribution stay in the words around them, marks and all.
    """
    return _parts(even_spaces(body).replace("\r\n", "\n").split("\n"), 0)


def _parts(lines: list[str], deep: int) -> list[Quoted]:
    parts: list[list[Quoted]] = []
    own: list[str] = []
    number = 0
    while number < len(lines):
        found = _quotation(lines, number, deep)
        if found is None:
            own.append(lines[number])
            number += 1
            continue
        parts.append(_own(own))
        parts.append(found[0])
        own = []
        number = found[1]
    parts.append(_own(own))
    filled = [part for part in parts if part]
    if [part[0].own for part in filled] == [True, False]:
        filled.reverse()
    return [quoted for part in filled for quoted in part]


def _own(lines: list[str]) -> list[Quoted]:
    text = "\n".join(lines).strip()
    return [Quoted(text, None, None, own=True)] if text else []


def _quotation(lines: list[str], number: int, deep: int) -> tuple[list[Quoted], int] | None:
    """The quotation that starts at `number` and the line after it; None where none starts there."""
    if deep >= _DEEPEST:
        return None
    line = lines[number].lstrip()
    if line.startswith(">"):
        opens = number == 0 or not lines[number - 1].startswith(">")
        return _within_marks(lines, number, deep) if opens else None
    if line[:3].lower() in ("on ", "el "):
        return _below_attribution(lines, number, deep)
    if _FIELD.match(line) or _DIVIDER.fullmatch(line[:80].strip()):
        return _below_header(lines, number, deep)
    return None


def _within_marks(lines: list[str], number: int, deep: int) -> tuple[list[Quoted], int] | None:
    """A quotation whose attribution is marked like the lines below it, as telephones send it."""
    end = number
    while end < len(lines) and lines[end].startswith(">"):
        end += 1
    inner = [line[1:].removeprefix(" ") for line in lines[number:end]]
    if not inner or not inner[0].strip():
        return None
    if inner[0][:3].lower() in ("on ", "el "):
        found = _below_attribution(inner, 0, deep, whole=True)
    else:
        found = _below_header(inner, 0, deep)
    return (found[0], end) if found and found[1] == len(inner) else None


def _below_attribution(
    lines: list[str], number: int, deep: int, *, whole: bool = False
) -> tuple[list[Quoted], int] | None:
    """An attribution such as "On <date>, <name> wrote:", over up to three lines, with marked lines below it.

    All lines below belong to it where it names an address and nothing is marked, or where `whole` says so.
    """
    for length in range(1, _LONGEST_ATTRIBUTION + 1):
        joined = " ".join(line.strip()[:300] for line in lines[number : number + length]).replace("< ", "<")
        match = _ON_WROTE.fullmatch(joined)
        if match:
            break
    else:
        return None
    start = number + length
    while start < len(lines) and not lines[start].strip():
        start += 1
    end = start
    while end < len(lines) and lines[end].startswith(">") and not whole:
        end += 1
    inner = [line[1:].removeprefix(" ") for line in lines[start:end]]
    if end == start and (whole or "@" in match["sender"]):
        end = len(lines)
        inner = lines[start:]
    sender = match["sender"].strip().replace("(<", "<").replace(">)", ">")
    return (_attributed(inner, sender, match["sent"], deep), end) if inner else None


def _below_header(lines: list[str], number: int, deep: int) -> tuple[list[Quoted], int] | None:
    """Outlook's "From: Sent: To: Subject:" block, with or without a line above it; all below it is quoted."""
    start = number if _FIELD.match(lines[number].lstrip()) else number + 1
    while start < len(lines) and start <= number + 2 and not lines[start].strip():
        start += 1
    fields, end = _fields(lines, start)
    if "from" not in fields or not ("sent" in fields or "date" in fields):
        return None
    # The same strings again, not a copy of their text: fifty quotations may each hold all that follow.
    inner = [*filter(None, (fields.get("subject", ""),)), *lines[end:]]
    addressees = ", ".join(fields[field] for field in ("to", "cc", "bcc", "reply-to") if field in fields)
    return _attributed(inner, fields["from"], fields.get("sent") or fields["date"], deep, addressees), len(lines)


def _fields(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The header's fields by their English names, a folded list of addressees as one, and the line after them."""
    fields: dict[str, str] = {}
    name = ""
    end = start
    while end < min(len(lines), start + _MOST_FIELD_LINES):
        match = _FIELD.match(lines[end].lstrip())
        if match and (name := _IN_ENGLISH.get(match[1].lower(), match[1].lower())) not in fields:
            fields[name] = match[2].strip()
        elif not match and name in ("to", "cc", "bcc") and lines[end].strip() and fields[name].endswith((";", ",")):
            fields[name] += " " + lines[end].strip()
        else:
            break
        end += 1
    return fields, end


def _attributed(inner: list[str], sender: str, sent: str, deep: int, addressees: str = "") -> list[Quoted]:
    """The quoted body's own parts, its author's words given to the one whom the attribution names."""
    return [
        replace(part, sender=sender, sent=sent, own=False, addressees=addressees) if part.own else part
        for part in _parts(inner, deep + 1)
    ]
