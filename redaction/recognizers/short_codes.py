"""Short numbers and codes of things at school that people name in passing: "cam 17", "stall 2", "the kid tagged C-88",
"in 7B last year", "put it under 4471", "22, 23 and 31 were late". Long numbers and what is held by an office's word are
in `identifiers.py` and `held_ids.py`, buses and rooms in `numbered.py`.
"""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.recognizers.units import MEASURE, PEOPLE, TIME

_ID = EntityKind.ID
_PLACES = any_of(
    """cam|camera|table|stall|lane|pod|sticker|cart|stop|heat|kiosk|bay|dock|bunk|cot|desk|radio|ramp|entrance|exit|gate
    |stairwell|stair|card|exhibit|hall pass|spot|space|parking spot|parking space|court|tent|rink|station|crate|bin"""
).replace(" ", r"\s")
_UNITS = any_of(f"{TIME}|{MEASURE}|{PEOPLE}|more|of|out|st|nd|rd|th")
_NO_UNIT = rf"(?![ ]?(?:%|{_UNITS}\b)|[:/]\d|[.,]\d)"
_GOES_ON = r"(?=\s?[.,;:!?)\n\ue000]|\s?$|\s(?:for|now|was|is|were|again|btw|before|after|and|not|which|that|please|so|too|made|got|in|at)\b)"
_LATE = any_of("late|early|short|down|full|empty|delayed|held|behind|back|in|here|on time").replace(" ", r"\s")


class ShortCodes(Patterns):
    patterns = (
        Pattern(
            _ID,
            0.85,
            rf"\b{_PLACES}[ ](?:no\.?\s|number\s|\#\s?)?(?:\d{{1,5}}[a-z]?|[a-z]-\d{{1,3}})\b{_NO_UNIT}",
            digits=True,
        ),
        Pattern(_ID, 0.8, r"(?-i:(?<![\w./-])\d[A-JL-UWYZ]\d{2,3})(?![\w-])", digits=True),
        Pattern(
            _ID, 0.8, r"(?<![\w.,:/$-])(?!(?:19|20)\d\d\s(?:19|20)\d\d)\d{4}\s\d{4}(?![\w/:-]|[.,]\d)", digits=True
        ),
        Pattern(
            _ID,
            0.8,
            r"(?<!\bform\s)(?-i:(?<![\w-])(?:[CLNPRSUXYZ]-\d{1,3}|[EWNS]-?wing\s\d{1,2}))(?![\w-]|\.\d)",
            digits=True,
        ),
        Pattern(
            _ID,
            0.8,
            r"\b(?:in|from|into|outside|not|apt|section|homeroom|hr)\s(?<x>(?-i:(?!3D|1A|2A|4D|4A|5A|6A)\d{1,2}-?[A-H]|\d{1,2}-0\d))\b(?!-)",
            digits=True,
        ),
        Pattern(_ID, 0.85, r"(?<![\w.$])\d{3,6}\#(?!\w)", digits=True),
        Pattern(
            _ID,
            0.8,
            rf"\b(?:under(?=\s\d{{4}})|tagged|as|hit\son|alert(?:ed)?,?\son|alert\sat|(?:pass|slip|tag|card|sheet|sticker|badge|log|screen)\s(?:says|reads|shows|said|read)|last\s(?:four|4)(?:\sonly)?,?)\s(?<x>(?!(?:19|20)\d\d\b)\d{{3,8}}|(?-i:\d[A-Z]{{2,3}}\d)){_NO_UNIT}{_GOES_ON}",
            digits=True,
        ),
        Pattern(
            _ID,
            0.8,
            rf"\b(?:on|off|missed|rode|rides|riding|drives|drove|not)\sthe\s(?<x>\d{{1,3}})\b{_NO_UNIT}{_GOES_ON}",
            digits=True,
        ),
        Pattern(
            _ID,
            0.8,
            rf"(?<![\w.,:$-])\d{{1,3}}(?:,\s\d{{1,3}}){{1,6}},?\s(?:and|&|n)\s\d{{1,3}}(?=\s(?:were|are|is|was|r)\s{_LATE}\b)",
            digits=True,
        ),
        Pattern(
            _ID,
            0.85,
            r"(?-i:(?<![\w./@-])(?=[A-Z\d-]{0,24}\d[A-Z\d-]{0,24}\d)(?=[A-Z\d-]{0,24}[A-Z])(?!COVID|MERV|WIDA|ESSER|SISK|DS-|\d{1,2}(?:AM|PM))[A-Z\d][A-Z\d-]{5,24})(?![\w-])",
            digits=True,
        ),
        Pattern(_ID, 0.85, r"\b(?:rx|mrn|vin|s)\s?\#?\s?\d{5,12}\b", digits=True),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        return not _SPAN_OF_YEARS.fullmatch(match.group("x") if "x" in match.re.groupindex else match.group())


_SPAN_OF_YEARS = regex.compile(r"(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)")
