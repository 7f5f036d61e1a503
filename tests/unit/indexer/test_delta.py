"""The log of changes gives back what was written, up to the first line that is not whole."""

import numpy as np
import pytest

from indexer.case_record import record_of
from indexer.delta import Step, append_steps, read_steps
from tests.unit.indexer.samples import published


def _steps(first, last):
    vectors = np.arange(6, dtype=np.float32).reshape(2, 3)
    return [Step(n, n, record_of(published(n)[-1]), vectors * n) for n in range(first, last + 1)]


def test_round_trip_and_reading_on(tmp_path):
    log = tmp_path / "g.log"
    append_steps(log, _steps(1, 2))
    steps, end = read_steps(log)
    append_steps(log, [Step(3, 1, None, np.zeros((0, 3), np.float32))])
    more, _ = read_steps(log, end)
    assert [(step.change, step.record) for step in steps] == [(s.change, s.record) for s in _steps(1, 2)]
    assert np.array_equal(steps[1].vectors, _steps(2, 2)[0].vectors)
    assert [(step.change, step.number, step.record, step.vectors.shape) for step in more] == [(3, 1, None, (0, 3))]


def test_a_torn_end_counts_as_never_written_and_is_cut_off(tmp_path):
    log = tmp_path / "g.log"
    append_steps(log, _steps(1, 3))
    whole = log.read_bytes()
    _, second = read_steps_up_to(whole, 2, tmp_path)
    for cut in range(second + 1, len(whole), 97):
        log.write_bytes(whole[:cut])
        assert [step.change for step in read_steps(log)[0]] == [1, 2]
    append_steps(log, _steps(4, 4))
    assert [step.change for step in read_steps(log)[0]] == [1, 2, 4]


def read_steps_up_to(whole, lines, folder):
    part = b"".join(whole.splitlines(keepends=True)[:lines])
    (folder / "part.log").write_bytes(part)
    return read_steps(folder / "part.log")


@pytest.mark.parametrize("place", [3, 70, 200, -2])
def test_a_flipped_byte_ends_the_log(tmp_path, place):
    log = tmp_path / "g.log"
    append_steps(log, _steps(1, 1))
    whole = bytearray(log.read_bytes())
    whole[place] ^= 1
    log.write_bytes(bytes(whole))
    assert read_steps(log) == ([], 0)


def test_no_log_no_steps(tmp_path):
    assert read_steps(tmp_path / "none.log") == ([], 0)
