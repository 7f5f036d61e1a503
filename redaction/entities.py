"""Findings become entities: which mentions of one discussion mean the same person, school or place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.model.redaction import EntityKind
from redaction.known_names import LONG, parts
from redaction.lexicon import is_common, is_first_name, nicknames
from redaction.reading import once

LEVEL_WORDS = frozenset(
    """elementary elem middle high junior jr hs ms es jhs primary intermediate academy prep preparatory charter
    montessori school schools k-8 k8 magnet unified usd isd csd district public county city sd uhsd the st street ave
    avenue rd road""".split()
)


@dataclass
class Entity:
    """One person, school, place ... of a discussion; `names` holds the words of every form met so far."""

    kind: EntityKind
    number: int
    names: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"{self.kind.value}-{self.number}"


class Entities:
    """The entities of one discussion, in order of first mention."""

    def __init__(self, same: Sequence[tuple[str, str]] = ()) -> None:
        self._all: dict[EntityKind, list[Entity]] = {}
        self._met: dict[tuple[EntityKind, tuple[str, ...]], Entity] = {}
        self._last: dict[str, int] = {}
        self._clock = 0
        self._same = [(_words(EntityKind.PERSON, left), _words(EntityKind.PERSON, right)) for left, right in same]

    def entity(self, kind: EntityKind, surface: str) -> Entity:
        """The entity that `surface` means, the most recent one where several fit; a new one where none does."""
        words = _words(kind, surface)
        entity = self._met.get((kind, words)) or self._fitting(kind, words) or self._new(kind)
        if words not in entity.names:
            entity.names.append(words)
        self._clock += 1
        self._last[entity.id] = self._clock
        self._met[kind, words] = entity
        return entity

    def _fitting(self, kind: EntityKind, words: tuple[str, ...]) -> Entity | None:
        """The entity met last of those that the words fit."""
        fitting = [entity for entity in self._all.get(kind, ()) if self._fits(entity, words)]
        return max(fitting, key=lambda entity: self._last[entity.id], default=None)

    def _new(self, kind: EntityKind) -> Entity:
        entity = Entity(kind, len(self._all.setdefault(kind, [])) + 1)
        self._all[kind].append(entity)
        return entity

    def _fits(self, entity: Entity, words: tuple[str, ...]) -> bool:
        if any(
            (words == left and right in entity.names) or (words == right and left in entity.names)
            for left, right in self._same
        ):
            return True
        if words in entity.names:
            return True
        if entity.kind is EntityKind.PERSON:
            longest = max(entity.names, key=len)
            return once(("same person", longest), " ".join(words), lambda _: same_person(longest, words))
        if entity.kind in (EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION, EntityKind.ORGANIZATION):
            return any(same_place(known, words) for known in entity.names)
        return False


def _words(kind: EntityKind, surface: str) -> tuple[str, ...]:
    if kind is EntityKind.PERSON:
        return tuple(parts(surface)) or (surface.lower(),)
    if kind in (EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION, EntityKind.ORGANIZATION):
        every = tuple(surface.lower().replace(".", "").split())
        return tuple(word for word in every if word not in LEVEL_WORDS) or every
    return (" ".join(surface.lower().split()),)


def same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """True where one name can be a form of the other: "dana whitfield", "dana", "whitfield", "d whitfield", "dw"."""
    if len(words) > len(known):
        known, words = words, known
    if len(words) == 1:
        word = words[0]
        return any(_alike(word, part) for part in known) or (
            len(known) > 1 and word in ("".join(part[0] for part in known), *_joined(known))
        )
    return _alike(words[0], known[0]) and _alike(words[-1], known[-1])


def _joined(known: tuple[str, ...]) -> tuple[str, ...]:
    first, last = known[0], known[-1]
    return first + last, first[0] + last, first + last[0], last + first[0]


def _alike(one: str, other: str) -> bool:
    if one == other or one in nicknames(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    if len(longer) < LONG or len(longer) - len(shorter) > 1:
        return False
    return _one_edit_apart(shorter, longer) and not (is_common(shorter) or is_first_name(shorter))


def _one_edit_apart(shorter: str, longer: str) -> bool:
    """True where one letter more, other, or moved elsewhere makes one word of the other."""
    first = next((at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), None)
    if first is None:
        return True
    if len(shorter) < len(longer):
        return shorter[first:] == longer[first + 1 :]
    last = len(longer)
    while shorter[last - 1] == longer[last - 1]:
        last -= 1
    return (
        shorter[first + 1 : last] == longer[first : last - 1] or shorter[first : last - 1] == longer[first + 1 : last]
    )


def same_place(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """True where one name opens the other ("riverside" and "riverside park") or is made of its first letters."""
    shorter, longer = sorted((known, words), key=len)
    if longer[: len(shorter)] == shorter:
        return True
    if len(shorter) == 1 and len(shorter[0]) >= 2:
        letters = "".join(word[0] for word in longer)
        return shorter[0][: len(letters)] == letters and len(shorter[0]) - len(letters) <= 2 and len(shorter[0]) <= 5
    return False
