"""The records of a generation on disk, one line each. Read when asked for, not mapped: a page of hits needs ten."""

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.case_record import CaseRecord, record_from_json


class RecordLines:
    def __init__(self, path: Path, offsets: NDArray[np.int64]) -> None:
        """`offsets` has shape (records + 1,): where each line begins, and where the last one ends."""
        self._file = path.open("rb")
        self._offsets = offsets

    def record(self, row: int) -> CaseRecord:
        start, stop = self._offsets[row : row + 2].tolist()
        return record_from_json(os.pread(self._file.fileno(), stop - start, start))
