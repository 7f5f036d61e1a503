"""Ages and dates of birth."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common, is_homograph
from redaction.recognizers.patterns import Pattern, Patterns

_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"(?:\d{{1,2}}|four|five|six|seven|eight|nine|{_TEENS})"
_YEARS = r"(?:[4-9]|[1-9]\d)"
_CHILD = "boy|girl|kid|child|son|daughter|student|brother|sister|victim|driver"
_CHILDREN = frozenset(
    "he she hes shes kid child boy girl son daughter student brother sister victim driver jayden".split()
) - {"jayden"}
_CALENDAR = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|uary|ember|ober|rch|ril|ust|day|mon|tues?|wed|thu|thurs?|fri"
    r"|sat|sun|room|bus|buses|routes?|page|pages|grades?|period|floor|channel|rooms)"
)


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
            0.85,
            rf"""\b(?:s?he(?:'?s|\sis|\swas)|(?:{_CHILD})(?:'s|\sis|\swas)|i'm|im)
            \s(?:only\s|just\s|like\s)?(?<x>{_YEARS})(?=\s*(?:[.,;!?)\n\ue000]|$)|\s(?:and|but|w/|with)\s)(?![.,:]\d)""",
        ),
        Pattern(
            EntityKind.AGE,
            0.85,
            rf"""(?<=[\p{{L}}.])(?<!\b{_CALENDAR}),\s(?<x>(?:{_YEARS})(?:\s(?:and|y|&)\s\d{{1,2}}(?!\d))?|{_TEENS})
            (?=[.;)]?\s*(?:\n|$)|[,.;)]\s|\s(?:wont|won't|was|is|had|has|who)\b)""",
        ),
        Pattern(EntityKind.AGE, 0.85, r"(?<=[\p{L}.])\s\((?<x>[4-9]|1\d)\)"),
        Pattern(
            EntityKind.AGE,
            0.8,
            rf"""\b(?<who>[\p{{L}}][\p{{L}}'-]{{1,20}})(?:\s(?:is|was|turned|turns)|'s)\s(?:only\s|just\s|like\s|barely\s)?(?<x>{_YEARS}|{_TEENS}|twenty-\p{{L}}{{3,5}}|six|seven|eight|nine)
            (?=\s?(?:[.,;!?)\n\ue000]|$)|\s(?:and|but|n|&|w/|w|with|she|he|in)\s)(?![.,:]\d)""",
        ),
        Pattern(EntityKind.AGE, 0.95, r"\b\d{1,2}\s(?:años|anos)\b"),
        Pattern(
            EntityKind.AGE,
            0.95,
            r"\b(?:dob|d\.o\.b\.|birth\s?date|birthday|date\sof\sbirth|born)(?:\s(?:is|was|on|in))?[\s:]{1,2}(?<x>[\w/.-]{2,12}(?:\s\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s\d{4})?)",
        ),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        found = match.group()
        if "who" in match.re.groupindex:
            who = match["who"].lower()
            return who in _CHILDREN or not is_common(who) or (is_homograph(who) and match["who"][0].isupper())
        return any(map(str.isdigit, found)) or "-" in found or " " in found
