"""Many words as one expression that looks at each letter once, instead of trying word after word."""

from collections.abc import Iterable


def any_of(words: str) -> str:
    """An expression for every word of `words`, which are parted by "|": "at|as" becomes "a(?:s|t)".

    The longest comes first where one opens another; words hold letters and digits only.
    """
    return _branch(word.strip() for word in words.split("|"))


def _branch(words: Iterable[str]) -> str:
    by_letter: dict[str, list[str]] = {}
    ends = False
    for word in sorted(set(words)):
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    branches = [letter + _branch(rest) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if ends else joined
