"""Removals as a person looks through them: one line for each entity, with what it was called and why it went."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, EntityKind, Mention
from web.forms import Form

_JOINED = "\x1f"
"""Between the two texts of a pair in one form value."""


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


@dataclass(frozen=True)
class Person:
    """Somebody in a discussion: as readers see them, and one name that they had."""

    placeholder: str
    name: str


def removals(discussion: Discussion, mentions: Iterable[Mention]) -> tuple[Removal, ...]:
    """In order of first appearance."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.entity, []).append(mention)
    return tuple(_removal(discussion, found) for found in grouped.values())


def people(original: Discussion, redacted: Discussion, removed: Iterable[Removal]) -> tuple[Person, ...]:
    """Whoever a removal may be the same as: the senders, then everybody named, each placeholder once."""
    pairs = zip(original.messages, redacted.messages, strict=False)
    senders = {shown.sender: raw.sender for raw, shown in pairs if raw.sender and shown.sender}
    named = {removal.placeholder: removal.surfaces[0] for removal in removed if removal.is_person}
    return tuple(Person(placeholder, name) for placeholder, name in {**named, **senders}.items())


def corrections_of(form: Form) -> Corrections:
    """What was said so far, carried in hidden fields, with what this step adds."""
    pairs = [*form.several("same"), *_new_pairs(form)]
    keep, hide = form.several("keep"), form.several("hide")
    return Corrections(
        hide=_each_once(hide),
        keep=_each_once(keep),
        same=tuple(dict.fromkeys(_pair(pair) for pair in pairs if pair.count(_JOINED) == 1)),
    )


def carried_pairs(corrections: Corrections) -> tuple[str, ...]:
    """Pairs as form values."""
    return tuple(_JOINED.join(pair) for pair in corrections.same)


def _new_pairs(form: Form) -> list[str]:
    """The button names a removal; its select says whom it is the same as."""
    position = form.text("join")
    other = form.text(f"same_as_{position}") if position.isdigit() else ""
    own = form.text(f"surface_{position}")
    return [f"{own}{_JOINED}{other}"] if own and other else []


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


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
