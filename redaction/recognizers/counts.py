"""Exact numbers of people and of things that were counted, which a search engine finds as surely as a name."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.numerals import DIGITS, WRITTEN, number
from redaction.presidio_engine import Recognizer
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import SECONDS, Pattern, Patterns

FEWEST = 3
"""One and two say nothing more than "a few" would."""
MANY = 11
"""From here on a number of things is a count; below it is how people talk."""
_TENS = 100
_PEOPLE = any_of(
    """student|students|pupils|kids|kiddos|children|boys|girls|teens|adults|parents|families|teachers|staff|staffers|employees|people|ppl|tchrs
|members|speakers|seniors|juniors|sophomores|freshmen|athletes|players|absences|absent|suspended|suspensions|expelled
|arrested|injured|enrolled|enrollment|sick|positive|cases|testimonies|emails|e-mails|calls|signatures|comments|tickets
|attendees|guests|graduates|grads|victims|witnesses|graders|scholars|learners|accounts|followers|homes|households|houses|inboxes|addresses|phones|records|votes
|hands|moms|dads|guardians|subs|paras|aides|coaches|neighbors|voters|officers|deputies|protesters|walkers|riders|newcomers|refugees|passengers|infants|toddlers|kinders
|sisters|brothers|siblings|cousins|captains|chaperones|colleagues|friends|names|volunteers|swimmers|drivers|nurses|custodians
|counselors|principals|admins|speakers|fathers|mothers|grandparents|babies|toddlers|youth|individuals|persons|women|men|ladies
|principals|uncles|aunts|witness|attendances|tardies|hospitalized|patients|clients|residents|citizens|applicants|candidates|interns
|ayes|nays|yeas|responses|replies|bystanders|onlookers|spectators|fans|ambulances|cops|troopers|firefighters|medics|deaths|overdoses|concussions
|alumnos|estudiantes|niños|niñas|familias|maestros|padres|ausentes"""
)
_THINGS = any_of(
    """changes|clips|copies|books|lawns|seats|views|likes|shares|grades|buses|classrooms|posts|messages|texts|letters|forms|desks|chromebooks
|devices|laptops|referrals|incidents|reports|complaints|lockers|cars|chairs|vapes|pouches|screenshots|images|pictures|photos|videos
|windows|vacancies|positions|countries|languages|schools|campuses|towns|cameras|meals|trays|lunches|stalls|fights|votes|flyers|signs|tents|beds|cots|apartments"""
)
_NO_PEOPLE = any_of("out|min|mins|minutes|hours|days|weeks|grade|period|years|and|or|the|to|per|am|pm")
_NO_THINGS = any_of("min|hour|day|week|grade|period|year|and|or|the|to|per")
_NO_COUNT = r"(?<![\w.,$/:\#-])"
_NAMED = regex.compile(
    r"\b(?:grade|period|tier|level|phase|day|step|page|unit|age|section|room|bus|route|under|title|chapter|channel|item|v)\s$",
    regex.IGNORECASE,
)
_KNOWN_NUMBERS = frozenset("504 911 988 211 311 990 1040 1099 401 403".split())
_LONGEST_NAMED = 10
_NUMBER = rf"(?>{DIGITS}|{WRITTEN})"
_COUNTED = rf"{_NO_COUNT}(?<x>{_NUMBER})(*SKIP)"
"""Where what follows is not counted, the search goes on behind the number: a long run of them is read once."""


class Counts(Patterns):
    patterns = (
        Pattern(
            EntityKind.COUNT,
            0.85,
            rf"""{_COUNTED}\+?\s(?=\p{{L}}|\d{{1,2}}[snrt])(?:more\s|other\s|of\s(?:our|the|my)\s)?(?:\d{{1,2}}(?:st|nd|rd|th)\s)?
            (?:(?!{_NO_PEOPLE}\b)\p{{L}}{{2,12}}\s){{0,1}}(?>{_PEOPLE})\b""",
        ),
        Pattern(
            EntityKind.COUNT,
            0.85,
            r"\benrol+ment\s(?:of|is|was|at)?\s?(?:about\s|around\s)?(?<x>\d[\d,]{1,6})\b",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"{_NO_COUNT}(?<x>{DIGITS})\s(?:out\s)?of\s(?:the\s|our\s)?\d{{2,4}}\b(?!:)",
            digits=True,
        ),
        Pattern(EntityKind.COUNT, 0.8, rf"\d\s(?:out\s)?of\s(?:the\s|our\s)?(?<x>{DIGITS})\b(?!:)", digits=True),
        Pattern(
            EntityKind.COUNT,
            0.85,
            r"\b(?:vot(?:e|ed|es|ing)\b|confidence\b|passed\b|approved\b|failed\b|carried\b|upheld\b|overturned\b|split\b|margin\b)[^.\n\d]{0,40}?(?<x>\d{1,4}\s?(?:to|-|\u2013)\s?\d{1,4}\b(?!:))",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.85,
            r"(?<![\w/.-])(?<x>\d{1,2}\s?(?:to|-|\u2013)\s?\d{1,2})(?=\s(?:vote|decision|margin|majority|in\sfavor|against)\b)",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.85,
            rf"""\b(?:suspended|warned|injured|hurt|arrested|hospitalized|absent|expelled|transported|treated|evacuated|interviewed
            |searched|detained|cited|charged|present|attended|affected|exposed|involved|home|students|staff|adults|parents|families
            |witnesses|victims):\s(?<x>{_NUMBER})(?=\s?[.,;|\n\ue000]|$)""",
        ),
        Pattern(
            EntityKind.COUNT,
            0.85,
            r"\b(?:won|lost|beat|beaten|forfeit(?:ed)?|tied|score\s(?:is|was)|losing|winning)\b[^.\n\d]{0,20}?(?<x>\d{1,3}\s?[-\u2013]\s?\d{1,3})\b(?![-/:])",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            r"\b(?:head\s?)?count\s(?:is|was|said|says|of|at|came\sto)\s(?<x>\d{1,4})\b",
            digits=True,
        ),
        Pattern(EntityKind.COUNT, 0.8, r"\bclass(?:es)?\s(?:is|of|size)\s(?:is\s|of\s)?(?<x>\d{1,3})\b", digits=True),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"(?:(?<=^|[\n.,;:!?\ue000]|[.,;:!?]\s)){_NO_COUNT}(?<x>{DIGITS})\s(?:out|absent|missing|called\s(?:out|in))(?=[.,;!?\n]|$|\s(?:today|sick|at|this|in|yesterday|again|so|and|2day)\b)",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"\b(?:all|only|the\sother|other|calling\sall|one\sof|each\sof\sthe|should\sbe|list\sof|attendance\ssays)\s(?<x>{_NUMBER})(?=\s?[.,;!?\n]|$|\s(?:of\s(?:them|us|the|our)|in\sroom|so\sfar|names)\b)",
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"\b(?:count|tally|total)\s(?:is|was|stayed|stays|says|said)\s(?:at\s)?(?<x>{WRITTEN})\b(?![ ](?:out|the|of))",
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"\ball\s(?<x>{_NUMBER})(?=\s(?:walk|walked|came|are|were|have|had|got|showed|left|went|go|said|tested|signed|made)\b)",
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"{_COUNTED}\sof\s(?=(?:{WRITTEN}|\d{{2,4}})\s\p{{L}})",
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"{_COUNTED}\s(?:so\sfar|all\stold|altogether|of\sthem|of\sus|in\sall(?!\sbut))\b",
        ),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        return number(match.group("x")) >= FEWEST and not _is_a_name(match)


class Quantities(Patterns):
    """How many things there were; a rough guess ("40 chairs") places nothing."""

    patterns = (
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"{_COUNTED}\s(?=\p{{L}})(?:(?!{_NO_THINGS}\b)\p{{L}}{{2,12}}\s){{0,1}}(?>{_THINGS})\b",
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            rf"""\b(?:viewed|watched|shared|reshared|reposted|retweeted|liked|downloaded|played|forwarded|seen)\s
            (?:over\s|about\s|at\sleast\s|more\sthan\s|some\s)?(?<x>{DIGITS})\stimes\b""",
            digits=True,
        ),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        count = number(match.group("x"))
        return count >= MANY and not is_rough(int(count)) and not _is_a_name(match)


class Audiences(Patterns):
    """Numbers that count by their form: "3.1k followers", "a 21-member class", "1,926"."""

    patterns = (
        Pattern(
            EntityKind.COUNT,
            0.85,
            r"(?<![\w.,$/:-])(?<x>[1-9]\d{1,3}|[3-9])-(?:member|person|student|kid|teacher|family|officer|girl|boy|player)\b(?!s)",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.8,
            r"(?<![\w.,$\u20ac\u00a3/:-])(?<x>\d{1,3},(?!000)\d{3})(?![\w%-]|[.,]\d|\s(?:ft|feet|sq|square|mg|miles|calories|gallons|lbs|pounds|hours|minutes|dollars|bucks|words|years|degrees|ppb|ppm|spores)\b)",
            digits=True,
        ),
        Pattern(
            EntityKind.COUNT,
            0.85,
            r"(?<![\w.,$/:-])(?<x>\d{1,3}(?:\.\d{1,2})?k)\s(?=followers|views|likes|shares|members|subs|plays|comments|people|ppl|kids|students)",
            digits=True,
        ),
    )


class CountAnswers(Recognizer):
    """The number that answers "how many?" in the next lines."""

    kinds = (EntityKind.COUNT,)
    by_message = False
    _asked = regex.compile(
        r"\b(?:how\smany|cuantos|cuántos|head\s?count)\b[^\n]{0,60}\n(?:[^\n]{0,60}?:\s{1,2})?(?:yep,?\s|yes,?\s|abt\s|about\s|like\s|at\sleast\s)?(?<x>\d{1,3}(?:,\d{3})?)(?=[.,;!?\n\ue000]|$|\s(?:so|that|in|at|total|i|we)\b)",
        regex.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[Finding]:
        for match in self._asked.finditer(text, timeout=SECONDS):
            if number(match.group("x")) >= FEWEST:
                yield Finding(*match.span("x"), EntityKind.COUNT, 0.8, self.name)


def _is_a_name(match: "regex.Match[str]") -> bool:
    """True for a year, for laws, plans and hotlines ("504 kids", "911 calls"), and for "grade 5 students"."""
    written, start = match.group("x"), match.start("x")
    return is_a_year_or_a_law(written) or bool(_NAMED.search(match.string[max(0, start - _LONGEST_NAMED) : start]))


def is_a_year_or_a_law(written: str) -> bool:
    """True for what is no count though it is a number: "2019", "504", "911", the time in "0805 parents called"."""
    is_a_year = len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2040
    return is_a_year or written in _KNOWN_NUMBERS or written.startswith("0")


def is_rough(count: int) -> bool:
    return count % 10 == 0 if count <= _TENS else count % 50 == 0 and count < 1000
