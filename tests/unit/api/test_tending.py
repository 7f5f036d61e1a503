"""`precedent tend`: every step is taken whatever became of the others, the endings first."""

import os
from datetime import timedelta

import pytest
from typer.testing import CliRunner, Result

from api import command_line
from api.archive import Archive
from api.commands import tending
from api.workflow.withdraw import withdraw_case
from corpus.model.submission import SubmissionState
from tests.conftest import Clock
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, published, state, titled


@pytest.fixture
def tend(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tending, "opened", lambda: archive)

    def tend() -> Result:
        return CliRunner().invoke(command_line.app, ["tend"])

    return tend


def test_what_is_due_is_done_and_counted(tend, archive: Archive, clock: Clock) -> None:
    stale = hand_in(archive)
    clock.pass_by(timedelta(days=31))
    due = hand_in(archive)
    finish(archive, due.submission_id)
    approve(archive, due.submission_id)
    done = tend()
    assert done.exit_code == 0
    assert "nobody decided: 1" in done.output
    assert "Cases published: 1" in done.output
    assert state(archive, stale) is SubmissionState.EXPIRED
    assert state(archive, due) is SubmissionState.PUBLISHED
    assert stale.submission_id in {known for known, _ in archive.ledger.read().submissions}


def test_a_case_that_the_last_look_refuses_stops_no_step(tend, archive: Archive) -> None:
    refused = hand_in(archive)
    finish(archive, refused.submission_id, titled("The Gallimaufry dare that went around in a bathroom"))
    approve(archive, refused.submission_id)
    archive.redactor.names.append("Gallimaufry")
    done = tend()
    assert done.exit_code == 0
    assert "Letters of alerts sent: 0" in done.output


def test_a_step_that_fails_is_told_by_kind_and_holds_no_other_up(
    tend, archive: Archive, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_archive: Archive) -> int:
        raise OSError("Jaylen's disk is full")

    stale = hand_in(archive)
    clock.pass_by(timedelta(days=31))
    steps = tuple((step, fails if step == "Held submissions redacted" else act) for step, act in tending._STEPS)
    monkeypatch.setattr(tending, "_STEPS", (("First", fails), *steps))
    done = tend()
    assert done.exit_code == 1
    assert "First: failed (OSError)" in done.output
    assert "Letters of alerts sent: 0" in done.output
    assert "Jaylen" not in done.output
    assert state(archive, stale) is SubmissionState.EXPIRED


@pytest.mark.usefixtures("on_sqlite")
def test_a_database_that_was_put_aside_goes_when_its_texts_are_past_their_days(
    tend, archive: Archive, clock: Clock
) -> None:
    kept = archive.settings.folder / "precedent.db.before-restore-2"
    kept.write_bytes(b"sealed texts")
    os.utime(kept, (clock.now.timestamp(),) * 2)
    clock.pass_by(timedelta(days=29))
    assert "put aside: 0" in tend().output
    clock.pass_by(timedelta(days=2))
    assert "put aside: 1" in tend().output
    assert not kept.exists()
    assert (archive.settings.folder / "precedent.db").exists()


def test_words_of_withdrawn_cases_leave_the_index(tend, archive: Archive) -> None:
    _, number = published(archive)
    with archive.writing(ROSA) as call:
        withdraw_case(call, number)
    assert "left the index's files: 1" in tend().output
    assert archive.index.outdated == 0
    assert "left the index's files: 0" in tend().output
