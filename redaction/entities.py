"""Findings become entities: which mentions of one discussion mean the same person, school or place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.model.redaction import EntityKind
from redaction.known_names import LONG, parts
from redaction.lexicon import is_common, is_first_name, nicknames
from redaction.manners import Manner
from redaction.name_keys import (
    LETTERS_MORE,
    SHORT_FORM,
    asked_of_person,
    asked_of_place,
    initials,
    joined,
    keys_of_person,
    keys_of_place,
)

LEVEL_WORDS = frozenset(
    """elementary elem middle high junior jr hs ms es jhs primary intermediate academy prep preparatory charter
    montessori school schools k-8 k8 magnet unified usd isd csd district public county city sd uhsd the st street ave
    avenue rd road""".split()
)

_PLACES = frozenset({EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION, EntityKind.ORGANIZATION})


@dataclass
class Entity:
    """One person, school, place ... of a discussion; `names` holds the words of every form met so far."""

    kind: EntityKind
    number: int
    names: list[tuple[str, ...]] = field(default_factory=list)
    manner: Manner = Manner.ANY
    """How a person is spoken of, as far as it is known; THE for a family."""

    @property
    def id(self) -> str:
        return f"{self.kind.value}-{self.number}"


class Entities:
    """The entities of one discussion, in order of first mention."""

    def __init__(self) -> None:
        self._count: Counter[EntityKind] = Counter()
        self._met: dict[tuple[EntityKind, tuple[str, ...], Manner], Entity] = {}
        self._kept: dict[tuple[EntityKind, str], dict[str, Entity]] = {}
        self._last: dict[str, int] = {}
        self._clock = 0

    def entity(self, kind: EntityKind, surface: str, manner: Manner = Manner.ANY) -> Entity:
        """The entity that `surface` means, the most recent one where several fit; a new one where none does."""
        words = words_of(kind, surface)
        if manner is Manner.THE and not self._is_a_family(words):
            manner = Manner.ANY
        entity = self._met.get((kind, words, manner)) or self._fitting(kind, words, manner) or self._new(kind)
        entity.manner = entity.manner or manner
        if words not in entity.names:
            entity.names.append(words)
            self._keep(entity, words)
        self._clock += 1
        self._last[entity.id] = self._clock
        self._met[kind, words, manner] = entity
        return entity

    def _fitting(self, kind: EntityKind, words: tuple[str, ...], manner: Manner) -> Entity | None:
        """The entity met last of those that the words fit."""
        fitting = [one for one in self._near(kind, words) if _spoken_of_alike(one.manner, manner) and fits(one, words)]
        return max(fitting, key=lambda entity: self._last[entity.id], default=None)

    def _is_a_family(self, words: tuple[str, ...]) -> bool:
        """True for "the Garcias" once a Garcia was named and nobody called Garcias."""
        if len(words) > 1 or not words[0].endswith("s"):
            return False
        singular = {words[0].removesuffix("s"), words[0].removesuffix("es")}
        near = [one for key in (*singular, words[0]) for one in self._kept.get((EntityKind.PERSON, key), {}).values()]
        named = {part for one in near if one.manner is not Manner.THE for name in one.names for part in name}
        return not singular.isdisjoint(named) and words[0] not in named

    def _near(self, kind: EntityKind, words: tuple[str, ...]) -> Iterable[Entity]:
        """Whoever shares a key with the words."""
        near: dict[str, Entity] = {}
        for key in _asked(kind, words):
            near |= self._kept.get((kind, key), {})
        return near.values()

    def _new(self, kind: EntityKind) -> Entity:
        self._count[kind] += 1
        return Entity(kind, self._count[kind])

    def _keep(self, entity: Entity, words: tuple[str, ...]) -> None:
        for key in _keys(entity.kind, words):
            self._kept.setdefault((entity.kind, key), {})[entity.id] = entity


def _keys(kind: EntityKind, words: tuple[str, ...]) -> set[str]:
    if kind is EntityKind.PERSON:
        return keys_of_person(words)
    return keys_of_place(words) if kind in _PLACES else set()


def _asked(kind: EntityKind, words: tuple[str, ...]) -> set[str]:
    if kind is EntityKind.PERSON:
        return asked_of_person(words)
    return asked_of_place(words) if kind in _PLACES else set()


def _spoken_of_alike(one: Manner, other: Manner) -> bool:
    """False for Mr. and Mrs. Bell, and for a family beside any of its members."""
    return one is other or (Manner.ANY in (one, other) and Manner.THE not in (one, other))


def fits(entity: Entity, words: tuple[str, ...]) -> bool:
    """True where `words` can be a form of the entity's name."""
    if entity.kind is EntityKind.PERSON:
        return same_person(max(entity.names, key=len), words)
    return entity.kind in _PLACES and any(same_place(known, words) for known in entity.names)


def words_of(kind: EntityKind, surface: str) -> tuple[str, ...]:
    """The words of a name that count, in lower case: of a person no title, of a place no level."""
    if kind is EntityKind.PERSON:
        return tuple(parts(surface)) or (surface.lower(),)
    if kind in _PLACES:
        every = tuple(surface.lower().replace(".", "").split())
        return tuple(word for word in every if word not in LEVEL_WORDS) or every
    return (" ".join(surface.lower().split()),)


def same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """True where one name can be a form of the other: "dana whitfield", "dana", "whitfield", "d whitfield", "dw",
    and "mary ann" of "mary ann foster".
    """
    if len(words) > len(known):
        known, words = words, known
    if len(words) == 1:
        word = words[0]
        # "Hope" need not be the H of "Abshir H.", where most often she is somebody else.
        told = [part for part in known if len(part) > 1 or len(word) == 1] if len(known) > 1 else known
        return any(_alike(word, part) for part in told) or (
            len(known) > 1 and word in (initials(known), *joined(known))
        )
    if len(words) == len(known):
        return all(map(_alike, words, known))
    given = known[: len(words)] == words
    return given or (_alike(words[0], known[0]) and _alike(words[-1], known[-1]))


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
        letters = initials(longer)
        more = len(shorter[0]) - len(letters)
        return shorter[0][: len(letters)] == letters and more <= LETTERS_MORE and len(shorter[0]) <= SHORT_FORM
    return False
