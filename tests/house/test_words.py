"""Prevents: names that are not the house's, stubs called done, library doors opened in the wrong room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "corpus", "indexer", "redaction", "web")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
NOT_OURS = {"ticket", "manager", "processor", "helper", "helpers", "util", "utils", "sanitise", "sanitize", "pii"}
ONE_ROOM = {
    "faiss": {"indexer/vector_index.py"},
    "tantivy": {"indexer/lexical_index.py"},
    "pygal": {"web/charts.py"},
    "sklearn": {"indexer/case_map.py"},
    "sentence_transformers": {"indexer/embedder.py"},
}


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def test_no_file_or_definition_is_named_in_words_that_are_not_ours() -> None:
    wrong = []
    for name, tree in _trees():
        for word in [Path(name).stem, *_defined(tree)]:
            parts = set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word).lower().split("_"))
            wrong += [f"{name}: {word}"] if parts & NOT_OURS else []
    assert wrong == []


def test_every_module_says_what_lives_in_it() -> None:
    assert [name for name, tree in _trees() if tree.body and not ast.get_docstring(tree)] == []


@pytest.mark.parametrize("library", ONE_ROOM)
def test_a_library_is_imported_in_its_own_room_only(library: str) -> None:
    rooms = {
        name
        for name, tree in _trees()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == library for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library)
    }
    assert rooms == ONE_ROOM[library]


def test_the_environment_is_read_in_settings_only() -> None:
    readers = {
        name
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }
    assert readers <= {"api/settings.py"}
