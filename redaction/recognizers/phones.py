"""Telephone numbers with and without an area code, extensions, and digits written as words."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_DIGIT = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"


class Phones(Patterns):
    patterns = (
        Pattern(
            EntityKind.PHONE,
            1.0,
            r"""(?<![\w.,/$-])(?:\+?1[\s.-]{0,2})?(?:\(\d{3}\)[\s.-]{0,2}|\d{3}[\s./-]{1,3})\d{3}[\s.-]{1,3}\d{4}
            (?:\s{0,2}(?:x|ext\.?|extension)\s{0,2}\d{1,6})?(?![\w-])""",
        ),
        Pattern(
            EntityKind.PHONE,
            0.9,
            r"(?<![\w.,/$:-])\d{3}[.-]\d{4}(?:\s{0,2}(?:x|ext\.?|extension)\s{0,2}\d{1,6})?(?![\w-])",
        ),
        Pattern(EntityKind.PHONE, 0.85, r"(?<![\w.,/$:-])[2-9]\d{2}\s\d{4}(?!\s?(?:to|-|students|kids))(?![\w-])"),
        Pattern(EntityKind.PHONE, 0.9, r"(?<![\w.,/$-])\+?1?[2-9]\d{9}(?!\w)"),
        Pattern(EntityKind.PHONE, 0.9, r"(?<![\w.,/$-])\+\d{1,3}(?:[\s.()-]{1,2}\d{1,5}){2,6}(?!\w)"),
        Pattern(
            EntityKind.PHONE,
            0.9,
            r"""\b(?:cell|phone|call|txt|text|tel|mobile|number|num|nbr|fax|reach\s(?:me|him|her|them)\sat)
            [\s:#.]{0,3}(?:is\s|me\sat\s|at\s)?(?<x>\d{7})(?!\w)""",
        ),
        Pattern(EntityKind.PHONE, 0.85, r"\b(?:ext\.?|extension)(?:\sis)?[\s:#]{0,2}\d{2,6}\b"),
        Pattern(EntityKind.PHONE, 0.85, r"(?<![\w.])x\s?\d{3,5}\b"),
        Pattern(EntityKind.PHONE, 0.9, rf"\b{_DIGIT}(?:[\s,-]{{1,2}}{_DIGIT}){{6,10}}\b"),
    )
