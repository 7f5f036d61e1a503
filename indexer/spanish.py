"""A question in Spanish, in the English words that the encoder and the cases know; English stays as it is typed."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "spanish.toml"
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_ROOT = 3


@dataclass(frozen=True)
class _Glossary:
    words: Mapping[str, str]
    small: frozenset[str]
    """Words that show the language and say nothing."""
    phrases: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def _glossary() -> _Glossary:
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    phrases = sorted(read["phrases"].items(), key=lambda pair: -len(pair[0]))
    return _Glossary(
        words={_root(word): meant for word, meant in read["words"].items()},
        small=frozenset(read["small"].split()),
        phrases=tuple((re.compile(rf"\b{re.escape(phrase)}\b"), meant) for phrase, meant in phrases),
    )


def in_english(text: str) -> str:
    """`text` itself unless its words show that it is Spanish; words that the glossary lacks stay as they are."""
    plain = _folded(text)
    said = _WORD.findall(plain)
    known = _glossary()
    met = sum(_root(word) in known.words for word in said if word not in known.small)
    small = sum(word in known.small for word in said)
    if not met or (met < len(said) and not small) or met + small < len(said) / 2:
        return text
    for phrase, meant in known.phrases:
        plain = phrase.sub(f" {meant} ", plain)
    return " ".join(_WORD.sub(lambda match: _said(match.group(), known), plain).split())


def _said(word: str, known: _Glossary) -> str:
    return "" if word in known.small else known.words.get(_root(word), word)


def _folded(text: str) -> str:
    """Lower case without accents; an ñ is an n, as on phones that have none."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))


def _root(word: str) -> str:
    """Without plural and gender."""
    return re.sub(r"(?:[aoe]|[aoe]?s)$", "", _folded(word)) if len(word) > _SHORTEST_ROOT else word
