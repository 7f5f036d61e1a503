"""School names: full ("Riverside Elementary"), short after a cue ("at riverside we"), acronyms (LHS), "PS 118"."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common, is_first_name
from redaction.recognizers.anchored import Anchored
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.words import Word

PLACE_WORDS = frozenset(
    """north south east west central valley river lake hill hills creek oak oaks pine maple cedar elm willow park ridge
    view mountain mesa canyon forest grove meadow spring springs bay ocean harbor island prairie rock stone bridge mill
    field fields heights glen garden summit sunset sunrise horizon heritage liberty freedom pioneer frontier lincoln
    washington jefferson jackson madison monroe adams roosevelt kennedy franklin grant king hope faith grace trinity
    holy sacred mission legacy discovery explorer eagle falcon hawk bear wolf fox robin lark union main memorial
    century millennium international global community northwest northeast southwest southeast new old big little
    upper lower middle twin cross golden silver red white blue green black rose lone star sun crystal fair high
    crest wood woods water waters falls beach shore point port cape cove brook trail crossing fork forks bend gate
    market church town city county village harvest orchard cherry apple peach walnut chestnut birch ash beech laurel
    forest""".split()
)
_NOT_A_NAME = frozenset(
    """the a an our my your his her their this that these those every each any some one two three other another local
    small large big rural urban public private title former current new whole entire neighboring nearby same different
    nearest next last first old middle elementary high junior senior primary at in from of to for and or but with near
    by on as is was are were be been if when while after before since because so then than who which what where why
    how i we you he she they it its not no yes all both most many few several much more less grade grades per dear hi
    hello hey former feeder sister rival hs ms es k-8 k-5 k-12 i'm we're it's that's assistant vice principal dean
    former retired veteran hey saturday sunday monday tuesday wednesday thursday friday summer winter fall spring night
    catholic christian religious alternative virtual online charter magnet title american us usa national back after
    had called told asked said says left visited inside outside across around through during about over under""".split()
)
_LEVELS = frozenset(
    """elementary|elementary school|elementary schools|elem|elem school|elem.|middle|middle school|junior high
    |junior high school|jr high|jr high school|high|high school|hs|ms|es|jhs|primary|primary school|intermediate
    |intermediate school|academy|prep|preparatory|charter|charter school|charter academy|montessori|school|schools|k-8
    |k-5|k-6|k-12|k8|magnet|magnet school|early college|tech|technical high|community school|day school|grade school
    |learning center|education center|early learning center|alternative school|christian school|catholic school
    |high-school|middle-school|college prep|elementry|elemetary|midle school|preschool|pre-k|kindergarten center
    |career center|vo-tech|campus|primaria|secundaria|escuela|commons""".replace("\n    ", "").split("|")
)


class SchoolNames(Anchored):
    """A name and the level or school word that closes it."""

    kind = EntityKind.SCHOOL
    anchors = _LEVELS
    led_by = PLACE_WORDS - _NOT_A_NAME
    never_led_by = _NOT_A_NAME

    def fits(self, text: str, tokens: list[Word], index: int, stop: int) -> bool:
        if index == 0:
            return False
        anchor, before = tokens[index], tokens[index - 1]
        following = tokens[stop] if stop < len(tokens) else None
        if anchor.lower in ("ms", "es"):
            return anchor.all_capitals or not (following and text[anchor.end : following.start] == " " and _is_name(following))
        if anchor.lower in ("high", "tech", "prep", "charter", "commons", "primary", "magnet", "campus", "middle"):
            return before.capital or not is_common(before.lower) or before.lower in self.led_by
        return True


def _is_name(word: Word) -> bool:
    return is_first_name(word.lower) or not is_common(word.lower)


def _is_street(match: "regex.Match[str]") -> bool:
    """"holly st toward": what looks like a saint follows the name of a street."""
    if not match.group().lower().startswith("st"):
        return False
    before = match.string[max(0, match.start() - 25) : match.start()].split(" ")
    named = len(before) > 1 and before[-1] == "" and bool(before[-2]) and not is_common(before[-2].lower().strip(",."))
    return named or is_common(match.group().split()[-1].lower())


class SchoolForms(Patterns):
    """Numbered schools, acronyms, saints, and short forms where a school must stand."""

    patterns = (
        Pattern(EntityKind.SCHOOL, 0.95, r"\b(?:p\.?s\.?|i\.s\.|(?-i:IS|I\.S\.)|m\.?s\.?|j\.?h\.?s\.?|p\.?s\.?/i\.?s\.?)\s?\#?\d{1,3}\b(?!\s?(?:am|pm|%|min|of|out|to|kids|students))"),
        Pattern(EntityKind.SCHOOL, 0.85, r"(?-i:\b[A-Z]{1,4}(?:HS|MS|ES|JHS|K8)\b)"),
        Pattern(EntityKind.SCHOOL, 0.7, r"\b[b-df-hj-np-tv-z]{1,2}(?:hs|jhs)\b"),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"(?-i:\b(?:St\.?|Saint|Sta\.?|Santa|San|Our\sLady\sof(?:\sthe)?|Holy|Sacred|Blessed|Bishop|Archbishop|Cardinal|Immaculate)\s[A-Z][\w'-]{2,20}(?:\s[A-Z][\w'-]{2,20})?(?:'s)?)",
        ),
        Pattern(EntityKind.SCHOOL, 0.85, r"\b(?:st\.?|saint)\s(?!is|was|the|and|of|in|on|at)[a-z][\w-]{3,20}(?:'s)?(?=\s|[,.!?;:]|$)"),
        Pattern(EntityKind.SCHOOL, 0.85, r"\b(?:our\slady\sof(?:\sthe)?)\s[a-z][\w'-]{2,20}"),
        Pattern(
            EntityKind.SCHOOL,
            0.6,
            r"(?<!\w)(?:at|over\sat|here\sat|from|down\sat|@|across\sat|out\sat|feeds?\sinto|transferred\sto|went\sto|goes\sto)\s(?<x>[a-z][\w'-]{2,20}(?:\s(?-i:[A-Z])[\w'-]{2,20}){0,2})(?!\w)",
        ),
    )
    _other = frozenset(
        """dhs hhs nhs ems sms tms mms pms lms hms cms dms ems cpms rhs ohs ths chs yms ems isms ems fms xms ps msms
        ahs vhs""".split()
    ) - {"rhs", "ths", "chs", "ahs", "vhs", "cms", "tms", "hms"}
    _places = frozenset({"target", "walmart", "costco", "home", "work", "school", "church", "lunch", "recess", "dismissal"})

    def accepts(self, match: "regex.Match[str]") -> bool:
        group = match.groupdict().get("x")
        if group is None:
            return match.group().lower() not in self._other and not is_common(match.group().lower()) and not _is_street(match)
        first = group.split()[0].lower()
        return not is_common(first) and not is_first_name(first) and first not in self._places
