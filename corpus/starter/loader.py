"""Reads the starter corpus from its TOML files: one file a case under cases/<topic>/."""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from corpus.case_codec import case_from_mapping
from corpus.errors import InvalidCase
from corpus.model.case import StarterCase

STARTER_FOLDER = Path(__file__).parent
CASES_FOLDER = STARTER_FOLDER / "cases"
NAMES_NOBODY = STARTER_FOLDER / "names_nobody.toml"
_READERS = ("starter/loader.py", "case_codec.py", "model/case.py", "model/taxonomy.py")
"""Code of this package that decides what a file is read as."""


def corpus_digest() -> str:
    """SHA-256 over the files as they lie there, and over the code that reads them."""
    digest = hashlib.sha256()
    readers = [STARTER_FOLDER.parent / name for name in _READERS]
    for path in (*sorted(CASES_FOLDER.rglob("*.toml")), NAMES_NOBODY, *readers):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def starter_cases(folder: Path = CASES_FOLDER) -> Iterator[StarterCase]:
    """Every starter case in order of code; raises InvalidCase naming file and fields."""
    loaded = [read_case(path) for path in sorted(folder.rglob("*.toml"))]
    yield from sorted(loaded, key=lambda starter: starter.case.number)


def names_nobody(path: Path = NAMES_NOBODY) -> tuple[str, ...]:
    """Words of starter cases that a reader confirmed to name nobody, though the redactor takes them for a name."""
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["words"])


def read_case(path: Path) -> StarterCase:
    """One TOML file; raises InvalidCase naming the file."""
    try:
        mapping = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidCase({path.name: f"not readable as TOML: {error}"}) from None
    origin = mapping.pop("origin", None)
    try:
        return StarterCase(case=case_from_mapping(mapping), origin=origin)
    except InvalidCase as error:
        raise InvalidCase({f"{path.name}: {field}": text for field, text in error.problems.items()}) from None
