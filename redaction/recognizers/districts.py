"""School districts: "Maple Valley USD", "Cedar Hollow Public Schools", "mvusd", "SAU 24"."""

from corpus.model.redaction import EntityKind
from redaction.place_words import PLACE_WORDS
from redaction.recognizers.anchored import Anchored
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.recognizers.schools import _NOT_A_NAME


class DistrictNames(Anchored):
    """A name and the form of district that closes it."""

    kind = EntityKind.DISTRICT
    score = 0.9
    anchors = frozenset(
        """unified|unified school district|unified schools|usd|uhsd|isd|cisd|csd|esd|psd|sd|school district|school dist
        |school system|school corporation|public schools|public school district|county schools|county public schools
        |city schools|city school district|central school district|central schools|community schools|parish schools
        |community school district|consolidated schools|consolidated school district|township schools|area schools
        |area school district|independent school district|elementary district|union high school district|boces|district
        |co schools|co. schools|co public schools|co. public schools|twp schools|twp. schools|twp public schools
        |twp. public schools|township public schools|town schools|parish public schools|school corp|cluster schools
        |local schools|municipal schools|exempted village schools|regional school district|unit school district
        |joint unified|supervisory union|school union|regional schools|regional district|metropolitan schools
        |metro schools|borough schools|diocese|archdiocese|unified district|city district|county district
        |central district|union elementary|charter district|joint school district|special school district|sd|hsd
        |busd
        """.replace("\n        ", "").split("|")
    )
    led_by = PLACE_WORDS - _NOT_A_NAME
    never_led_by = _NOT_A_NAME | {"school", "community", "central", "unified", "federal", "historic"}


class DistrictForms(Patterns):
    """Acronyms, and the numbers of state forms."""

    patterns = (
        Pattern(EntityKind.DISTRICT, 0.9, r"\b(?!usd\b|isd\b)[a-z]{1,4}(?:usd|uhsd|cisd|isd|csd|esd|sd)\b(?=\W|$)"),
        Pattern(EntityKind.DISTRICT, 0.8, r"(?-i:\b(?!CPS|GPS|UPS|EPS|PPS|FPS|HPS|APPS)[A-Z]{1,3}PS\b)"),
        Pattern(
            EntityKind.DISTRICT,
            0.9,
            r"\b(?:(?-i:USD|ISD)|cu|cusd|ccsd|sau|r-?e|rsu|msad|ud|unit|district|dist\.?|csd|sd)\s?(?:no\.?\s?|\#\s?|-)?\d{1,4}(?:-?[jru]t?)?\b",
            digits=True,
        ),
        Pattern(
            EntityKind.DISTRICT,
            0.85,
            r"(?-i:\b(?!FBI|WHO)[A-Z]{1,5}(?:USD|UHSD|CUSD|UFSD|CISD|ISD|CSD|RSD|PSD|ESD|HSD|CPS|PSS|BOE)\b)",
        ),
        Pattern(
            EntityKind.DISTRICT,
            0.9,
            r"\b(?:su|aos|boces|region|esu|iu)\s?(?:no\.?\s?|\#\s?|-)?\d{1,3}\b|\bd-?\d{2,3}\b",
            digits=True,
        ),
        Pattern(EntityKind.DISTRICT, 0.85, r"(?-i:\bM?SAD\s?\#?\d{1,3}\b)", digits=True),
        Pattern(
            EntityKind.DISTRICT,
            0.9,
            r"\b(?:(?:joint|unified|reorganized|independent|community|unit)\s)?(?:school\s)?(?:district|dist\.?)\s(?:no\.?\s|\#\s?)?(?:[a-z]{1,2}-)?\d{1,4}(?:-[a-z])?\b",
            digits=True,
        ),
        Pattern(
            EntityKind.DISTRICT,
            0.85,
            r"(?:\bthe\s)?\b(?:arch)?diocese\sof\s(?-i:[A-Z])[\w'-]+(?:\s(?-i:[A-Z])[\w'-]+)?",
        ),
        Pattern(EntityKind.DISTRICT, 0.85, r"(?-i:\bCity\sof\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\sSchools\b)"),
        Pattern(
            EntityKind.DISTRICT,
            0.85,
            r"(?-i:\b(?:[A-Z][\w'-]+\s){1,3}(?:R-?(?:[IVX]{1,4}|\d{1,2})|RE-?\d{1,2}[A-Z]?|\d{1,3}(?:J|JT|C|R)|CUSD\s?\d+)\b)",
        ),
        Pattern(
            EntityKind.DISTRICT,
            0.85,
            r"(?-i:\b(?:[A-Z][\w'-]+\s){1,3}(?:School\sBoard|Board\sof\sEducation|School\sCommittee)\b)",
        ),
        Pattern(
            EntityKind.DISTRICT, 0.85, r"(?-i:\bSchool\sDistrict\sof\s(?:the\s)?[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3})"
        ),
        Pattern(EntityKind.DISTRICT, 0.85, r"(?-i:\bBoard\sof\sEducation\sof\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3})"),
    )
    _other = frozenset({"lsd", "ssd", "bsd", "asd", "tsd", "wisd", "pesd", "ptsd", "nsd", "sd"}) - {"bsd", "tsd", "nsd"}

    def accepts(self, match: object) -> bool:
        return str(match.group()).lower() not in self._other  # type: ignore[attr-defined]
