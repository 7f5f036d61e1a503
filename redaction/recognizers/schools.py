"""School names: full ("Riverside Elementary"), short after a cue ("at riverside we"), acronyms (LHS), "PS 118"."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_first_name, is_frequent, is_spanish
from redaction.place_words import GENERIC, PLACE_WORDS
from redaction.presidio_engine import Recognizer
from redaction.recognizers.anchored import Anchored
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.recognizers.school_letters import SHARED_INITIALS
from redaction.recognizers.unknown_words import is_unknown
from redaction.words import Word, joined, words

_NOT_A_NAME = frozenset(
    """the a an our my your his her their this that these those every each any some one other another local
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
    |learning center|education center|early learning center|alternative school|alternative|dual|dual language
    |christian school|catholic school
    |high-school|middle-school|college prep|elementry|elemetary|midle school|preschool|pre-k|kindergarten center
    |career center|vo-tech|campus|primaria|secundaria|escuela|commons""".replace("\n    ", "").split("|")
)


_ROLES = frozenset(
    "counselor director head nurse teacher coach superintendent manager clerk chief officer deputy".split()
)


class SchoolNames(Anchored):
    """A name and the level or school word that closes it."""

    kind = EntityKind.SCHOOL
    anchors = _LEVELS
    led_by = PLACE_WORDS - _NOT_A_NAME
    never_led_by = _NOT_A_NAME | _ROLES
    never_alone = GENERIC

    def fits(self, text: str, tokens: list[Word], index: int, stop: int) -> bool:
        if index == 0 or _is_spanish_for_is(tokens, index):
            return False
        anchor, before = tokens[index], tokens[index - 1]
        following = tokens[stop] if stop < len(tokens) else None
        if anchor.lower.rstrip(".") in ("ms", "es"):
            return anchor.all_capitals or not (
                anchor.capital or (following and text[anchor.end : following.start] == " " and _is_name(following))
            )
        if anchor.lower in ("high", "tech", "prep", "charter", "commons", "primary", "magnet", "campus", "middle"):
            return before.capital or not is_common(before.lower) or before.lower in self.led_by
        if anchor.lower in _SPANISH:
            return before.capital or not (is_common(before.lower) or is_spanish(before.lower))
        if anchor.lower in ("alternative", "dual"):
            return (anchor.capital and before.capital) or not is_common(before.lower)
        return True

    def leads(self, text: str, tokens: list[Word], position: int, index: int) -> bool:
        """Rare words and words of places lead a name; after "at" or "for" anything does but a description."""
        lower = tokens[position].lower
        if lower in self.never_led_by or lower.isdigit():
            return False
        descriptive = "-" in lower and is_common(lower)
        if lower not in self.led_by and (descriptive or (tokens[index].lower in _BARE and not is_unknown(lower))):
            return False
        cued = position > 0 and tokens[position - 1].lower in ("at", "for", "from", "to") and index - position <= 2
        return lower in self.led_by or not is_frequent(lower) or (cued and tokens[index].lower in _SHORT_LEVELS)


_BARE = frozenset({"school", "schools", "campus"})
_SPANISH = frozenset({"primaria", "secundaria", "escuela"})
"""Words that stand before a school's name as a rule, and behind it in "Juarez Primaria"."""
_SHORT_LEVELS = frozenset("hs ms es elem elementary prep k-8 k-5 primary academy middle high".split())


_ENGLISH_TOO = frozenset("a as he me no once".split())


def _is_spanish_for_is(tokens: list[Word], index: int) -> bool:
    """As in "la maestra es buena", and not in "alta vista es closed"."""
    beside = [word.lower for word in (*tokens[index - 1 : index], *tokens[index + 1 : index + 2])]
    return (
        tokens[index].text == "es"
        and len(beside) > 1
        and all(map(is_spanish, beside))
        and beside[1] not in _ENGLISH_TOO
    )


def _is_name(word: Word) -> bool:
    return is_first_name(word.lower) or not is_common(word.lower)


def _is_street(match: "regex.Match[str]") -> bool:
    """As in "holly st toward": what looks like a saint follows the name of a street."""
    if not match.group().lower().startswith("st"):
        return False
    before = match.string[max(0, match.start() - 25) : match.start()].split(" ")
    named = len(before) > 1 and before[-1] == "" and bool(before[-2]) and not is_common(before[-2].lower().strip(",."))
    return named or is_common(match.group().split()[-1].lower())


class SchoolForms(Patterns):
    """Numbered schools, acronyms, saints, and short forms where a school must stand."""

    patterns = (
        Pattern(
            EntityKind.SCHOOL,
            0.95,
            r"\b(?:p\.?s\.?|i\.s\.|(?-i:IS|I\.S\.)|m\.?s\.?|j\.?h\.?s\.?|p\.?s\.?/i\.?s\.?)\s?\#?\d{1,3}\b(?![ ]?(?:am|pm|%|min|of|out|to|kids|students))",
            digits=True,
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"\b(?:(?-i:School)\s(?:no\.?\s|\#\s?)?\d{1,3}|school\s(?:no\.?\s|\#\s?)\d{1,3})\b(?![:/%-]|[ ](?:years?|days?|weeks?|months?|times|kids|students)\b)",
            digits=True,
        ),
        Pattern(EntityKind.SCHOOL, 0.85, r"(?-i:\b[A-Z]{1,4}(?:HS|MS|ES|JHS|K8)\b)"),
        Pattern(EntityKind.SCHOOL, 0.7, r"\b[b-df-hj-np-tv-z]{1,2}(?:hs|jhs)\b"),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"(?-i:\b(?:St\.?|Saint|Sta\.?|Santa|San|Our\sLady\sof(?:\sthe)?|Holy|Sacred|Blessed|Bishop|Archbishop|Cardinal|Immaculate)\s[A-Z][\w'-]{2,20}(?:\s(?:of\s)?[A-Z][\w'-]{2,20})?(?:'s)?)",
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"\b(?:st\.?|saint)\s(?!is|was|the|and|of|in|on|at)[a-z][\w-]{3,20}(?:'s)?(?=\s|[,.!?;:]|$)",
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"""(?<capital>)(?-i:\b(?<x>(?:[Ee]scuela|[Pp]rimaria|[Ss]ecundaria|[Pp]repa(?:ratoria)?|[Cc]olegio|[Ll]iceo|[Kk]inder)
            (?:\s(?:[Pp]rimaria|[Ss]ecundaria|[Pp]reparatoria|[Ii]ntermedia|[Ee]lemental|[Ss]uperior))?\s
            (?!Primaria|Secundaria|Intermedia|Elemental|Superior|Pública)\p{Lu}[\p{L}'-]{2,20}+(?:\s(?:del?\s)?(?:l[ao]s?\s)?\p{Lu}[\p{L}'-]{2,20}+){0,3}))""",
        ),
        Pattern(EntityKind.SCHOOL, 0.85, r"\b(?:our\slady\sof(?:\sthe)?)\s[a-z][\w'-]{2,20}"),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"\b(?:holy\s(?:name|family|cross|spirit|trinity|child|angels|rosary|redeemer|innocents|ghost)|sacred\sheart|blessed\s(?:sacrament|trinity|mother)|immaculate\s(?:conception|heart)(?:\sof\smary)?|queen\sof\s(?:peace|heaven|angels|apostles|martyrs|the\s\w{3,10})|christ\sthe\sking|good\sshepherd|notre\sdame|star\sof\sthe\ssea)\b",
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.85,
            r"(?:\b(?:at|@|from|to|and|near|like)\s|(?:^|(?<=[\n.!?\ue000]|[.!?:]\s)))(?<numbered>(?<x>is\s\d{2,3}))\b(?![ ]?(?:%|kids|out|of|too|min|am|pm|students))",
            digits=True,
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.8,
            r"(?-i:\b(?<x>[A-Z][\p{L}'-]{2,20}\s(?:[Bb]uilding|[Ww]ing|[Gg]ym|Gymnasium|Auditorium|[Aa]nnex|Stadium|Fieldhouse|Hall)))\b",
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.7,
            r"""(?<capital>)(?-i:(?<!\w)(?:[Aa]t|[Ff]rom|[Tt]o|AT|FROM|[Ww]ith|[Aa]nd|[Oo]r)\s(?<x>Central|North|South|East|West|Valley|Grant|Lincoln|CENTRAL
            |NORTH|SOUTH|EAST|WEST|Rise|Visitation|Assumption|Immaculata|Carver|Roosevelt|Wilson|Hoover|Taft|Polk)(?=[.,;!?\n]|\s[a-z]|\s?$))""",
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.65,
            r"(?<!\w)(?<capital>)(?:at|over\sat|here\sat|@|vs\.?|against|transferred\sto|went\sto|goes\sto|feeds?\sinto|beat)\s(?<x>central|north|south|east|west|king|grant|lincoln|washington|roosevelt|franklin|hoover|taft|polk)(?=[.,;!?\n\ue000]|$|\s(?:we|kids|parents|too|had|has|did|last|this|they|and|n|he|she|it|i|w|with|in|yesterday|today)\b)",
        ),
        Pattern(
            EntityKind.SCHOOL,
            0.6,
            r"(?<!\w)(?:at|over\sat|here\sat|from|down\sat|@|across\sat|out\sat|feeds?\sinto|transferred\sto|went\sto|goes\sto)\s(?<x>[a-z][\w'-]{2,20}(?:\s(?-i:[A-Z])[\w'-]{2,20}){0,2})(?!\w)",
        ),
    )
    _places = frozenset(
        {"target", "walmart", "costco", "home", "work", "school", "church", "lunch", "recess", "dismissal"}
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        if "numbered" in match.re.groupindex:
            return bool(_PUBLIC_SCHOOL.search(match.string))
        group = match.groupdict().get("x")
        if group is None:
            return (
                not _FEAST.search(match.string[match.start() : match.end() + _DAY_OF])
                and match.group().lower() not in SHARED_INITIALS
                and not is_common(match.group().lower())
                and not _is_street(match)
            )
        first = group.split()[0].lower()
        if "capital" in match.re.groupindex:
            return True
        return (not is_common(first) or first in _ALONE) and not is_first_name(first) and first not in self._places


_FEAST = regex.compile(r"^(?:st\.?|saint) \w+(?:'?s)? day\b", regex.IGNORECASE)
_DAY_OF = 6
"""Characters behind a saint's name within which its day is told."""
_PUBLIC_SCHOOL = regex.compile(r"\b[pm]\.?s\.?\s?\#?\d{1,3}\b", regex.IGNORECASE)
"""Where one stands, "is 51" may be another."""
_ALONE = frozenset(
    """riverside lakeside hillside seaside woodside hillcrest oakwood brookside creekside larkspur meadowlark goldenrod
    chaparral sequoia juniper magnolia lighthouse tidewater carver""".split()
)
"""Words of places that stand for a school where nothing follows "at" but them."""


class ShortSchools(Recognizer):
    """As in "at two rivers we", "over at cactus wren": words of places after a word that schools stand after."""

    kinds = (EntityKind.SCHOOL,)
    cues = frozenset("at from @".split())

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens[:-2]):
            if word.lower in self.cues and joined(text, word, tokens[index + 1]):
                last = index
                while (
                    last - index < 3
                    and last + 1 < len(tokens)
                    and joined(text, tokens[last], tokens[last + 1])
                    and tokens[last + 1].lower in _SHORT
                ):
                    last += 1
                if last - index >= 2:
                    yield Finding(tokens[index + 1].start, tokens[last].end, EntityKind.SCHOOL, 0.65, self.name)


_SHORT = PLACE_WORDS - frozenset(
    """the new old big little main church town city county high street academy memorial great clear cold warm market
    run""".split()
) | {"run"}
