"""Which sentences of a redacted discussion tell what its own school did; `draft` makes actions of them.

Past verbs of the field with one of us as subject, or with none, as leaders type ("Called home. Pulled cameras."). Not
what was left undone or only thought of, what others did to us, nor what a colleague tells of another school.
"""

import re
from collections.abc import Sequence

from api.workflow.draft_sentences import QUOTED, asks

ROLE = (
    r"assistant principal|principal|superintendent|counselor|nurse|custodian|secretary|officer|deputy|teacher aide|"
    r"teacher|coach|librarian|dean|driver|substitute|board member"
)
_DONE = (
    r"called|phoned|rang|e-?mailed|texted|messaged|sent|posted|met|locked|closed|opened|moved|checked|suspended|"
    r"searched|pulled(?! (?:up|in|into|over|out of)\b)|wrote|contacted|notified|reported|removed|changed|cancel+ed|"
    r"hired|trained|reviewed|interviewed|"
    r"looped|talked|spoke|walked|drove|helped|apologi[sz]ed|forfeited|evacuated|informed|invited|offered|announced|"
    r"printed|collected|banned|blocked|replaced|covered|bagged|cleaned|documented|logged|filed|escorted|separated|"
    r"assigned|arranged|scheduled|consulted|paused|postponed|dismissed|released|gathered|visited|placed|caught|"
    r"brought|stopped|started(?! (?:on|with|as|when|in|at)\b)|sat down|turned off|gave|held|handed|kept|ran|"
    r"went (?:to|home|over|door|through|back|around)|made (?:an? |the )?(?:call|report|list|plan|rule|announcement)\w*|"
    r"had (?:an? )?(?:meeting|assembly|talk|call|conversation|sit-?down)"
)
_DONE_BY_US = rf"{_DONE}|told|asked|took|put|set up|shut|bought|let (?:\w+ ){{1,3}}know"
"""Of others, "asked" and "told" are what was said to us; without a subject, "put" is what somebody ought to do."""
_HOW = (
    r"(?:(?:then|also|just|immediately|finally|already|all|both|each|personally|quickly|have|had|went and|right away|"
    r"at once|and i|and we)\s+)*"
)
_STAFF = (
    rf"(?:(?<!\ba )\b(?:the |our |my )?(?:{ROLE})(?: \[[A-Z][A-Za-z ]+ \d+\])?|\[(?:Person|{ROLE}) \d+\])"
    r"(?: \([^)]*\))?"
)
_NOT_TO_US = r"(?! (?:(?:it|that|them) to )?(?:me|us|my|our|to \[Place|nobody|no one|nothing)\b)"
_ACTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:we|i)(?:'ve)?\s+{_HOW}(?:{_DONE_BY_US})\b(?! (?:nobody|no one|nothing|(?:him|her|them) so)\b)",
        rf"{_STAFF} {_HOW}(?!called[.!]?$)(?:{_DONE})\b{_NOT_TO_US}(?! to (?:say|tell|ask)\b)",
        (
            r"\b(?:parents|famil(?:y|ies)|staff|students|seniors|police|coordinator|guardians)\b[^.,;]{0,25}\b"
            r"(?:called|notified|told|informed|suspended|e-?mailed|texted)"
            r"(?=[,.;]|$| (?:in|by|that|at|on|the same|right|immediately|before|within)\b)"
        ),
        r"\bplan made with\b",
    )
)
_WITHOUT_SUBJECT = re.compile(
    rf"(?:^|(?<!says)(?<!said): |- )(?:so |and |then |also |ok |just |finally )*(?:{_DONE}|told|asked)\b{_NOT_TO_US}",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:if|unless|wish(?:ed)?|should|shoulda|would|could|might|ought to|nobody|no one|none|never|without|not|cannot)"
    r"\b|n['\u2019]t\b|\b(?:before|until|(?:want|like) to say) *$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:]|, (?:and |but |so |then )?|\b(?:but|and then|so)\b")
_ELSEWHERE = re.compile(
    r"\b(?:last (?:year|month|spring|fall|winter|summer|time)|(?:an? |\w+ )?years? (?:ago|back)|in '?(?:19|20)?\d\d|"
    r"once(?=,)|at (?:mine|ours)|(?:we|i) had (?:the same|that|this one|one|it)|did (?:that|it|this) (?:once|in|too)|"
    r"happened to us|my (?:last|old|first) school|when (?:i|we) (?:was|were) at|after ours|ours to)\b",
    re.IGNORECASE,
)
_AT_ANOTHER = re.compile(
    r"\b(?:at|in|over at) \[(?:School|District) \d+\],? (?:we|they|i)\b|"
    r"\b(?:we|i)\b[^.]{0,60} (?:once,? )?(?:at|in) \[(?:School|District) \d+\]",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:any(?:one|body) (?:else|here|had|have|has|done|dealt|been|ever|got)|who(?:'s| has) (?:done|had|been)|"
    r"(?:what|how) (?:did|would|do) (?:you|u|y'?all)|need help|advice)\b",
    re.IGNORECASE,
)


_NO_ACTION = re.compile(
    r"(?:so |and )?(?:here|this|that)(?:'?s| is) (?:what|how|why)\b[^:]*$|"
    r"\w+ (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]m)?[.!]?$",
    re.IGNORECASE,
)
"""A label over what comes next ("Here's what we changed."), or a clock alone ("Sent 7:48.")."""


def tells_an_action(text: str) -> bool:
    """Whether a sentence says that something was done, and by us as far as it alone can tell."""
    if asks(text) or _ELSEWHERE.search(text) or _NO_ACTION.match(text):
        return False
    text = QUOTED.sub('""', text)
    found = (found for pattern in (*_ACTIONS, _WITHOUT_SUBJECT) for found in pattern.finditer(text))
    return any(not _UNDONE.search(_CLAUSE.split(text[: one.start()])[-1]) for one in found)


def is_short_action(text: str) -> bool:
    """Such as "Called home.", which is too short for a fact."""
    return len(text.split()) > 1 and bool(_WITHOUT_SUBJECT.match(text)) and not _NO_ACTION.match(text)


def own_voices(said: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Whose sentences tell of the school that a discussion is about, of (sender, sentence).

    Where colleagues answer one who asks, that is whoever began, if they tell what they did; then answers are advice.
    """
    first = said[0][0] if said else ""
    acted = any(sender == first and tells_an_action(text) for sender, text in said)
    return frozenset({first} if acted and _between_schools(said, first) else {sender for sender, _ in said})


def own_actions(said: Sequence[tuple[str, str]]) -> list[bool]:
    """Of each (sender, sentence), whether it tells an action of the school that the discussion is about."""
    first, voices = said[0][0] if said else "", own_voices(said)
    return [
        sender in voices and tells_an_action(text) and not (sender != first and bool(_AT_ANOTHER.search(text)))
        for sender, text in said
    ]


def _between_schools(said: Sequence[tuple[str, str]], first: str) -> bool:
    asks = any(_ASKS.search(text) for sender, text in said if sender == first)
    return asks or any(_ELSEWHERE.search(text) or _AT_ANOTHER.search(text) for sender, text in said if sender != first)
