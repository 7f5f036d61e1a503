"""Numbers that only an office gives, whatever stands beside them: dockets, long numbers, codes, bills of a state.

Numbers behind a word that holds one are in held_ids.py, buses, rooms and doors in numbered.py, cars in vehicles.py,
machines in networks.py, numbers that are read out in spoken_ids.py, columns of a pasted table in columns.py.
"""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_ID, _TRACE = EntityKind.ID, EntityKind.TRACE
_CODES = any_of("pin|passcode|pass code|combo|combination|locker code|door code|gate code|alarm code|code").replace(
    " ", r"\s"
)
_UNITS = (
    "am|pm|a|p|st|nd|rd|th|s|k|m|mg|ml|g|lbs?|ft|sqft|hrs?|h|mins?|secs?|sec|x|yo|yrs?|kb|mb|gb|tb|px|mph|ish|kids|ppl|pct|wks?|oz|in|mm|cm|km|mi|f|c|w|v|b"
    "|fps|rpm|bpm|ppm|ppb|cc|k-?plus|days?|pts?"
)

_CASES = (
    Pattern(
        _ID,
        0.9,
        r"(?<![\w/.-])\d{1,4}[-:]?\d{0,4}-?(?:cv|cr|ju|dr|fa|cf|mj|cp|jv)-?\d{2,8}(?:-[a-z]{1,4}){0,2}\b",
        digits=True,
    ),
    Pattern(_ID, 0.9, r"(?-i:\b(?!DOB\b|PL\b)[A-Z]{2,5}\s)\d{2}-(?:\d{1,2}-)?\d{3,7}\b", digits=True),
    Pattern(
        _ID,
        0.8,
        r"(?<![\w$.,/-])(?<!\bp\.?l\.?\s)(?<!\blaw\s)(?!(?:19|20)\d\d-(?:19|20)\d\d\b)(?:19|20)?\d{2}-\d{3,10}(?:-\d{1,8})?(?![\w-])",
        digits=True,
    ),
    Pattern(_ID, 0.9, r"(?-i:\b(?!(?:DS|SF|PL)-)[A-Z]{2,3}-\d{2,6}(?:-\w{1,6}){0,3}\b)", digits=True),
    Pattern(
        _ID,
        0.9,
        r"(?-i:\b(?!I-\d{1,3}\b|F-\d50)(?:[A-Z]{1,3}-[A-Z]{1,3}-\d{2,6}|[A-Z]-\d{3,6})(?:-\w{1,6}){0,2}\b)",
        digits=True,
    ),
    Pattern(_ID, 0.85, r"(?-i:\b[A-Z]{3,6}-[A-Z]{1,4}\d{2,4}\b)", digits=True),
    Pattern(
        _ID,
        0.96,
        r"\b(?:case|docket|cause)\s?(?:no\.?|number|\#)?[\s:\#]{0,2}[a-z]{0,4}-?\d[\w-]{2,20}\w\b",
        digits=True,
    ),
    Pattern(_ID, 0.85, r"(?<![\w.,$/-])\d{4,8}/(?:19|20)\d\d\b", digits=True),
    Pattern(
        _ID,
        0.8,
        r"(?<![\w.,$/-])(?!(?:19|20)\d\d-|\d{1,2}-\d{1,2}-\d{2,4}\b|\d*0-\d*0\b|1-8)\d{1,6}-\d{2,6}-\d{2,8}(?:-\d{1,6})?(?![\w-])",
        digits=True,
    ),
    Pattern(_ID, 0.8, r"(?<![\w.,$/-])0\d{1,5}-\d{3,8}(?![\w-])", digits=True),
)
"""Courts, agencies and offices, which number their papers alike everywhere: "24-FA-0391", "RCSO 25-3312", "T-0920-1"."""
_SECRETS = (
    Pattern(
        _ID,
        0.9,
        rf"\b{_CODES}(?:\s(?:is|was|to\s\w{{2,10}}\sis|number|no\.?)|,|:|\s?\#)?\s(?<x>\d{{1,2}}(?:-\d{{1,2}}){{2}}|\d{{3,8}})\b(?![ ]?(?:am|pm|kids|students|times|min))",
        digits=True,
    ),
)
_JERSEYS = (
    Pattern(
        _ID,
        0.85,
        r"""\b(?:(?<=\b(?:your|our|their|his|her|my|the|like|was|is)\s)(?<x>number\s\d{1,3})|(?:number|jersey|(?<!federalist\s)no\.)[ ](?<x>\d{1,3}))
        (?=\s(?:shot|scored|has|on|in|hit|pushed|is|was|from|for|got|fouled|jersey)\b|[,.;](?!\d)|\n)""",
        digits=True,
    ),
)
_MIXED = (
    Pattern(
        _ID,
        0.85,
        rf"""(?<![\w@/.,\#$&=-])(?=[a-z-]*\d)(?=[\d-]*[a-z])(?!(?:ds|sf|pl|i|w)-\d+\b|\d+-?(?:{_UNITS})\b|\d+[ap]m-?\d*|[a-z]{{1,4}}-?(?:19|20)\d\d\b)
        (?=(?:-?[a-z]{{0,4}}-?\d){{3}})(?=[a-z\d-]{{5}})(?:[a-z]{{0,4}}+\d{{1,20}}+){{1,8}}+[a-z]{{0,4}}+(?:-(?:[a-z]{{0,4}}+\d{{1,12}}+|[a-z]{{1,4}}+\b)[a-z]{{0,4}}+){{0,5}}+(?![\w@-]|\.\w)""",
        digits=True,
    ),
    Pattern(_ID, 0.85, r"(?<![\w@/.-])[a-z]{1,4}-(?:\d{2,8}-?[a-z]{0,4})(?:-[a-z\d]{1,8}){1,4}(?![\w@-])", digits=True),
)
"""Letters and digits in turn, which no word is and no measure: "jx-4401-qm", "5CD2147KQX", a serial, a parcel."""
_BARE = (
    Pattern(_ID, 0.9, r"(?<!\w)\d{3}-\d{2}-\d{4}(?!\w)", digits=True),
    Pattern(_ID, 0.85, r"(?<![\w$.,-])\#\s?\d{2,12}(?:-\d{1,12}){0,3}\b", digits=True),
    Pattern(_ID, 0.8, r"(?<![\w$.,/-])(?<!\x22:\s?)(?!741741\b)\d{6,20}(?!\w|[.,]\d)", digits=True),
    Pattern(
        _ID,
        0.8,
        r"(?-i:(?<![\w$.,/-])(?!(?:DS|SF|PL|I|W)-)(?=[A-Z\d-]{5,12}\b)(?:[A-Z]{1,4}-?\d{3,8}|\d{1,3}[A-Z]{2,4}\d{1,4})\b)(?<!F-\d50)",
        digits=True,
    ),
    Pattern(_ID, 0.85, r"(?-i:\bA[ -]?\d{3}[ -]\d{3}[ -]\d{3}\b)", digits=True),
    Pattern(_ID, 0.8, r"(?<![\w.,$/:-])[1-9]-[1-9](?!00)\d\d(?![\w-])", digits=True),
    Pattern(
        _ID, 0.8, r"(?-i:(?:(?<=\n)|^)(?:\d{5,8}(?=[ \t]{1,4}[A-Z][\p{L}'-]+[,\s])|[A-Z]-\d{2}(?=\s{2,})))", digits=True
    ),
    Pattern(_ID, 0.8, r"\blocal\s(?:no\.?\s|\#)?(?<x>\d{2,5})\b", digits=True),
    Pattern(_ID, 0.9, r"(?<![\w.,$-])\d{1,6}(?:\s(?:dash|hyphen|slash)\s\d{1,8}){1,3}\b", digits=True),
)
"""Numbers that nothing but an office gives, whatever stands beside them; the crisis line's 741741 is everybody's."""
_LAWS = (
    Pattern(
        _TRACE,
        0.8,
        r"\b(?:prop|proposition|measure|resolution|ordinance|amendment\sno\.?)\s(?:no\.?\s|\#)?(?<x>\d{2,4}(?:\.\d{1,3})?[a-z]?)\b",
        digits=True,
    ),
    Pattern(_TRACE, 0.8, r"\bpolicy\s(?:no\.?\s|\#)?\d{2,3}(?:\.\d{1,3})?[a-z]?\b(?!\.\d|-day)", digits=True),
    Pattern(_TRACE, 0.8, r"\b(?:house\sbill|senate\sbill|hb|sb|ab|hf|lb)[\s.-]?\d{1,5}\b", digits=True),
)
"""They tell the state, and a policy's number the district, but for the four digits of the series that all share."""


class Identifiers(Patterns):
    patterns = (*_CASES, *_SECRETS, *_JERSEYS, *_MIXED, *_BARE, *_LAWS)
