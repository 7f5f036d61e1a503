"""Words that stand before a name and are no part of it: honorifics, posts, kinship."""

from dataclasses import replace

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr mister missus sra sr srta señora senora señor senor profe maestra maestro don doña dona
    prof""".split()
)
TITLES = frozenset(
    """principal prin vp ap supt superintendent super coach officer ofc deputy dep sgt sergeant nurse counselor counsellor
    teacher professor pastor father sister rabbi imam judge mayor councilman councilwoman councilmember trustee dean
    custodian sub aide para secretary director detective det chief lt lieutenant capt captain sro driver librarian
    rev reverend deacon bishop senator rep representative commissioner director coordinator clerk tia tio aunt auntie
    uncle abuela gramma grandma grandpa nana papa brother boardmember president chair rev trooper agent attorney lawyer
    registrar liaison psych ot slp paraprofessional bookkeeper manager""".split()
)
KIN = frozenset(
    """son daughter kid boy girl child mom dad mother father brother sister grandma grandmother grandpa grandfather aunt
    uncle cousin husband wife friend niece nephew neighbor boyfriend girlfriend stepdad stepmom stepfather stepmother
    guardian twin twins bestie buddy classmate student pupil senior junior sophomore freshman grader kiddo mama
    roommate partner fiance fiancee ex hijo hija mami papi sub""".split()
)
_BEFORE = (
    HONORIFICS
    | TITLES
    | KIN
    | frozenset(
        """assistant asst vice the my our interim head lead dir ofc maestro directora subdirectora subdirector sor fr""".split()
    )
)

_POSTS = frozenset(
    {"AP", "VP", "SRO", "PTA", "PTO", "Principal", "principal", "Superintendent", "EdD", "PhD", "Ed.D", "Ph.D", "M.Ed"}
)
"""Written behind a name, as phones list people."""

_OWN_WORDS = frozenset({"Headers", "Prefixes", "Senders", "KnownNames"})
"""What a sender calls herself is her name, "Mama Bea" and all."""

_LINES = frozenset({"Headers", "Prefixes"})
"""Recognisers of a sender as the line has her, post and all."""

_WHOLE_NAMES = _OWN_WORDS | {"Names"}
_GIVEN_TOO = frozenset({"Dean", "Tia", "Deacon", "Major", "Junior", "Buddy", "Don", "Nana"})
"""Hidden with the name where a sender's line or the name model has both words, each with its capital."""


_BEHIND = regex.compile(r",? (?:[JS]r\b\.?|I{2,3}\b|IV\b)", regex.IGNORECASE)
_NICK = regex.compile(r"(?<!\w)(?:(?i:lil'?|big)|Little|Old|Baby) $")


def whole_name(finding: Finding, text: str) -> Finding:
    """A person's finding with what belongs to the name on either side: "Brantley Sheets Sr.", "lil abdi"."""
    if finding.kind is not EntityKind.PERSON:
        return finding
    behind = _BEHIND.match(text, finding.end)
    nick = _NICK.search(text, max(0, finding.start - len(" little ")), finding.start)
    return replace(finding, start=nick.start() if nick else finding.start, end=behind.end() if behind else finding.end)


def without_titles(finding: Finding, text: str) -> Finding:
    """A person's finding without the titles that it opens with; the last word always stays."""
    if finding.kind is not EntityKind.PERSON:
        return finding
    titles = _BEFORE - KIN if finding.recognizer in _OWN_WORDS else _BEFORE
    start, end = finding.start, finding.end
    if finding.recognizer not in _LINES:
        end = _before_a_post(text, start, end)
    while (space := text.find(" ", start, end)) > 0 and text[start:space].lower().strip(".,/") in titles:
        if finding.recognizer in _WHOLE_NAMES and _is_given(text[start:space], text[space + 1 : end]):
            break
        start = space + 1
    if start >= end or (start, end) == (finding.start, finding.end):
        return finding
    return replace(finding, start=start, end=end)


def _is_given(word: str, rest: str) -> bool:
    """True for the first word of "Dean Wozniak" and "Tia Bearclaw": a first name as often as a title."""
    return word in _GIVEN_TOO and rest[:1].isupper() and " " not in rest


def _before_a_post(text: str, start: int, end: int) -> int:
    """The end of "Quang Tran AP" without its post."""
    while (space := text.rfind(" ", start, end)) > 0 and text[space + 1 : end].strip("(),") in _POSTS:
        end = space
    return end
