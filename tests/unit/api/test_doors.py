"""Doors for other services: only who holds the secret gets in, and what comes out is what a visitor's page shows."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.doors.signatures import LARGEST_SIGNED
from api.identity import OPERATOR
from corpus.model.case import NATIONAL
from tests.conftest import Clock
from tests.factories import NOON, a_case
from tests.fakes import FakeRedactor

SECRET = b"not a real secret"
SLACK, SMS = "/api/v1/doors/slack", "/api/v1/doors/sms"


@pytest.fixture
def client(archive: Archive, tmp_path: Path) -> Iterator[TestClient]:
    secret = tmp_path / "door.secret"
    secret.write_bytes(SECRET + b"\n")
    archive.settings = replace(archive.settings, slack_secret_file=secret, sms_secret_file=secret)
    with TestClient(create_app(archive), raise_server_exceptions=False) as client:
        yield client


def file_cases(archive: Archive, *titles: str, audience: str = NATIONAL) -> None:
    with archive.writing(OPERATOR) as call:
        for title in titles:
            call.casebook.add(a_case(title=title), audience=audience, at=call.now)


def _signed(head: str, mark: str, body: bytes) -> str:
    return mark + hmac.new(SECRET, head.encode() + body, hashlib.sha256).hexdigest()


def slack(client: TestClient, text: str, *, seconds: int = 0, **headers: str) -> httpx.Response:
    body = urlencode({"token": "x", "user_name": "dana.whitfield", "text": text}).encode()
    at = str(int(NOON.timestamp()) + seconds)
    sent = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": _signed(f"v0:{at}:", "v0=", body), **headers}
    return client.post(SLACK, content=body, headers=sent)


def sms(client: TestClient, body: bytes, *, seconds: int = 0, **headers: str) -> httpx.Response:
    at = str(int(NOON.timestamp()) + seconds)
    sent = {"X-Precedent-Timestamp": at, "X-Precedent-Signature": _signed(f"{at}.", "sha256=", body), **headers}
    return client.post(SMS, content=body, headers=sent)


def test_slack_gets_three_cards_of_plain_text(client: TestClient, archive: Archive) -> None:
    file_cases(archive, *(f"A <!channel> dare & more, number {n}" for n in range(5)))
    file_cases(archive, "A dare of the circle", audience="circle:7")
    answer = slack(client, "dare of Jaylen").json()
    assert answer["response_type"] == "ephemeral"
    assert answer["text"].count("CASE-") == 6  # each card names its code and its address
    assert "1 mention(s) were removed" in answer["text"]
    assert "&lt;!channel&gt; dare &amp; more" in answer["text"]
    assert "circle" not in answer["text"]
    assert "CC BY 4.0" in answer["text"]
    assert all(len(card) <= 620 for card in answer["text"].split("\n\n"))


def test_text_messages_get_three_short_cards_and_nothing_else_is_read(client: TestClient, archive: Archive) -> None:
    file_cases(archive, *(f"A dare that goes on and on for the whole of the year, number {n}" for n in range(5)))
    sent = json.dumps({"from": "+1 555 0100", "text": "dare"}).encode()
    answer = sms(client, sent).json()
    assert len(answer["messages"]) == 4
    assert all(len(message) <= 300 for message in answer["messages"])
    assert "555" not in json.dumps(answer)


def test_a_signed_body_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = sms(client, json.dumps({"text": "dare", "from": "1" * LARGEST_SIGNED}).encode())
    assert (answer.status_code, answer.json()["error"]) == (422, "BadInput")


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v1=" + "0" * 64},
        {"X-Slack-Signature": "\u00e9"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Request-Timestamp": "-1"},
        {"X-Slack-Request-Timestamp": "nan"},
    ],
)
def test_a_signature_that_does_not_fit_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    encoded = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = slack(client, "dare", **encoded)  # type: ignore[arg-type]
    assert answer.status_code == 403
    assert "CASE" not in answer.text


@pytest.mark.parametrize(("seconds", "status"), [(-301, 403), (-299, 200), (299, 200), (301, 403)])
def test_a_request_is_good_for_five_minutes(client: TestClient, seconds: int, status: int) -> None:
    assert slack(client, "dare", seconds=seconds).status_code == status
    assert sms(client, b'{"text": "dare"}', seconds=seconds).status_code == status


def test_a_body_that_was_changed_on_the_way_is_refused(client: TestClient) -> None:
    at = str(int(NOON.timestamp()))
    headers = {"X-Precedent-Timestamp": at, "X-Precedent-Signature": _signed(f"{at}.", "sha256=", b'{"text": "a"}')}
    assert client.post(SMS, content=b'{"text": "b"}', headers=headers).status_code == 403


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"text": 7}', b"\xff\xfe", b"[" * 60_000, b'{"text": "' + b"x" * 64_000]
)
def test_hostile_bodies_get_a_sentence_and_no_echo(client: TestClient, body: bytes) -> None:
    answer = sms(client, body)
    assert answer.status_code == 422
    assert set(answer.json()) == {"error", "says", "problems"}


def test_without_a_secret_there_is_no_door(archive: Archive) -> None:
    with TestClient(create_app(archive)) as client:
        assert slack(client, "dare").status_code == 404
        assert sms(client, b"{}").status_code == 404


def test_a_secret_that_is_empty_or_gone_lets_nobody_in(client: TestClient, archive: Archive) -> None:
    path = archive.settings.slack_secret_file
    assert path
    path.write_bytes(b"\n")
    assert slack(client, "dare").status_code == 503
    path.unlink()
    assert slack(client, "dare").status_code == 503


def test_nothing_asked_there_stands_in_a_log_or_a_file(
    client: TestClient, archive: Archive, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(archive.redactor, FakeRedactor)
    slack(client, "canary-alpha Jaylen")
    sms(client, b'{"text": "canary-beta"}')
    archive.redactor.broken = True
    slack(client, "canary-gamma " + "x" * 21_000)
    slack(client, "canary-delta")
    printed = capsys.readouterr()
    stored = b"".join(path.read_bytes() for path in archive.settings.folder.rglob("*") if path.is_file())
    assert "canary" not in printed.out + printed.err + caplog.text
    assert b"canary" not in stored


def test_a_question_that_is_too_long_or_empty_is_answered_in_a_sentence(client: TestClient) -> None:
    assert "20,000 is the most" in slack(client, "x" * 21_000).json()["text"]
    assert "Describe what happened" in slack(client, "  ").json()["text"]


def test_the_clock_of_the_archive_decides(client: TestClient, clock: Clock) -> None:
    clock.pass_by(timedelta(hours=1))
    assert slack(client, "dare").status_code == 403
    assert slack(client, "dare", seconds=3_600).status_code == 200


def test_other_sites_get_a_card_of_national_cases_only(client: TestClient, archive: Archive) -> None:
    home = archive.settings.public_url
    file_cases(archive, "A dare <script>alert(1)</script>")
    file_cases(archive, "Inside", audience="circle:7")
    answer = client.get("/api/v1/oembed", params={"url": f"{home}/cases/CASE-0001", "maxwidth": 99_999})
    card = answer.json()
    assert (card["version"], card["type"], card["width"]) == ("1.0", "rich", 600)
    assert "<script" not in card["html"]
    assert f'href="{home}/cases/CASE-0001"' in card["html"]
    assert answer.headers["access-control-allow-origin"] == "*"
    for url in (f"{home}/cases/CASE-0002", f"{home}/cases/", "https://elsewhere.example/cases/CASE-0001", ""):
        assert client.get("/api/v1/oembed", params={"url": url}).status_code == 404
    assert client.get("/api/v1/oembed", params={"url": f"{home}/cases/CASE-0001", "format": "xml"}).status_code == 501
