"""Ages: told with their unit, with "age", by a name, as an answer; without any of these in ages_in_passing.py, births in births.py."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_homograph
from redaction.recognizers.patterns import SECONDS, Pattern, Patterns

_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"(?:\d{{1,2}}|four|five|six|seven|eight|nine|{_TEENS})"
_YEARS = r"(?:[4-9]|[1-9]\d)"
_SPOKEN = rf"(?:four|five|six|seven|eight|nine|{_TEENS})"
_GRADE = "(?:first|second|third|fourth|fifth|sixth|kindergarten|preschool)"
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
            rf"(?<![\w.$]){_NUMBER}[\s-]?+(?=[ymo])(?:years?|yrs?|yr's|yo|y/o|y\.o\.|months?|mos?)(?:[\s-]olds?)?(?<=old|olds|yo|y/o|y\.o\.)(?!\w)",
        ),
        Pattern(
            EntityKind.AGE,
            0.95,
            rf"\b(?:age|aged|ages|turned|turning|turns|is\sonly|just\sturned)\s(?<x>{_NUMBER}(?:\s?(?:-|\u2013|to|and|&|or)\s?\d{{1,2}}\b(?!:))?)(?![\w:/%]|[ ]?(?:minutes|min|hours|days|am|pm|around))",
        ),
        Pattern(
            EntityKind.AGE,
            0.85,
            rf"""\b(?:(?:s?he|who)(?:'?s|\sis|\swas)|(?:{_CHILD})(?:'s|\sis|\swas)|i'm|im)
            \s(?:(?:only|just|like|what|about|maybe|barely|almost),?\s)?(?<x>{_YEARS}|{_SPOKEN})(?=\s*(?:[.,;!?)\n\ue000]|$)|\s(?:and|but|w/|with|he|she|too|now)\b)(?![.,:]\d)""",
        ),
        Pattern(
            EntityKind.AGE,
            0.85,
            rf"""(?<=[\p{{L}}.)])(?<!\b{_CALENDAR}),\s(?<x>(?:{_YEARS})(?:\s(?:and|y|&)\s\d{{1,2}}(?!\d))?|{_TEENS})
            (?=[.;)]?\s*(?:\n|$)|[,.;)]\s|\)[,.;]|\s(?:wont|won't|was|is|had|has|who)\b)""",
        ),
        Pattern(
            EntityKind.AGE, 0.85, rf"(?<=\p{{L}}),\s(?<x>{_SPOKEN}),\s(?:{_GRADE}|\d(?:st|nd|rd|th)|k|kinder\w*)\b"
        ),
        Pattern(EntityKind.AGE, 0.85, r"\b(?:gr|grade|\d{1,2}th)\.?\s?\d{0,2},\s(?<x>1\d|[5-9])(?=\))", digits=True),
        Pattern(EntityKind.AGE, 0.85, r"(?<=\p{L})\s\((?<x>[4-9]|1\d)\)", digits=True),
        Pattern(EntityKind.AGE, 0.85, rf"\b(?:{_CHILD}|man|woman|guy)\sof\s(?<x>{_YEARS}|{_SPOKEN})(?=\s?[.,;)\n]|$)"),
        Pattern(
            EntityKind.AGE,
            0.85,
            rf"\b(?:when|until|till|since|before)\s(?:i|he|she|they)\s(?:was|were)\s(?:only\s|just\s|like\s)?(?<x>{_YEARS}|{_SPOKEN})(?=\s?[.,;)\n]|$|\s(?:and|but|he|she|i|we|my|in)\b)",
        ),
        Pattern(
            EntityKind.AGE,
            0.85,
            rf"\b(?:my|our|her|his|their)\s(?:{_CHILD})\s\p{{L}}{{2,20}}\sis\s(?:only\s|just\s)?(?<x>{_YEARS}|{_SPOKEN})(?=\s?[.,;)\n]|$|\s(?:and|but|he|she|with)\b)",
        ),
        Pattern(EntityKind.AGE, 0.85, r"\bis\s(?<x>[2-9]0[ -]?(?:something|ish))\b(?![ ]\p{L}{3,12}s\b)", digits=True),
        Pattern(
            EntityKind.AGE,
            0.8,
            r"(?<=\p{L})[.!?]\s(?:(?:is|was)\s)?(?<x>1[1-9])(?=\.\s(?-i:[a-z])|,\s(?!\d))",
            digits=True,
        ),
        Pattern(
            EntityKind.AGE,
            0.8,
            rf"""(?<![\w'-])(?<who>\p{{L}}(?>\p{{L}}|['-](?!s\b)){{1,20}}+)(?:\s(?:is|was|turned|turns)|'s)\s(?:only\s|just\s|like\s|barely\s)?(?<x>{_YEARS}|{_TEENS}|twenty-\p{{L}}{{3,5}}|six|seven|eight|nine)
            (?=\s?(?:[.,;!?)\n\ue000]|$)|\s(?:and|but|n|&|w/|w|with|she|he|in)\s)(?![.,:]\d)""",
        ),
        Pattern(EntityKind.AGE, 0.95, r"\b\d{1,2}\s(?:años|anos)\b", digits=True),
    )

    _asked = regex.compile(
        rf"\bhow\sold\b[^\n]{{0,60}}\n(?:[^\n\d]{{0,30}}\n){{0,2}}(?:[^\n]{{0,60}}?:\s{{1,2}})?(?:s?he'?s\s|only\s|just\s|like\s)?(?<x>\d{{1,2}}|{_SPOKEN})(?=[.,;!?\n\ue000]|$)",
        regex.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[Finding]:
        """Also the number that answers "how old?" in the next lines."""
        yield from super().find(text)
        for match in self._asked.finditer(text, timeout=SECONDS):
            yield Finding(*match.span("x"), EntityKind.AGE, 0.85, self.name)

    def accepts(self, match: "regex.Match[str]") -> bool:
        found = match.group()
        if "who" in match.re.groupindex:
            who = match["who"].lower()
            return who in _CHILDREN or not is_common(who) or (is_homograph(who) and match["who"][0].isupper())
        return any(map(str.isdigit, found)) or "-" in found or " " in found or "\n" in found
