"""Small ready-made nouns for tests; every name in here is invented."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from corpus.model.case import Action, Case, Facets, WordsUsed
from corpus.model.discussion import Discussion, Message, Participant, Source
from corpus.model.taxonomy import (
    Audience,
    Channel,
    Division,
    Level,
    Outcome,
    Phase,
    Provenance,
    Sector,
    Setting,
    SizeBand,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NARROW = Facets(
    topic="2.1",
    level=Level.HIGH,
    size=SizeBand.OVER_2000,
    setting=Setting.RURAL,
    division=Division.NEW_ENGLAND,
    sector=Sector.CHARTER,
)
"""Of these, hardly any school."""


def a_case(number: int = 1, **changes: Any) -> Case:
    """A finished green case about bathrooms, unless changed."""
    case = Case(
        code=f"CASE-{number:04d}",
        title="Bathroom damage after a dare goes around on TikTok",
        situation=("Dispensers were torn off the walls.", "A clip was going around.", "A custodian found it."),
        facets=Facets(
            topic="2.1",
            level=Level.HIGH,
            setting=Setting.SUBURBAN,
            division=Division.PACIFIC,
            channels=(Channel.TIKTOK,),
        ),
        provenance=Provenance.CONTRIBUTED,
        outcome=Outcome.SETTLED,
        outcome_text="The damage stopped after a week.",
        actions=(Action(phase=Phase.SAME_DAY, who="principal", what="Wrote to all families and named the dare."),),
        words_used=(WordsUsed(audience=Audience.FAMILIES, text="Please ask at home about the dare."),),
    )
    return replace(case, **changes)


def a_discussion(*texts: str) -> Discussion:
    """A WhatsApp thread of two leaders about a boy, or of the given texts, alternating."""
    texts = texts or (
        "Anyone had kids copy the bathroom dare? Jaylen Okafor at Riverbend High filmed it.",
        "Yes. We called his mom the same day and closed two restrooms.",
        "In the end it died down after a week. We would post staff sooner next time.",
    )
    names = ("Dana Whitfield", "Marcus Bell")
    messages = tuple(
        Message(text=text, sender=names[position % 2], sent_at=NOON.replace(minute=position))
        for position, text in enumerate(texts)
    )
    return Discussion(
        source=Source.WHATSAPP, messages=messages, participants=tuple(Participant(name) for name in names)
    )
