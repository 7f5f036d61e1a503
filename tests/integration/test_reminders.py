"""A reminder goes out over a real mail server, encrypted at rest until then; nothing in it identifies anybody."""

import socket
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from api.archive import Archive
from api.identity import CONTRIBUTOR
from api.post import Smtp
from api.settings import Settings
from api.workflow.follow_up import keep_address
from api.workflow.remind import remind_due
from corpus.casebook.case_codes import code_of
from tests.conftest import Clock
from tests.unit.api.journeys import published

ADDRESS = "dana.whitfield@riverbend.example"


class Mailbox:
    """What a mail server took; refuses everything while it is closed."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], EmailMessage]] = []
        self.open = True

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if not self.open:
            return "451 try again later"
        letter = message_from_bytes(envelope.content or b"", policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append((envelope.rcpt_tos, letter))
        return "250 taken"


@pytest.fixture
def mailbox(archive: Archive) -> Iterator[Mailbox]:
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings = Settings(
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_from="archive@precedent.example",
        smtp_tls=False,
    )
    archive.post = Smtp(settings)
    yield box
    server.stop()


def remembered(archive: Archive) -> tuple[str, str]:
    """Receipt and case of a submission whose contributor left an address."""
    receipt, number = published(archive)
    with archive.writing(CONTRIBUTOR) as call:
        keep_address(call, receipt.code, ADDRESS)
    return receipt.code, code_of(number)


def test_a_letter_goes_out_once_and_identifies_nobody(
    archive: Archive, clock: Clock, mailbox: Mailbox, tmp_path: Path
) -> None:
    receipt, code = remembered(archive)
    archive.forget_traces()
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert ADDRESS.encode() not in stored
    assert remind_due(archive) == 0
    clock.pass_by(timedelta(days=15))
    assert remind_due(archive) == 1
    assert remind_due(archive) == 0
    [(to, letter)] = mailbox.letters
    assert to == [ADDRESS]
    said = "\n".join(f"{name}: {value}" for name, value in letter.items() if name != "To") + letter.get_content()
    for telling in (receipt, receipt.replace("-", ""), code, "Jaylen", "Riverbend", "riverbend", "dana", "bathroom"):
        assert telling not in said
    assert "/receipt" in letter.get_content()
    assert "Precedent, the archive of school incidents" in letter.get_content(), "whoever gets it knows from whom"


def test_a_server_that_is_down_loses_no_letter(archive: Archive, clock: Clock, mailbox: Mailbox) -> None:
    remembered(archive)
    clock.pass_by(timedelta(days=15))
    mailbox.open = False
    assert remind_due(archive) == 0
    mailbox.open = True
    assert remind_due(archive) == 1
    assert len(mailbox.letters) == 1


@pytest.mark.usefixtures("on_sqlite")
def test_an_address_that_was_removed_gets_nothing(
    archive: Archive, clock: Clock, mailbox: Mailbox, tmp_path: Path
) -> None:
    receipt, _ = remembered(archive)
    with archive.writing(CONTRIBUTOR) as call:
        keep_address(call, receipt, "")
    with sqlite3.connect(tmp_path / "precedent.db") as database:
        assert database.execute("SELECT address_box FROM submissions").fetchall() == [(None,)]
    clock.pass_by(timedelta(days=15))
    assert remind_due(archive) == 0
    assert mailbox.letters == []
