"""Amounts of money, however written."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns


class Money(Patterns):
    patterns = (
        Pattern(
            EntityKind.MONEY,
            1.0,
            r"(?:usd\s?)?\$\s?\d[\d,]{0,15}(?:\.\d{1,2})?(?:\s?(?:k|m|mil|million|thousand|grand|billion)\b)?",
        ),
        Pattern(
            EntityKind.MONEY,
            0.9,
            r"(?<![\w.,$])\d[\d,]{0,15}(?:\.\d{1,2})?(?:\s?(?:k|million|thousand|grand))?\s(?:dollars|bucks|usd)\b",
        ),
    )
