"""Whether a word that is kept everywhere else is somebody where it stands: "Mr. March", an "AM:" who speaks."""

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.titles import TITLES

_NO_DOUBT = 0.9
"""Score from which on the name model has read two capitals before a colon as a speaker, which an "HR:" never gets."""
_FORM = regex.compile(r"(?<!\w)(?:mr|mrs|ms|miss|mx)\b\.?\s\Z", regex.IGNORECASE)
_LONGEST_FORM = 7
"""Characters of "miss" with its point, its blank and one before."""
_DOCTOR = regex.compile(r"(?:dr|rev)\b\.?\s", regex.IGNORECASE)
_INTRODUCED = regex.compile(rf"\b(?:{'|'.join(sorted(TITLES))})[\s,]{{1,2}}(?:dr|rev)\b\.?\s\Z", regex.IGNORECASE)
_LONGEST_INTRODUCTION = 30
_INITIALS_ALONE = regex.compile(r"[A-Z]{2}:\s|[A-Z]\.[ ]?(?:\n|\Z)")


def is_addressed(finding: Finding, text: str) -> bool:
    """True for the March of "Mr. March" and the King of "superintendent Dr. King", not for a "Mr. Principal"; for the
    "AM: " that opens a line and the "I." that is one, where the model has no doubt.
    """
    if finding.kind is not EntityKind.PERSON:
        return False
    return _behind_a_form(finding, text) or _is_introduced(finding, text) or _by_initials(finding, text)


def _behind_a_form(finding: Finding, text: str) -> bool:
    written = text[finding.start : finding.end]
    if not written.istitle() or " " in written or written.lower() in TITLES:
        return False
    return _FORM.search(text, max(0, finding.start - _LONGEST_FORM), finding.start) is not None


def _is_introduced(finding: Finding, text: str) -> bool:
    """As in "our superintendent Dr. King": nobody that lessons tell of."""
    doctor = _DOCTOR.match(text, finding.start, finding.end)
    opens = doctor.end() if doctor else finding.start
    return _INTRODUCED.search(text, max(0, opens - _LONGEST_INTRODUCTION), opens) is not None


def _by_initials(finding: Finding, text: str) -> bool:
    """Initials of somebody who speaks or signs, and nothing else in their place."""
    if finding.recognizer != "Names" or finding.score < _NO_DOUBT:
        return False
    opens = finding.start == 0 or text[finding.start - 1] == "\n"
    return opens and _INITIALS_ALONE.match(text, finding.start) is not None
