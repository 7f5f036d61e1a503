from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.ledger import Ended, Ledger, Standing, mark_of

WENT = datetime(2026, 11, 22, 10, 20, tzinfo=UTC)


def test_what_was_noted_is_read_back_and_noted_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ended.log")
    assert ledger.read() == Ended()
    for _ in range(2):
        ledger.note(
            cases={4: WENT, 7: WENT},
            submissions=[(1, "a1")],
            over=[(1, "a1")],
            standings={4: Standing(12, "withdrawn"), 9: Standing(11, "hidden", "b2")},
            given=3,
        )
    assert ledger.read() == Ended(
        cases={4: WENT, 7: WENT},
        submissions=frozenset({(1, "a1")}),
        over=frozenset({(1, "a1")}),
        standings={4: Standing(12, "withdrawn"), 9: Standing(11, "hidden", "b2")},
        given=3,
    )
    assert len((tmp_path / "ended.log").read_text().splitlines()) == 7


def test_what_another_process_noted_is_not_noted_again(tmp_path: Path) -> None:
    one, other = Ledger(tmp_path / "ended.log"), Ledger(tmp_path / "ended.log")
    for ledger in (one, other, one):
        ledger.note(cases={4: WENT}, submissions=[(1, "a1")], standings={4: Standing(12, "hidden")}, given=3)
    assert len((tmp_path / "ended.log").read_text().splitlines()) == 4
    other.note(standings={5: Standing(13, "hidden")})
    assert one.last_change == 13


def test_a_ledger_that_was_put_aside_is_begun_anew(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ended.log")
    ledger.note(cases={4: WENT, 5: WENT}, standings={9: Standing(11, "hidden")})
    assert ledger.last_change == 11
    (tmp_path / "ended.log").unlink()
    ledger.note(cases={4: WENT})
    ledger.note(cases={5: WENT})
    assert set(ledger.read().cases) == {4, 5}


def test_the_latest_standing_counts_and_the_highest_numbers_are_known(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ended.log")
    ledger.note(standings={9: Standing(11, "hidden")}, given=3)
    ledger.note(cases={40: WENT}, standings={9: Standing(14, "published")}, submissions=[(8, "c")])
    ended = ledger.read()
    assert ended.standings == {9: Standing(14, "published")}
    assert (ended.last_change, ended.highest_case, ended.highest_submission) == (14, 40, 8)


def test_lines_of_an_older_archive_are_numbers_of_which_nothing_else_is_known(tmp_path: Path) -> None:
    path = tmp_path / "ended.log"
    path.write_text("case 4\ncase 5\nsubmission 6\nsubmission 7\n")
    ledger = Ledger(path)
    assert (ledger.read().old_cases, ledger.read().old_submissions) == ({4, 5}, {6, 7})
    ledger.note(cases={4: WENT}, submissions=[(6, "a1")])
    assert (ledger.read().old_cases, ledger.read().old_submissions) == ({5}, {7})


def test_a_line_cut_off_by_a_crash_is_left_out_and_spoils_no_later_one(tmp_path: Path) -> None:
    path = tmp_path / "ended.log"
    for cut in ("case 5 2026-11-", "case", "submission 6", "stands 4 12 hid", "given 5"):
        path.write_text(f"case 4 {WENT.isoformat()}\n{cut}")
        assert Ledger(path).read() == Ended(cases={4: WENT})
        Ledger(path).note(cases={7: WENT})
        assert Ledger(path).read() == Ended(cases={4: WENT, 7: WENT})


def test_a_mark_tells_nothing_of_what_it_was_made_from() -> None:
    assert mark_of("one") != mark_of("two")
    assert "one" not in mark_of("one")


def test_what_is_noted_is_on_the_disk_before_the_note_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, settled = tmp_path / "ended.log", list[bytes]()
    monkeypatch.setattr("corpus.ledger.os.fsync", lambda _: settled.append(path.read_bytes()))
    Ledger(path).note(cases={4: WENT})
    assert settled == [path.read_bytes()]
    assert b"case 4 " in settled[0]
