"""Numbers given to people, cases and vehicles: student ids, dockets, receipts, plates, codes, bills of a state.

Numbers of buses, rooms and doors are in numbered.py, columns of a pasted table in columns.py.
"""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_ID, _TRACE = EntityKind.ID, EntityKind.TRACE
_HOLDERS = any_of(
    """student|stu|pupil|lunch|badge|employee|emp|staff|case|docket|incident|report|cause|claim|invoice|permit|license
    |licence|lic|ticket|confirmation|reference|ref|order|account|acct|member|policy|file|record|police|pd|osha|complaint|iep
    |pin|passcode|pass code|combo|combination|citation|summons|warrant|asset|serial|vin|tracking|work order|campus|inmate
    |intake|visitor|prop|proposition|cps|prek|locker|mailbox|extension|receipt|item|sid|sasid|ssid|exhibit|lab sheet
    |write up|referral|evidence"""
).replace(" ", r"\s")
_CODES = any_of("pin|passcode|pass code|combo|combination|locker code|door code|gate code|alarm code|code").replace(
    " ", r"\s"
)
_CALL_SIGNS = any_of(
    """adam|boy|charles|david|edward|frank|george|henry|ida|john|king|lincoln|mary|nora|ocean|paul|queen|robert|sam|tom
    |union|victor|william|young|zebra"""
)

_HELD = (
    Pattern(
        _ID,
        0.95,
        rf"""\b{_HOLDERS}\b\.?\s{{0,2}}(?:id|no|num|number|nbr|\#)?[\s.:\#]{{0,3}}(?:is\s|was\s)?
        (?!\d{{1,2}}(?::\d\d|/\d{{1,2}}/))(?<x>\#?[a-z]{{0,4}}-?\d[\w/:-]{{2,24}}\w)\b""",
    ),
    Pattern(_ID, 0.95, r"\b(?:student|stu|emp|ss|sas)?id[\s:\#]{1,3}(?<x>\d{3,5}(?:\s\d{2,4}){1,3})\b"),
    Pattern(_ID, 0.96, r"\b(?:case|docket|cause)\s?(?:no\.?|number|\#)?[\s:\#]{0,2}[a-z]{0,4}-?\d[\w-]{2,20}\w\b"),
    Pattern(_ID, 0.95, r"\bid(?:\s(?:no|num|number|is|was))?[\s.:\#]{1,3}(?<x>[a-z]{0,4}-?\d[\w-]{2,20})\b"),
    Pattern(_ID, 0.9, r"\bkey\s?\#\s?\d{1,4}[a-z]?\b"),
    Pattern(_ID, 0.9, r"\bending\s(?:in\s)?(?<x>\d{3,4})\b(?![-/])"),
    Pattern(_ID, 0.85, r"\b(?:locker|badge|combo),\s(?<x>\d{2,6}[a-z]?)(?=[,.;\n]|$)"),
)
"""A word for what is numbered, and the number."""
_CASES = (
    Pattern(
        _ID,
        0.9,
        r"(?<![\w/.-])\d{1,4}[-:]?\d{0,4}-?(?:cv|cr|ju|dr|fa|cf|mj|cp|jv)-?\d{2,8}(?:-[a-z]{1,4}){0,2}\b",
    ),
    Pattern(_ID, 0.9, r"(?-i:\b(?!DOB\b)[A-Z]{2,5}\s)\d{2}-(?:\d{1,2}-)?\d{3,7}\b"),
    Pattern(_ID, 0.8, r"(?<![\w$.,/-])(?:19|20)?\d{2}-\d{3,10}(?:-\d{1,8})?(?![\w-])"),
    Pattern(_ID, 0.9, r"(?-i:\b[A-Z]{2,3}-\d{2,6}(?:-\w{1,6}){0,3}\b)"),
    Pattern(_ID, 0.9, r"(?-i:\b(?:[A-Z]{1,3}-[A-Z]{1,3}-\d{2,6}|[A-Z]-\d{4,6})(?:-\w{1,6}){0,2}\b)"),
    Pattern(_ID, 0.85, r"(?-i:\b[A-Z]{3,6}-[A-Z]{1,4}\d{2,4}\b)"),
)
"""Courts, agencies and offices, which number their papers alike everywhere: "24-FA-0391", "RCSO 25-3312", "T-0920-1"."""
_PLATES = (
    Pattern(
        _ID,
        0.9,
        r"""\b(?:plates?|tag|license|partial)[\s,:]\s?(?:is\s|was\s|number\s|partial\s|no\.?\s|\#|:\s?)?
        (?<x>(?=[\w\s-]{0,7}\d)[a-z\d]{2,4}[\s-]?[a-z\d]{1,4})\b""",
    ),
    Pattern(_ID, 0.91, r"(?-i:\b(?:[A-Z]{2}\s)?[A-Z]{2,3}\s\d{2,3}\s\d{3,4}\b)(?![\s-]\d)"),
    Pattern(_ID, 0.91, r"\bplates?[\s,:]\s?(?:is\s|was\s)?(?<x>(?-i:[A-Z]\d{2,4}\s\d{2,4}))\b"),
    Pattern(
        _ID,
        0.8,
        r"(?:(?<=\n)|^|(?<=:\s)|(?<=\ue000\n))(?<x>[a-z]{2,3}[ -]?\d{3,5}|\d[a-z]{3}\d{3}|\d{3}[ -]?[a-z]{3})(?=[ ]?(?:[.,;!?\n]|$))",
    ),
)
_SECRETS = (
    Pattern(
        _ID,
        0.9,
        rf"\b{_CODES}(?:\s(?:is|was|to\s\w{{2,10}}\sis|number|no\.?)|,|:|\s?\#)?\s(?<x>\d{{1,2}}(?:-\d{{1,2}}){{2}}|\d{{3,8}})\b(?!\s?(?:am|pm|kids|students|times|min))",
    ),
)
_RIDES = (
    Pattern(_ID, 0.9, r"\b(?:medic|engine|unit|squad|ladder|rescue)\s\d{1,3}\b"),
    Pattern(_ID, 0.9, rf"\bunit\s{_CALL_SIGNS}[\s-]?\d{{1,3}}\b"),
    Pattern(
        _ID, 0.9, r"\b(?:badge|flight|truck|lot|apartment|apt|shuttle)\s(?:no\.?\s?|number\s|\#\s?)?\d{1,5}[a-z]?\b"
    ),
    Pattern(_ID, 0.85, r"\b(?:cta|mta|metro|line)[ ](?:bus\s)?(?<x>\d{1,3}[a-z]?)\b"),
)
"""Cars of the police and firemen, public transport, flats."""
_JERSEYS = (
    Pattern(
        _ID,
        0.85,
        r"""\b(?:(?<=\b(?:your|our|their|his|her|my|the|like|was|is)\s)(?<x>number\s\d{1,3})|(?:number|jersey|no\.)[ ](?<x>\d{1,3}))
        (?=\s(?:shot|scored|has|on|in|hit|pushed|is|was|from|for|got|fouled|jersey)\b|[,.;](?!\d)|\n)""",
    ),
)
_BARE = (
    Pattern(_ID, 0.9, r"(?<!\w)\d{3}-\d{2}-\d{4}(?!\w)"),
    Pattern(_ID, 0.85, r"(?<![\w$.,-])\#\s?\d{2,12}(?:-\d{1,12}){0,3}\b"),
    Pattern(_ID, 0.8, r"(?<![\w$.,/-])(?<!\x22:\s?)(?!741741\b)\d{6,20}(?!\w|[.,]\d)"),
    Pattern(
        _ID,
        0.8,
        r"(?-i:(?<![\w$.,/-])(?=[A-Z\d-]{5,12}\b)(?:[A-Z]{1,4}-?\d{3,8}|\d{1,3}[A-Z]{2,4}\d{1,4})\b)(?<!F-\d50)",
    ),
    Pattern(_ID, 0.9, r"(?<![\w.,$-])\d{1,6}(?:\s(?:dash|hyphen|slash)\s\d{1,8}){1,3}\b"),
)
"""Numbers that nothing but an office gives, whatever stands beside them; the crisis line's 741741 is everybody's."""
_LAWS = (
    Pattern(
        _TRACE,
        0.8,
        r"\b(?:policy|prop|proposition|measure|resolution|ordinance|amendment\sno\.?)\s(?:no\.?\s|\#)?(?<x>\d{2,4}(?:\.\d{1,3})?[a-z]?)\b",
    ),
    Pattern(_TRACE, 0.8, r"\b(?:house\sbill|senate\sbill|hb|sb|ab|hf|lb)[\s.-]?\d{1,5}\b"),
)
"""They tell the state, and a policy's number the district."""


class Identifiers(Patterns):
    patterns = (*_HELD, *_CASES, *_PLATES, *_SECRETS, *_RIDES, *_JERSEYS, *_BARE, *_LAWS)
