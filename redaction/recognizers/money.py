"""Amounts of money, however written."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_FACTOR = any_of("k|m|mil|million|thousand|grand|billion")


class Money(Patterns):
    patterns = (
        Pattern(
            EntityKind.MONEY,
            1.0,
            rf"(?:usd\s?)?\$\s?\d[\d,]{{0,15}}+(?:\.\d{{1,2}})?(?:\s?(?>{_FACTOR})\b)?",
        ),
        Pattern(
            EntityKind.MONEY,
            0.9,
            r"(?<![\w.,$])\d[\d,]{0,15}(?:\.\d{1,2})?(?:\s?(?:k|million|thousand|grand))?\s(?:dollars|bucks|usd)\b",
        ),
    )
