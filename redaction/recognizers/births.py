"""Dates and years of birth; ages are in ages.py."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_BORN = r"""(?:dob|d\.o\.b\.?|d/o/b|yob|y\.o\.b\.?|birth\s?date|birth\s?day|birth\s?year|b-?day|date\sof\sbirth|year\sof\sbirth|born|nacid[oa]|nació)"""
_LINK = r"(?:\s(?:is|was|on|in|el|back\sin))?[\s:,=-]{1,3}"


class Births(Patterns):
    patterns = (
        Pattern(
            EntityKind.AGE,
            0.95,
            rf"\b{_BORN}{_LINK}(?=\p{{L}}{{0,10}}\.?\s?\d)(?<x>[\w/.-]{{2,12}}(?:\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!:))?(?:,?\s\d{{4}}\b)?)(?<=\w)",
            digits=True,
        ),
        Pattern(
            EntityKind.AGE, 0.9, r"(?<![\w.])b\.\s?(?<x>(?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\b", digits=True
        ),
        Pattern(
            EntityKind.AGE,
            0.95,
            r"\b(?:d/o/b|d\.o\.b\.?|y\.o\.b\.?)[\s:]{1,2}[\d/.-]{4,10}(?<=\d)|\b(?:dob|yob|bday)[:=][\d/.-]{4,10}(?<=\d)",
            digits=True,
        ),
        Pattern(
            EntityKind.AGE,
            0.9,
            r"(?<![\w.])(?<x>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))\s\(?(?:dob|d\.o\.b)\b",
            digits=True,
        ),
    )
