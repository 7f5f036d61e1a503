import smtplib
from email.message import EmailMessage
from pathlib import Path
from typing import Self

import pytest

from api import post
from api.settings import Settings
from corpus.errors import PostUnavailable

NAMED = Settings(smtp_host="mail.example", smtp_from="archive@precedent.example")


class FakeServer:
    """Stands where smtplib.SMTP does; keeps what it was told."""

    steps: list[str]
    letter: EmailMessage
    refuses = False

    def __init__(self, host: str, port: int, timeout: int) -> None:
        FakeServer.steps = [f"connect {host}:{port}"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        FakeServer.steps.append("quit")

    def starttls(self) -> None:
        FakeServer.steps.append("tls")

    def login(self, name: str, password: str) -> None:
        FakeServer.steps.append(f"login {name} {password}")

    def send_message(self, letter: EmailMessage) -> None:
        if FakeServer.refuses:
            raise smtplib.SMTPRecipientsRefused({"dana@x.example": (550, b"no")})
        FakeServer.letter = letter


@pytest.fixture(autouse=True)
def server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtplib, "SMTP", FakeServer)
    monkeypatch.setattr(FakeServer, "refuses", False)


def test_a_letter_goes_out_under_tls_after_signing_in(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("secret\n")
    settings = Settings(
        smtp_host="mail.example",
        smtp_from="archive@precedent.example",
        smtp_name="archive",
        smtp_password_file=tmp_path / "password",
    )
    post.Smtp(settings).send("dana@x.example", "Did it hold?", "A word takes a minute.")
    assert FakeServer.steps == ["connect mail.example:587", "tls", "login archive secret", "quit"]
    assert FakeServer.letter["To"] == "dana@x.example"


@pytest.mark.parametrize(("scheme", "one_click"), [("https", True), ("http", False)])
def test_a_letter_that_can_be_ended_says_so_to_the_mail_program(scheme: str, one_click: bool) -> None:
    page = f"{scheme}://{'long.' * 20}precedent.example/saved/letters/ABCD-EFGH"
    post.Smtp(NAMED).send("dana@x.example", "New cases", "Three cases.", ends_at=page)
    sent = bytes(FakeServer.letter)
    assert f"List-Unsubscribe: <{page}>\n".encode() in sent
    assert (b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\n" in sent) == one_click


def test_a_letter_that_ends_by_itself_has_no_such_line() -> None:
    post.Smtp(NAMED).send("dana@x.example", "Did it hold?", "A word takes a minute.")
    assert "List-Unsubscribe" not in FakeServer.letter


def test_a_refusal_says_neither_address_nor_text() -> None:
    FakeServer.refuses = True
    with pytest.raises(PostUnavailable) as caught:
        post.Smtp(NAMED).send("dana@x.example", "Did it hold?", "A word takes a minute.")
    assert "dana" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_without_server_and_sender_there_is_no_post() -> None:
    assert post.post_office(Settings()) is None
    assert post.post_office(Settings(smtp_host="mail.example")) is None
    assert post.post_office(NAMED) is not None
