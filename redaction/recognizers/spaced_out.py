"""Words written letter by letter ("D e n i s e", "D.e.n.i.s.e"): whatever is hidden so is hidden here too."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common
from redaction.recognizers.patterns import Pattern, Patterns


class SpacedOut(Patterns):
    patterns = (
        Pattern(EntityKind.TRACE, 0.8, r"(?<![\w'])(?>[^\W_](?:[ .*_~|/·•-]{1,2}[^\W_](?!\w|'(?!s\b))){3,60})"),
        Pattern(EntityKind.TRACE, 0.8, r"(?<![\w'])(?>[^\W_](?:\n[^\W_](?!\w)){3,60})"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        letters = "".join(character for character in match.group() if character.isalnum()).lower()
        return not letters.isdigit() and not is_common(letters)
