"""What changed since a generation was built: an append-only log beside it, each line sealed by its own digest.

A line that a crash tore or that a disk spoilt, and everything after it, counts as never written; the casebook has it
and catch-up repeats it. Each line names the change that its writer's index had before it: where a reader misses that
one, what a spoilt line held was cut off, and the line counts as not written either.
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


def append_steps(path: Path, steps: Iterable[Step], *, upto: int, after: int) -> int:
    """Adds steps durably and returns the file's length afterwards; what is not intact at its end is cut off first.

    `upto`: last change of the generation itself; `after`: last change that the writer's index has.
    """
    _, intact = read_steps(path, upto)
    with path.open("ab") as log:
        log.truncate(intact)
        for step in steps:
            log.write(_line(step, after))
            after = step.change
        log.flush()
        os.fsync(log.fileno())
        length = log.tell()
    sync_path(path.parent)
    return length


def read_steps(path: Path, last: int, start: int = 0) -> tuple[list[Step], int]:
    """The intact steps from byte `start` on, for a reader who has all changes up to `last`, and where they end."""
    steps: list[Step] = []
    end = start
    if not path.exists():
        return steps, 0
    with path.open("rb") as log:
        log.seek(start)
        for line in log:
            step = _step(line, last)
            if step is None:
                break
            steps.append(step)
            last = max(last, step.change)
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


def _line(step: Step, after: int) -> bytes:
    body = json.dumps(
        {
            "after": after,
            "change": step.change,
            "number": step.number,
            "record": None if step.record is None else record_to_json(step.record),
            "shape": step.vectors.shape,
            "vectors": base64.b64encode(step.vectors.astype("<f4").tobytes()).decode(),
        }
    ).encode()
    return hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n"


def _step(line: bytes, last: int) -> Step | None:
    """None for a line that is not whole, and for one that a reader who has the changes up to `last` can't follow."""
    digest, body = line[:_DIGEST_LENGTH], line[_DIGEST_LENGTH + 1 : -1]
    if not line.endswith(b"\n") or hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    read = json.loads(body)
    if read.get("after", last) > last:
        return None
    vectors = np.frombuffer(base64.b64decode(read["vectors"]), dtype="<f4").reshape(read["shape"])
    record = None if read["record"] is None else record_from_json(read["record"])
    return Step(int(read["change"]), int(read["number"]), record, vectors.astype(np.float32))
