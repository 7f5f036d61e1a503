"""Plates, which are one only beside a word for a car, tail numbers and what police and firemen drive.

Buses and vans by their number are in numbered.py.
"""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import SECONDS, Pattern, Patterns

_ID = EntityKind.ID
_CALL_SIGNS = any_of(
    """adam|boy|charles|david|edward|frank|george|henry|ida|john|king|lincoln|mary|nora|ocean|paul|queen|robert|sam|tom
    |union|victor|william|young|zebra"""
)
_CARS = any_of(
    """plate|plates|tag|tags|license|licence|car|cars|truck|suv|sedan|pickup|minivan|jeep|motorcycle|moped|scooter|trailer
    |vehicle|tahoe|silverado|camry|corolla|civic|accord|altima|malibu|impala|charger|challenger|mustang|explorer|escalade
    |suburban|ram|f150|prius|sentra|elantra|sonata|optima|honda|toyota|chevy|chevrolet|ford|dodge|nissan|hyundai|kia|bmw
    |buick|subaru|mazda|lexus|gmc|tesla|volvo|acura|parked|hatchback|wagon|uhaul|mercedes|audi|matricula|placa|placas"""
)
_STATED = r"(?:(?:is|was|said|says|reads|read|starts|starting|ends|ending|begins|with|in|no\.?|number|\#|partial|or|and)[\s:]\s?){0,3}"


class Plates(Patterns):
    patterns = (
        Pattern(
            _ID,
            0.9,
            rf"""\b(?:plates?|tags?|partial|placas?)(?:\s?[,:(\#]\s?|\s){_STATED}
            (?<x>(?=[\w\s-]{{0,8}}\d)(?!\d{{1,2}}\s\p{{L}}{{3,}})[a-z\d]{{1,4}}(?:[\s-]?[a-z\d]{{2,4}}|(?<=[a-z]{{2}})[\s-]\d|(?<=\d)[\s-]\d{{2,4}})(?:(?<=\d)[\s-]\d{{2,4}})?)\b""",
            digits=True,
        ),
        Pattern(_ID, 0.91, r"(?-i:\b(?:[A-Z]{2}\s)?[A-Z]{2,3}\s\d{2,3}\s\d{3,4}\b)(?![\s-]\d)", digits=True),
        Pattern(
            _ID, 0.91, r"\bplates?[\s,:]\s?(?:is\s|was\s)?(?<x>(?-i:[A-Z]{1,2}\s?\d{2,4}\s\d{2,4}))\b", digits=True
        ),
        Pattern(_ID, 0.9, rf"\b(?:plates?|tag)\s{_STATED}(?<x>(?-i:[A-Z]{{3,4}}))(?=[\s.,;!?]|$)"),
        Pattern(
            _ID,
            0.8,
            r"(?:(?<=\n)|^|(?<=:\s)|(?<=\ue000\n))(?<x>[a-z]{2,3}[ -]?\d{3,5}|\d[a-z]{3}\d{3}|\d{3}[ -]?[a-z]{3})(?=[ ]?(?:[.,;!?\n]|$))",
            digits=True,
        ),
        Pattern(_ID, 0.9, r"(?-i:\bN\d{2,4}[A-Z]{1,2}\b)", digits=True),
    )


class PlatesBesideCars(Recognizer):
    """As in "a white civic sat out front. KLR 4482": capitals and digits in a plate's groups, within reach of a car."""

    kinds = (_ID,)
    _car = regex.compile(rf"\b{_CARS}\b", regex.IGNORECASE)
    _plate = regex.compile(
        r"""(?<![\w$\#./-])(?:[A-Z]{2,3}[ -]\d{3,4}|\d{3,4}[ -][A-Z]{2,3}|\d{1,3}[A-Z]{1,3}[ -]?\d{2,4}|[A-Z]\d{2,3}[ -]\d?[A-Z]{2,3}
        |[A-Z]{1,2}\d[ -]?\d{2,4}|[A-Z]{1,2}\d{1,2}[ -]\d[A-Z]{2}|\d{1,2}-\d{2}[A-Z]\d{2}|[A-Z]{3}\d{2,4}|\d{3}[ ]\d{3})(?![\w/-]|[.:]\d)""",
        regex.VERBOSE,
    )
    _reach = 70

    def find(self, text: str) -> Iterator[Finding]:
        free_from = 0
        for car in self._car.finditer(text, timeout=SECONDS):
            for plate in self._plate.finditer(text, max(free_from, car.end()), car.end() + self._reach):
                free_from = plate.end()
                yield Finding(*plate.span(), _ID, 0.85, self.name)
            free_from = max(free_from, car.end())


class Rides(Patterns):
    """Cars of the police and firemen, public transport, flats."""

    patterns = (
        Pattern(
            _ID,
            0.9,
            r"\b(?:medic|engine|unit|squad|ladder|rescue|ambulance|patrol|car)[ ](?:\#[ ]?)?\d{1,4}\b(?![/%]|[ ](?:min|mins|minutes|hours|kids|people|times|days|of)\b)",
            digits=True,
        ),
        Pattern(_ID, 0.9, rf"\bunit\s{_CALL_SIGNS}[\s-]?\d{{1,3}}\b", digits=True),
        Pattern(
            _ID,
            0.9,
            r"\b(?:badge|flight|truck|lot|apartment|apt|shuttle)[ ](?:no\.?\s?|number\s|\#\s?)?\d{1,5}[a-z]?\b",
            digits=True,
        ),
        Pattern(_ID, 0.85, r"\b(?:cta|mta|metro|line)[ ](?:bus\s)?(?<x>\d{1,3}[a-z]?)\b", digits=True),
        Pattern(
            _ID,
            0.85,
            r"(?<![\w.,$/:-])\d{2,3}[a-z]?\sbus\b(?![ ](?:drivers?|riders?|kids|stops?|routes?|pass|passes|lane|duty|compan))",
            digits=True,
        ),
        Pattern(_ID, 0.85, r"\b(?:vhf|uhf|radio|walkie)\s(?<x>(?:channel|ch)\s\d{1,3})\b", digits=True),
    )
