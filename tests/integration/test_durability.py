"""What was acknowledged is there after kill -9, once and whole; a full disk gives an error and no receipt.

The long run (`make test-long`) does the trial numbers of the promises, `make test` a few of them.
"""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR
from api.workflow.submit import submit
from corpus.database import open_engine
from corpus.errors import DatabaseUnavailable
from corpus.intake.store import Intake
from corpus.model.case import NATIONAL
from corpus.model.submission import Consent
from corpus.vault import Vault
from tests.conftest import MASTER_KEY
from tests.factories import a_discussion

ROOT = Path(__file__).parents[2]
LONG = os.environ.get("PRECEDENT_LONG_TESTS") == "1"
KILLS = 1_000 if LONG else 4
SUBMITTER = textwrap.dedent("""
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from api.archive import Archive
    from api.identity import CONTRIBUTOR
    from api.settings import Settings
    from api.workflow.submit import submit
    from corpus.database import open_engine
    from corpus.ledger import Ledger
    from corpus.model.case import NATIONAL
    from corpus.model.submission import Consent
    from corpus.vault import Vault
    from tests.factories import a_discussion
    from tests.fakes import FakeIndex, FakeRedactor

    folder, start = Path(sys.argv[1]), int(sys.argv[2])
    archive = Archive(settings=Settings(folder=folder), engine=open_engine(f"sqlite:///{folder / 'precedent.db'}"),
                      vault=Vault(bytes(range(32))), ledger=Ledger(folder / "ended.log"), redactor=FakeRedactor(),
                      index=FakeIndex(), clock=lambda: datetime.now(UTC))
    for number in range(start, start + 100_000):
        with archive.writing(CONTRIBUTOR) as call:
            receipt = submit(call, a_discussion(f"Text number {number}"), consent=Consent(NATIONAL),
                             idempotency_key=f"the-key-of-submission-{number}")
        print(receipt.submission_id, number, flush=True)
""")


def _submit_until_killed(folder: Path, start: int, acknowledged: int) -> list[tuple[int, int]]:
    process = subprocess.Popen(
        [sys.executable, "-c", SUBMITTER, str(folder), str(start)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    lines = [process.stdout.readline() for _ in range(acknowledged)]
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.readlines()
    process.wait()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(int(submission), int(number)) for submission, number in whole]


@pytest.mark.usefixtures("on_sqlite")
def test_no_acknowledged_submission_is_lost_doubled_or_half_saved_by_kill_9(archive: Archive, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    for kill in range(KILLS):
        told += _submit_until_killed(tmp_path, start=kill * 1_000_000, acknowledged=50 if LONG else 20)
    engine = open_engine(f"sqlite:///{tmp_path / 'precedent.db'}")
    with archive.reading(OPERATOR) as call:
        intake = Intake(call.session, Vault(MASTER_KEY))
        texts = {i: intake.raw(i).discussion.messages[0].text for i, _ in told}
        stored = sum(intake.counts().values())
    engine.dispose()
    assert all(texts[submission] == f"Text number {number}" for submission, number in told)
    assert len({submission for submission, _ in told}) == len(told)
    assert len(told) <= stored <= len(told) + KILLS


@pytest.mark.parametrize("statement", ["INSERT INTO submissions", "INSERT INTO audit", "COMMIT"])
def test_a_disk_that_fails_at_any_write_leaves_no_receipt_without_a_row(
    archive: Archive, engine: Engine, statement: str
) -> None:
    def fail(_connection: object, _cursor: object, sql: str, *_: object) -> None:
        if sql.startswith(statement):
            raise OperationalError("disk", None, OSError("database or disk is full"))

    def fail_commit(_connection: object) -> None:
        raise OperationalError("disk", None, OSError("database or disk is full"))

    listens = ("commit", fail_commit) if statement == "COMMIT" else ("before_cursor_execute", fail)
    event.listen(engine, *listens)
    with pytest.raises(DatabaseUnavailable), archive.writing(CONTRIBUTOR) as call:
        submit(call, a_discussion(), consent=Consent(NATIONAL))
    event.remove(engine, *listens)
    with archive.reading(OPERATOR) as call:
        assert call.intake.counts() == {}


@pytest.mark.usefixtures("on_sqlite")
def test_commits_wait_for_the_disk(engine: Engine) -> None:
    with engine.connect() as connection:
        pragmas = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    assert pragmas == ["wal", 2]
