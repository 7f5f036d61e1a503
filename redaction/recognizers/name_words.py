"""Everyday words that are a name here: "her husband Mark", "chase and will", "hope's locker", "rich gets no lunch".

Only words that serve as first names; a surname that is a word needs a cue (`name_cues.py`).
"""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.grammar import AND, DETERMINERS, DOES, ENDS, IS, acts
from redaction.lexicon import is_common, is_first_name, is_frequent, is_homograph
from redaction.presidio_engine import Recognizer
from redaction.titles import KIN, TITLES
from redaction.words import Word, words

GIVEN = frozenset(
    """will grant chase hope mark rose grace faith joy dawn june bill rich frank jack drew art gene pat sandy ray rob robin
    ruby rusty skip sue pearl penny miles max jewel iris hunter heather hazel harmony gage angel amber chance charity
    cliff clay colt crystal daisy dean destiny dick don dusty earnest ginger glen holly ivy jade jay justice kay
    lance lily
    melody mercy misty nick olive opal patience pierce prince rex rocky royal sage sierra skye sonny sterling
    sunny teddy
    tony trinity trip tucker victor violet wade willow wren trace scout summer autumn april may august israel king major
    jan guy serenity page mason love liberty genesis journey miracle precious honor storm star sky ace buck bud chip earl deacon apple""".split()
)
_THINGS = frozenset(
    """bill art guy trip major dean king prince angel page chance star sky will may page love storm chip summer
    august april june journey honor liberty miracle grant chase hope mark""".split()
)
"""Of these the lower-case word with "is" or "was" is mostly the thing: "bill is due"."""
_HARDLY_THINGS = frozenset(
    """jack frank gene drew rob robin ruby rusty sandy sue rex ray pat holly heather hazel ivy iris violet daisy jade jay
    wren willow wade tucker lance hunter skye sonny teddy tony clay cliff glen kay lily opal pearl olive""".split()
)
"""A sentence that opens with one of these and a comma speaks of a person."""
_MONTHS = frozenset("april may june august summer autumn jan".split())
_ROLE_BEFORE = frozenset(
    """teacher mom dad mother father principal daughter son coach nurse counselor name custodian sub boy girl student
    sister brother kid secretary it""".split()
)


class NameWords(Recognizer):
    kinds = (EntityKind.PERSON,)

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens):
            if (_may_be_given(word.lower) and _is_name(text, tokens, index)) or (
                is_homograph(word.lower) and _is_told_apart(text, tokens, index)
            ):
                yield Finding(word.start, word.end, EntityKind.PERSON, 0.7, self.name)


def _may_be_given(word: str) -> bool:
    return word in GIVEN or (is_homograph(word) and not is_frequent(word))


def _is_name(text: str, tokens: list[Word], index: int) -> bool:
    word = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    opens = before is None or text[before.end : word.start].strip(" ").endswith(ENDS)
    if before and before.lower in DETERMINERS and not opens and not word.capital:
        return False
    if text[word.end : word.end + 2].lower() == "'s":
        return word.lower not in _MONTHS
    if (
        word.capital
        and not word.all_capitals
        and not opens
        and not (before and before.capital)
        and word.lower not in _MONTHS
    ):
        return not (after and after.lower in _AFTER_A_THING and text[word.end : after.start] == " ")
    if opens and word.capital and word.lower in _HARDLY_THINGS and text[word.end : word.end + 2] == ", ":
        return True
    return _acts(text, word, after, opens) or _beside_a_name(text, tokens, index) or _is_told(text, tokens, index)


_AFTER_A_THING = frozenset("money day days parade funding application office hall street".split())


_ADVERBS = frozenset("already just still never always finally also".split())


def _acts(text: str, word: Word, after: Word | None, opens: bool) -> bool:
    """At the head of a clause, before what only people do."""
    if after is None or text[word.end : after.start] != " " or not opens:
        return False
    if after.lower in DOES:
        return True
    return word.lower not in _THINGS and (acts(after.lower) or after.lower in IS or after.lower in _ADVERBS)


def _beside_a_name(text: str, tokens: list[Word], index: int) -> bool:
    """As in "colton and justice", "chase and will"."""
    for near, beyond in ((index - 1, index - 2), (index + 1, index + 2)):
        if min(near, beyond) >= 0 and max(near, beyond) < len(tokens) and tokens[near].lower in AND:
            other = tokens[beyond].lower
            between = text[min(tokens[beyond].end, tokens[index].end) : max(tokens[beyond].start, tokens[index].start)]
            if "\n" not in between and (
                is_first_name(other)
                or (not is_common(other) and len(other) > 3)
                or (other in GIVEN and other not in _MONTHS and not is_pair_of_things(other, tokens[index].lower))
            ):
                return True
    return False


def is_pair_of_things(one: str, other: str) -> bool:
    """As in "faith and hope", "art and ..." say nothing about people."""
    return (
        bool({one, other} & {"art", "may", "will", "love", "justice", "liberty", "king"})
        and not ({one, other} & {"chase", "grant", "mark", "bill"})
    ) or {one, other} <= {"faith", "hope", "love", "grace", "joy", "mercy", "justice", "charity", "patience", "liberty"}


def _is_told(text: str, tokens: list[Word], index: int) -> bool:
    """As in "teacher is grant", "its rusty"."""
    if index < 2 or tokens[index - 1].lower != "is" or "\n" in text[tokens[index - 2].start : tokens[index].start]:
        return False
    closes = text[tokens[index].end : tokens[index].end + 1] in (".", ",", "\n", "", ";", "!")
    return tokens[index - 2].lower in _ROLE_BEFORE and closes


_PEOPLE = frozenset(
    TITLES | KIN | {"one", "guy", "boss", "sub", "kid", "student", "lady", "girl", "boy", "cook", "school"}
) - {"super", "chief"}
_GRADE = regex.compile(r"(?:k|\d{1,2}(?:st|nd|rd|th))$")


def _is_told_apart(text: str, tokens: list[Word], index: int) -> bool:
    """As in "sandy the custodian", "jack in 10th", "ask Brown the sub": who of that name is meant."""
    if index + 2 >= len(tokens) or "\n" in text[tokens[index].end : tokens[index + 2].end]:
        return False
    opens = not index or text[tokens[index - 1].end : tokens[index].start].strip(" ").endswith(ENDS)
    if not _may_be_given(tokens[index].lower) and (opens or not tokens[index].capital):
        return False
    if index and tokens[index - 1].lower in DETERMINERS and tokens[index - 1].lower not in ("no", "not"):
        return False
    link, who = tokens[index + 1].lower, tokens[index + 2].lower
    if text[tokens[index].end : tokens[index + 1].start] not in (" ", ", "):
        return False
    return (link == "the" and who in _PEOPLE and tokens[index].lower not in _NO_SUBJECT) or (
        link in ("in", "from") and bool(_GRADE.match(who)) and tokens[index].lower not in _NO_SUBJECT
    )


_NO_SUBJECT = frozenset(
    """will may mark chase hope love trip page grant bill skip long best early little major day hand head home week time
    end turn""".split()
)
"""These take an object or stand for no one: "chase the kid", "mark the one", "the same day the principal"."""
