"""Names that stand alone, as answers and in corrections: "who was it" / "drew"; "no not sandy"; "name?" / "price".

Reads the lines of a chat in order, each without its sender, so that a question and its answer meet.
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_first_name, is_rarer_homograph
from redaction.presidio_engine import Recognizer
from redaction.recognizers.headers import STAMP, TIME
from redaction.recognizers.name_words import GIVEN
from redaction.recognizers.patterns import SECONDS

_SENDER = regex.compile(
    rf"""[>\s]{{0,4}}(?:{STAMP}\s{{0,2}}~?[^\n:]{{1,40}}:\s|\[[^\n\]]{{0,24}}{TIME}\]\s{{0,2}}[^\n:]{{1,40}}:\s
    |~?[\p{{L}}][\w.'() -]{{0,30}}(?:\s[\[(]?(?:\w{{3,9}}\s)?{TIME}[\])]?)?:\s)""",
    regex.VERBOSE | regex.IGNORECASE,
)
_BYLINE = regex.compile(rf"[^\n]{{0,40}}{TIME}\]?\s*$", regex.VERBOSE | regex.IGNORECASE)
_ASKS_WHO = regex.compile(
    r"""\b(?:who|whos|who's|whose|whom|which\s(?:kid|one|student|teacher|coach|girl|boy|ap|sub|mom|dad|para|nurse|officer|driver|kids|girls|boys|two|ones)
    |name|names|quien|quién|nombre|who\ else)\b""",
    regex.VERBOSE | regex.IGNORECASE,
)
_ASKS_NAME = regex.compile(
    r"\b(?:(?:first|last|middle|sur|full|nick|whats\s(?:his|her|the)|what's\s(?:his|her|the)|his|her|the|kids?|the\skid's)\s?)?(?:name|names|surname|nombre|apellido)s?\s?\??\s*$",
    regex.IGNORECASE,
)
_REACH = 2
"""Lines of others that may stand between a question and its answer."""
_WORD = r"[\p{L}][\p{L}'-]{1,19}"
_LEAD = r"(?:(?:no|nope|not|oh|yes|yep|yeah|yup|ya|its|it's|it\swas|that's|thats|no\sthats|just|only|and|n|also|ok\sso|so|i\sthink|prob|probably|maybe|both|was\sit|is\sit|u\smean|you\smean|si|sí|es|fue|mostly|then|either|me\sn|me\sand|def|someone\snamed|a\skid\snamed|some|the\sname\sis|name\sis|oh\sno|pretty\ssure|im\sguessing)[,.]?\s){0,3}"
_OPENING = regex.compile(rf"{_LEAD}(?P<x>{_WORD})(?='s\b|\s?[.,;!?\u2026]|\s?$|\s(?:and|n|&|or)\s)", regex.IGNORECASE)
_LISTED = regex.compile(rf"\s?(?:,\s?(?:and\s|n\s)?|\s(?:and|n|&|or)\s)(?P<x>{_WORD})(?!')", regex.IGNORECASE)
_SAYS_NO = regex.compile(
    rf"(?:^|(?<=[.!?,]\s))(?:no+|nope|(?:oh\s)?(?:no\s)?not|its|it's|thats|that's|yes|ya|yeah)\s(?P<x>{_WORD})(?=\s?[?!.,]|\s?$|\s(?:the|in|from|who)\s)",
    regex.IGNORECASE,
)
_NAMED_SOMEWHERE = regex.compile(r"name|nombre|apellido", regex.IGNORECASE)
_SAYS_NO_SOMEWHERE = regex.compile(r"\b(?:no++|nope|not|its|it's|thats|that's|yes|ya|yeah)\s\p{L}", regex.IGNORECASE)
"""One look over the whole text saves a look at each of its lines."""
_NOTHING = frozenset(
    """i im i'm idk ok okay okey k kk yes yep yeah yup no nope not none nobody noone nada unknown unsure sure same both all
    me my mine you your we us they them he she him her it its that this there here who what when where why how lol lmao omg
    wow ugh smh damn dang oof yikes ouch thanks thx ty tysm please pls sorry great good bad nice perfect agreed done sent
    true false right wrong correct exactly maybe probably possibly prob soon later now today tonight tomorrow yesterday
    monday tuesday wednesday thursday friday saturday sunday home office school class lunch parents parent mom dad
    staff teachers students kids everyone everybody somebody someone anyone people admin police cops security nurse
    principal coach counselor teacher custodian superintendent super supt sub secretary dont don't didnt cant can't wont
    just only also still yet again another other others several two three four five six one many few some any most
    seventh eighth sixth fifth ninth tenth first second third last freshman senior seniors juniors sophomore
    girl girls boy boys kid student guy guys man woman lady bus gym text email call called phone nothing
    something anything everything hold stop go wait see look ask tell try keep read write say said checking pending
    absolutely definitely never always often hi hey hello bye morning will may can could should would might must do did does
    is was are were be been so then and or but if because for from with at in on of to by as than the a an
    fair fine cool hmm mhm ha haha yo bro dude sir maam y'all yall love thank bless amen""".split()
)
"""What people answer with, besides names."""


class _Line(NamedTuple):
    start: int
    body: str


class Answers(Recognizer):
    kinds = (EntityKind.PERSON,)
    by_message = False

    def find(self, text: str) -> Iterator[Finding]:
        asked = named = _REACH + 1
        anybody_asks = bool(_ASKS_WHO.search(text, timeout=SECONDS))
        anybody_names = bool(_NAMED_SOMEWHERE.search(text, timeout=SECONDS))
        anybody_says_no = bool(_SAYS_NO_SOMEWHERE.search(text, timeout=SECONDS))
        for line in _lines(text):
            spans: list[tuple[int, int]] = []
            if asked <= _REACH or named <= 1 or " " not in line.body:
                spans += _answer(line, asked <= _REACH, named <= 1)
            if anybody_says_no:
                spans += [match.span("x") for match in _SAYS_NO.finditer(line.body) if _is_given(match["x"], asked)]
            for start, end in spans:
                yield Finding(line.start + start, line.start + end, EntityKind.PERSON, 0.8, self.name)
            asked = 0 if anybody_asks and _ASKS_WHO.search(line.body) else asked + 1
            named = 0 if anybody_names and _ASKS_NAME.search(line.body, timeout=SECONDS) else named + 1


def _lines(text: str) -> Iterator[_Line]:
    """The lines of others' words: without the sender, without lines that hold only a sender or a time."""
    start = 0
    for line in text.splitlines(keepends=True):
        sender = _SENDER.match(line) if ":" in line else None
        skipped = sender.end() if sender else len(line) - len(line.lstrip(" \t>"))
        body = line[skipped:].rstrip()
        if body and body != "\ue000" and (sender or not _ends_in_a_time(line)):
            yield _Line(start + skipped, body)
        start += len(line)


def _ends_in_a_time(line: str) -> bool:
    return any(map(str.isdigit, line[-12:])) and _BYLINE.match(line) is not None


def _answer(line: _Line, asked: bool, named: bool) -> Iterator[tuple[int, int]]:
    """The names that a line opens with, as ranges of its body."""
    opening = _OPENING.match(line.body)
    if not opening or not _fits(opening["x"], line.body, asked, named):
        return
    yield opening.span("x")
    end = opening.end("x")
    while listed := _LISTED.match(line.body, end):
        if listed["x"].lower() in _NOTHING or not _may_be_named(listed["x"].lower()):
            return
        yield listed.span("x")
        end = listed.end("x")


def _fits(word: str, body: str, asked: bool, named: bool) -> bool:
    lower = word.lower().removesuffix("'s")
    if lower in _NOTHING:
        return False
    if named and body.startswith(word):
        return True
    if asked or named:
        return _may_be_named(lower)
    return body.strip("?!., ").lower() in (word.lower(), f"{lower}'s") and lower in _NAMES_ALONE


def _may_be_named(lower: str) -> bool:
    return is_rarer_homograph(lower) or is_first_name(lower) or not is_common(lower)


def _is_given(word: str, asked: int) -> bool:
    """Whether "not drew" corrects a name: a first name, or any word-like one right after a question."""
    lower = word.lower()
    return lower not in _NOTHING and (
        lower in _NAMES_ALONE
        or (asked <= _REACH and (lower in GIVEN or is_rarer_homograph(lower)) and lower not in _MOODS)
    )


_MOODS = frozenset(
    """good great best sweet funny happy rich fair early long late young short small little cold strange wild love lovely
    true sunny jolly savage mad major minor general cold hot high low free gross tiny petty""".split()
)
_NAMES_ALONE = frozenset(
    """drew jack frank gene robin rob ruby rusty sandy sue rex ray pat holly heather hazel ivy iris violet daisy jade jay
    wren willow wade tucker lance hunter skye sonny teddy tony clay cliff glen kay lily opal pearl olive autumn destiny
    serenity trinity genesis dawn june april chase mark bill will grant jasper mason carter parker cooper tanner
    colt chad chuck dale dean derrick dick don eddy fern ginger guy harmony jo lacy laurel max melody miles misty mo nick
    penny randy rocky rod rosemary sage scarlet shepherd sierra sterling summer tad ty valentine victor viola warren
    woody melody crystal amber angel""".split()
)
"""Words that alone on a line are nobody's remark."""
