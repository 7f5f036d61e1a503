"""Telephone numbers with and without an area code, extensions, and digits written as words."""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_DIGIT = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"

_NATIONAL = frozenset(
    """8002738255 8006624357 8007997233 8006564673 8664887386 8002221222 8004224453 8008435678 8775658860 8007862929
    8883737888""".split()
)
"""The hotlines of all the country: suicide, addiction, violence at home, assault, Trevor, poison, child abuse, missing
children, trans lifeline, runaways, trafficking.
"""


class Phones(Patterns):
    patterns = (
        Pattern(
            EntityKind.PHONE,
            1.0,
            r"""(?<![\w.,/$-])(?:\+?1[\s.-]{0,2})?(?:\(\d{3}\)[\s.-]{0,2}|\d{3}[\s./-]{1,3})\d{3}[\s.-]{1,3}\d{4}
            (?:\s{0,2}(?:x|ext\.?|extension)\s{0,2}\d{1,6})?(?![\w-])""",
            digits=True,
        ),
        Pattern(
            EntityKind.PHONE,
            0.9,
            r"(?<![\w.,/$:-])\d{3}[.-]\d{4}(?:\s{0,2}(?:x|ext\.?|extension)\s{0,2}\d{1,6})?(?![\w-])",
            digits=True,
        ),
        Pattern(
            EntityKind.PHONE,
            0.85,
            r"(?<![\w.,/$:-])[2-9]\d{2}\s\d{4}(?!\s?(?:to|-|students|kids))(?![\w-])",
            digits=True,
        ),
        Pattern(EntityKind.PHONE, 0.9, r"(?<![\w.,/$-])\+?1?[2-9]\d{9}(?!\w)", digits=True),
        Pattern(EntityKind.PHONE, 0.9, r"(?<![\w.,/$-])\+\d{1,3}(?:[\s.()-]{1,2}\d{1,5}){2,6}(?!\w)", digits=True),
        Pattern(
            EntityKind.PHONE,
            0.9,
            r"""\b(?:cell|phone|call|txt|text|tel|mobile|number|num|nbr|fax|reach\s(?:me|him|her|them)\sat)
            [\s:#.]{0,3}(?:is\s|me\sat\s|at\s)?(?<x>\d{7})(?!\w)""",
            digits=True,
        ),
        Pattern(EntityKind.PHONE, 0.85, r"\b(?:ext\.?|extension)(?:\sis)?[\s:#]{0,2}\d{2,6}\b", digits=True),
        Pattern(EntityKind.PHONE, 0.85, r"(?<![\w.])x\s?\d{3,5}\b", digits=True),
        Pattern(EntityKind.PHONE, 0.9, rf"\b{_DIGIT}(?:[\s,-]{{1,2}}{_DIGIT}){{6,10}}\b"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        """No hotline that everybody may call."""
        written = match.string[max(0, match.start() - 6) : match.end()]
        return "".join(filter(str.isdigit, written))[-10:] not in _NATIONAL
