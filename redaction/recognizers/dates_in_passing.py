"""Exact dates that a month and a day in order do not give: a weekday with its number, days of this month, month and year."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.dates import MONTH, WEEKDAY, WRITTEN_DAY
from redaction.recognizers.patterns import Pattern, Patterns

_DATE = EntityKind.DATE
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NUMERIC = rf"(?:1[0-2]|0?[1-9])-{_DAY}"
_MONTHS = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\b"
_LONG_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_THAT_MONTH = r"of\s(?:the|this|that|next|last)\smonth"
_NO_DAY = r"(?![ ](?:grade|graders?|period|pd|hour|hr|floor|block|time|lunch|quarter|amendment|century|place|one|thing|half)\b)"


class DatesInPassing(Patterns):
    patterns = (
        Pattern(_DATE, 0.9, rf"(?<![\w/-]){_DAY}[-.]{_MONTHS}[-.](?:(?:19|20)\d\d|\d\d)(?![\w-])", digits=True),
        Pattern(_DATE, 0.9, r"(?<![\w./-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/-])", digits=True),
        Pattern(_DATE, 0.85, rf"\b{WEEKDAY}\s(?:the\s)?{WRITTEN_DAY}\b{_NO_DAY}"),
        Pattern(_DATE, 0.85, rf"\b(?:{WRITTEN_DAY}|{_DAY}(?:st|nd|rd|th))\s{_THAT_MONTH}\b"),
        Pattern(
            _DATE,
            0.85,
            rf"\b(?:on|by|since|until|till|before|after|was|is|for|due)\sthe\s(?<x>(?:twenty|thirty)[ -]{WRITTEN_DAY}|(?:tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth))\b{_NO_DAY}",
        ),
        Pattern(
            _DATE,
            0.85,
            rf"\b{_LONG_WEEKDAY}\s(?:3[01]|2\d|1[3-9])(?=\s?[.,;!?)\n]|$|\s(?:outside|at|and|was|is|we|in|before|after)\b)",
            digits=True,
        ),
        Pattern(_DATE, 0.85, rf"\b{WEEKDAY}\s{_NUMERIC}(?:\s(?:not|and|to|or)\s{_NUMERIC})?(?![\w/-])", digits=True),
        Pattern(
            _DATE,
            0.8,
            rf"""\b(?:deadline|hearing|due|rsvp|sent|received|rec'd|updated|revised|rev|posted|effective|eff|expires|exp|suspended|since|until|till|thru
            |through|starting|starts|ends|begins|returns?|back|window|incident|occurred|happened|date|dated|leave)[\s:]{{1,2}}(?:is\s|was\s|on\s|by\s)?
            (?<x>{_NUMERIC}(?:\s(?:not|and|to|thru|through)\s{_NUMERIC})?)(?![\w/-]|:\d)""",
            digits=True,
        ),
        Pattern(_DATE, 0.85, rf"(?<![\w/-]){_NUMERIC}\s(?:to|thru|through)\s{_NUMERIC}(?![\w/-]|:\d)", digits=True),
        Pattern(
            _DATE,
            0.85,
            rf"(?<![\w./-])(?:1[0-2]|0?[1-9])-{_DAY}-\d\d(?=/\d)|(?<=\d/)(?:1[0-2]|0?[1-9])-{_DAY}-\d\d(?![\w/-])",
            digits=True,
        ),
        Pattern(_DATE, 0.85, rf"(?<=(?:sent|date|on):\s){MONTH}\s{_DAY}(?=\n|$)", digits=True),
        Pattern(_DATE, 0.85, r"(?<=\b(?:class|grad|graduate|grads)\sof\s)(?:(?:19|20)\d\d|'\d\d)\b", digits=True),
    )
    """In order: day, month, year with hyphens; month and year; written days; days of a month not named; a weekday and its number;
    month and day with a hyphen, beside a weekday, a deadline or another; in a header; a class's year.
    """
