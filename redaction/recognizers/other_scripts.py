"""Words in a script that the name model can't read: hidden, because nobody here can tell what they name."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns


class OtherScripts(Patterns):
    patterns = (
        Pattern(
            EntityKind.TRACE,
            0.7,
            r"(?>(?:(?!\p{Latin})\p{L}){2,400}(?:[\s\p{P}]{1,2}(?:(?!\p{Latin})\p{L}){1,400}){0,400})",
        ),
    )
