"""E-mail addresses, also without a public suffix (bob@school.local) and written out ("bob at school dot org")."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns


class Emails(Patterns):
    patterns = (
        Pattern(EntityKind.EMAIL, 1.0, r"(?<![\w.+%-])[\w+%-](?:[\w.+%'-]{0,63})@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}"),
        Pattern(
            EntityKind.EMAIL,
            0.95,
            r"""(?<![\w.+%-])(?!(?:is|are|was|post|posted|up|live|look|it|them|see|page|site|form|online|go|clip|s|report|video|link|notes)\s)[\w+%-][\w.+%-]{0,63}(?:\s(?:dot|underscore)\s\w{1,30}){0,3}
            (?:\s?[\[({]\s?at\s?[\])}]\s?|\s?[\[({]@[\])}]\s?|\s@\s|\sat\s)
            [\w-]{1,63}
            (?:(?:\s?[\[({]\s?dot\s?[\])}]\s?|\sdot\s|\s?\.\s?)[\w-]{1,63}){0,3}
            (?:\s?[\[({]\s?dot\s?[\])}]\s?|\sdot\s|\.)(?:com|org|net|edu|us|gov|local|school|info|io)\b""",
        ),
        Pattern(
            EntityKind.EMAIL,
            0.95,
            r"(?<![\w.+%-])[\w+%-][\w.+%-]{0,63}\s?[\[({]\s?at\s?[\])}]\s?[\w.-]{1,63}(?:\s?[\[({]\s?dot\s?[\])}]\s?[\w-]{1,63}){0,4}",
        ),
    )
