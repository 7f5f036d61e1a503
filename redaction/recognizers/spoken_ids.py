"""Numbers that are read out sign by sign: "4 4 7 1 2 0 3", "seven x k r two two one". Telephones are in phones.py."""

from itertools import pairwise

import regex

from corpus.model.redaction import EntityKind
from redaction.numerals import number
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_ID = EntityKind.ID
_DIGIT = any_of("zero|oh|one|two|three|four|five|six|seven|eight|nine|double")
_ALPHABET = any_of(
    """alpha|bravo|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango
    |uniform|victor|whiskey|xray|yankee|zulu"""
)
_SIGN = rf"(?>(?:\d|{_DIGIT}|[b-hj-z])\b)"
_PART = r"(?:\s|-|,\s|\sdash\s)"
_CUE = any_of("plate|plates|tag|id|number|pin|code|badge|serial|case|locker|combo|partial|student|ticket|vin")
_FEWEST_DIGITS = 3


class SpokenIds(Patterns):
    patterns = (
        Pattern(_ID, 0.85, rf"(?<![\w.,:/$-]){_SIGN}(?:{_PART}{_SIGN}){{4,16}}+(?![\w:/]|[.,]\d)"),
        Pattern(
            _ID,
            0.9,
            rf"""\b{_CUE}\s(?:is\s|was\s|says\s|ends\sin\s|starts\swith\s|\#\s?){{0,2}}
            (?<x>(?:\d{{1,4}}|{_DIGIT}|{_ALPHABET}|[a-z])\b(?:{_PART}(?:\d{{1,4}}|{_DIGIT}|{_ALPHABET}|[b-hj-z])\b){{3,10}}+)(?!:\d)""",
        ),
    )
    """By themselves five signs and more; behind a word that holds a number also four, and the radio's alphabet."""

    _digit = regex.compile(rf"\d|\b{_DIGIT}\b", regex.IGNORECASE)

    def accepts(self, match: "regex.Match[str]") -> bool:
        """With digits enough, and no counting up or down: "1 2 3 4 5"."""
        found = match["x"] if "x" in match.re.groupindex else match.group()
        digits = [number(digit) for digit in self._digit.findall(found)]
        return len(digits) >= _FEWEST_DIGITS and len({after - before for before, after in pairwise(digits)}) > 1
