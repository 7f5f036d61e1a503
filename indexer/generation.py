"""One generation of the index on disk: its files, how they are written aside and how they are read back.

    records.jsonl     one CaseRecord a line, in row order
    columns.npz       offsets of those lines, case numbers, first passage rows, endings, facet bits
    vectors.npy       the vectors, one row a passage
    lists.faiss       a sketch of them by lists of neighbours, for a large index
    keywords/         the tantivy index, and the words of each case as numbers (`case_words`)
    words.json        how often each word stands in the cases
    topics.npz        vectors of the topic phrases
    map.json          the map of cases
    manifest.json     see `manifest`

Which generation is current, and what happened since it was built, is not decided here.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch
from corpus.model.case_map import CaseMap
from indexer.case_map import case_map, map_from_json, map_to_json
from indexer.case_record import CaseRecord, record_to_json
from indexer.case_words import WordsOfCases, save_words, words_of
from indexer.facets import FacetColumns, columns_from_arrays, columns_to_arrays, facet_columns
from indexer.lexical_index import LexicalIndex, numbered
from indexer.manifest import Manifest, damaged_files, read_manifest, sealed, sync_tree, write_manifest
from indexer.record_lines import RecordLines
from indexer.spelling import word_frequencies
from indexer.topics import TOPICS_OF_A_CASE, TopicGuide, phrases, topic_rows
from indexer.vector_index import SKETCH_FILE, VECTORS_FILE, VectorIndex, Vectors

RECORDS_FILE = "records.jsonl"
COLUMNS_FILE = "columns.npz"
TOPICS_FILE = "topics.npz"
MAP_FILE = "map.json"
WORDS_FILE = "words.json"
KEYWORDS_FOLDER = "keywords"
VECTOR_FILES = frozenset({VECTORS_FILE, SKETCH_FILE})

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
    topics: NDArray[np.int8]
    """Shape (cases, TOPICS_OF_A_CASE): see `topics.topic_rows`."""
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
        topics=np.array([topic_rows(record.topics) for record in records], dtype=np.int8).reshape(-1, TOPICS_OF_A_CASE),
        facets=facet_columns([(record.audience, record.facets) for record in records]),
    )


@dataclass(frozen=True)
class Generation:
    """A verified generation, read-only; `vectors` is None where that side is damaged or was left out."""

    folder: Path
    manifest: Manifest
    columns: Columns
    records: RecordLines
    vectors: VectorIndex | None
    guide: TopicGuide | None
    """None where its file is damaged or of other phrases."""
    words: Mapping[str, int]
    """How often each stands in the cases; empty where the file is damaged."""
    case_words: WordsOfCases | None
    """None where a keyword file is damaged."""
    case_map: CaseMap = field(default=CaseMap())
    """Empty where there are no vectors, few cases, or its file is damaged."""
    damaged: tuple[str, ...] = field(default=())
    """Files to be written anew: not the ones that the manifest names, or of other phrases than today's."""

    def record(self, row: int) -> CaseRecord:
        return self.records.record(row)


def write_generation(
    folder: Path,
    records: Sequence[CaseRecord],
    vectors: Vectors | None,
    guide: TopicGuide,
    *,
    generation: str,
    model_id: str,
    dimension: int,
    upto: int,
) -> Manifest:
    """Fills the new `folder` and syncs it to disk; `vectors` has a row for each passage of `records` in order.

    Without `vectors` the generation is complete but answers by words alone.
    """
    folder.mkdir(parents=True)
    columns = columns_of(records)
    _write_records(folder, records, columns)
    if vectors is not None:
        VectorIndex.build(vectors).save(folder)
        (folder / MAP_FILE).write_text(map_to_json(case_map(records, vectors)), encoding="utf-8")
    _write_keywords(folder / KEYWORDS_FOLDER, records)
    np.savez(folder / TOPICS_FILE, vectors=guide.vectors, digest=np.array(phrases().digest))
    words = word_frequencies(passage.text for record in records for passage in record.passages)
    (folder / WORDS_FILE).write_text(json.dumps(words), encoding="utf-8")
    files = {path.relative_to(folder).as_posix(): sealed(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    manifest = Manifest(generation, model_id, dimension, upto, columns.cases, columns.passages, files)
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
        numbers=held["numbers"],
        changes=held["changes"],
        endings=held["endings"],
        first_passage=held["first_passage"],
        topics=held["topics"],
        facets=columns_from_arrays(held),
    )
    guide = None if TOPICS_FILE in damaged else _read_guide(folder / TOPICS_FILE)
    if guide is None and TOPICS_FILE not in damaged:  # embedding them at every start would take seconds
        damaged = (*damaged, TOPICS_FILE)
    keywords_intact = not any(name.startswith(f"{KEYWORDS_FOLDER}/") for name in damaged)
    vectors = None
    if VECTORS_FILE in manifest.files and VECTOR_FILES.isdisjoint(damaged):
        vectors = VectorIndex.load(folder)
    return Generation(
        folder=folder,
        manifest=manifest,
        columns=columns,
        records=RecordLines(folder / RECORDS_FILE, held["offsets"]),
        vectors=vectors,
        guide=guide,
        words={} if WORDS_FILE in damaged else json.loads((folder / WORDS_FILE).read_text(encoding="utf-8")),
        case_words=WordsOfCases.load(folder / KEYWORDS_FOLDER) if keywords_intact else None,
        case_map=_read_map(folder) if MAP_FILE in manifest.files and MAP_FILE not in damaged else CaseMap(),
        damaged=damaged,
    )


def _read_map(folder: Path) -> CaseMap:
    return map_from_json((folder / MAP_FILE).read_text(encoding="utf-8"))


def _write_records(folder: Path, records: Sequence[CaseRecord], columns: Columns) -> None:
    with (folder / RECORDS_FILE).open("wb") as file:
        lengths = [file.write(f"{record_to_json(record)}\n".encode()) for record in records]
    arrays: dict[str, NDArray[Any]] = {
        "offsets": np.cumsum([0, *lengths], dtype=np.int64),
        "numbers": columns.numbers,
        "changes": columns.changes,
        "endings": columns.endings,
        "first_passage": columns.first_passage,
        "topics": columns.topics,
        **columns_to_arrays(columns.facets),
    }
    np.savez(folder / COLUMNS_FILE, allow_pickle=False, **arrays)


def _write_keywords(folder: Path, records: Sequence[CaseRecord]) -> None:
    folder.mkdir()
    keywords = LexicalIndex.create(folder)
    keywords.replace((), records)
    keywords.close()
    save_words(folder, [words_of(record, numbered) for record in records])
    for lock in folder.glob("*.lock"):
        lock.unlink()


def _read_guide(path: Path) -> TopicGuide | None:
    with np.load(path, allow_pickle=False) as held:
        return TopicGuide(held["vectors"]) if str(held["digest"]) == phrases().digest else None
