"""Numbers that count people or many things though no noun says so: "suspended 9", "4 of ours and 3 of theirs", "we had 143".

Looks at the words on both sides; numbers with a noun for what they count are in counts.py.
"""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.numerals import DIGITS, WRITTEN, number
from redaction.presidio_engine import Recognizer
from redaction.recognizers.counts import FEWEST, MANY, is_a_year_or_a_law, is_rough
from redaction.recognizers.patterns import SECONDS
from redaction.recognizers.units import MEASURE, TIME

_NUMBER = regex.compile(
    rf"(?<![\w.,$/:\#-])(?![012]\b|(?:one|two)\b(?![\s-]hundred|[\s-]thousand))(?<x>{DIGITS}|{WRITTEN})(?:ish|\+)?(?![\w:/%-]|[.,]\d|\s\d)",
    regex.VERBOSE | regex.IGNORECASE,
)
_CAPITAL = regex.compile(r"\p{Lu}\p{Ll}")
_TITLE = regex.compile(r"(?:\p{Lu}\p{Ll}{1,8}|\d{1,3})[ ]\p{Lu}\p{Ll}{1,20}s?\b")
"""A number of a title: "Five Guys", "101 Dalmatians"."""
_ALONE = regex.compile(r"[ ]?(?:[.,;!?)]|$|\n)")
_EXACT = 100
"""From here on a number that is not round counts something also behind "is" and "was"."""
_OF_THE_CLOCK = regex.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_OPENERS = ' \t"(>*'
_LINE_ENDS = "\n\ue000:"
_CLOSERS = _LINE_ENDS + ".!?;,\u2026\u2013\u2014+"
"""What stands between a sentence and the one that the number opens."""
_AFTER = regex.compile(r"[ ]?([\p{L}']+|[^\w\s]|\n|\ue000|$)(?:[ ]([\p{L}']+))?")
_ENDS = frozenset('.,;!?)\n\ue000"+&') | {"", "…"}
_LEADS = frozenset(
    """had have has having got get gets gotten took takes take taken suspended expelled arrested counted count counts counting up
    lost found pulled invited fired hired injured hospitalized cited charged interviewed identified named only just another
    other others first like maybe about around roughly nearly almost approximately exactly least were are makes made total totals
    totaling enrolled enrolls serves serve lists listed all theres there's bought held every sheltering feeding housing treated
    transported tested quarantined evacuated evacuating absent missing abt approx bout llegaron faltaron somos eran hay tenemos tuvimos
    butchered with w interviewing seeing sending sent hold holds invite invited left below ok yes thats that's""".split()
)
"""Words before a count. Of these, the vague ones may stand before a time of day too."""
_VAGUE = frozenset("about around like maybe abt approx bout roughly nearly almost left".split())
_LATEST_HOUR = 12
_PAIRS = frozenset(
    {
        ("down", "from"),
        ("up", "from"),
        ("stands", "at"),
        ("are", "at"),
        ("stood", "at"),
        ("out", "of"),
        ("counts", "as"),
        ("one", "of"),
        ("some", "of"),
        ("each", "of"),
        ("wrote", "up"),
        ("school", "of"),
        ("building", "of"),
        ("class", "of"),
        ("team", "of"),
        ("group", "of"),
        ("crew", "of"),
        ("crowd", "of"),
        ("total", "of"),
        ("staff", "of"),
        ("family", "of"),
        ("faculty", "of"),
        ("list", "of"),
        ("enrollment", "of"),
        ("faculty", "is"),
        ("enrollment", "is"),
        ("count", "is"),
        ("count", "of"),
        ("total", "is"),
        ("roster", "says"),
        ("roster", "said"),
        ("down", "to"),
        ("committee", "of"),
        ("fam", "of"),
        ("party", "of"),
        ("caseload", "of"),
        ("cohort", "of"),
        ("sheet", "says"),
        ("list", "says"),
        ("attendance", "says"),
        ("of", "the"),
        ("with", "the"),
        ("w", "the"),
        ("all", "the"),
    }
)
_SHORTEST_ACT = 4
_GOES_ON = frozenset({"and", "n", "&", "+", "y", "plus", "then"})
_LONGEST_LIST = 20
"""From here on a number that opens a line is no list's."""
_REACH = 45
"""Characters within which a further number goes on after a count."""
_ACTS = frozenset(
    """are were have had left came come said say told went walked signed showed stayed quit called got did saw threw puked
    vomited ate knew admitted confessed fessed wrote watched shared ran fought kept need needed want wanted didn't didnt
    hadn't hadnt haven't havent weren't werent aren't arent won't wont don't dont never still already stood sat cried rode
    stayed failed passed tested refused responded replied enrolled transferred moved filmed skipped jumped swam died opted
    who each apiece accounted absent missing sick out present positive suspended arrested hurt injured expelled""".split()
)
_GOING = frozenset(
    """of in at on from so more that for here total today yesterday tonight now others other altogether with w and but not by
    when because cuz bc this last so then i we across inside outside between the per after during before too also if
    black white latino hispanic deep strong""".split()
)
_PLACED = frozenset("in at on from with w so more inside here absent missing total today".split())
_OF_PEOPLE = frozenset("them us ours my our mine those these the your yours their theirs em you".split())
_UNITS = frozenset(
    """minute hr year yr second week wk month mo degree time page line lines sentence sentences word point pt mile
    foot inch lb pound oz ounces gallon gallons cent cents thousand million hundred
    grade grades period periods step steps level levels rule rules thing things way ways oss iss p h x o'clock oclock mph ppm ppb
    quarters semesters rounds laps nights mornings afternoons evenings blocks acres floors stories strikes reasons
    paragraphs chapters generations decades centuries others' os""".split()
).union(TIME.split("|"), MEASURE.split("|"))
_NO_PLURAL = frozenset(
    "is was has this its his us as yes plus less across always unless bus class gas kids' news does goes says".split()
)
_STATES = frozenset("is was it's its".split())
_OWNERS = frozenset("the my our those these your".split())
_ACTS_OF_SOME = _ACTS - {"out", "left", "still"} | {"with", "w"}


class Tallies(Recognizer):
    kinds = (EntityKind.COUNT,)
    _score = 0.7

    def find(self, text: str) -> Iterator[Finding]:
        counted_until = -_REACH
        counts: set[float] = set()
        for match in _NUMBER.finditer(text, timeout=SECONDS):
            start, end = match.span("x")
            written = match["x"]
            count = int(written.replace(",", "")) if written[0].isdigit() else number(written)
            if count < FEWEST or is_a_year_or_a_law(written):
                continue
            goes_on = start - counted_until < _REACH
            again = (
                count in counts
                and text[max(0, start - 2) : start].strip(_OPENERS)[-1:] in _CLOSERS
                and bool(_ALONE.match(text, end))
            )
            if again or _counts(text, start, match.end(), int(count), goes_on=goes_on):
                counted_until = end
                counts.add(count)
                yield Finding(start, end, EntityKind.COUNT, self._score, self.name)


def _counts(text: str, start: int, end: int, count: int, *, goes_on: bool) -> bool:
    """True for a number that the words beside it let be a count of people, or of many things."""
    after = _AFTER.match(text, end)
    if after is None:
        return False
    following = (after[1] or "").lower(), (after[2] or "").lower()
    before = text[max(0, start - _REACH) : start].rstrip(_OPENERS)
    opens = not before or before[-1] in _CLOSERS
    if following[0] in _UNITS or _in_a_title(text, start, opens=opens):
        return False
    if not opens:
        return _led_by(before, count, following, goes_on=goes_on)
    if (not before or before[-1] in _LINE_ENDS) and _numbers_a_line(text, end, count, following):
        return False
    alone = following[0] in _ENDS and count >= MANY and not is_rough(count)
    return (
        alone
        or _acts(following[0])
        or following[0] in _PLACED
        or _of_people(following)
        or _many_things(count, following)
    )


def _in_a_title(text: str, start: int, *, opens: bool) -> bool:
    """True within "Five Guys" and "And Tango Makes Three"."""
    return bool(_TITLE.match(text, start)) or (not opens and bool(_CAPITAL.match(text, start)))


def _numbers_a_line(text: str, end: int, count: int, following: tuple[str, str]) -> bool:
    """True for "12. call home" and "0915 lockdown"."""
    listed = following[0] in (".", ")") and following[1] and count < _LONGEST_LIST
    return bool(listed or _OF_THE_CLOCK.fullmatch(text, end - 4, end))


def _led_by(before: str, count: int, following: tuple[str, str], *, goes_on: bool) -> bool:
    """True where the words in front are those of a count."""
    words = before.lower().split()[-2:] or [""]
    pair = (words[0] if len(words) > 1 else "", words[-1].strip("~'"))
    if pair[1] in _GOES_ON:
        return goes_on and (_ends(following) or _of_people(following))
    if pair not in _PAIRS and pair[1] in _OWNERS:
        return following[0] in _ACTS_OF_SOME or _of_people(following) or _many_things(count, following)
    if pair in _PAIRS or pair[1] in _LEADS or not pair[1]:
        is_an_hour = pair[1] in _VAGUE and count <= _LATEST_HOUR and not _of_people(following)
        return (_ends(following) and not is_an_hour) or _many_things(count, following)
    if pair[1] in _STATES and count >= _EXACT and not is_rough(count) and following[0] in _ENDS:
        return True
    return (_of_people(following) and following[1] != "the") or _many_things(count, following)


def _acts(word: str) -> bool:
    """True for what people do or what is done to them: "left", "flagged"."""
    return word in _ACTS or (len(word) > _SHORTEST_ACT and word.endswith("ed"))


def _ends(following: tuple[str, str]) -> bool:
    if following[0] == "of":
        return following[1] in _OF_PEOPLE
    return following[0] in _ENDS or _acts(following[0]) or following[0] in _GOING


def _of_people(following: tuple[str, str]) -> bool:
    return following[0] == "of" and following[1] in _OF_PEOPLE


def _many_things(count: int, following: tuple[str, str]) -> bool:
    """True for "17 carts", "94 little ones": a plural behind the number, or behind one word more."""
    if count < MANY or is_rough(count):
        return False
    return any(_is_plural(word) for word in following[:1]) or (
        following[0] not in _GOING | _ACTS | _UNITS and following[0].isalpha() and _is_plural(following[1])
    )


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURAL | _UNITS
