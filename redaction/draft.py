"""One state of a redaction in the making: what was found so far, named, numbered and put in place.

Keeps the way back from the redacted texts to the original ones, so that what a later pass finds in its output can be
placed on the original.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model.discussion import Discussion, Participant
from corpus.model.redaction import EntityKind, Mention, Redaction
from redaction.entities import Entities, Entity
from redaction.manners import Manner, manner_of
from redaction.placeholders import PLACEHOLDER, Placeholders
from redaction.roles import LABELS, PERSON, votes_for
from redaction.said_same import joined_as_said, meant_by
from redaction.words import words


@dataclass(frozen=True)
class Found:
    """A finding on the original text number `part`."""

    part: int
    start: int
    end: int
    kind: EntityKind
    score: float
    recognizer: str


class Draft:
    """Built from a discussion and the findings so far; `texts` is what a reader would see."""

    def __init__(
        self,
        discussion: Discussion,
        found: Sequence[Found],
        same: Sequence[tuple[str, str]],
        earlier: Redaction | None = None,
        roles: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`earlier`: of the discussion's first messages; who was named in it keeps the placeholder. `roles`: as a
        person said them, of whoever is called that.
        """
        self._discussion = discussion
        self._originals = [message.text for message in discussion.messages]
        self._found = sorted(found, key=lambda one: (one.part, one.start))
        self._entities = Entities()
        self._placeholders = Placeholders([*self._originals, *(who.name for who in discussion.participants)])
        self._senders = self._sender_entities()
        given = self._given_by(earlier) if earlier else []
        self._met = [self._entity(one.kind, self._originals[one.part], one.start, one.end) for one in self._found]
        self.met = [*self._senders.items(), *zip(map(self._surface, self._found), self._met, strict=True)]
        """Every sender and everything found, as the original writes it, with whom it means by itself."""
        self._join(same)
        for entity, surface, placeholder in given:
            self._placeholders.give(self._standing.get(entity.id, entity), surface, placeholder)
        self._said_roles = self._roles_as_said(roles)
        self._roles = self._read_roles()
        self.senders = {name: self._sender_placeholder(name, entity) for name, entity in self._senders.items()}
        self.mentions = tuple(self._mention(one, entity) for one, entity in zip(self._found, self._met, strict=True))
        self._by_part: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self._by_part.setdefault(mention.message, []).append(mention)
        rendered = [self._render(part) for part in range(len(self._originals))]
        self.texts = [text for text, _ in rendered]
        self._pieces = [pieces for _, pieces in rendered]

    def original(self, part: int, start: int, end: int) -> list[tuple[int, int]]:
        """The range of redacted text `part` as ranges of the original; placeholders have none."""
        return [
            (origin + max(start, begin) - begin, origin + min(end, stop) - begin)
            for begin, stop, origin in self._pieces[part]
            if max(start, begin) < min(end, stop)
        ]

    def redaction(self) -> Redaction:
        """The finished redaction: placeholders in texts and senders, no aliases, no times."""
        messages = tuple(
            replace(
                message,
                text=text,
                sender=self.senders.get(message.sender, message.sender) if message.sender else None,
                sent_at=None,
            )
            for message, text in zip(self._discussion.messages, self.texts, strict=True)
        )
        people = tuple(Participant(name) for name in dict.fromkeys(self.senders.values()))
        discussion = replace(self._discussion, messages=messages, participants=people, declared_names=())
        return Redaction(discussion, self.mentions, dict(self.senders))

    def _given_by(self, earlier: Redaction) -> list[tuple[Entity, str, str]]:
        """Whoever was named before, as they were called, with their placeholder."""
        given = [
            (self._entity(EntityKind.PERSON, name, 0, len(name)), name, to) for name, to in earlier.senders.items()
        ]
        for one in earlier.mentions:
            text = self._originals[one.message]
            entity = self._entity(one.kind, text, one.start, one.end)
            given.append((entity, text[one.start : one.end], one.placeholder))
        return given

    def _entity(self, kind: EntityKind, text: str, start: int, end: int) -> Entity:
        manner = manner_of(text, start, end) if kind is EntityKind.PERSON else Manner.ANY
        return self._entities.entity(kind, text[start:end], manner)

    def _join(self, same: Sequence[tuple[str, str]]) -> None:
        """Entities that somebody said are one stand for one from here on."""
        self._standing = joined_as_said(same, self.met)
        self._senders = {name: self._standing.get(entity.id, entity) for name, entity in self._senders.items()}
        self._met = [self._standing.get(entity.id, entity) for entity in self._met]

    def _surface(self, one: Found) -> str:
        return self._originals[one.part][one.start : one.end]

    def _sender_entities(self) -> dict[str, Entity]:
        named = [who.name for who in self._discussion.participants]
        named += [message.sender for message in self._discussion.messages if message.sender]
        return {name: self._entity(EntityKind.PERSON, name, 0, len(name)) for name in dict.fromkeys(named)}

    def _sender_placeholder(self, name: str, entity: Entity) -> str:
        if PLACEHOLDER.fullmatch(name):
            return name
        return self._placeholders.placeholder(entity, name, self._role(entity, name))

    def _mention(self, one: Found, entity: Entity) -> Mention:
        surface = self._surface(one)
        placeholder = self._placeholders.placeholder(entity, surface, self._role(entity))
        return Mention(one.part, one.start, one.end, one.kind, entity.id, placeholder, one.recognizer, one.score)

    def _role(self, entity: Entity, name: str = "") -> str:
        if said := self._said_roles.get(entity.id):
            return said
        votes = self._roles.get(entity.id)
        return votes.most_common(1)[0][0] if votes else PERSON

    def _roles_as_said(self, roles: Sequence[tuple[str, str]]) -> dict[str, str]:
        """By id of a person; what is said last holds."""
        return {
            self._standing.get(entity.id, entity).id: label
            for surface, label in roles
            if label in LABELS
            for entity in meant_by(surface, self.met)
        }

    def _read_roles(self) -> dict[str, Counter[str]]:
        roles: dict[str, Counter[str]] = {}
        people: dict[int, list[tuple[Found, Entity]]] = {}
        for one, entity in zip(self._found, self._met, strict=True):
            if one.kind is EntityKind.PERSON:
                people.setdefault(one.part, []).append((one, entity))
        for part, met in people.items():
            tokens = words(self._originals[part])
            starts = [word.start for word in tokens]
            for one, entity in met:
                first, last = bisect_left(starts, one.start), bisect_left(starts, one.end) - 1
                if first <= last:
                    votes = votes_for(tokens, first, last, self._originals[part])
                    roles.setdefault(entity.id, Counter()).update(votes)
        return roles

    def _render(self, part: int) -> tuple[str, list[tuple[int, int, int]]]:
        """The redacted text, and its verbatim pieces as (start, end, start in the original)."""
        original = self._originals[part]
        out: list[str] = []
        pieces: list[tuple[int, int, int]] = []
        length = position = 0
        for mention in (*self._by_part.get(part, ()), None):
            end = mention.start if mention else len(original)
            out.append(original[position:end])
            pieces.append((length, length + end - position, position))
            length += end - position
            if mention:
                out.append(mention.placeholder)
                length += len(mention.placeholder)
                position = mention.end
        return "".join(out), pieces
