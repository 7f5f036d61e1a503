"""Same entity, same placeholder, through a whole discussion and afresh in the next; what stands for each kind."""

from collections import Counter

import regex

from corpus.model.redaction import EntityKind
from corpus.model.taxonomy import REMOVED
from redaction import generalise
from redaction.entities import Entity
from redaction.roles import LABELS, PERSON

_NUMBERED = {
    EntityKind.SCHOOL: "School",
    EntityKind.DISTRICT: "District",
    EntityKind.LOCATION: "Place",
    EntityKind.ORGANIZATION: "Organization",
}
LOCAL_MEDIA = "[local media]"
_MEDIA_WORDS = (
    "channel",
    "news",
    "tribune",
    "gazette",
    "herald",
    "courier",
    "chronicle",
    "tv",
    "times",
    "journal",
    "radio",
    "fm",
)
_LABELS = "|".join(map(regex.escape, sorted(LABELS | set(_NUMBERED.values()), key=len, reverse=True)))
PLACEHOLDER = regex.compile(
    rf"\[(?:(?P<label>{_LABELS})\ (?P<number>\d{{1,4}})|removed|unknown|local\ media|{generalise.PHRASES})\]",
    regex.VERBOSE,
)
"""Whatever this package may have put in a text; never looked into again."""


_DIGITS = regex.compile(r"\d+")


def unnumbered(text: str) -> str:
    """The text with zeros for the numbers of its placeholders, as long as they were: one person found late gives all
    after them other numbers, and no reading may depend on these.
    """
    if "[" not in text:
        return text
    return PLACEHOLDER.sub(lambda match: _DIGITS.sub(lambda number: "0" * len(number[0]), match[0]), text)


class Placeholders:
    """Numbers for one discussion, continuing after those that its texts already hold."""

    def __init__(self, texts: list[str]) -> None:
        self._next: Counter[str] = Counter()
        self._given: dict[str, str] = {}
        self._calendar = generalise.Calendar()
        for text in texts:
            self._count_on(text)

    def give(self, entity: Entity, surface: str, placeholder: str) -> None:
        """What an earlier redaction of the same discussion put in the place of `surface`, its first name there."""
        if entity.kind is EntityKind.DATE:
            self._calendar.generalise(surface)
        self._given.setdefault(entity.id, placeholder)
        self._count_on(placeholder)

    def _count_on(self, text: str) -> None:
        for match in PLACEHOLDER.finditer(text):
            if match["label"]:
                self._next[match["label"]] = max(self._next[match["label"]], int(match["number"]))

    def placeholder(self, entity: Entity, surface: str, role: str = PERSON) -> str:
        """What stands instead of `surface`; `role` is read the first time that a person is met."""
        kind = entity.kind
        if kind is EntityKind.ORGANIZATION and any(word in surface.lower().split() for word in _MEDIA_WORDS):
            return self._given.setdefault(entity.id, LOCAL_MEDIA)
        if kind is EntityKind.PERSON or kind in _NUMBERED:
            return self._numbered(entity, _NUMBERED.get(kind, role))
        if entity.id not in self._given:
            self._given[entity.id] = self._generalised(kind, surface)
        return self._given[entity.id]

    def _numbered(self, entity: Entity, label: str) -> str:
        if entity.id not in self._given:
            self._next[label] += 1
            self._given[entity.id] = f"[{label} {self._next[label]}]"
        return self._given[entity.id]

    def _generalised(self, kind: EntityKind, surface: str) -> str:
        if kind is EntityKind.DATE:
            return self._calendar.generalise(surface)
        if kind is EntityKind.AGE:
            return generalise.age(surface)
        if kind is EntityKind.COUNT:
            return generalise.count(surface)
        if kind is EntityKind.MONEY:
            return generalise.money(surface)
        return REMOVED
