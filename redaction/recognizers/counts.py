"""Exact numbers of people, which a search engine finds as surely as a name."""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

SMALLEST = 6
"""Smaller groups are common everywhere and place nothing."""
MOST_ROUGH = 1000
"""Up to here a round number is a guess already, not a count."""
_PEOPLE = """students?|pupils|kids|children|boys|girls|teens|adults|parents|families|teachers|staff(?:ers)?|employees|people|ppl
|members|speakers|seniors|juniors|sophomores|freshmen|athletes|players|absences|absent|suspended|suspensions|expelled
|arrested|injured|enrolled|enrollment|sick|positive|cases|testimonies|emails|e-mails|calls|signatures|comments|tickets
|attendees|guests|graduates|grads|victims|witnesses|graders|scholars|learners|accounts|followers"""


class Counts(Patterns):
    patterns = (
        Pattern(
            EntityKind.COUNT,
            0.85,
            rf"(?<![\w.,$/:\#-])(?<x>\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,5}})\+?\s(?:of\s(?:our|the|my)\s)?(?:[a-z]{{3,12}}\s){{0,1}}(?:{_PEOPLE})\b",
        ),
        Pattern(EntityKind.COUNT, 0.85, r"\benrol+ment\s(?:of|is|was|at)?\s?(?:about\s|around\s)?(?<x>\d[\d,]{1,6})\b"),
        Pattern(EntityKind.COUNT, 0.8, r"(?<![\w.,$/:\#-])(?<x>\d{2,3}(?:,\d{3})?)\sout\sof\s\d"),
        Pattern(EntityKind.COUNT, 0.8, r"\d\sout\sof\s(?<x>\d{2,3}(?:,\d{3})?)\b"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        number = int(match.group("x").replace(",", ""))
        return number >= SMALLEST and (number % 10 != 0 or number > MOST_ROUGH)
