"""Draft ends: which sentences of a redacted discussion tell how it ended, by their words and by where they stand."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from api.workflow.draft_sentences import asks

_ENDED = re.compile(
    r"\b(?:in the end|ended up|resolved|settled|turned out|since then|hasn'?t happened|worked out|outcome|"
    r"no more (?:trouble|incidents?|fights?|calls|posts|clips|of (?:it|this|that))|no more(?: \w+)?(?=[.!]?$)|"
    r"how it (?:ended|went)(?![.:]?$)|(?<!how )it'?s (?:over|done)|all (?:good|quiet) now|case closed|died down)\b",
    re.IGNORECASE,
)
_ENDED_LATE = re.compile(
    r"(?:^|[,;:] |\b(?:and|but|then|so) )(?:the )?(?:it|that|they|(?:\w+ )?(?:clips?|posts?|comments?|calls|"
    r"rumou?rs?|fights?|videos?|texts)) (?:all |has |have )*(?:stopped|ended|faded|went away|blew over|died)\b|"
    r"\b(?:back to normal|quiet since|never happened again|shook hands|nobody appealed|(?:all )?discharged|"
    r"resigned|pled guilty|plea in|charges (?:were )?(?:dropped|filed)|nothing (?:new|since)|"
    r"still (?:teaching|enrolled|here)|all (?:\w+ )?(?:safe|home|accounted for|at school)|"
    r"(?:all|both|every(?:one|body)) (?:fine|ok|okay|well)|"
    r"last (?:child|kid|student|one|bus) (?:is )?(?:home|off|in|out)|"
    r"nobody (?:was |got )?(?:hurt|injured|bled)|appealed and (?:lost|won)|voted (?:\d|to (?:keep|let|allow|remove))|"
    r"found (?:him|her|them) (?:at|in|by|behind|near|on|safe|alive|asleep))\b|"
    r"(?:(?<!\btill )(?<!\buntil )(?<!\bif )\b"
    r"(?:he|she|they|it|everyone|everybody|all|both|kids?|students?|boys?|girls?|famil\w+|baby)|\]) ?"
    r"(?:is|are|was|were|'?s|'?re) (?:doing |all )?"
    r"(?:fine|ok|okay|alright|better|safe|home|back)(?: now| tonight| again)?(?=[.,;!]|$)|"
    r"(?:^|, )(?:\w+ ){1,2}(?:weeks|months|years?) on\b(?! (?:the|a|my)\b)|"
    r"^by (?!\w+, when\b)(?:the end|spring|summer|fall|winter|(?:jan|febr)uary|march|april|may|june|july|august|"
    r"(?:sept|nov|dec)ember|october)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(?:about |\[?(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|a few) )"
    r"(?:days|weeks?|months?|years?|semesters?) (?:on|later)\b",
    re.IGNORECASE,
)
"""Opens what became of it; where it stands alone, with the sentence after it."""
_NOT_YET = re.compile(r"\b(?:until|till|before|if|unless|hop(?:e|es|ed|ing))\b[^.,;]{0,30}$", re.IGNORECASE)
_ALONE = 4
"""Words, at most."""


def tells_an_end(text: str) -> bool:
    """Whether a sentence could tell an end, wherever it stands."""
    return not asks(text) and bool(_ENDED.search(text) or _ENDED_LATE.search(text) or _AFTERWARDS.match(text))


def ends(said: Sequence[str], done: AbstractSet[str]) -> tuple[str, ...]:
    """The sentences of a discussion that tell how it ended, in its order.

    Words that may also tell of the middle count in its second half alone, and not in what was `done`.
    """
    half = len(said) // 2
    found = (
        text
        for place, text in enumerate(said)
        if not asks(text) and (_has(_ENDED, text) or (place >= half and text not in done and _is_late_end(said, place)))
    )
    return tuple(dict.fromkeys(found))


def _has(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _NOT_YET.search(text[: found.start()]) for found in pattern.finditer(text))


def _is_late_end(said: Sequence[str], place: int) -> bool:
    before = said[place - 1] if place else ""
    follows = len(before.split()) <= _ALONE and _AFTERWARDS.match(before)
    return bool(follows or _AFTERWARDS.match(said[place]) or _has(_ENDED_LATE, said[place]))
