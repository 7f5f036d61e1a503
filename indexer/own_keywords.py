"""The keyword side of a generation as one process holds it: additions are committed into files of its own."""

import os
import shutil
from pathlib import Path

from indexer.case_words import WordsOfCases, joined, words_of
from indexer.generation import KEYWORDS_FOLDER, Generation
from indexer.lexical_index import LexicalIndex, numbered


def open_keywords(base: Generation, scratch: Path) -> tuple[LexicalIndex, WordsOfCases]:
    """A copy under `scratch`; rebuilt in memory from the records when the files are damaged."""
    if base.case_words is None:
        records = [base.record(row) for row in range(base.columns.cases)]
        keywords = LexicalIndex.create()
        keywords.replace((), records)
        return keywords, joined([words_of(record, numbered) for record in records])
    own = scratch / base.manifest.generation
    shutil.copytree(base.folder / KEYWORDS_FOLDER, own, copy_function=_link, dirs_exist_ok=True)
    return LexicalIndex.open(own), base.case_words


def _link(source: str, target: str) -> None:
    """A hard link where the file system has them: tantivy replaces its files and never writes into one."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
