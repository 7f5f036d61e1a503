"""Ages and dates of birth."""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_WORDS = (
    "four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_NUMBER = rf"(?:\d{{1,2}}|{_WORDS})"


class Ages(Patterns):
    patterns = (
        Pattern(
            EntityKind.AGE,
            0.95,
            rf"(?<![\w.$]){_NUMBER}(?:\s|-)?(?:years?|yrs?|yr's|yo|y/o|y\.o\.|months?|mos?)(?:[\s-]olds?)?(?<=old|olds|yo|y/o|y\.o\.)(?!\w)",
        ),
        Pattern(
            EntityKind.AGE,
            0.95,
            rf"\b(?:age|aged|ages|turned|turning|turns|is\sonly|just\sturned)\s(?<x>{_NUMBER})(?![\w:/%]|\s?(?:minutes|min|hours|days|am|pm|around))",
        ),
        Pattern(
            EntityKind.AGE,
            0.95,
            r"\b(?:dob|d\.o\.b\.|birth\s?date|birthday|date\sof\sbirth|born)(?:\s(?:is|was|on|in))?[\s:]{1,2}(?<x>[\w/.-]{2,12}(?:\s\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s\d{4})?)",
        ),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        return any(character.isdigit() for character in match.group()) or "-" in match.group() or " " in match.group()
