"""What a leader typed, understood: quoted phrases, phone forms, abbreviations, spelling, filler, and the ideas in it.

Knows the vocabulary file and nothing of any index; which words exist is asked of a function.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from indexer.sides import Term
from indexer.spanish import in_english

VOCABULARY_FILE = Path(__file__).parent / "vocabulary.toml"
LONGEST_QUERY_TERMS = 40
"""A pasted page is searched by its most frequent ideas; more terms cost time and add noise."""
LONGEST_MEANING_WORDS = 100
"""More is a pasted page (`pasted_page`); without an encoder's help only its beginning is read."""
MOST_PHRASES = 8
"""Of more quoted phrases the first are required; the others are words like all the others."""
_QUOTED = re.compile(r"(?<!\d)[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
"""Not behind a figure, where a straight mark means inches: 5'10"."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sr", "sra", "prof"})
_TOKEN = re.compile(r"[^\W_]+(?:['’/&-][^\W_]+)*/?")
_DENIED = re.compile(
    r"\b(?:no|without|not(?= (?:an?|any|the)\b))(?: (?:an?|any|the))? (\w+(?: or \w+)*)", re.IGNORECASE
)
"""What did not happen: "no injuries", "not a fight". Not "not breathing", which did."""
_PLACEHOLDER = re.compile(r"\[[^\]\n]{1,40}\]")


@dataclass(frozen=True)
class Vocabulary:
    expansions: Mapping[str, str]
    """Phone forms and abbreviations with one meaning."""
    ambiguous: Mapping[str, tuple[str, str, frozenset[str]]]
    """Abbreviation to usual meaning, rare meaning, and the words that decide for the rare one."""
    newer: Mapping[str, str]
    """Words that came up after the encoder was trained, and what it reads in their place."""
    synonyms: Mapping[str, tuple[str, ...]]
    """A form to its whole group."""
    filler: re.Pattern[str]
    levels: Mapping[str, re.Pattern[str]]
    channels: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True)
class QueryText:
    phrases: tuple[str, ...]
    """Quoted by the reader: must stand in the case word for word."""
    meaning: str
    """What the encoder reads."""
    terms: tuple[Term, ...]
    """What the keyword side looks for."""
    levels: frozenset[str]
    channels: frozenset[str]
    denied: frozenset[str] = frozenset()
    """Words, lower case, of what the reader says was not so: searched like the others, but no reason for a case."""

    @property
    def is_empty(self) -> bool:
        return not self.meaning and not self.phrases


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    read = tomllib.loads(VOCABULARY_FILE.read_text(encoding="utf-8"))
    synonyms: dict[str, tuple[str, ...]] = {}
    for group in read["synonyms"]["groups"]:
        for form in group:
            synonyms.setdefault(form.lower(), tuple(group))
    return Vocabulary(
        expansions={**read["phone_forms"], **read["abbreviations"]},
        ambiguous={
            short: (entry["usual"], entry["rare"], frozenset(entry["decided_by"]))
            for short, entry in read["ambiguous"].items()
        },
        newer=read["newer_words"],
        synonyms=synonyms,
        filler=_any_of(read["filler"]["phrases"]),
        levels={level: _any_of(forms) for level, forms in read["levels"].items()},
        channels={channel: _any_of(forms) for channel, forms in read["channels"].items()},
    )


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """Words that say nothing about an incident, lower case."""
    read = tomllib.loads(VOCABULARY_FILE.read_text(encoding="utf-8"))
    return frozenset(" ".join(read["stopwords"]["words"]).split())


def understand(text: str, spelled: Callable[[str], str] = lambda word: word) -> QueryText:
    """Reads a query of any length; `spelled` gives a word's right spelling, or the word itself."""
    words = vocabulary()
    quoted = (phrase for found in _QUOTED.findall(text) if _can_be_found(phrase := found.strip()))
    unquoted = in_english(_PLACEHOLDER.sub(" ", _QUOTED.sub(r" \1 ", text)))
    expanded = _expanded(unquoted, words, spelled)
    plain = re.sub(r"\s+", " ", expanded).strip()
    said = re.sub(r"\s+", " ", words.filler.sub(" ", plain)).strip(" .,!?") or plain
    stated = _DENIED.sub(" ", plain)
    return QueryText(
        phrases=tuple(islice(dict.fromkeys(quoted), MOST_PHRASES)),
        meaning=" ".join(_in_older_words(said, words).split()[:LONGEST_MEANING_WORDS]),
        terms=tuple(_terms(said, words)),
        levels=_mentioned(words.levels, stated),
        channels=_mentioned(words.channels, stated),
        denied=_words(" ".join(_DENIED.findall(plain))) - _words(stated) - stopwords(),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(token.lower() for token in _TOKEN.findall(text))


def _can_be_found(phrase: str) -> bool:
    """False for a phrase of nothing but marks, and for what a name that was taken out left: "Mr. ", "to the"."""
    said = [token.lower() for token in _TOKEN.findall(_PLACEHOLDER.sub(" ", phrase))]
    return any(word not in stopwords() and word not in _TITLES for word in said)


def _expanded(text: str, words: Vocabulary, spelled: Callable[[str], str]) -> str:
    """Phone forms and abbreviations in full, misspelt words mended; marks between words kept."""
    seen = {token.lower() for token in _TOKEN.findall(text)}

    def full(match: re.Match[str]) -> str:
        token = match.group()
        lower = token.lower().replace("’", "'")
        bare = lower.replace("'", "")
        if lower in words.ambiguous:
            usual, rare, deciding = words.ambiguous[lower]
            return rare if seen & deciding else usual
        for form in (token, lower, bare):
            if form in words.expansions:
                return words.expansions[form]
        known = lower in words.newer or not lower.isalpha()
        return token if known else _like(token, spelled(lower))

    return _TOKEN.sub(full, re.sub(r"\btik tok\b", "TikTok", text, flags=re.IGNORECASE))


def _in_older_words(text: str, words: Vocabulary) -> str:
    """`text` as the encoder reads it: it takes "deepfake" for two pieces that mean nothing together."""
    return _newer_words().sub(lambda match: words.newer[match.group().lower()], text)


@lru_cache(maxsize=1)
def _newer_words() -> re.Pattern[str]:
    return _any_of(list(vocabulary().newer))


def _like(token: str, spelling: str) -> str:
    return token if token.lower() == spelling else spelling


def _terms(text: str, words: Vocabulary) -> Iterator[Term]:
    """One term an idea: a known phrase with its synonyms, or a single word with its own."""
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    seen: set[tuple[str, ...]] = set()
    position = 0
    while position < len(tokens) and len(seen) < LONGEST_QUERY_TERMS:
        pair = " ".join(tokens[position : position + 2])
        triple = " ".join(tokens[position : position + 3])
        form = next((form for form in (triple, pair) if " " in form and form in words.synonyms), tokens[position])
        position += form.count(" ") + 1
        forms = tuple(dict.fromkeys((form, *words.synonyms.get(form, ()))))
        key = tuple(sorted(map(str.lower, forms)))
        if key not in seen:
            seen.add(key)
            yield Term(forms)


def _mentioned(patterns: Mapping[str, re.Pattern[str]], text: str) -> frozenset[str]:
    return frozenset(value for value, pattern in patterns.items() if pattern.search(text))


def _any_of(forms: list[str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)
