"""Buses, rooms, doors and seats by their number, and the same numbers again where the discussion drops the word."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import SECONDS, Pattern, Patterns
from redaction.recognizers.units import MEASURE, PEOPLE, TIME

_ID = EntityKind.ID
_THINGS = any_of(
    """bus|buse|busse|route|rte|rt|van|room|rm|portable|locker|unit|trailer|classroom|bldg|building|cabin|door|seat|closet|cabinet
    |camera|vehicle|coach|gate|dorm|cottage|suite|ste|ruta|salón|salon|aula|camión|camion|autobús|autobus|puerta|casillero|homeroom"""
)
_SPOKEN_THINGS = any_of(
    "bus|route|room|rm|van|portable|door|trailer|classroom|locker|cabin|camera|unit|gate|ruta|salón"
)
_ONES = any_of("one|two|three|four|five|six|seven|eight|nine")
_TEENS = any_of("ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen")
_TENS = any_of("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")
_WRITTEN = rf"(?>(?:{_TENS}|{_TEENS}|{_ONES})(?:[\s-](?:hundred|oh|zero|{_TENS}|{_TEENS}|{_ONES})\b){{0,3}})"
_COUNTED = any_of(f"{TIME}|{MEASURE}|{PEOPLE}|more|and a half").replace(" ", r"\s")
_UNCOUNTED = rf"(?!\s?%|[ ]{{0,2}}{_COUNTED}\b|:\d\d)"
_CODE = r"\#?(?:[a-z]-?)?\d{1,5}(?:-?[a-z]\b(?!-))?"
_PARTED = r"(?:,\s?(?:and\s|&\s)?|\s?/\s?|\s?-\s?|\s(?:and|n|to|thru|through|&|or|y)\s)"

_TOLD = (
    Pattern(
        _ID,
        0.9,
        rf"\b{_THINGS}s?\.?[ ]?(?:no|num|number|\#)?[ .:\#]{{0,3}}{_CODE}\b(?:{_PARTED}{_CODE}\b{_UNCOUNTED})*{_UNCOUNTED}",
        digits=True,
    ),
    Pattern(
        _ID,
        0.9,
        rf"\b(?:buses|rooms|rms|routes|vans|doors|lockers)(?:\s\d{{1,3}}\b){{2,8}}(?:{_PARTED}\d{{1,3}}\b)?{_UNCOUNTED}",
        digits=True,
    ),
    Pattern(_ID, 0.85, rf"\b{_SPOKEN_THINGS}\s(?:number\s|no\.?\s)?{_WRITTEN}\b(?![ ]of\b){_UNCOUNTED}"),
    Pattern(_ID, 0.85, r"\bthe\s(?<x>\#?\d{1,3}[a-z]?)\s(?:bus|route|van)\b", digits=True),
)
"""The word and its number, and the numbers that go on after it: "bus 3, 12 and 40"."""
_PLACED = (
    Pattern(
        _ID,
        0.8,
        r"\b(?:in|outside|to|near|from|at|of|cover|inside)\s(?<x>(?-i:[A-H]-?\d{3}[A-H]?|\d{3}[A-H]))\b(?![-%/])",
        digits=True,
    ),
    Pattern(
        _ID,
        0.8,
        r"\b(?:in|outside|sub\sin|to|near|the|of)\s(?<x>[a-h]?[1-4]\d{2}[a-h]?)(?=[.,;!?\n)](?!\d)|$|\s(?:copier|sub|rn|right\snow|w/|hallway|wing|hall|door|lab|told|said|says|threw|needs|again|please|pls)\b)",
        digits=True,
    ),
    Pattern(
        _ID,
        0.8,
        r"\b(?:move|moved|moving|sub\sin|outside|into)\s(?<x>(?-i:[A-Z])-\d{1,3}(?:\s(?:and|&|to)\s(?-i:[A-Z])-\d{1,3})?)\b",
        digits=True,
    ),
    Pattern(
        _ID,
        0.8,
        r"\b(?:not\son|on|off|drives|driving|missed|onto|takes|rides)\s(?<x>\d{1,3})(?=\s?[,.;?!]\s(?:not|he|she|driver|the|and|n|get|so|they|we)\b)",
        digits=True,
    ),
)
"""A number where a room or a bus must stand."""


class Numbered(Patterns):
    patterns = (*_TOLD, *_PLACED)


class NumberedAgain(Recognizer):
    """As in "bus 31 ... rode 31": a number that was given to a thing earlier, where a number of anything else would not
    stand. A code of letter and digits ("E4") is the thing wherever it stands.
    """

    kinds = (_ID,)
    by_message = False
    _told = regex.compile(_TOLD[0].expression, regex.VERBOSE | regex.IGNORECASE)
    _number = regex.compile(r"(?<![\w.-])(?:[a-z]-?)?\d{1,4}[a-z]?\b", regex.IGNORECASE)

    def find(self, text: str) -> Iterator[Finding]:
        known = {
            number.group().upper()
            for told in self._told.finditer(text, timeout=SECONDS)
            for number in self._number.finditer(told.group())
        }
        for number in self._number.finditer(text) if known else ():
            if number.group().upper() in known and _stands_alone(number):
                yield Finding(*number.span(), _ID, 0.8, self.name)


_BEFORE = regex.compile(
    r"\b(?:rode|ride|rides|riding|drives|drove|missed|on|off|said|says|outside|in|to|from|by|near|and)\s$",
    regex.IGNORECASE,
)
_AFTER = regex.compile(
    r"""\s?(?:[.!?;)\n]|,\s|$)|\s(?:again|with|w/|w|clear|left|pulled|had|has|was|is|came|never|just|still|late|empty|here|now
    |today|yesterday|broke|ran|not|and|n|to|for)\b""",
    regex.VERBOSE | regex.IGNORECASE,
)
_OPENS = regex.compile(r"(?:^|\n|[.!?]\s)$")
_GOES = regex.compile(
    r"\s(?:again|pulled|left|is\s(?:late|here|empty)|broke|ran\slate|never\scame|had\sno)\b", regex.IGNORECASE
)


def _stands_alone(number: "regex.Match[str]") -> bool:
    text, (start, end) = number.string, number.span()
    if text[start].isalpha():
        return number.group()[0].isupper()
    before = text[max(0, start - 10) : start]
    if _OPENS.search(before):
        return bool(_GOES.match(text, end))
    return end - start > 1 and bool(_BEFORE.search(before) and _AFTER.match(text, end))
