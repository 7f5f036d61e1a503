"""What a person said means the same: entities that were told apart, or are of two kinds, become one."""

from collections.abc import Sequence

from corpus.model.redaction import EntityKind
from redaction.canonical import canonical
from redaction.entities import Entity, fits, words_of

Pairs = Sequence[tuple[str, str]]
Met = Sequence[tuple[str, Entity]]
"""Every surface of a discussion with the entity that it was taken for, in order."""

_STRONGEST_FIRST = (
    EntityKind.PERSON,
    EntityKind.SCHOOL,
    EntityKind.DISTRICT,
    EntityKind.ORGANIZATION,
    EntityKind.LOCATION,
)
_FIGURES = frozenset({EntityKind.DATE, EntityKind.AGE, EntityKind.COUNT, EntityKind.MONEY})


def joined_as_said(pairs: Pairs, met: Met) -> dict[str, Entity]:
    """By id of each entity of `met` that a pair ties to others: the one that stands for all of them.

    Transitive, whatever the order of pairs and mentions. Of several kinds the one that tells most about who is meant
    stands; a figure is only ever the same as figures of its kind, since a person in its place would say nothing.
    """
    groups: list[dict[str, Entity]] = []
    for pair in pairs if met else ():
        tied = [entity for surface in pair for entity in meant_by(surface, met)]
        for kind in {_figure(entity) for entity in tied}:
            group = {entity.id: entity for entity in tied if _figure(entity) is kind}
            apart = [other for other in groups if not group.keys() & other.keys()]
            for other in groups:
                if other not in apart:
                    group |= other
            groups = [*apart, group]
    order = {entity.id: position for position, (_, entity) in reversed(list(enumerate(met)))}
    return {id_: min(group.values(), key=lambda one: _rank(one, order)) for group in groups for id_ in group}


def meant_by(surface: str, met: Met) -> list[Entity]:
    """Whoever is called exactly that; where nobody is, by the words that count; where still nobody, whom alone they
    fit.
    """
    plain = plainly(surface)
    exactly = {entity.id: entity for called, entity in met if plainly(called) == plain}
    if exactly:
        return list(exactly.values())
    everybody = {entity.id: entity for _, entity in met}.values()
    by_words = [entity for entity in everybody if words_of(entity.kind, surface) in entity.names]
    fitting = [entity for entity in everybody if fits(entity, words_of(entity.kind, surface))]
    return by_words or (fitting if len(fitting) == 1 else [])


def plainly(surface: str) -> str:
    """The surface as two writings of it are compared."""
    return " ".join(canonical(surface).text.casefold().split())


def not_found(pairs: Pairs, met: Met) -> list[str]:
    """The text of each pair that names nobody who was found, though the other one does: it is hidden too."""
    alone = [(text, other) for pair in pairs for text, other in (pair, pair[::-1])]
    return [text for text, other in alone if meant_by(other, met) and not meant_by(text, met)]


def _figure(entity: Entity) -> EntityKind | None:
    return entity.kind if entity.kind in _FIGURES else None


def _rank(entity: Entity, order: dict[str, int]) -> tuple[int, int]:
    kinds = len(_STRONGEST_FIRST)
    strength = _STRONGEST_FIRST.index(entity.kind) if entity.kind in _STRONGEST_FIRST else kinds
    return strength, order[entity.id]
