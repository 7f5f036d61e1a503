"""Numbers given to people and things: student ids, buses, plates, dockets, rooms, badges, bills of a state."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_HOLDERS = r"""student|stu|pupil|lunch|badge|employee|emp|staff|case|docket|incident|report|cause|claim|invoice|permit
|licen[sc]e|lic|ticket|confirmation|reference|ref|order|account|acct|member|policy|file|record|police|pd|osha|complaint|iep|pin|passcode|pass\scode|combo|combination|citation|summons|warrant|asset|serial|vin|tracking|work\sorder|campus|inmate|intake|visitor|prop|proposition|cps|prek|locker|mailbox|extension"""
_THINGS = """bus|route|rte|van|room|rm|portable|locker|unit|trailer|classroom|bldg|building|cabin"""

_WRITTEN = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"


class Identifiers(Patterns):
    patterns = (
        Pattern(
            EntityKind.ID,
            0.95,
            rf"""\b(?:{_HOLDERS})\s{{0,2}}(?:id|no|num|number|nbr|\#)?[\s.:\#]{{0,3}}(?:is\s|was\s)?
            (?<x>\#?[a-z]{{0,4}}-?\d[\w/:-]{{2,24}}\w)\b""",
        ),
        Pattern(
            EntityKind.ID,
            0.96,
            r"\b(?:case|docket|cause)\s?(?:no\.?|number|\#)?[\s:\#]{0,2}[a-z]{0,4}-?\d[\w-]{2,20}\w\b",
        ),
        Pattern(EntityKind.ID, 0.9, r"\b(?:medic|engine|unit|squad|ladder|rescue)\s\d{1,3}\b"),
        Pattern(
            EntityKind.ID,
            0.9,
            r"\b(?:badge|flight|truck|lot|apartment|apt|shuttle)\s(?:no\.?\s?|number\s|\#\s?)?\d{1,5}[a-z]?\b",
        ),
        Pattern(EntityKind.ID, 0.85, r"\bthe\s(?<x>\#?\d{1,3}[a-z]?)\s(?:bus|route|van)\b"),
        Pattern(EntityKind.ID, 0.85, rf"\b(?:bus|route|room|van)\s(?:number\s|no\.?\s)?(?:{_WRITTEN})\b"),
        Pattern(EntityKind.ID, 0.9, r"(?-i:\b[A-Z]{2,3}-\d{2,6}(?:-\w{1,6}){0,3}\b)"),
        Pattern(
            EntityKind.ID, 0.95, r"\bid(?:\s(?:no|num|number|is|was))?[\s.:\#]{1,3}(?<x>[a-z]{0,4}-?\d[\w-]{2,20})\b"
        ),
        Pattern(
            EntityKind.ID,
            0.9,
            rf"\b(?:{_THINGS})(?:e?s)?\.?[ ]?(?:no|num|number|\#)?[ .:\#]{{0,3}}\#?[a-h]?-?\d{{1,5}}[a-z]?\b(?:(?:,|\s?,?\s?(?:and|n|to|-|&|or|/))\s?\d{{1,5}}[a-z]?\b)*(?!\s?(?:%|am|pm|min|days|hours|weeks|percent|times|years))",
        ),
        Pattern(
            EntityKind.ID,
            0.9,
            r"(?<![\w/.-])\d{1,4}[-:]?\d{0,4}-?(?:cv|cr|ju|dr|fa|cf|mj|cp|jv)-?\d{2,8}(?:-[a-z]{1,4}){0,2}\b",
        ),
        Pattern(EntityKind.ID, 0.9, r"(?<!\w)\d{3}-\d{2}-\d{4}(?!\w)"),
        Pattern(EntityKind.ID, 0.85, r"(?<![\w$.,-])\#\s?\d{2,12}(?:-\d{1,12}){0,3}\b"),
        Pattern(EntityKind.ID, 0.8, r"(?<![\w$.,/-])(?<!\x22:\s?)\d{6,20}(?!\w|[.,]\d)"),
        Pattern(EntityKind.ID, 0.8, r"(?<![\w$.,/-])(?:19|20)?\d{2}-\d{3,10}(?:-\d{1,8})?(?![\w-])"),
        Pattern(
            EntityKind.ID,
            0.8,
            r"(?-i:(?<![\w$.,/-])(?=[A-Z\d-]{5,12}\b)(?:[A-Z]{1,4}-?\d{3,8}|\d{1,3}[A-Z]{2,4}\d{1,4})\b)",
        ),
        Pattern(
            EntityKind.ID,
            0.9,
            r"\b(?:plates?|tag|license|partial)[\s,:]\s?(?:is\s|was\s|number\s|partial\s|no\.?\s|\#|:\s?)?(?<x>(?=[\w\s-]{0,7}\d)[a-z\d]{2,4}[\s-]?[a-z\d]{1,4})\b",
        ),
        Pattern(
            EntityKind.ID,
            0.9,
            r"\b(?:pin|passcode|pass\scode|combo|combination|locker\scode|door\scode|gate\scode|alarm\scode|code)(?:\s(?:is|was|to\s\w{2,10}\sis|number|no\.?)|,|:|\s?\#)?\s(?<x>\d{1,2}(?:-\d{1,2}){2}|\d{3,8})\b(?!\s?(?:am|pm|kids|students|times|min))",
        ),
        Pattern(
            EntityKind.ID,
            0.8,
            r"(?:(?<=\n)|^|(?<=:\s)|(?<=\ue000\n))(?<x>[a-z]{2,3}[ -]?\d{3,5}|\d[a-z]{3}\d{3}|\d{3}[ -]?[a-z]{3})(?=[ ]?(?:[.,;!?\n]|$))",
        ),
        Pattern(
            EntityKind.ID,
            0.8,
            r"\b(?:in|outside|sub\sin|to|near|the|of)\s(?<x>[a-h]?[1-4]\d{2}[a-h]?)(?=[.,;!?\n)](?!\d)|$|\s(?:copier|sub|rn|right\snow|w/|hallway|wing|hall|door|lab)\b)",
        ),
        Pattern(
            EntityKind.ID,
            0.8,
            r"\b(?:not\son|on|off|drives|driving|missed|onto|takes|rides)\s(?<x>\d{1,3})(?=\s?[,.;?!]\s(?:not|he|she|driver|the|and|n|get|so|they|we)\b)",
        ),
        Pattern(
            EntityKind.TRACE,
            0.8,
            r"\b(?:policy|prop|proposition|measure|resolution|ordinance|amendment\sno\.?)\s(?:no\.?\s|\#)?(?<x>\d{2,4}(?:\.\d{1,3})?[a-z]?)\b",
        ),
        Pattern(
            EntityKind.ID,
            0.85,
            r"\b(?:cta|mta|metro|line)\s(?:bus\s)?(?<x>\d{1,3}[a-z]?)\b|\b(?:number|jersey|no\.)\s(?<x>\d{1,3})(?=\s(?:shot|scored|has|on|in|hit|pushed|is|was|from|for|got|fouled|jersey)\b|[,.;]|\n)",
        ),
        Pattern(EntityKind.TRACE, 0.8, r"\b(?:house\sbill|senate\sbill|hb|sb|ab|hf|lb)[\s.-]?\d{1,5}\b"),
    )
