"""Exact dates. A month, a weekday or a holiday alone is kept: it places nothing. Looser forms are in dates_in_passing.py."""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?<=\b\p{L}{3,4}\.))?"
_MES = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
WEEKDAY = r"(?:mon|tues?|tu|wed(?:nes)?|thu(?:rs?)?|th|fri|sat(?:ur)?|sun)(?:day)?\b[.,]{0,2}"
_ORDINAL = any_of(
    """first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth
    |sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"""
)
WRITTEN_DAY = rf"(?:{_ORDINAL}|(?:twenty|thirty)[ -]{_ORDINAL})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:19|20)\d{2}"
_NOT_A_DAY = any_of(
    """grade|graders?|period|hour|floor|amendment|century|time|day|one|person|kid|student|child|call|e-?mail|message|text
    |attempt|street|st|ave|avenue|president|annual|anniversary|birthday|chapter|question|item|row|seat|mile|percentile"""
)
_DAY_ALONE = rf"\b(?![ -]{_NOT_A_DAY}\b|[ ]of\s(?!{MONTH}|(?:the|this|next|last)\smonth))"
_LINE = 60
"""Characters on either side in which another day makes one of a fraction."""


class Dates(Patterns):
    patterns = (
        Pattern(
            EntityKind.DATE,
            0.95,
            rf"\b(?:{WEEKDAY}[ ]{{0,2}})?{MONTH}[ ]{{1,2}}(?:the\s)?{_DAY}(?:st|nd|rd|th)?(?:\s?(?:to|through|thru|[-\u2013])\s?{_DAY}(?:st|nd|rd|th)?\b)?(?![\w]|:\d(?!\d\w)|[.,]\d{{3}}|[ ](?:kids|students|people|ppl|parents|teachers|staff|more|times|days|weeks|hours|min|yrs?|years?|hrs|wks|mo)\b|[ ](?:or|to)\b(?!\s\p{{L}}{{3,9}}\.?\s\d))(?:,?\s{_YEAR}\b)?",
            digits=True,
        ),
        Pattern(
            EntityKind.DATE,
            0.95,
            rf"\b(?:(?=[mtwfs])(?:{WEEKDAY}[ ]{{0,2}})?(?:the\s)?)?{_DAY}(?:st|nd|rd|th|d)?\s(?:of\s)?(?=[jfmasond])(?!may[ ](?!{_YEAR})){MONTH}(?:,?\s{_YEAR}\b)?",
            digits=True,
        ),
        Pattern(EntityKind.DATE, 0.9, rf"\b{MONTH}\s(?:of\s)?{_YEAR}\b", digits=True),
        Pattern(
            EntityKind.DATE,
            0.9,
            rf"\b(?!(?-i:may|march)\b){MONTH}\s(?:the\s)?{WRITTEN_DAY}\b(?![ ](?:grade|graders?|period|time|thing))",
        ),
        Pattern(EntityKind.DATE, 0.85, rf"\bthe\s(?!fourth\sof\sjuly){WRITTEN_DAY}\sof\s{MONTH}"),
        Pattern(
            EntityKind.DATE,
            0.85,
            r"\b(?:review|reviewed|dated|typed|signed|due|filed|date|meeting|by\s[\p{L} ]{2,30}\s/|on)\s(?<x>(?:1[0-2]|0?[1-9])-(?:3[01]|[12]\d|0?[1-9]))(?![\w/-])",
            digits=True,
        ),
        Pattern(EntityKind.DATE, 0.95, rf"\b(?:el\s)?{_DAY}\sde\s{_MES}\b(?:\sdel?\s{_YEAR}\b)?", digits=True),
        Pattern(
            EntityKind.DATE,
            0.95,
            rf"(?<![\w./-]){_YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.]{_DAY}(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])",
            digits=True,
        ),
        Pattern(
            EntityKind.DATE,
            0.95,
            rf"(?:\b{WEEKDAY}[ ]{{0,2}})?(?<![\w./$-])(?:1[0-2]|0?[1-9])([-/.]){_DAY}\g{{1}}(?:{_YEAR}|\d{{2}})(?![\w/-])".replace(
                "\\g{1}", "\\1"
            ),
            digits=True,
        ),
        Pattern(
            EntityKind.DATE,
            0.95,
            rf"(?<![\w./$-]){_DAY}([-/.])(?:1[0-2]|0?[1-9])\1(?:{_YEAR}|\d{{2}})(?![\w/-])",
            digits=True,
        ),
        Pattern(
            EntityKind.DATE,
            0.85,
            rf"\b(?:{WEEKDAY}[ ]{{0,2}})?(?<![\w./$]|(?<!/\d{{1,2}})-)(?:1[0-2]|0?[1-9])/{_DAY}(?![\w/%]|-(?!\d{{1,2}}/)|\.\d)",
            digits=True,
        ),
        Pattern(
            EntityKind.DATE,
            0.9,
            rf"\b{WEEKDAY}[ ]{{0,2}}(?:the\s)?{_DAY}(?:st|nd|rd|th)\b(?![ ](?:grade|graders?|period|pd|per|hr|hour|floor|block|lunch|quarter|street|st|ave)\b)",
            digits=True,
        ),
        Pattern(
            EntityKind.DATE,
            0.8,
            rf"\b(?:on|since|by|until|till|before|after|from|meets|meeting|is|was|for|til|due|see\s(?:you|u|ya)|(?:night|morning|evening|afternoon|week)\sof)\sthe\s(?<x>{_DAY}(?:st|nd|rd|th)){_DAY_ALONE}",
            digits=True,
        ),
        Pattern(  # no grade or period is as high
            EntityKind.DATE,
            0.7,
            rf"\bthe\s(?<x>(?:1[3-9]|2\d|3[01])(?:st|nd|rd|th)){_DAY_ALONE}",
            digits=True,
        ),
    )
    _fractions = frozenset({"9/11", "1/2", "1/3", "2/3", "1/4", "3/4", "24/7", "7/11", "10/10", "5/5", "6/7", "4/20"})

    _events = regex.compile(
        r"july\s4(?:th)?\b(?!,?\s\d{4}|\sat\b)|4th\sof\sjuly\b(?!,?\s\d{4})|(?:jan(?:uary)?\.?\s6(?:th)?|oct(?:ober)?\.?\s7(?:th)?)\s(?:insurrection|riot|attack|hearing|committee|lesson|unit|essay|video|war)",
        regex.IGNORECASE,
    )
    """Days that all the country knows."""

    _behind = regex.compile(
        r"""\b(?:on|since|by|until|till?|before|after|meeting|dated?|filed|was|from|thru|through|returned|absent|due|met|seen
        |w(?:ee)?k\sof)\s\Z|\b\d{1,2}/\d{1,2}(?:\s?,\s|\s?[&-]\s?|\s(?:to|thru|and)\s)\Z""",
        regex.IGNORECASE | regex.VERBOSE,
    )
    _opening = regex.compile(r"(?:^|(?<=[\n\ue000]))[-*\u2022\s]{0,4}\Z")
    _headed = regex.compile(r"[.:]?\s?(?:[-|\u2013]|[.:])\s|\t")
    _until = regex.compile(r"\s(?:thru|through|to)\s\d{1,2}/\d{1,2}(?![\w/])")
    _days = regex.compile(r"(?<![\w./$])\d{1,2}/\d{1,2}(?![\w/%])")
    _parts = regex.compile(r" (?:of|full|cups?|mile|inch(?:es)?|time|day|vote|majority|credit)\b", regex.IGNORECASE)

    def accepts(self, match: "regex.Match[str]") -> bool:
        """No fraction and no "24/7", but for "since 3/4", "3/4: called mom", "3/4-3/6"; no day that is an event."""
        if self._events.match(match.string, match.start()):
            return False
        found = match.group().lower()
        return found not in self._fractions or (found != "24/7" and self._is_a_day(match))

    def _is_a_day(self, match: "regex.Match[str]") -> bool:
        text, start, end = match.string, match.start(), match.end()
        if self._parts.match(text, end):
            return False
        opens = self._opening.search(text, max(0, start - 6), start) and self._headed.match(text, end)
        line = text[text.rfind("\n", 0, start) + 1 : start + _LINE].partition("\n")[0]
        among_days = any(day not in self._fractions for day in self._days.findall(line[-2 * _LINE :]))
        if opens or among_days or self._until.match(text, end):
            return True
        return match.group() != "9/11" and self._behind.search(text, max(0, start - 12), start) is not None
