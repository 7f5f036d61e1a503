"""The log of changes gives back what was written, up to the first line that is not whole."""

import hashlib
import os

import numpy as np
import pytest

from indexer.case_record import record_of
from indexer.delta import Step, append_steps, read_steps
from tests.unit.indexer.samples import published


def _steps(first, last):
    vectors = np.arange(6, dtype=np.float32).reshape(2, 3)
    return [Step(n, n, record_of(published(n)[-1]), vectors * n) for n in range(first, last + 1)]


def _append(log, steps, after=0):
    append_steps(log, steps, upto=0, after=after)


def _changes(log, last=0):
    return [step.change for step in read_steps(log, last)[0]]


def test_round_trip_and_reading_on(tmp_path):
    log = tmp_path / "g.log"
    _append(log, _steps(1, 2))
    steps, end = read_steps(log, 0)
    _append(log, [Step(3, 1, None, np.zeros((0, 3), np.float32))], after=2)
    more, _ = read_steps(log, 2, end)
    assert [(step.change, step.record) for step in steps] == [(s.change, s.record) for s in _steps(1, 2)]
    assert np.array_equal(steps[1].vectors, _steps(2, 2)[0].vectors)
    assert [(step.change, step.number, step.record, step.vectors.shape) for step in more] == [(3, 1, None, (0, 3))]


def test_steps_are_on_the_disk_before_they_count_as_written(tmp_path, monkeypatch):
    settled = []
    monkeypatch.setattr("indexer.delta.os.fsync", lambda handle: settled.append(os.fstat(handle).st_size))
    length = append_steps(tmp_path / "g.log", _steps(1, 2), upto=0, after=0)
    assert settled[0] == length == (tmp_path / "g.log").stat().st_size


def test_a_torn_end_counts_as_never_written_and_is_cut_off(tmp_path):
    log = tmp_path / "g.log"
    _append(log, _steps(1, 3))
    whole = log.read_bytes()
    second = len(b"".join(whole.splitlines(keepends=True)[:2]))
    for cut in range(second + 1, len(whole), 97):
        log.write_bytes(whole[:cut])
        assert _changes(log) == [1, 2]
    _append(log, _steps(3, 4), after=2)
    assert _changes(log) == [1, 2, 3, 4]


def test_whoever_still_has_what_a_spoilt_line_held_loses_it_for_nobody(tmp_path):
    log = tmp_path / "g.log"
    _append(log, _steps(1, 5))
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:2], b"spoilt\n", *lines[3:]]))
    _append(log, _steps(6, 6), after=5)
    assert _changes(log) == [1, 2], "change 6 follows 5, which nobody can read any more"
    _append(log, _steps(3, 6), after=2)
    assert _changes(log) == [1, 2, 3, 4, 5, 6]


def test_a_log_of_the_form_before_is_read_on(tmp_path):
    log = tmp_path / "g.log"
    _append(log, _steps(1, 1))
    body = log.read_bytes()[65:-1].replace(b'"after": 0, ', b"")
    log.write_bytes(hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n")
    assert _changes(log) == [1]


@pytest.mark.parametrize("place", [3, 70, 200, -2])
def test_a_flipped_byte_ends_the_log(tmp_path, place):
    log = tmp_path / "g.log"
    _append(log, _steps(1, 1))
    whole = bytearray(log.read_bytes())
    whole[place] ^= 1
    log.write_bytes(bytes(whole))
    assert read_steps(log, 0) == ([], 0)


def test_no_log_no_steps(tmp_path):
    assert read_steps(tmp_path / "none.log", 0) == ([], 0)
