"""What a redaction found and put in place: Mentions, Placeholders and the redacted Discussion."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.model.discussion import Discussion


class EntityKind(StrEnum):
    """What a mention names. The first block identifies directly, the second only in combination."""

    PERSON = "PERSON"
    SCHOOL = "SCHOOL"
    DISTRICT = "DISTRICT"
    LOCATION = "LOCATION"
    ORGANIZATION = "ORGANIZATION"
    ADDRESS = "ADDRESS"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    URL = "URL"
    HANDLE = "HANDLE"
    ID = "ID"

    DATE = "DATE"
    AGE = "AGE"
    COUNT = "COUNT"
    MONEY = "MONEY"
    TRACE = "TRACE"
    """File names, mascots, dockets, slogans: what leads a search engine to the place."""


DIRECT_KINDS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.SCHOOL,
        EntityKind.DISTRICT,
        EntityKind.LOCATION,
        EntityKind.ADDRESS,
        EntityKind.EMAIL,
        EntityKind.PHONE,
        EntityKind.URL,
        EntityKind.HANDLE,
        EntityKind.ID,
    }
)


@dataclass(frozen=True)
class Span:
    """A half-open range of characters of one kind; offsets count code points of the original text."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True)
class Mention:
    """One span of one message that names an Entity, and what stands there instead."""

    message: int
    """Index into the discussion's messages; the sender line is not a mention."""
    start: int
    end: int
    kind: EntityKind
    entity: str
    """Id of the entity within this discussion, such as "PERSON-2"; the same wherever it is meant."""
    placeholder: str
    """What a reader sees: "[Principal 1]", "[School 2]", "[removed]", or a generalised "last spring"."""
    recognizer: str
    """Name of the recogniser or of the link that found it; shown to the reviewer as the reason."""
    score: float = 1.0
    """Confidence between 0 and 1, as the recogniser gives it."""


@dataclass(frozen=True)
class Corrections:
    """What a person said about a redaction; applied to the whole discussion when it is redacted again."""

    hide: tuple[str, ...] = ()
    """Texts to hide wherever they stand: "hide this too"."""
    keep: tuple[str, ...] = ()
    """Texts that name nobody: "this isn't a name"."""
    same: tuple[tuple[str, str], ...] = ()
    """Pairs of surface texts that mean the same entity: "same person everywhere"."""
    roles: tuple[tuple[str, str], ...] = ()
    """A surface text of a person and the role that they have: "Jaylen is a Student". One that no reader knows is left
    aside."""

    def joined(self, more: "Corrections") -> "Corrections":
        """All of both, each once; what is said later of a text that was to be hidden, or kept, and of a role, holds."""
        return Corrections(
            hide=_each_once(self.hide, more.hide, but=more.keep),
            keep=_each_once(self.keep, more.keep, but=more.hide),
            same=tuple(dict.fromkeys(self.same + more.same)),
            roles=tuple(dict(self.roles + more.roles).items()),
        )


def _each_once(texts: tuple[str, ...], more: tuple[str, ...], *, but: tuple[str, ...]) -> tuple[str, ...]:
    taken_back = set(but) - set(more)
    return tuple(dict.fromkeys((*(text for text in texts if text not in taken_back), *more)))


@dataclass(frozen=True)
class Redaction:
    """The redaction of one whole discussion: every recogniser finished, and a last look found no more."""

    discussion: Discussion
    """The redacted discussion: placeholders in texts and senders, no aliases, no exact times."""
    mentions: tuple[Mention, ...]
    """In order of message and start; offsets refer to the original messages."""
    senders: dict[str, str] = field(default_factory=dict)
    """Original participant name to placeholder."""

    @property
    def text(self) -> str:
        return self.discussion.plain_text
