"""What role a person has in a discussion, read from the words beside the name: "my AP Denise", "coach mike", "his mom"."""

from collections import Counter

from redaction.words import Word

PERSON = "Person"
ROLES: dict[str, str] = {
    "principal": "Principal", "prin": "Principal", "principals": "Principal",
    "ap": "Assistant Principal", "vp": "Assistant Principal",
    "superintendent": "Superintendent", "supt": "Superintendent", "super": "Superintendent",
    "teacher": "Teacher", "maestra": "Teacher", "maestro": "Teacher", "profe": "Teacher", "para": "Teacher Aide", "aide": "Teacher Aide", "sub": "Substitute",
    "substitute": "Substitute", "librarian": "Librarian", "counselor": "Counselor", "counsellor": "Counselor", "psych": "Counselor", "nurse": "Nurse",
    "coach": "Coach", "officer": "Officer", "sro": "Officer", "deputy": "Officer", "sgt": "Officer", "sergeant": "Officer", "detective": "Officer", "chief": "Officer",
    "custodian": "Custodian", "secretary": "Secretary", "clerk": "Secretary", "driver": "Driver", "dean": "Dean",
    "trustee": "Board Member", "boardmember": "Board Member", "councilman": "Board Member", "councilwoman": "Board Member",
    "pastor": "Clergy", "rev": "Clergy", "rabbi": "Clergy", "imam": "Clergy", "deacon": "Clergy", "reverend": "Clergy", "father": "Parent",
    "mom": "Parent", "dad": "Parent", "mother": "Parent", "parent": "Parent", "guardian": "Parent", "mama": "Parent", "stepdad": "Parent", "stepmom": "Parent",
    "grandma": "Relative", "grandmother": "Relative", "grandpa": "Relative", "aunt": "Relative", "uncle": "Relative", "tia": "Relative", "tio": "Relative", "cousin": "Relative",
    "son": "Student", "daughter": "Student", "student": "Student", "kid": "Student", "boy": "Student", "girl": "Student", "grader": "Student", "freshman": "Student", "sophomore": "Student",
    "junior": "Student", "senior": "Student", "kinder": "Student", "kiddo": "Student", "classmate": "Student", "child": "Student", "hijo": "Student", "hija": "Student", "brother": "Student", "sister": "Student", "twin": "Student",
}  # fmt: skip
"""Role word to label."""
LABELS = frozenset(ROLES.values()) | {PERSON}
_FAMILY = frozenset(word for word, label in ROLES.items() if label in ("Parent", "Relative"))
_OF_A_CHILD = _FAMILY | {"brother", "sister", "twin", "locker", "iep", "teacher", "desk", "class"}
_FILLERS = frozenset(
    "is was a an the our my his her their named called old who name mr mrs ms grade 6th 7th 8th 9th".split()
)
_OF_AN_ORDER = frozenset({"father", "fr", "brother", "br", "sister", "monsignor", "msgr"})
"""What clergy are called before a name; with a small letter, or opening a sentence, most of it is family."""
_POSTS = frozenset({"ap", "vp", "sro", "principal", "superintendent"})
"""What a sender writes behind her own name: "Linda AP"."""


def votes_for(tokens: list[Word], first: int, last: int, text: str) -> Counter[str]:
    """Labels that the words around the name `tokens[first..last]` speak for, the nearer the heavier."""
    votes: Counter[str] = Counter()
    before = [
        word for word in tokens[max(0, first - 4) : first] if text.count("\n", word.end, tokens[first].start) == 0
    ]
    for distance, word in enumerate(reversed(before)):
        label = ROLES.get(word.lower.rstrip("."))
        if distance == 0 and _is_title_of_clergy(word, text):
            label = "Clergy"
        if label:
            votes[_assistant(label, tokens, first, distance)] += 4 - distance
            break
        if word.lower not in _FILLERS:
            break
    if last > first and tokens[last].lower in _POSTS:
        votes[ROLES[tokens[last].lower]] += 4
    after = tokens[last + 1 : last + 5]
    if after and text[tokens[last].end : tokens[last].end + 2].lower() == "'s" and after[0].lower in _OF_A_CHILD:
        votes["Student"] += 3
    elif after and text[tokens[last].end : after[0].start] in (", ", " ("):
        votes.update(_apposition(after))
    return votes


def _is_title_of_clergy(word: Word, text: str) -> bool:
    """As in "ask Father Stan", not in "his father Stan" or "Father Luis Ruiz was called"."""
    if word.lower.rstrip(".") not in _OF_AN_ORDER or not word.capital or word.all_capitals:
        return False
    return text[: word.start].rstrip(" \"'(")[-1:] not in ("", ".", "!", "?", "\n", ":")


def _assistant(label: str, tokens: list[Word], first: int, distance: int) -> str:
    earlier = tokens[first - distance - 2].lower if first - distance - 2 >= 0 else ""
    return "Assistant Principal" if label == "Principal" and earlier in ("assistant", "asst", "vice") else label


def _apposition(after: list[Word]) -> Counter[str]:
    """As in "Denise, our AP": a role word close behind a comma."""
    votes: Counter[str] = Counter()
    for word in after:
        label = ROLES.get(word.lower)
        if label:
            votes[label] += 2
            break
        if word.lower not in _FILLERS:
            break
    return votes
