"""What a browser's form gets when it is refused: a page that says what to do; what was typed is not lost."""

import html
import json
import re
from typing import NoReturn

import pyotp
import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.dependencies import SESSION_COOKIE
from api.headers import LARGEST_BODY
from api.identity import OPERATOR, Caller
from api.limits import Limits
from api.settings import Settings
from corpus.accounts.store import Role
from corpus.errors import DatabaseUnavailable
from tests.unit.api.journeys import hand_in
from tests.unit.web.test_contribute import FORM
from web.forms import LARGEST_FIELD, Form
from web.kept import Kept, keep, kept_in

PASSWORD = "correct horse battery"


@pytest.mark.parametrize(
    ("headers", "status", "says"),
    [
        ({"sec-fetch-site": "cross-site"}, 403, "sent from another site"),
        ({"origin": "https://elsewhere.example"}, 403, "sent from another site"),
        ({"content-length": str(LARGEST_BODY + 1)}, 413, "without media"),
    ],
)
def test_a_refused_form_is_a_page_and_a_refused_program_reads_json(
    site: TestClient, headers: dict[str, str], status: int, says: str
) -> None:
    page = site.post("/contribute/check", data={"text": "x"}, headers=headers)
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert says in page.text
    assert "Content-Security-Policy" in page.headers
    program = site.post("/api/v1/preview", json={"text": "x"}, headers=headers)
    assert (program.status_code, program.json()["problems"]) == (status, {})


def test_a_body_that_did_not_say_how_large_it_is_gets_a_page(site: TestClient) -> None:
    boundary = "x" * 20
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'.encode()

    def body():
        yield head
        for _ in range(LARGEST_BODY // 1_000_000 + 2):
            yield b"a" * 1_000_000

    sent = {"content-type": f"multipart/form-data; boundary={boundary}"}
    page = site.post("/contribute/check", content=body(), headers=sent)
    assert page.status_code == 413
    assert "That is too large" in page.text


@pytest.mark.parametrize("sent", [{}, {"files": {"file": ("a.txt", b"one line")}}], ids=["urlencoded", "multipart"])
def test_a_paste_that_is_too_long_gets_a_page_that_says_what_to_do(site: TestClient, sent: dict[str, object]) -> None:
    page = site.post("/contribute/check", data={"text": "a" * (LARGEST_FIELD + 2_000_000)}, **sent)  # type: ignore[arg-type]
    assert page.status_code == 413
    assert "That is too large" in page.text
    assert "as a file instead" in page.text


def test_a_program_that_sends_too_long_a_field_reads_json(site: TestClient) -> None:
    upload = {"files": {"export": ("a.txt", b"one line")}, "data": {"text": "a" * 10_000_000}}
    answer = site.post("/api/v1/preview/upload", **upload)  # type: ignore[arg-type]
    assert (answer.status_code, answer.json()["error"]) == (413, "HTTP")
    assert "Send a long text as a file" in answer.json()["says"]


def test_too_often_keeps_everything_typed(site: TestClient) -> None:
    site.app.state.limits = Limits(Settings(submissions_an_hour=1))  # type: ignore[attr-defined]
    assert site.post("/contribute/hand-in", data={**FORM, "consent": "national"}).status_code == 201
    answer = site.post("/contribute/hand-in", data={**FORM, "consent": "national", "backfired": "Waiting a day."})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "30")
    assert "Waiting a day." in answer.text
    assert "Nothing was stored" in answer.text


def test_a_session_that_ran_out_loses_nothing_typed(site: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=call.now)
        code = pyotp.parse_uri(address).at(call.now)
    refused = site.post(f"/review/{number}/return", data={"note": 'Who called "home" first?'})
    assert refused.status_code == 403
    assert "what you typed is kept" in refused.text
    kept = {"kept_to": f"/review/{number}/return", "kept": json.dumps([["note", 'Who called "home" first?']])}
    assert "Who called" in refused.text
    wrong = site.post("/sign-in", data={"name": "rosa", "password": "guess", "code": code, **kept})
    assert (wrong.status_code, "Who called" in wrong.text) == (403, True)
    assert "What you typed before is still kept" in wrong.text
    back = site.post("/sign-in", data={"name": "rosa", "password": PASSWORD, "code": code, **kept})
    assert "Send it now" in back.text
    assert f'action="/review/{number}/return"' in back.text
    sent = dict(re.findall(r'<textarea name="(\w+)"[^>]*>\n([^<]*)</textarea>', html.unescape(back.text)))
    assert "Waiting for the contributor" in site.post(f"/review/{number}/return", data=sent).text


def test_a_session_that_ended_is_asked_to_sign_in_again_and_a_right_that_is_missing_is_not(
    site: TestClient, archive: Archive
) -> None:
    assert "<h1>That is not open to you</h1>" in site.get("/review").text, "who never signed in"
    ended = site.get("/review", headers={"cookie": f"{SESSION_COOKIE}=ended"})
    assert (ended.status_code, "<h1>Please sign in again</h1>" in ended.text) == (403, True)
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("rosa", PASSWORD, Role.REVIEWER, at=call.now)
        code = pyotp.parse_uri(address).at(call.now)
    site.post("/sign-in", data={"name": "rosa", "password": PASSWORD, "code": code})
    assert "<h1>That is not open to you</h1>" in site.get("/accounts").text


def test_a_page_that_needs_a_session_is_where_signing_in_leads(site: TestClient, archive: Archive) -> None:
    refused = site.get("/review/7").text
    assert 'name="kept_to" value="/review/7"' in refused
    assert 'name="kept"' not in refused
    assert 'name="kept"' in site.post("/review/7/claim").text, "a button without fields is sent again too"


@pytest.mark.parametrize("to", ["//elsewhere.example", "https://elsewhere.example", "/search", "/review/../x", ""])
def test_nothing_is_sent_on_to_another_address(to: str) -> None:
    assert kept_in(Form({"kept_to": [to], "kept": ['[["note", "x"]]']})) is None


@pytest.mark.parametrize("kept", ["{", "[1]", '"x"', '[["a"]]', "null"])
def test_a_broken_package_carries_nothing(kept: str) -> None:
    assert kept_in(Form({"kept_to": ["/review"], "kept": [kept]})) is None


def test_a_password_is_never_kept(site: TestClient) -> None:
    refused = site.post("/account/password", data={"password": "hunter2hunter2", "wanted": "hunter3hunter3"}).text
    assert "hunter" not in refused
    assert 'name="kept_to" value="/account"' in refused
    assert keep("/accounts", Form({"name": ["Sam"]})) == Kept("/accounts", (("name", "Sam"),))


def test_what_is_kept_comes_back_as_it_was() -> None:
    typed = Form({"note": ["one\ntwo"], "hide": ["a", "b"]})
    kept = keep("/review/3/correct", typed)
    assert kept == Kept("/review/3/correct", (("note", "one\ntwo"), ("hide", "a"), ("hide", "b")))
    assert kept_in(Form({"kept_to": [kept.to], "kept": [kept.packed]})) == kept


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/contribute/hand-in", {**FORM, "title": "A <dare> goes round", "consent": "national"}),
        ("/review/1/return", {"note": "Who called <home> first?"}),
    ],
)
def test_what_could_not_be_written_stays_on_the_page_and_is_sent_again(
    desk: TestClient, archive: Archive, monkeypatch: pytest.MonkeyPatch, path: str, form: dict[str, str]
) -> None:
    hand_in(archive)
    with monkeypatch.context() as full:
        full.setattr(Archive, "writing", _full)
        refused = desk.post(path, data=form)
    assert refused.status_code == 503
    assert "The disk is full." in refused.text
    carried = dict(re.findall(r'name="([^"]+)"[^>]*>\n([^<]*)</textarea>', refused.text))
    again = {name: html.unescape(value) for name, value in carried.items()}
    assert again == form
    assert desk.post(path, data=again).status_code in {200, 201}


def _full(_archive: Archive, _caller: Caller) -> NoReturn:
    raise DatabaseUnavailable("The disk is full.")
