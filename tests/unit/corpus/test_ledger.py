from pathlib import Path

from corpus.ledger import Ended, Ledger


def test_what_was_noted_is_read_back_and_noted_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ended.log")
    assert ledger.read() == Ended()
    ledger.note(cases=[4, 7], submissions=[1])
    ledger.note(cases=[7, 9], submissions=[1])
    assert ledger.read() == Ended(cases=frozenset({4, 7, 9}), submissions=frozenset({1}))
    assert len((tmp_path / "ended.log").read_text().splitlines()) == 4


def test_a_line_cut_off_by_a_crash_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "ended.log"
    path.write_text("case 4\ncase")
    assert Ledger(path).read().cases == {4}
