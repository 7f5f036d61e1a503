"""One generation of the index on disk: its files, how they are written aside and how they are read back.

    records.jsonl     one CaseRecord a line, in row order
    columns.npz       offsets of those lines, case numbers, first passage rows, endings, facet bits
    codes.faiss       the vector index            exact.npy   fp32 vectors, one row a passage
    keywords/         the tantivy index           manifest.json   see `manifest`

Which generation is current, and what happened since it was built, is not decided here.
"""

import mmap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch
from indexer.case_record import CaseRecord, record_from_json, record_to_json
from indexer.facets import FacetColumns, columns_from_arrays, columns_to_arrays, facet_columns
from indexer.lexical_index import LexicalIndex
from indexer.manifest import Manifest, damaged_files, read_manifest, sealed, sync_tree, write_manifest
from indexer.vector_index import VectorIndex

RECORDS_FILE = "records.jsonl"
COLUMNS_FILE = "columns.npz"
CODES_FILE = "codes.faiss"
EXACT_FILE = "exact.npy"
KEYWORDS_FOLDER = "keywords"
VECTOR_FILES = frozenset({CODES_FILE, EXACT_FILE})

Progress = Callable[[int, int], None]
"""Called with how many passages are done and how many there are."""


@dataclass(frozen=True)
class Columns:
    """What is known of every case row without reading its record."""

    numbers: NDArray[np.int64]
    changes: NDArray[np.int64]
    endings: NDArray[np.int8]
    first_passage: NDArray[np.int64]
    """Shape (cases + 1,): passages of row r are first_passage[r] up to first_passage[r + 1]."""
    facets: FacetColumns

    @property
    def cases(self) -> int:
        return len(self.numbers)

    @property
    def passages(self) -> int:
        return int(self.first_passage[-1])


def columns_of(records: Sequence[CaseRecord]) -> Columns:
    return Columns(
        numbers=np.array([record.number for record in records], dtype=np.int64),
        changes=np.array([record.change for record in records], dtype=np.int64),
        endings=np.array([record.ending for record in records], dtype=np.int8),
        first_passage=np.cumsum([0, *(len(record.passages) for record in records)], dtype=np.int64),
        facets=facet_columns([(record.audience, record.facets) for record in records]),
    )


@dataclass(frozen=True)
class Generation:
    """A verified generation, read-only; `vectors` is None where that side was damaged."""

    folder: Path
    manifest: Manifest
    columns: Columns
    offsets: NDArray[np.int64]
    lines: mmap.mmap | bytes
    vectors: VectorIndex | None
    damaged: tuple[str, ...] = field(default=())

    def record(self, row: int) -> CaseRecord:
        return record_from_json(self.lines[self.offsets[row] : self.offsets[row + 1]])

    @property
    def keywords_intact(self) -> bool:
        return not any(name.startswith(f"{KEYWORDS_FOLDER}/") for name in self.damaged)


def write_generation(
    folder: Path,
    records: Sequence[CaseRecord],
    vectors: NDArray[np.float32],
    *,
    generation: str,
    model_id: str,
    upto: int,
) -> Manifest:
    """Fills the new `folder` and syncs it to disk; `vectors` has a row for each passage of `records` in order."""
    folder.mkdir(parents=True)
    columns = columns_of(records)
    _write_records(folder, records, columns)
    VectorIndex.build(vectors).save(folder / CODES_FILE, folder / EXACT_FILE)
    _write_keywords(folder / KEYWORDS_FOLDER, records)
    files = {path.relative_to(folder).as_posix(): sealed(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    manifest = Manifest(generation, model_id, int(vectors.shape[1]), upto, columns.cases, columns.passages, files)
    write_manifest(folder, manifest)
    sync_tree(folder)
    return manifest


def load_generation(folder: Path) -> Generation:
    """Reads what the manifest vouches for; raises IndexMismatch when records or columns are not among it.

    A damaged vector or keyword side is named in `damaged` and left unread: the other side can go on.
    """
    manifest = read_manifest(folder)
    damaged = damaged_files(folder, manifest)
    if RECORDS_FILE in damaged or COLUMNS_FILE in damaged:
        raise IndexMismatch(f"Index generation {folder.name} is damaged; rebuild the index.")
    with np.load(folder / COLUMNS_FILE, allow_pickle=False) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    columns = Columns(
        held["numbers"], held["changes"], held["endings"], held["first_passage"], columns_from_arrays(held)
    )
    vectors = None
    if not VECTOR_FILES & set(damaged):
        vectors = VectorIndex.load(folder / CODES_FILE, folder / EXACT_FILE)
    return Generation(folder, manifest, columns, held["offsets"], _mapped(folder / RECORDS_FILE), vectors, damaged)


def _write_records(folder: Path, records: Sequence[CaseRecord], columns: Columns) -> None:
    lines = [f"{record_to_json(record)}\n".encode() for record in records]
    (folder / RECORDS_FILE).write_bytes(b"".join(lines))
    arrays: dict[str, NDArray[Any]] = {
        "offsets": np.cumsum([0, *map(len, lines)], dtype=np.int64),
        "numbers": columns.numbers,
        "changes": columns.changes,
        "endings": columns.endings,
        "first_passage": columns.first_passage,
        **columns_to_arrays(columns.facets),
    }
    np.savez(folder / COLUMNS_FILE, allow_pickle=False, **arrays)


def _write_keywords(folder: Path, records: Sequence[CaseRecord]) -> None:
    folder.mkdir()
    keywords = LexicalIndex.create(folder)
    keywords.replace((), records)
    keywords.close()
    for lock in folder.glob("*.lock"):
        lock.unlink()


def _mapped(path: Path) -> mmap.mmap | bytes:
    if not path.stat().st_size:
        return b""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
