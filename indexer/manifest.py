"""Files that are complete or absent, and a manifest that tells whether they are still the ones that were written.

FAISS loads a file with flipped bits and answers differently, so nothing of a generation is read before its length and
SHA-256 were compared. This file knows no index structure.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.errors import IndexMismatch

MANIFEST_FILE = "manifest.json"
FORMAT = 3


@dataclass(frozen=True)
class FileSeal:
    length: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    generation: str
    model_id: str
    dimension: int
    upto: int
    """Number of the last casebook change that the generation holds."""
    cases: int
    passages: int
    files: Mapping[str, FileSeal]
    """By path relative to the generation's folder."""
    format: int = FORMAT


def sealed(path: Path) -> FileSeal:
    """Length and digest of a file as it lies on disk."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileSeal(path.stat().st_size, digest)


def write_manifest(folder: Path, manifest: Manifest) -> str:
    """Writes the manifest with a digest of its own on the last line, and returns that digest."""
    body = json.dumps(asdict(manifest), indent=1, sort_keys=True)
    digest = hashlib.sha256(body.encode()).hexdigest()
    (folder / MANIFEST_FILE).write_text(f"{body}\n{digest}\n", encoding="utf-8")
    return digest


def read_manifest(folder: Path) -> Manifest:
    """Raises IndexMismatch when the manifest is missing, damaged or of another format."""
    try:
        body, _, digest = (folder / MANIFEST_FILE).read_text(encoding="utf-8").rstrip("\n").rpartition("\n")
    except (OSError, UnicodeDecodeError):
        raise IndexMismatch(f"Index generation {folder.name} has no readable manifest; rebuild the index.") from None
    if hashlib.sha256(body.encode()).hexdigest() != digest:
        raise IndexMismatch(f"The manifest of index generation {folder.name} was changed; rebuild the index.")
    read = json.loads(body)
    if read.get("format") != FORMAT:
        raise IndexMismatch(f"Index generation {folder.name} has another format; rebuild the index.")
    files = {name: FileSeal(**seal) for name, seal in read.pop("files").items()}
    return Manifest(files=files, **read)


def damaged_files(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Names of the files that are missing or not the ones that were sealed; read side by side, the longest first."""
    longest_first = sorted(manifest.files.items(), key=lambda file: -file[1].length)
    with ThreadPoolExecutor(os.cpu_count()) as readers:
        held = readers.map(lambda file: _holds(folder / file[0], file[1]), longest_first)
        return tuple(name for (name, _), holds in zip(longest_first, held, strict=True) if not holds)


def _holds(path: Path, seal: FileSeal) -> bool:
    try:
        return path.stat().st_size == seal.length and sealed(path) == seal
    except OSError:
        return False


def sync_tree(folder: Path) -> None:
    """Every file and folder below `folder` reaches the disk before this returns."""
    for path in [*folder.rglob("*"), folder]:
        sync_path(path)


def sync_path(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_text(path: Path, text: str) -> None:
    """Writes aside, syncs and renames: after a crash the file holds the old text or the new."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    sync_path(path.parent)
