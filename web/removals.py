"""Removals as a person looks through them: one line for each entity, with what it was called and why it went."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, EntityKind, Mention
from web.forms import Form

_JOINED = "\x1f"
"""Between the two texts of a pair in one form value."""
_ALSO = "\x1e"
"""Between the names of one entity in one form value."""
_NAMED = {
    EntityKind.PERSON,
    EntityKind.SCHOOL,
    EntityKind.DISTRICT,
    EntityKind.LOCATION,
    EntityKind.ORGANIZATION,
}


@dataclass(frozen=True)
class Removal:
    """One entity of a discussion."""

    placeholder: str
    kind: EntityKind
    surfaces: tuple[str, ...]
    """What it was called in the discussion, each once."""
    reasons: tuple[str, ...]
    times: int

    @property
    def is_person(self) -> bool:
        return self.kind is EntityKind.PERSON

    @property
    def is_name(self) -> bool:
        """Whether it was taken for a name; the rest are numbers, dates and details."""
        return self.kind in _NAMED

    @property
    def all_surfaces(self) -> str:
        """The form value that says: none of what it was called is a name."""
        return _ALSO.join(self.surfaces)

    def pair_with(self, other: "Person") -> str:
        """The form value that says: the same person everywhere."""
        return f"{self.surfaces[0]}{_JOINED}{other.name}"


@dataclass(frozen=True)
class Person:
    """Somebody in a discussion: as readers see them, and one name that they had."""

    placeholder: str
    name: str


@dataclass(frozen=True)
class Said:
    """One correction. `way`: "hide", "keep", "same" or "role"."""

    way: str
    text: str
    other: str
    """What is hidden and holds the text, "" where nothing does; of "same" the other name, of "role" the role."""


def removals(discussion: Discussion, mentions: Iterable[Mention]) -> tuple[Removal, ...]:
    """In order of first appearance."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.entity, []).append(mention)
    return tuple(_removal(discussion, found) for found in grouped.values())


def said(corrections: Corrections, removed: Iterable[Removal]) -> tuple[Said, ...]:
    """What a person said about the redaction so far, and what came of it."""
    surfaces = _surfaces(removed)
    hide = (Said("hide", text, _holding(text, surfaces)) for text in corrections.hide)
    keep = (Said("keep", text, _holding(text, surfaces)) for text in corrections.keep)
    same = (Said("same", one, other) for one, other in corrections.same)
    return (*hide, *keep, *same, *(Said("role", who, role) for who, role in corrections.roles))


def unheeded(corrections: Corrections, removed: Iterable[Removal]) -> tuple[Said, ...]:
    """What had no effect: a word that was to stay and is hidden, one that was to be hidden and was not found."""
    every = said(corrections, removed)
    return tuple(one for one in every if (one.way == "keep" and one.other) or (one.way == "hide" and not one.other))


def hidden_in_vain(form: Form, removed: Iterable[Removal]) -> str:
    """What was typed to be hidden, last of its name in the form, where that stands nowhere; else empty."""
    typed = form.several("hide")[-1:]
    return next((text.strip() for text in typed if text.strip() and not _holding(text, _surfaces(removed))), "")


def _surfaces(removed: Iterable[Removal]) -> list[str]:
    return [surface for removal in removed for surface in removal.surfaces]


def _holding(text: str, surfaces: Iterable[str]) -> str:
    return next((surface for surface in surfaces if _plain(text) in _plain(surface)), "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split())


def people(original: Discussion, redacted: Discussion, removed: Iterable[Removal]) -> tuple[Person, ...]:
    """Whoever a removal may be the same as: the senders, then everybody named, each placeholder once."""
    pairs = zip(original.messages, redacted.messages, strict=False)
    senders = {shown.sender: raw.sender for raw, shown in pairs if raw.sender and shown.sender}
    named = {removal.placeholder: removal.surfaces[0] for removal in removed if removal.is_person}
    return tuple(Person(placeholder, name) for placeholder, name in {**named, **senders}.items())


def corrections_of(form: Form) -> Corrections:
    """What was said so far, carried in hidden fields, with what this step adds and without what it takes back."""
    taken_back = set(form.several("forget"))
    pairs = (_pair(pair) for pair in form.several("same") if pair.count(_JOINED) == 1)
    roles = [_pair(pair) for pair in form.several("role") if pair.count(_JOINED) == 1]
    if form.text("role_of") and form.text("role_is"):
        roles.append((form.text("role_of"), form.text("role_is")))
    return Corrections(
        hide=_each_once(form.several("hide"), taken_back),
        keep=_each_once((text for texts in form.several("keep") for text in texts.split(_ALSO)), taken_back),
        same=tuple(dict.fromkeys(pair for pair in pairs if pair[0] not in taken_back)),
        roles=tuple((who, role) for who, role in dict(roles).items() if who not in taken_back),
    )


def in_fields(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Pairs as form values."""
    return tuple(_JOINED.join(pair) for pair in pairs)


def _each_once(texts: Iterable[str], but: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip() and text.strip() not in but))


def _pair(joined: str) -> tuple[str, str]:
    first, _, second = joined.partition(_JOINED)
    return first, second


def _removal(discussion: Discussion, mentions: list[Mention]) -> Removal:
    surfaces = (discussion.messages[m.message].text[m.start : m.end] for m in mentions)
    return Removal(
        placeholder=mentions[0].placeholder,
        kind=mentions[0].kind,
        surfaces=tuple(dict.fromkeys(surfaces)),
        reasons=tuple(dict.fromkeys(m.recognizer for m in mentions)),
        times=len(mentions),
    )
