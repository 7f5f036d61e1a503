"""Street addresses, streets and highways without a number, crossings, postal codes."""

from collections.abc import Sequence

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_frequent
from redaction.place_words import PLACE_WORDS
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.anchored import Anchored
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.words import Word

_STREETS = """street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|way|place|pl|terrace|ter
|trail|trl|parkway|pkwy|loop|highway|hwy|pike|turnpike|alley|square|sq|run|path|row|crossing|xing|plaza|calle|camino"""
_PROSE = """the|a|an|of|in|to|is|was|and|or|but|for|my|our|your|his|her|their|this|that|it|i|we|you|he|she|they|kids|students|min|minute|minutes|hour|hours|day|days|week|weeks|year|years|people|parents|on|at|by|with|out|all|not|no|were|are|be|am|pm|more|less|than|boys|girls|teachers|staff|grade|graders|miles|mile|feet|ft|times|percent|calls|emails|texts|from|then|so|just|had|have|has|have|did|do|does|got|get|went|came|per"""
"""What makes a number and a street word no address: "2 kids in the way", "3 minute drive"."""
_TURN = any_of("n|s|e|w|ne|nw|se|sw|north|south|east|west") + r"\.?"


class Addresses(Patterns):
    patterns = (
        Pattern(
            EntityKind.ADDRESS,
            0.95,
            rf"""(?<![\w$.,:/-])\d{{1,6}}[a-d]?\s(?:{_TURN}\s)?(?>(?=[a-z]|\d{{1,3}}[snrt])(?!{any_of(_PROSE)}\b)(?:[a-z]|\d{{1,3}}(?:st|nd|rd|th)\b)[\w'.-]{{0,24}}\s){{1,4}}?(?-i:(?i:{any_of(_STREETS)}))\b\.?
            (?:\s{_TURN}(?!\w))?(?:,?\s(?:apt|unit|ste|suite|\#|lot|bldg|spc|space)\.?\s?\#?[\w-]{{1,6}})?
            (?:,?\s(?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}}),?\s(?-i:[A-Z]{{2}})(?:\s\d{{5}}(?:-\d{{4}})?)?)?""",
            digits=True,
        ),
        Pattern(
            EntityKind.ADDRESS,
            0.95,
            rf"""(?<![\w$.,:/-])\d{{1,6}}\s(?:{_TURN}\s)?(?:highway|hwy|route|rte|county\s(?:road|rd)|cr|state\s(?:road|route)|sr|us|calle
            |avenida|avenue|via|camino|rue)\.?\s(?:\d{{1,4}}[a-z]?|(?-i:[A-Z])[\w'-]{{1,20}})(?:\s{_TURN}(?!\w))?(?:,?\s?(?:apt|unit|\#)\.?\s?[\w-]{{1,6}})?""",
            digits=True,
        ),
        Pattern(
            EntityKind.ADDRESS,
            0.95,
            r"\b(?:p\.?\s?o\.?|rr\s?\#?\d{1,3}|rural\sroute\s\d{1,3}|hc\s?\d{1,3})\s?,?\sbox\s\d{1,7}[a-z]?\b",
            digits=True,
        ),
        Pattern(
            EntityKind.ADDRESS,
            0.9,
            r"(?-i:(?<!\w)[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},?\s[A-Z]{2}\s\d{5}(?:-\d{4})?)\b",
            digits=True,
        ),
        Pattern(
            EntityKind.ADDRESS,
            0.85,
            r"\b(?:at|address(?:\sis|,)?|home:|lives\sat|near)\s(?<x>(?!\d{1,4}\s?(?:am|pm)\b)\d{2,5}\s(?:[NSEW]\.?\s)?(?-i:[A-Z])\w{2,15}(?:\s(?-i:[A-Z])\w{2,15})?)(?=[.,;)\n]|$|\s(?:at|and|by|near)\b)",
            digits=True,
        ),
        Pattern(EntityKind.ADDRESS, 0.85, r"\b(?:zip|zip\scode|zipcode)[\s:]{1,2}(?:is\s)?\d{5}\b", digits=True),
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"\b(?:(?:highway|hwy|route|rte|rt|interstate|sr|county\s(?:road|rd)|county\sroute|cr|state\s(?:road|route)|farm\sroad|fm)[ -]|(?-i:US|I)[ -]|(?:us|i)-)\#?\d{1,4}[a-z]?\b",
            digits=True,
        ),
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"(?-i:\b[A-Z][a-z]{2,}\s(?:and|&)\s(?:[A-Z][a-z]{2,}|\d{1,3}(?:st|nd|rd|th))(?=[\s,.]+(?i:corner|light|intersection|stop|crosswalk)))",
        ),
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"\b(?:corner\sof|intersection\sof|crosswalk\sat|light\sat)\s(?<x>[\w]{2,20}(?:\s(?:st|ave|rd))?\s(?:and|&|n)\s[\w]{2,20})",
        ),
        Pattern(
            EntityKind.LOCATION, 0.85, r"(?-i:\b[A-Z][a-z]{2,}\s(?:and|&|n)\s\d{1,3}(?:st|nd|rd|th)\b)", digits=True
        ),
        Pattern(
            EntityKind.LOCATION,
            0.8,
            r"(?-i:\b(?:on|at|off|of|near|by|from)\s(?<x>(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s(?:and|&)\s[A-Z][a-z]{2,}))",
        ),
        Pattern(
            EntityKind.LOCATION,
            0.8,
            r"\b(?:calle|avenida|colonia|parque|apartamentos|apartamento|barrio|camino|rancho)\s(?:(?!de\b|que\b|y\b|por\b|donde\b)(?:(?:los|las|el|la|san|santa)\s)?[\p{L}]{3,20})",
        ),
        Pattern(
            EntityKind.LOCATION,
            0.75,
            r"(?-i:\b(?:on|at|off|from|down|near)\s(?<x>\d{1,3}(?:st|nd|rd|th))(?=[.,;!?\n]|\s(?:and|by|near)\b))(?!\s(?:grade|period|floor))",
            digits=True,
        ),
        Pattern(EntityKind.LOCATION, 0.8, r"\b\d{1,3}(?:st|nd|rd|th)\s(?:st|street|ave|avenue|blvd)\b", digits=True),
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"\b(?:county|cty|state|us|farm|ranch)\s(?:road\s|rd\s|hwy\s|route\s)?(?<x>\d{1,4}[a-z]?)(?=[.,;!?\n]|$|\s(?:and|&|near|by|at|past)\b)",
            digits=True,
        ),
        Pattern(
            EntityKind.LOCATION,
            0.8,
            r"\b(?:on|off|over|across|past|near|down|up|take|via)\s(?<x>the\s(?:[1-9]\d{1,2}|pike|turnpike|beltway|bypass|interstate|thruway|causeway))(?=[.,;!?\n]|$|\s(?:and|by|near|at|from|w/|with|exit)\b)",
        ),
    )


class Streets(Anchored):
    """Streets without a number."""

    kind = EntityKind.LOCATION
    anchors = frozenset(
        """street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|parkway|pkwy|loop|highway|hwy|turnpike|creek|river
        |lake|bridge|park|plaza|mall|square|trail|canyon|apartments|apts|heights|hollow|subdivision|estates|pond
        |county|co|township|parish|borough|reservation|ranch|mobile home park|trailer park|neighborhood|beach|falls
        |valley|mountain|hill|island|pool|stadium|field|arena|library|community center|rec center|quarry|reservoir|dam
        |gulch|bayou|marina|pier|airport|fairgrounds|speedway|raceway|refinery|casino|truck stop|courthouse
        |cemetery|museum
        |zoo|ballpark|golf course|country club|junction|landing|bottoms|flats|manor|gardens|villas|towers|trailer court
        |canal|bay|dunes|forest|state park|national forest|wildlife refuge|ridge|pass|corners
        """.replace("\n        ", "").split("|")
    )
    led_by = (PLACE_WORDS | {"county", "line", "mill"}) - frozenset(
        "new old high middle big little fair white black main".split()
    )
    never_led_by = frozenset(
        """main same whole back side access private dirt gravel the a an our my your his her their this that these every each any some one two other another local small large
        public private at in from of to for and or but with near by on as is was are were he she they we it its not no
        yes all grade last next hi hey hello so then i'm i we're it's school high middle elementary had about after
        before across per dear basketball football soccer baseball softball swim track state federal city""".split()
    )

    def _anchor_end(self, text: str, tokens: list[Word], index: int, lengths: Sequence[int]) -> int:
        """Without joining words where the anchor can only be one: "st", "rd"."""
        if len(lengths) > 1 or lengths[0] > 1:
            return super()._anchor_end(text, tokens, index, lengths)
        return index + 1 if self.fits(text, tokens, index, index + 1) else 0

    def fits(self, text: str, tokens: list[Word], index: int, stop: int) -> bool:
        if index == 0:
            return False
        anchor, before = tokens[index], tokens[index - 1]
        if anchor.lower in _WORD_TOO:
            if anchor.text[0].isupper():
                return before.capital
            return not before.capital and _rare(before.lower)
        return True

    def leads(self, text: str, tokens: list[Word], position: int, index: int) -> bool:
        """Before "rd" or "dr" any word may be a street's name that is not among the commonest: "tamarack dr"."""
        lower = tokens[position].lower
        named = lower not in self.never_led_by and len(lower) > 3 and lower.isalpha() and not is_frequent(lower)
        return lower in self.led_by or (named and tokens[index].lower.rstrip(".") in _STREETS_ONLY)


_STREETS_ONLY = frozenset("ave rd dr ln blvd pkwy hwy".split())
_WORDS_TOO = """dr drive court square trail park bridge lake river creek loop hollow heights beach falls valley mountain hill
    field island pool stadium arena library plaza mall co st pond parish ranch library estates dam pier airport junction
    landing bottoms flats manor gardens towers bay forest ridge pass corners zoo museum cemetery marina canal""".split()
_WORD_TOO = frozenset(_WORDS_TOO) | {f"{word}." for word in _WORDS_TOO}


def _rare(word: str) -> bool:
    return not is_frequent(word) and len(word) > 3
