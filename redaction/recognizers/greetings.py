"""Names in greetings and signatures: "Hi Tom,", "- Carla", "thx, bev", a name alone under "Best,"."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common, is_homograph
from redaction.recognizers.name_words import GIVEN
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.titles import TITLES

_NAME = r"[a-z][\w'-]{1,20}(?:\s(?-i:[A-Z])(?:[\w'-]{1,20}|\.))?(?:\s(?-i:[A-Z])[\w'-]{1,20})?"
_CLOSINGS = "thx|thanks|thank\\syou|best|regards|sincerely|love|xo|xoxo|respectfully|cheers|ty|gracias|saludos|warmly|best\\sregards|kind\\sregards|many\\sthanks|take\\scare|in\\spartnership|appreciatively|yours|hugs|atentamente"
_END = r"(?=\s*(?:\n|$|\ue000))"


class Greetings(Patterns):
    patterns = (
        Pattern(
            EntityKind.PERSON,
            0.8,
            rf"(?:^|(?<=[\n\ue000.!?:]))[ \t]{{0,3}}(?:hi|hello|hey|dear|hola|good\smorning|good\safternoon|good\sevening|morning|gm|greetings|thanks|ty|thx|buenos\sdias|buenas|yo|@)\s(?<x>{_NAME})(?=\s?[,!.:;\n\u2014-]|\s(?:and|&)\s|$)",
        ),
        Pattern(
            EntityKind.PERSON, 0.8, rf"(?:^|(?<=[\n\ue000.!?)]))[ \t]{{0,3}}(?:[-~*]{{1,2}})\s?(?<x>{_NAME}){_END}"
        ),
        Pattern(EntityKind.PERSON, 0.85, rf"\b(?:{_CLOSINGS})[,!.]{{0,2}}\s{{1,3}}[-~]{{0,2}}\s?(?<x>{_NAME}){_END}"),
        Pattern(
            EntityKind.PERSON,
            0.75,
            r"(?:^|(?<=[\n\ue000]))[>\s]{0,4}(?<x>[\p{L}][\w'-]{1,20})\s?(?:,(?=\s?\n)|\s[-\u2014]{1,2}\s)",
        ),
        Pattern(
            EntityKind.PERSON,
            0.7,
            r"(?:(?<=\n\s?\n)|(?<=[.?!]\n))[> \t]{0,3}(?<x>[\p{L}][\w'-]{1,20}(?:\s(?-i:[A-Z])[\w'.-]{0,20})?)(?=\s*(?:\n\s*\n|\n>|$|\n?\ue000|\s(?:x|ext)\s?\d))",
        ),
        Pattern(
            EntityKind.PERSON,
            0.75,
            r"(?:(?<=\n)|(?<=\s))[-~\u2014]{0,2}\s?(?<x>(?-i:[A-Z]))\.?(?=[ \t]*(?:\n\s*\n|$|\n?\ue000|\n>))(?<=\n[-~\u2014 ]{0,3}(?-i:[A-Z])|\s[-~\u2014]{1,2}\s?(?-i:[A-Z]))",
        ),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        parts = match.group("x").lower().split()
        if is_homograph(parts[0]):
            return match.group("x")[0].isupper() or (parts[0] in GIVEN and parts[0] not in TITLES)
        return len(parts[0]) == 1 or not is_common(parts[0])
