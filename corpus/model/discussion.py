"""A Discussion as a reader found it: who said what, when. Raw, so never stored outside the intake."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Source(StrEnum):
    """The kind of export that a discussion came in."""

    WHATSAPP = "whatsapp"
    IMESSAGE = "imessage"
    GROUPME = "groupme"
    SLACK = "slack"
    EMAIL = "email"
    TABLE = "table"
    PLAIN = "plain"


class MessageKind(StrEnum):
    TEXT = "text"
    SYSTEM = "system"
    MEDIA_OMITTED = "media omitted"


@dataclass(frozen=True)
class Participant:
    """One sender or addressee; `name` as displayed, plus whatever else the export called them."""

    name: str
    aliases: tuple[str, ...] = ()
    """Handles, addresses and phone numbers that stand for the same participant."""


@dataclass(frozen=True)
class Message:
    text: str
    sender: str | None = None
    """The participant's `name`; None where the export names no one."""
    sent_at: datetime | None = None
    """As the export gives it: aware where it carries a zone, naive local time otherwise."""
    kind: MessageKind = MessageKind.TEXT


@dataclass(frozen=True)
class Discussion:
    source: Source
    messages: tuple[Message, ...]
    participants: tuple[Participant, ...] = ()
    declared_names: tuple[str, ...] = ()
    """Names that the contributor added to the dictionary: "anyone else who is meant?"."""
    warnings: tuple[str, ...] = field(default=())
    """What the reader could not place, in sentences without any text of the export."""

    @property
    def plain_text(self) -> str:
        """Every message on its own line, "Sender: text" where the sender is known."""
        return "\n".join(f"{m.sender}: {m.text}" if m.sender else m.text for m in self.messages)


def plain_discussion(text: str) -> Discussion:
    """One message holding `text`: the form in which a query or a loose paste is redacted."""
    return Discussion(source=Source.PLAIN, messages=(Message(text=text),))
