"""Words that no list knows and that are no slip of the pen: in a chat they are names more often than not."""

from collections.abc import Iterator

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_first_name, is_frequent, is_last_name, is_spanish
from redaction.presidio_engine import Recognizer
from redaction.reading import once
from redaction.words import words

SHORTEST = 4
_CONTRACTED = frozenset("s t re ve ll d m em all n til cause clock am know".split())
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class UnknownWords(Recognizer):
    kinds = (EntityKind.PERSON,)

    def find(self, text: str) -> Iterator[Finding]:
        for word in words(text):
            if once("unknown", word.lower, is_unknown):
                yield Finding(word.start, word.end, EntityKind.PERSON, 0.5, self.name)


def is_unknown(word: str) -> bool:
    """True for a lower-case word that is neither known, nor an inflection, nor a likely misspelling."""
    if "'" in word:
        head, _, tail = word.partition("'")
        return (
            tail not in _CONTRACTED
            and not is_common(word)
            and not (is_common(head) and is_common(tail))
            and len(word) > SHORTEST
        )
    if len(word) < SHORTEST or not word.isalpha() or not word.isascii() or is_common(word) or is_first_name(word):
        return False
    if is_last_name(word) and len(word) > SHORTEST:
        return True
    if _is_compound(word) or is_spanish(word) or word.endswith(_SPANISH):
        return False
    return not any(map(is_common, _stems(word))) and not any(map(is_frequent, _one_edit(word)))


_TAILS = tuple(
    """work line lines mate mates book books board boards top tops stage bot bots wide cast casts code codes pad pads proof
    sheet sheets step steps chat chats check checks phone phones cam cams post posts shot shots paper papers
    login sitter
    sitters wear ware maker makers making keeper keepers holder holders taker takers pack packs bag bags time times room
    rooms ball suit suits wash worker workers learn learning test tests script scripts link links date dates less mail
    mails burner site sites""".split()
)


_SPANISH = (
    "aron",
    "ieron",
    "iendo",
    "aban",
    "amos",
    "emos",
    "iera",
    "ieran",
    "ción",
    "ciones",
    "mente",
    "idad",
    "idades",
    "eando",
)
"""Endings of Spanish verbs and nouns; the surnames that end so are listed."""


def _is_compound(word: str) -> bool:
    """True for two everyday words written as one, the latter of a kind that names don't end with: "drumline"."""
    return any(
        word.endswith(tail) and len(head := word.removesuffix(tail)) > 1 and is_frequent(head) for tail in _TAILS
    )


def _stems(word: str) -> list[str]:
    endings = (
        ("s", ""),
        ("es", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("in", ""),
        ("er", ""),
        ("ers", ""),
        ("ly", ""),
        ("y", ""),
        ("ish", ""),
        ("able", ""),
        ("able", "e"),
        ("ness", ""),
        ("ment", ""),
        ("ments", ""),
        ("less", ""),
        ("wide", ""),
        ("like", ""),
        ("ies", "y"),
    )
    stems = [
        word.removesuffix(ending) + instead
        for ending, instead in endings
        if word.endswith(ending) and len(word) > len(ending) + 2
    ]
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]]
    return stems + [
        word.removeprefix(start)
        for start in ("un", "re", "non", "pre", "anti", "co", "mis", "over")
        if word.startswith(start) and len(word) > len(start) + 3
    ]


def _one_edit(word: str) -> Iterator[str]:
    """Words that a letter too few, too many or swapped makes of this one; a wrong letter only in longer words."""
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
        if index:
            yield word[: index - 1] + word[index] + word[index - 1] + word[index + 1 :]
    for index in range(1, len(word) + 1):
        for letter in _LETTERS:
            yield word[:index] + letter + word[index:]
            if len(word) > 5 and index < len(word):
                yield word[:index] + letter + word[index + 1 :]
