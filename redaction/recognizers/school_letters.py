"""Initials of a school that are an agency's, a service's or a system's as well: "DHS football", "the AP at LMS".

They stay where nothing says whose they are; once the discussion has said that they are a school's, they are one's
wherever they stand in capitals.
"""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer
from redaction.recognizers.patterns import SECONDS

SHARED_INITIALS = frozenset("dhs hhs nhs ems sms mms pms lms dms".split())
_LETTERS = "|".join(sorted(SHARED_INITIALS)).upper()
_ANY = rf"\b(?<letters>{_LETTERS})"
_PLACES = r"""gym(?:nasium)?|cafeteria|campus|parking\ lot|hallways?|bathrooms?|restrooms?|locker\ rooms?|football|basketball|volleyball
    |soccer|baseball|softball|wrestling|lacrosse|band|choir|cheer(?:leaders?|leading)?|varsity|jv|prom|homecoming|graduation|yearbook
    |principal|assistant\ principal|ap|vp|front\ office|\d{1,2}(?:th|st|nd|rd)[ ]grade\w*"""
_PEOPLE = r"parents|students|boys|girls|fresh(?:man|men)|sophomores?|juniors?|seniors?"
_MEMBERS = r"principal|ap|vp|teacher|coach|kids?|students?|boys?|girls?|freshm[ae]n|sophomores?|juniors?|seniors?"
_OF_A_SCHOOL = regex.compile(
    rf"""{_ANY}(?='?s?\ (?i:{_PLACES})\b)
    |\b(?<letters>DHS|HHS|EMS|LMS)(?='?s?\ (?i:{_PEOPLE})\b)
    |(?i:\b(?:{_MEMBERS})\ (?:at|of|from|over\ at)\ ){_ANY}\b
    |(?i:\b(?:vs\.?|versus|beat)\ ){_ANY}\b
    |{_ANY}(?=\ (?i:vs)\b)""",
    regex.VERBOSE,
)


class SchoolLetters(Recognizer):
    kinds = (EntityKind.SCHOOL,)
    by_message = False

    def find(self, text: str) -> Iterator[Finding]:
        letters = {match["letters"] for match in _OF_A_SCHOOL.finditer(text, timeout=SECONDS)}
        if letters:
            for match in regex.finditer(rf"(?<![\w&/@#.-])(?:{'|'.join(sorted(letters))})(?![\w&/@])", text):
                yield Finding(*match.span(), EntityKind.SCHOOL, 0.9, self.name)
