"""Exact numbers of people, which a search engine finds as surely as a name."""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

SMALLEST = 15
"""Smaller groups are common everywhere and place nothing."""
_TENS = 100
_PEOPLE = """students?|pupils|kids|children|boys|girls|teens|adults|parents|families|teachers|staff(?:ers)?|employees|people|ppl
|members|speakers|seniors|juniors|sophomores|freshmen|athletes|players|absences|absent|suspended|suspensions|expelled
|arrested|injured|enrolled|enrollment|sick|positive|cases|testimonies|emails|e-mails|calls|signatures|comments|tickets
|attendees|guests|graduates|grads|victims|witnesses|graders|scholars|learners|accounts|followers|homes|households|houses|inboxes|addresses|phones|records|votes"""


class Counts(Patterns):
    patterns = (
        Pattern(
            EntityKind.COUNT,
            0.85,
            rf"(?<![\w.,$/:\#-])(?<x>\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,5}})\+?\s(?:of\s(?:our|the|my)\s)?(?:[a-z]{{3,12}}\s){{0,1}}(?:{_PEOPLE})\b",
        ),
        Pattern(EntityKind.COUNT, 0.85, r"\benrol+ment\s(?:of|is|was|at)?\s?(?:about\s|around\s)?(?<x>\d[\d,]{1,6})\b"),
        Pattern(EntityKind.COUNT, 0.8, r"(?<![\w.,$/:\#-])(?<x>\d{2,3}(?:,\d{3})?)\sout\sof\s\d"),
        Pattern(
            EntityKind.COUNT,
            0.8,
            r"\bvot(?:e|ed|es|ing)\b[^.\n\d]{0,40}?(?<x>\d{1,4})(?=\s?(?:to|-|\u2013)\s?\d{1,4}\b(?!:))",
        ),
        Pattern(EntityKind.COUNT, 0.8, r"\d\sout\sof\s(?<x>\d{2,3}(?:,\d{3})?)\b"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        number = int(match.group("x").replace(",", ""))
        return number >= SMALLEST and not _is_rough(number)


def _is_rough(number: int) -> bool:
    """True for a guess rather than a count: "40 kids", "300 families"."""
    return number % 10 == 0 if number <= _TENS else number % 50 == 0 and number < 1000
