"""How what was taken out of a text is said, on pages and on the command line."""

import re
from collections.abc import Iterable

from corpus.model.redaction import EntityKind, Mention

_KINDS = {
    EntityKind.PERSON: ("name", "names"),
    EntityKind.SCHOOL: ("school", "schools"),
    EntityKind.DISTRICT: ("district", "districts"),
    EntityKind.LOCATION: ("place", "places"),
    EntityKind.ORGANIZATION: ("organization", "organizations"),
    EntityKind.ADDRESS: ("address", "addresses"),
    EntityKind.EMAIL: ("e-mail address", "e-mail addresses"),
    EntityKind.PHONE: ("phone number", "phone numbers"),
    EntityKind.URL: ("link", "links"),
    EntityKind.HANDLE: ("handle", "handles"),
    EntityKind.ID: ("number that identifies", "numbers that identify"),
    EntityKind.DATE: ("date", "dates"),
    EntityKind.AGE: ("age", "ages"),
    EntityKind.COUNT: ("exact count", "exact counts"),
    EntityKind.MONEY: ("amount", "amounts"),
    EntityKind.TRACE: ("telling detail", "telling details"),
}


def kind_words(of: EntityKind) -> tuple[str, str]:
    """Of one and of several."""
    return _KINDS[of]


def removed(mentions: Iterable[Mention]) -> str:
    """Such as "2 names and 1 school"; empty when nothing was removed. One entity named twice counts once."""
    counted: dict[EntityKind, set[str]] = {}
    for mention in mentions:
        counted.setdefault(mention.kind, set()).add(mention.entity)
    parts = [f"{len(entities)} {_KINDS[of][len(entities) > 1]}" for of, entities in counted.items()]
    return joined(parts)


def joined(parts: list[str]) -> str:
    """With commas and an "and" before the last."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def recognizer(name: str) -> str:
    """Such as "known names" for KnownNames; what the name model found may be an id too, so that it has its own name."""
    return "name model" if name == "Names" else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
