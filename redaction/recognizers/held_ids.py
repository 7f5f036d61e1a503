"""A word for what is numbered, and the number: "student # 0048213", "locker (1140)", "proctor no. 14".

Numbers that need no such word are in identifiers.py; buses, rooms and doors in numbered.py.
"""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.recognizers.units import MEASURE, PEOPLE, TIME

_ID = EntityKind.ID
_HOLDERS = any_of(
    """student|stu|pupil|lunch|badge|employee|emp|staff|case|docket|incident|report|cause|claim|invoice|permit|license
    |licence|lic|ticket|confirmation|conf|reference|ref|order|account|acct|member|policy|file|record|police|pd|osha|complaint|iep
    |pin|passcode|pass code|combo|combination|citation|summons|warrant|asset|serial|sn|vin|tracking|work order|campus|inmate
    |intake|visitor|prop|proposition|cps|prek|locker|mailbox|extension|receipt|item|sid|sasid|ssid|exhibit|lab sheet
    |write up|referral|evidence|fob|rider|booklet|username|login|wo|po|sr|rx|prescription|voucher|requisition|grievance
    |hotspot|barcode|sku|property tag|asset tag|shipment|parcel|passport|a number|alien number|filing|petition number|ssn|tin|ein
    |npi|marss|uic|seis|credential|certificate|patient|chart|medicaid|insurance|routing|dispatch|cad|vehicle|chromebook
    |ipad|laptop|tablet|precinct|meter|school code|class code|room code|access code|expediente|folio|caso|boleta
    |matricula|s"""
).replace(" ", r"[\s-]")
_WEAK = any_of(
    """form|request|check|card|device|unit|call|event|log|entry|scan|tag|label|property|visit|pass|clinic|nurse|ups|usps
    |fedex|dhl|package|box|crate|tail|reg|registration|model|part|job|posting|meeting|survey|camera|cam|bodycam|clip|footage
    |bib|jersey|ballot|hearing|matter|appeal|index|bates|contract|batch|lot|repair|helpdesk|help desk|test|testing|session
    |key|user|profile|code|id|door|site|hydrant|extinguisher|aed|seal|kit|radio|walkie|projector|printer|copier|serial"""
).replace(" ", r"\s")
_UNNUMBERED = any_of(
    """federalist|rule|step|question|reason|day|grade|period|tier|level|priority|problem|say|said|says|is|was|oh|so|with
    |number|lesson|chapter|amendment|thing|option|agenda|title|article|and|or|but|then"""
)
"""Words before a "no." that is a refusal, or a number that everybody knows."""
_ALSO = any_of(
    "id|card|code|login|tag|label|file|slip|log|book|booklet|entry|record|form|receipt|report|pass|order|key|no"
)
_NUMBER = r"(?:nos?\b\.?|num\b\.?|numbers?\b|nbr\b\.?|id\b|\#'?s?|n\u00b0|n\u00ba)"
_STATED = (
    r"(?:(?:is|was|says|said|reads|shows|of|es)\s)?(?:(?:it's|its|now|still|only)\s)?"
    r"(?:(?:ending|ends|starts|starting)\s(?:in|with)\s|ending\s|tail\s)?"
)
_UNIT = any_of(f"{TIME}|{MEASURE}|{PEOPLE}|year|page|signatures|names|calls|emails|more|plan|plans")
_NO_ID = r"""(?!(?:(?-i:[YN])\s{1,9})?(?:504|911|988|211|311|990|1040|1099|741741)\b(?!-)|\d{1,2}:\d\d|\d{1,2}/\d{1,2}\b|(?:1[0-2]|0?\d)[/-](?:3[01]|[12]\d|0?\d)[/-](?:(?:19|20)\d\d|\d\d)\b
    |(?:19|20)\d\d(?:[-/\u2013](?:\d\d|(?:19|20)\d\d))?\b(?![-/]\d)|\d{1,4}(?:am|pm|st|nd|rd|th|s|x|k|min|mins|hrs?|days?|mg|ml|ish|yo|yr)\b
    |\d{1,2}-\d{1,2}\b(?!-)|\d{1,2}h\b|\d+\.\d\d?\b|\d{1,3}(?:,\d{3})+|covid|k-\d|1-?8\d\d-|(?:ds|sf|i|w|g|n|pl)-\d{1,4}\b)"""
_END = rf"(?![ ]?%|[ ]{_UNIT}\b|:\d|[.,]\d)"
_GROUPS = rf"(?:[ ](?:\d{{2,6}}|(?-i:[A-Z]{{2,3}}))\b(?![%/:]|[.,]\d|[ ]{_UNIT}\b))"
_VALUE = r"[\#-]?(?-i:[A-Z]{1,4}[ ])?(?:[a-z]{0,5}-){0,2}[a-z]{0,4}\d"
"""Where a number begins: "0048213", "IR-24", "P0091846", "TKC 331", "EP-DS 4"."""


def _long(fewest: int) -> str:
    """A value of so many letters and digits at least, from the first digit on."""
    return rf"(?<x>{_VALUE}[\w/:.-]{{{max(0, fewest - 2)},24}}(?<=\w){_GROUPS}{{0,3}})(?<![/.:-])\b"


_SERIES = regex.compile(r"polic(?:y|ies)\s\d{4}(?:\.\d{1,4})?", regex.IGNORECASE)
"""A board's policy of the series that all share: "policy 5131.911"."""
_LINKED = rf"(?:[\s-]{_ALSO}\b){{0,2}}"
_MARKED = r"[\s.:\#=,]{0,3}[\x22(\[]?"


class HeldIds(Patterns):
    patterns = (
        Pattern(
            _ID,
            0.95,
            rf"\b{_HOLDERS}\b\.?{_LINKED}\s{{0,2}}{_NUMBER}?{_MARKED}(?<![a-z]){_STATED}[\x22]?{_NO_ID}{_long(4)}{_END}",
            digits=True,
        ),
        Pattern(
            _ID,
            0.95,
            rf"""\b{_HOLDERS}s?\b\.?{_LINKED}\s{{0,2}}(?:{_NUMBER}{_MARKED}{_STATED}|\s?[:(\#=]\s?[\x22(]?|,?\s(?:is|was|says|reads|es)\s)
            {_NO_ID}{_long(3)}{_END}""",
            digits=True,
        ),
        Pattern(
            _ID,
            0.9,
            rf"""\b(?<x>(?:nos?|num|nbr)\.(?<=\p{{L}}\.?[ ]\(?n\p{{L}}{{1,2}}\.)(?<!\b(?:{_UNNUMBERED}|{_HOLDERS})\.?[ ]\(?n\p{{L}}{{1,2}}\.)
            [ ]?\#?{_NO_ID}{_VALUE}[\w/:.-]{{0,24}}(?<=\w))(?<![/.:-])\b{_END}""",
            digits=True,
        ),
        Pattern(
            _ID,
            0.9,
            rf"\b(?!day|rule|step|grade|period|question)(?:\p{{L}}{{2,12}}\s\#[ ]?{_NO_ID}(?<x>\d{{3,12}}[a-z]?|[a-z]{{1,3}}-?\d{{2,9}})|(?<x>\p{{L}}{{2,12}}\#{_NO_ID}\d{{3,12}}[a-z]?))\b{_END}",
            digits=True,
        ),
        Pattern(
            _ID,
            0.9,
            rf"""\b{_WEAK}\b\.?{_LINKED}\s{{0,2}}{_NUMBER}?{_MARKED}{_STATED}{_NO_ID}
            (?<x>(?=[\d-]*[a-z]|[a-z]+-?\d|(?:-?\d){{5}}|[\w-]*\d-\d)(?=(?:[a-z-]{{0,6}}\d){{2}})[a-z]{{0,4}}-?\d[\w/-]{{1,24}})\b{_END}""",
            digits=True,
        ),
        Pattern(
            _ID,
            0.85,
            rf"""\b(?:pin|code|combo|badge|plates?|locker|ticket|docket|fob|serial|student\snumber|number|account|login|id)\b[^.!?,;\n\d$]{{3,40}}?\s(?:is|was|to)\s
            {_NO_ID}(?<x>\d{{4,12}}|[a-z]{{1,4}}-?\d{{3,10}})\b{_END}""",
            digits=True,
        ),
        Pattern(
            _ID,
            0.9,
            r"\b(?:ending|ends|tail)\s(?:in\s|with\s|is\s)?-?(?<x>[a-z]{0,2}\d[a-z\d]{1,5})\b(?![-/])(?!(?<=\d(?:am|pm|th)))",
            digits=True,
        ),
        Pattern(
            _ID, 0.95, r"\b(?:student|stu|emp|ss|sas)?id[\s:\#]{1,3}(?<x>\d{3,5}(?:\s\d{2,4}){1,3})\b", digits=True
        ),
        Pattern(
            _ID,
            0.95,
            r"\bid(?:\s(?:no|num|number|is|was))?[\s.:\#]{1,3}(?<x>(?![a-z]{0,4}-?(?:19|20)\d\d\b)[a-z]{0,4}-?\d[\w-]{2,20})\b",
            digits=True,
        ),
        Pattern(_ID, 0.9, r"\bkey[ ]?\#?[ ]?(?:no\.[ ])?\d{1,4}[a-z]?\b(?!/|[ ]\p{L}{3,}s\b)", digits=True),
        Pattern(
            _ID, 0.9, r"\bnos?\.?[ ](?<x>\d{2,4}-\d{2,6}(?:(?:,\s|\sand\s|\s&\s)\d{2,4}-\d{2,6}){0,4})\b", digits=True
        ),
        Pattern(_ID, 0.85, r",\snumber\s(?<x>\d{3,8}[a-z]?)\b(?![ ]\p{L}{3,}s\b)", digits=True),
        Pattern(_ID, 0.85, r"\b(?:locker|badge|combo),\s(?<x>\d{2,6}[a-z]?)(?=[,.;\n]|$)", digits=True),
    )
    """In order: values of four and more; of three behind a "no." or a colon; any word with "no." or "#"; words that hold
    a number only where it looks like one; a number told at the end of the sentence; then forms of their own.
    """

    def accepts(self, match: "regex.Match[str]") -> bool:
        """No policy that every board has."""
        return not _SERIES.fullmatch(match.group())
