"""Keys of names: two names that may mean the same always share one, so that a discussion with a thousand people need
not compare each with each. Whether they do mean the same is for `entities` to say.
"""

from redaction.known_names import LONG
from redaction.lexicon import nicknames

Words = tuple[str, ...]
SHORT_FORM = 5
"""Letters that a school's short form has at most."""
LETTERS_MORE = 2
"""Letters that a short form may have behind the initials: "rphs" of "riverside park"."""


def keys_of_person(words: Words) -> set[str]:
    """Where a person called `words` is kept."""
    return (
        _spellings(words) | {f"{part[:1]}-" for part in words} | {f"{part} alone" for part in words if len(part) == 1}
    )


def asked_of_person(words: Words) -> set[str]:
    """Where everybody is kept whose name may be a form of `words`, or the other way round."""
    return (
        _spellings(words).union(*(nicknames(part) for part in words))
        | {f"{part}-" for part in words if len(part) == 1}
        | {f"{part[:1]} alone" for part in words}
    )


def keys_of_place(words: Words) -> set[str]:
    """Where a school, district or place called `words` is kept."""
    return {*words[:1], f"{initials(words)} initials", *(f"{short} short" for short in _openings(words))}


def asked_of_place(words: Words) -> set[str]:
    """Where every place is kept whose name may be a form of `words`, or the other way round."""
    return {*words[:1], f"{initials(words)} short", *(f"{short} initials" for short in _openings(words))}


def initials(words: Words) -> str:
    return "".join(word[:1] for word in words)


def joined(words: Words) -> Words:
    """How first and last name of a person are written as one word."""
    first, last = words[0], words[-1]
    return first + last, first[0] + last, first + last[0], last + first[0]


def _spellings(words: Words) -> set[str]:
    """The parts, each without any one of its letters too where it is long: two words of which a letter more, other or
    elsewhere makes one have one of those in common.
    """
    found = {*words, *(joined(words) if len(words) > 1 else ()), initials(words)}
    for part in words:
        if len(part) >= LONG - 1:
            found.update(part[:at] + part[at + 1 :] for at in range(len(part)))
    return found


def _openings(words: Words) -> list[str]:
    """The initials that a single short word may stand for, with up to `LETTERS_MORE` letters behind."""
    word = words[0] if len(words) == 1 else ""
    if not 2 <= len(word) <= SHORT_FORM:
        return []
    return [word[:length] for length in range(max(1, len(word) - LETTERS_MORE), len(word) + 1)]
