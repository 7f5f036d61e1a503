"""Word lists that detection leans on, and the questions put to them; the README says where each list comes from."""

import gzip
from functools import cache
from pathlib import Path
from tomllib import loads

_FOLDER = Path(__file__).parent


@cache
def _words(*names: str) -> frozenset[str]:
    """The words of several lists as one; read once, on first use."""
    return frozenset(word for name in names for word in _read(name).split())


@cache
def _lines(name: str) -> frozenset[str]:
    """The entries of a list with one on each line, without its comments."""
    return frozenset(line for line in _read(name).splitlines() if line and not line.startswith("#"))


def _read(name: str) -> str:
    packed = _FOLDER / f"{name}.txt.gz"
    return (
        gzip.decompress(packed.read_bytes()).decode()
        if packed.exists()
        else (_FOLDER / f"{name}.txt").read_text("utf-8")
    )


def is_common(word: str) -> bool:
    """A lower-case word of English, Spanish, chats or schools, no first names but everyday ones."""
    known = _words("english_words", "chat_words", "homographs", "spanish_words")
    return word in known or ("-" in word and all(part in known or part.isdigit() for part in word.split("-")))


def is_search_form(word: str) -> bool:
    """True for a lower-case phone form, abbreviation or Spanish word, in one or several, that leaders search with:
    "bathrm", "boe", "celulares".
    """
    known = _words("search_forms")
    return word in known or word.removesuffix("s") in known or word.removesuffix("es") in known


def is_spanish(word: str) -> bool:
    """True for a lower-case Spanish word without its accents that nobody is called; towns and schools may be."""
    return word in _words("spanish_words", "spanish_vocabulary")


def is_frequent(word: str) -> bool:
    """True for an English word that everybody types, so that a misspelling of it is likelier than a name."""
    return word in _words("frequent_words")


def is_first_name(word: str) -> bool:
    """True for a first name that is no everyday word: evidence even in lower case."""
    return word in _words("first_names")


def is_last_name(word: str) -> bool:
    """True for a frequent surname that is no English word."""
    return word in _words("last_names")


def is_homograph(word: str) -> bool:
    """True for an everyday word that is also a name: a name only where the context says so."""
    return word in _words("homographs")


def is_rarer_homograph(word: str) -> bool:
    """True for an everyday word that somebody may be called, where a question or a post asks for a name."""
    return word in _words("homographs", "rarer_homographs")


def national_names() -> frozenset[str]:
    """Lower-case names and terms that all the country shares, brands to court cases: they tell no place and nobody."""
    return _lines("national_names")


def family_words() -> frozenset[str]:
    """Lower-case words of the languages of pupils' families that name nobody: thanks, food, dress, feasts."""
    return _lines("family_words")


def figures() -> frozenset[str]:
    """Lower-case full names of people and characters that nobody else is called; schools may be called so too."""
    return _lines("figures")


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


@cache
def _origins() -> dict[str, frozenset[str]]:
    table: dict[str, str] = loads((_FOLDER / "name_origins.toml").read_text("utf-8"))
    return {origin: frozenset(names.split()) for origin, names in table.items()}


def origins(name: str) -> list[str]:
    """Where the words of a name come from, as far as `name_origins.toml` knows; to measure by, never to detect by."""
    words = set(name.lower().split())
    return [origin for origin, names in _origins().items() if words & names]
