"""Draft ends: which sentences of a redacted discussion tell how it ended, by their words and by where they stand."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from api.workflow.draft_sentences import asks

_ENDED = re.compile(
    r"\b(?:in the end|ended up|resolved|settled|turned out|since then|hasn'?t happened|worked out|outcome|"
    r"no more (?:trouble|incidents?|fights?|calls|posts|clips|of (?:it|this|that))|no more(?=[.!]?$)|"
    r"it'?s (?:over|done)|all (?:good|quiet) now|case closed|died down)\b",
    re.IGNORECASE,
)
_ENDED_LATE = re.compile(
    r"(?:^|[,;:] |\b(?:and|but|then|so) )(?:the )?(?:it|that|they|(?:\w+ )?(?:clips?|posts?|comments?|calls|"
    r"rumou?rs?|fights?|videos?|texts)) (?:all |has |have )*(?:stopped|ended|faded|went away|blew over|died)\b|"
    r"\b(?:back to normal|quiet since|never happened again|shook hands|nobody appealed|(?:all )?discharged|"
    r"resigned|pled guilty|plea in|charges (?:were )?(?:dropped|filed)|(?:weeks|months|a year|years) on|a year later|"
    r"still (?:teaching|enrolled|here)|all (?:safe|home|accounted for))\b|"
    r"(?:(?<!\bi )\b(?:is|are|was|were|doing)|'s|'re) (?:fine|ok|okay|better|safe|home|back)(?: now)?[.!]?$|"
    r"^by (?:the end|spring|summer|fall|winter|(?:jan|febr)uary|march|april|may|june|july|august|"
    r"(?:sept|nov|dec)ember|october)\b",
    re.IGNORECASE,
)


def tells_an_end(text: str) -> bool:
    """Whether a sentence could tell an end, wherever it stands."""
    return not asks(text) and bool(_ENDED.search(text) or _ENDED_LATE.search(text))


def ends(said: Sequence[str], done: AbstractSet[str]) -> tuple[str, ...]:
    """The sentences of a discussion that tell how it ended, in its order.

    Words that may also tell of the middle count in its second half alone, and not in what was `done`.
    """
    half = len(said) // 2
    found = (
        text
        for place, text in enumerate(said)
        if not asks(text) and (_ENDED.search(text) or (place >= half and text not in done and _ENDED_LATE.search(text)))
    )
    return tuple(dict.fromkeys(found))
