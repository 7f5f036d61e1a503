"""Whether an everyday word that somebody of this discussion is called ("grant", "sandy", "will") is a name here."""

from redaction.grammar import DETERMINERS, IS, acts
from redaction.words import Word

_AS_WORD_AFTER = frozenset("i you we he she they it that who this there to not ll".split())
_AS_WORD_BEFORE = frozenset("you be not the a an it we they i he she this that to have need get do go see come".split())
_GRANT_LIKE = frozenset("money application funding writer program proposal number day days book speech".split())


def stands_as_name(text: str, tokens: list[Word], index: int) -> bool:
    """Whether an everyday word ("Will", "grant") is a name here; unsure means yes where it has a capital."""
    word = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    opens = before is None or text[before.end : word.start].strip(" ,") != ""
    following = text[word.end : word.end + 2].lower()
    if following == "'s" or (opens and following[:1] == ","):
        return True
    if word.capital and not word.all_capitals:
        return not (opens and after and after.lower in _AS_WORD_AFTER) and not (after and after.lower in _GRANT_LIKE)
    beside = after if after is not None and text[word.end : after.start] == " " else None
    return _is_name_in_lower_case(before, word, beside, opens)


def _is_name_in_lower_case(before: Word | None, word: Word, beside: Word | None, opens: bool) -> bool:
    """`beside`: the word that follows without a sign between; `opens`: the word is the first of its clause."""
    if beside is not None and beside.lower in _THINGS_FOLLOW:
        return False
    if opens and beside is not None and beside.lower in _ASKED_TO:
        return True
    if before is not None and before.lower in _AS_WORD_BEFORE:
        return False
    cued = before is not None and before.lower.rstrip(".") in _CUES
    speaks = beside is not None and (acts(beside.lower) or beside.lower in _VERBS)
    return cued or speaks or _could_be_name(before, word, beside, opens)


_THINGS_FOLLOW = _GRANT_LIKE | {"it", "like", "not", "my", "is not"}
_CUES = frozenset(
    """ask per cc dear hi hey hello tell told thank thanks thx ty w/ mr mrs ms miss dr coach principal vp ap from for
    by with and text texted call called email emailed see met if yo morning nurse officer deputy son daughter mom dad
    about w like sub teacher counselor""".split()
)
_ASKED_TO = frozenset("get send call tell do make bring check post write text email can could pls please u you".split())
"""After a name that opens a clause: "grant get a letter out"."""
_VERBS = IS | {"can", "already", "just", "fam", "family", "could", "might", "should"}


def _could_be_name(before: Word | None, word: Word, beside: Word | None, opens: bool) -> bool:
    """Whether nothing around a known name in lower case speaks against it: no article, no thing that follows."""
    if word.lower in _VERBS_TOO or word.lower in _DESCRIBES:
        return opens and beside is None
    if before is not None and not opens and (before.lower in DETERMINERS or before.lower in _THINGS_AFTER):
        return False
    return beside is None or beside.lower in _AFTER_NAMES


_THINGS_AFTER = frozenset(
    """at which what every another being same bad behind under over into like more less much real fresh bit old cold hot
    this next last before after since until during has have had as eat ate cooked serve served""".split()
)
_VERBS_TOO = frozenset(
    """will may mark chase hope love trip page grant bill skip long drew pat sue rob frost reed pace pray praise chance
    rush price rule wish dream ray""".split()
)
_DESCRIBES = frozenset(
    """black white green brown gold golden silver gray grey rich best early good strong swift sharp young little small
    short wise noble major junior sunny rusty misty royal earnest constant frank gay bright east west north south sweet
    tiny happy unique tall""".split()
)
_AFTER_NAMES = frozenset(
    """and n & or is was isnt wasnt has had hasnt in at from with w w/ who whos the to on for again too also so but if
    then when didnt did does doesnt can cant could should would might just already still now today yesterday tmrw
    tomorrow said says goes gets aint wont isn't wasn't himself herself""".split()
)
