"""What changed since a generation was built: an append-only log beside it, each line sealed by its own digest.

A line that a crash tore, and everything after it, counts as never written; the casebook has it and catch-up repeats it.
"""

import base64
import hashlib
import json
import os
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.case_record import CaseRecord, record_from_json, record_to_json
from indexer.manifest import sync_path

_DIGEST_LENGTH = 64


@dataclass(frozen=True)
class Step:
    """One applied change: the case as it stands since, with its passages' vectors, or None once it is gone."""

    change: int
    number: int
    record: CaseRecord | None
    vectors: NDArray[np.float32]
    """Shape (passages, dimension); (0, dimension) for a withdrawal."""


def append_steps(path: Path, steps: Iterable[Step]) -> int:
    """Adds steps durably and returns the file's length afterwards; a torn end of the file is cut off first."""
    _, intact = read_steps(path)
    with path.open("ab") as log:
        log.truncate(intact)
        for step in steps:
            log.write(_line(step))
        log.flush()
        os.fsync(log.fileno())
        length = log.tell()
    sync_path(path.parent)
    return length


def read_steps(path: Path, start: int = 0) -> tuple[list[Step], int]:
    """The intact steps from byte `start` on, and where they end."""
    steps: list[Step] = []
    end = start
    if not path.exists():
        return steps, 0
    with path.open("rb") as log:
        log.seek(start)
        for line in log:
            if (step := _step(line)) is None:
                break
            steps.append(step)
            end += len(line)
    return steps, end


def outdated(steps: Iterable[Step], written: Container[int]) -> set[int]:
    """Numbers of cases that were `written` before these steps, or by one of them, and that a later step replaced or
    took out: what they said before still stands in a file.
    """
    found: set[int] = set()
    added: set[int] = set()
    for step in steps:
        if step.number in written or step.number in added:
            found.add(step.number)
        if step.record is not None:
            added.add(step.number)
    return found


def _line(step: Step) -> bytes:
    body = json.dumps(
        {
            "change": step.change,
            "number": step.number,
            "record": None if step.record is None else record_to_json(step.record),
            "shape": step.vectors.shape,
            "vectors": base64.b64encode(step.vectors.astype("<f4").tobytes()).decode(),
        }
    ).encode()
    return hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n"


def _step(line: bytes) -> Step | None:
    digest, body = line[:_DIGEST_LENGTH], line[_DIGEST_LENGTH + 1 : -1]
    if not line.endswith(b"\n") or hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    read = json.loads(body)
    vectors = np.frombuffer(base64.b64decode(read["vectors"]), dtype="<f4").reshape(read["shape"])
    record = None if read["record"] is None else record_from_json(read["record"])
    return Step(int(read["change"]), int(read["number"]), record, vectors.astype(np.float32))
