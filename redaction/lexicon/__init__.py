"""Word lists that detection leans on, and the questions put to them; the README says where each list comes from."""

from functools import cache
from pathlib import Path
from tomllib import loads

_FOLDER = Path(__file__).parent


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((_FOLDER / f"{name}.txt").read_text("utf-8").split())


def is_common(word: str) -> bool:
    """True for a lower-case word of everyday English or of school talk, with its simple inflections."""
    words = _words("common_words")
    return word in words or any(stem in words for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    stems = []
    for ending, instead in (("'s", ""), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""), ("ies", "y"), ("n't", "")):
        if len(word) - len(ending) >= 3 and word.endswith(ending):
            stems.append(word.removesuffix(ending) + instead)
    return tuple(stems)


def is_first_name(word: str) -> bool:
    """True for a first name that is no everyday word: evidence even in lower case."""
    return word in _words("first_names")


def is_homograph(word: str) -> bool:
    """True for an everyday word that is also a name: a name only where the context says so."""
    return word in _words("homographs")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name, short_forms in loads((_FOLDER / "nicknames.toml").read_text("utf-8")).items():
        for short in short_forms:
            table.setdefault(name, set()).add(short)
            table.setdefault(short, set()).add(name)
    return {name: frozenset(others) for name, others in table.items()}


def nicknames(name: str) -> frozenset[str]:
    """Short forms of a lower-case first name, and the names that it may be short for."""
    return _nicknames().get(name, frozenset())
