"""WhatsApp's text export in its iOS and Android forms, any locale's date order and clock."""

import re
from dataclasses import dataclass

from corpus.model.discussion import Discussion, Message, MessageKind, Source
from corpus.readers.participants import Participants
from corpus.readers.stamps import CLOCK, MOMENT, Stamp, date_order, even_spaces, moments, read_stamp

_HEAD = re.compile(rf"[\u200e\u200f\u202a]*(?:\[({MOMENT})\] |({MOMENT}) [-–] )", re.IGNORECASE)
_WEB_HEAD = re.compile(rf"\[({CLOCK}), (\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}})\] ", re.IGNORECASE)
"""What is copied out of WhatsApp in a browser: the clock stands before the day."""
_SENDER_LENGTH = 120

_SYSTEM = re.compile(
    r"end-to-end encrypted|security code (?:with .{1,80} )?changed|created (?:this )?group|created (?:this )?community"
    r"|changed (?:the |this )?(?:subject|group|settings|their phone|to )|changed this group's|joined using|joined from"
    r"|(?:added|removed) \S|^\S.{0,80} (?:left|joined|was added|was removed)$|pinned a message|turned (?:on|off)"
    r"|(?:you're|is) now an admin|requested to join|deleted this (?:message|group)|this message was deleted"
    r"|^(?:missed|silenced) (?:voice|video|group)|^(?:voice|video) call|started a (?:voice|video)? ?call|^no answer"
    r"|cifrados de extremo a extremo|código de seguridad|creó (?:el|este) grupo|(?:te )?(?:añadió|agregó)|eliminó a \S"
    r"|salió del grupo|se unió (?:usando|mediante|con)|cambió (?:el|la|de|tu|este)|ahora (?:es|eres) admin"
    r"|eliminó este mensaje|eliminaste este mensaje|mensaje fue eliminado|^(?:video)?llamada (?:de \w{3,5} )?perdida"
    r"|ende-zu-ende-verschlüsselt|criptografia de ponta a ponta|chiffrés de bout en bout|مشفرة تمام|מקצה לקצה",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"^<[^<>\n]{0,40}(?:omitted|omitido|omitida|oculta|omis|omessi|ausgeschlossen|weggelaten)>"
    r"|^(?:image|video|audio|sticker|gif|document|contact card|photo|voice message|video note) omitted"
    r"|^(?:imagen|foto|figurinha|imagem|vídeo|áudio|documento) (?:omitida|omitido|ocultada|oculto)"
    r"|^(?:Bild|Video|Audio|Sticker|Dokument) weggelassen|^<(?:attached|adjunto|Anhang): [^<>\n]{1,200}>"
    r"|^[^\n]{1,200} \((?:file attached|archivo adjunto|Datei angehängt|fichier joint|arquivo anexado)\)",
    re.IGNORECASE,
)
_CAMERA_NAME = re.compile(r"(?:IMG|VID|PTT|AUD|STK)-\d{8}-WA\d{1,6}\.\w{1,5}|\d{4,9}-([A-Z]{3,8})-[\d-]{8,24}\.\w{1,5}")
_NOTICE = re.compile(
    r"(?:this message was deleted(?: by admin [^\n]{1,80})?|you deleted this message"
    r"|waiting for this message(?:\. this may take a while)?|null"
    r"|missed (?:group )?(?:voice|video) call(?:, tap to call back)?|live location shared"
    r"|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado"
    r"|(?:video)?llamada (?:de (?:voz|video) )?perdida(?:, toca para devolver la llamada)?"
    r"|mensagem apagada|você apagou esta mensagem|esta mensagem foi apagada"
    r"|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht"
    r"|ce message a été supprimé|vous avez supprimé ce message|تم حذف هذه الرسالة)\.?",
    re.IGNORECASE,
)
"""What stands behind a sender's name and is the app's all the same."""
_EDITED = re.compile(
    r"\s?\u200e?<(?:This message was edited|Se editó este mensaje|Mensagem editada|Diese Nachricht wurde bearbeitet"
    r"|Ce message a été modifié)\.?>\u200e?\s*$"
)
_ACTORS = re.compile(
    r"([^\n]{1,80}?) (?:added|removed|(?:añadió|agregó|eliminó) a) ([^\n]{1,400})"
    r"|([^\n]{1,80}?) (?:left|joined\b[^\n]{0,80}|created group\b.*)"
    r"|([^\n]{1,80}?) (?:salió del grupo|se unió\b[^\n]{0,80}|creó el grupo\b.*)"
)
_NOT_NAMED = frozenset({"you", "your", "this", "the", "a", "an", "someone", "anyone"})


@dataclass
class _Entry:
    stamp: Stamp
    rest: str
    more: list[str]


def read_whatsapp(text: str) -> Discussion | None:
    """The discussion, or None where `text` is no WhatsApp export; times are naive local times."""
    before, entries = _entries(text)
    spoken = any(_split_sender(entry.rest)[0] for entry in entries)
    if not spoken and (len(entries) <= 1 or all(any(entry.more) for entry in entries)):
        return None
    order, certain = date_order([entry.stamp for entry in entries])
    participants = Participants()
    messages = [Message(before)] if before.strip() else []
    times = moments([entry.stamp for entry in entries], order)
    for entry, sent_at in zip(entries, times, strict=True):
        sender, said, kind = _parted(entry, participants)
        name = participants.add(sender) if sender else None
        if name and kind is MessageKind.SYSTEM:
            name, said = None, f"{name}: {said}"
        messages.append(Message(said, name, sent_at, kind))
    doubt = () if certain else (f"The dates fit day first and month first alike; they were read as {order}.",)
    return Discussion(Source.WHATSAPP, tuple(messages), participants.listed(), warnings=doubt)


def _entries(text: str) -> tuple[str, list[_Entry]]:
    """What stands before the first stamp, and every stamped line with the lines that go on from it."""
    before: list[str] = []
    entries: list[_Entry] = []
    for line in text.split("\n"):
        stamp, end = _head(even_spaces(line[:120]))
        if stamp:
            entries.append(_Entry(stamp, line[end:], []))
        else:
            (entries[-1].more if entries else before).append(line)
    return "\n".join(before), entries


def _head(line: str) -> tuple[Stamp | None, int]:
    """The stamp that opens `line` and where it ends."""
    if match := _HEAD.match(line):
        return read_stamp(match[1] or match[2]), match.end()
    if match := _WEB_HEAD.match(line):
        return read_stamp(f"{match[2]}, {match[1]}"), match.end()
    return None, 0


def _parted(entry: _Entry, participants: Participants) -> tuple[str | None, str, MessageKind]:
    sender, first = _split_sender(entry.rest)
    said = "\n".join((first, *entry.more)).strip()
    marked = said.startswith("\u200e")
    said = _EDITED.sub("", said).replace("\u200e", "").strip()
    if sender and _NOTICE.fullmatch(said):
        return sender, said, MessageKind.SYSTEM
    if not sender or (marked and _SYSTEM.search(said[:400])):
        _add_actors(said, participants)
        own_line = "\n".join((entry.rest, *entry.more)).replace("\u200e", "").strip()
        return None, own_line, MessageKind.SYSTEM
    media = _MEDIA.match(said)
    if media and not said[media.end() :].strip():
        return sender, _CAMERA_NAME.sub(_kind_of_file, said), MessageKind.MEDIA_OMITTED
    return sender, _CAMERA_NAME.sub(_kind_of_file, said) if media else said, MessageKind.TEXT


def _kind_of_file(match: re.Match[str]) -> str:
    """What stands for a camera's file name, which holds a date but none of the sender's words."""
    return (match[1] or "media").lower()


def _split_sender(rest: str) -> tuple[str | None, str]:
    """Sender and text of a stamped line; no sender where the app itself speaks."""
    head, colon, said = even_spaces(rest[: _SENDER_LENGTH + 2]).partition(":")
    if not colon or not head.strip() or (said and not said.startswith((" ", "\u200e"))):
        return None, rest
    if any(quote in head for quote in '"“”«') or _SYSTEM.search(head):
        return None, rest
    return head, rest[len(head) + 1 :].lstrip(" \u00a0\u202f")


def _add_actors(line: str, participants: Participants) -> None:
    """People whom only a system line names: they were there, so the redactor must know them."""
    match = _ACTORS.match(line)
    if not match:
        return
    actor = match[1] or match[3] or match[4]
    added = re.split(r", and |, | and | y ", match[2]) if match[2] else []
    for name in (actor, *added):
        if name.split() and name.split()[0].lower() not in _NOT_NAMED and len(name) < _SENDER_LENGTH:
            participants.add(name.rstrip("."))
