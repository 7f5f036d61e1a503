import pytest

from redaction.ner.windows import MARGIN, MOST, batches_by_length, windows_of


@pytest.mark.parametrize("length", [1, MOST - 1, MOST, MOST + 1, 2 * MOST, 3 * MOST - 2 * MARGIN, 1000, 12345])
def test_every_piece_counts_exactly_once(length):
    windows = windows_of([length])
    kept = [piece for window in windows for piece in range(window.keep_from, window.keep_to)]
    assert kept == list(range(length))


@pytest.mark.parametrize("length", [MOST + 1, 1000])
def test_what_counts_has_context_on_both_sides_of_a_cut(length):
    windows = windows_of([length])
    assert all(window.end - window.start <= MOST for window in windows)
    assert all(window.start <= window.keep_from < window.keep_to <= window.end for window in windows)
    assert all(window.keep_from - window.start >= MARGIN for window in windows[1:])
    assert all(window.end - window.keep_to >= MARGIN for window in windows[:-1])


def test_a_text_without_pieces_has_no_window():
    assert [window.text for window in windows_of([0, 3, 0])] == [1]


def test_batches_hold_all_windows_the_longest_first():
    windows = windows_of([3, 50, 7, 300, 1])
    batches = list(batches_by_length(windows, 2))
    assert sorted(window.text for batch in batches for window in batch) == sorted(window.text for window in windows)
    lengths = [window.end - window.start for batch in batches for window in batch]
    assert lengths == sorted(lengths, reverse=True)
    assert max(map(len, batches)) == 2
