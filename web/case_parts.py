"""Parts of a case in the order in which pages tell them: phases of actions, facets that lead on, buckets of causes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.model.case import Action, Case
from corpus.model.search import FacetName
from corpus.model.taxonomy import Phase
from web import wording


@dataclass(frozen=True)
class PhaseOfActions:
    phase: Phase
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class FacetLink:
    """A facet value that leads to every case with it."""

    label: str
    key: str


def phases(case: Case) -> tuple[PhaseOfActions, ...]:
    """What was done, by phase, in the order of time."""
    order = list(Phase)
    actions = sorted(case.actions, key=lambda action: order.index(action.phase))
    return tuple(PhaseOfActions(phase, tuple(acts)) for phase, acts in groupby(actions, key=lambda act: act.phase))


def facet_links(case: Case) -> Iterator[FacetLink]:
    facets = case.facets
    chosen = (
        *((FacetName.TOPIC, topic) for topic in case.topics),
        (FacetName.LEVEL, facets.level),
        (FacetName.SETTING, facets.setting),
        (FacetName.SIZE, facets.size),
        (FacetName.DIVISION, facets.division),
        (FacetName.SECTOR, facets.sector),
        *((FacetName.CHANNEL, channel) for channel in facets.channels),
        *((FacetName.INVOLVED, involved) for involved in facets.involved),
        *((FacetName.HOOK, hook) for hook in facets.hooks),
    )
    for name, value in chosen:
        if wording.is_said(value):
            yield FacetLink(label=wording.facet_value(name, value), key=f"{name.value}:{value}")


def missing(case: Case) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The four buckets of root causes that hold something."""
    lacked = case.missing
    buckets = (
        ("Resources", lacked.resources),
        ("Knowledge", lacked.knowledge),
        ("Skills", lacked.skills),
        ("Dispositions", lacked.dispositions),
    )
    return tuple((name, texts) for name, texts in buckets if texts)


def told_facts(case: Case) -> tuple[tuple[str, str], ...]:
    """How it came out and spread, as far as anybody said."""
    asked = (
        ("How the leader heard", case.trigger),
        ("How it spread", case.spread),
        ("First message went out", case.first_message_after),
    )
    return tuple((question, answer) for question, answer in asked if wording.is_said(answer))


def untold_facts(case: Case) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What nobody said and what was taken out, under each reason, to be listed in one line."""
    asked = (
        ("how the leader heard", case.trigger),
        ("how it spread", case.spread),
        ("when the first message went out", case.first_message_after),
    )
    untold: dict[str, tuple[str, ...]] = {}
    for question, answer in asked:
        if not wording.is_said(answer):
            reason = wording.said(answer)
            untold[reason] = (*untold.get(reason, ()), question)
    return tuple(untold.items())
