"""Letters that the discussion itself gives a district: "central office (APS)", "CPS is the district here".

Most such letters stand for something else as well (child protection, assistant principals); once the discussion has
said that they are its district, they are wherever they stand in capitals.
"""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer
from redaction.recognizers.patterns import SECONDS

_ENDING = r"[A-Z]{1,4}(?:PS|SD|CS|PSS)"
_EXPLAINED = regex.compile(
    rf"""(?i:\b(?:central\ office|district\ office|the\ district|our\ district|school\ (?:system|district)))\ ?\((?<letters>[A-Z]{{2,6}})\)
    |\b(?<letters>[A-Z]{{2,6}})(?i:,?\ (?:is|=|as\ in)\ (?:the|our|my|their|your)\ (?:whole\ )?(?:school\ )?district)\b
    |(?i:\b(?:our|the|my)\ (?:school\ )?district),?\ (?<letters>{_ENDING})\b
    |\b(?<letters>{_ENDING})(?i:\ (?:school\ board|board\ (?:of\ ed|voted|meeting|member)|superintendent|central\ office|district\ office))\b
    |\b(?!CPS|DPS)(?<letters>{_ENDING})(?i:\ (?:legal|counsel|payroll|HR|transportation|facilities|food\ services|maintenance|enrollment))\b
    |(?i:\b(?:our|the|my)\ (?:school\ )?district)[.;:]\s(?!CPS|DPS|GPS|UPS)(?<letters>{_ENDING})\b""",
    regex.VERBOSE,
)


class DistrictLetters(Recognizer):
    kinds = (EntityKind.DISTRICT,)
    by_message = False

    def find(self, text: str) -> Iterator[Finding]:
        letters = {match["letters"] for match in _EXPLAINED.finditer(text, timeout=SECONDS)}
        if letters:
            for match in regex.finditer(rf"(?<![\w&/@#.-])(?:{'|'.join(sorted(letters))})(?![\w&/@])", text):
                yield Finding(*match.span(), EntityKind.DISTRICT, 0.9, self.name)
