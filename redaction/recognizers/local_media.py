"""Local newspapers and stations where somebody of theirs calls, writes or stands at the gate, in any case: "the gazette
called", "6abc at the gate". What has a closing word and capitals is in `local_names.py`.
"""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_ORGANIZATION = EntityKind.ORGANIZATION
_PAPERS = any_of(
    """gazette|herald|tribune|clarion|sentinel|chronicle|observer|examiner|argus|bugle|courant|picayune|post dispatch
    |post gazette|sun times|star telegram|union leader|plain dealer|times union|press democrat|daily record|morning news
    |evening news|daily news|daily press|evening post|republican american|news tribune|journal sentinel|inquirer
    |intelligencer|news press|free press"""
).replace(" ", r"[\s-]")
_REPORTS = any_of(
    """called|calls|wrote|writes|ran|printed|reported|reports|emailed|phoned|picked it up|picked up|wants a|wants to talk
    |asked for|asked where|story|stories|reporter|reporters|headline|article|piece|truck|van|photographer|coverage|camera
    |cameras|had reporters"""
).replace(" ", r"\s")
_AT_WORK = rf"(?=\s(?:already\s|just\s|has\s)?{_REPORTS}\b)"


class LocalMedia(Patterns):
    patterns = (
        Pattern(
            _ORGANIZATION,
            0.8,
            rf"(?<![\w-])(?<x>(?:(?!(?:the|a|an|to|by|and|from|our|told|for)\s)[\p{{L}}']{{3,14}}\s)?{_PAPERS}){_AT_WORK}",
        ),
        Pattern(
            _ORGANIZATION,
            0.85,
            r"(?<![\w.])(?<x>(?!(?:good|bad|the|any|big|more|great|some|fake|breaking|real|that|our)\s)(?:[\p{L}']{3,12}\s){1,2}news\snow)\b",
        ),
        Pattern(
            _ORGANIZATION,
            0.85,
            r"(?<![\w.])(?:\d{1,2}\s?(?:abc|nbc|cbs|fox)|(?:abc|nbc|cbs|fox)\d{1,2})\b(?![ ]?(?:am|pm))",
            digits=True,
        ),
        Pattern(_ORGANIZATION, 0.8, rf"(?<![\w.:$])\d{{1,2}}\snews\b{_AT_WORK}", digits=True),
    )
