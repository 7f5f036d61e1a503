"""Pages over HTTP with fake engines: statuses, addresses, headers, and what must not stand in them."""

from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR
from api.workflow.carry import pack
from corpus.accounts.store import Role
from corpus.model.case import NATIONAL
from corpus.model.redaction import EntityKind, Mention
from tests.conftest import Clock
from tests.factories import a_case, a_discussion
from web.app import create_site
from web.assets import Assets

PASSWORD = "a long enough password"


@pytest.fixture
def site(archive: Archive) -> Iterator[TestClient]:
    with TestClient(create_site(archive), raise_server_exceptions=False) as client:
        yield client


def filed(archive: Archive, **changes: object) -> str:
    with archive.writing(OPERATOR) as call:
        case = call.casebook.add(a_case(**changes), audience=NATIONAL, at=call.now)
    archive.catch_up()
    return case.code


def test_a_question_stands_in_no_address_and_a_reload_leads_to_the_box(site: TestClient, archive: Archive) -> None:
    filed(archive)
    answer = site.post("/search", data={"text": "bathroom dare"})
    assert answer.status_code == 200
    assert "bathroom+dare" not in answer.text
    assert "?text" not in answer.text
    assert site.get("/search", follow_redirects=False).headers["location"] == "/"


def test_filters_that_hold_nothing_have_no_button(site: TestClient) -> None:
    apply, nothing = "Apply filters", "There is nothing to choose from."
    empty = site.post("/search", data={"text": "bathroom dare"}).text
    assert (apply in empty, nothing in empty) == (False, True)
    found = site.post("/search", data={"text": "bathroom dare", "filter": "level:high"}).text
    assert (apply in found, nothing in found) == (True, False)


def test_a_question_that_is_too_long_keeps_what_was_typed_and_says_why(site: TestClient) -> None:
    answer = site.post("/search", data={"text": "smoke in the hallway " * 2_000})
    assert answer.status_code == 422
    assert 'id="situation-problem"' in answer.text
    assert answer.text.count("smoke in the hallway") == 2_000


@pytest.mark.parametrize("typed", ["CASE-0001", " case 1 ", "Case #1", "case-0001\n"])
def test_the_code_of_a_case_opens_it(site: TestClient, archive: Archive, typed: str) -> None:
    code = filed(archive)
    answer = site.post("/search", data={"text": typed}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/cases/{code}")
    assert site.post("/search", data={"text": "case 1 of measles"}, follow_redirects=False).status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Jaylen Okafor", "Names, numbers and links"),
        ("😀 !!!", "is a word"),
    ],
)
def test_what_leaves_no_words_is_told_so_and_lists_nothing(
    site: TestClient, archive: Archive, typed: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed(archive)
    nobody = Mention(0, 0, 13, EntityKind.PERSON, "P1", "[Person 1]", "fake")
    monkeypatch.setattr(
        archive.redactor, "redact_query", lambda text: ("", (nobody,)) if text.startswith("J") else (text, ())
    )
    answer = site.post("/search", data={"text": typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert site.post("/api/v1/search", json={"text": typed}).status_code == 422


def test_letters_of_another_width_and_signs_without_any_are_read_as_what_they_show(
    site: TestClient, archive: Archive
) -> None:
    code = filed(archive)
    assert code in site.post("/search", data={"text": "ｂａｔｈ\u200broom ｄａｒｅ"}).text


def test_markup_in_a_question_and_in_a_case_is_shown_as_text(site: TestClient, archive: Archive) -> None:
    code = filed(archive, title="<script>alert(1)</script> dare", situation=("<img src=x onerror=alert(1)>",))
    for answer in (
        site.post("/search", data={"text": '</textarea><script>alert("dare")</script> dare'}),
        site.get(f"/cases/{code}"),
    ):
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        assert "&lt;script&gt;" in answer.text


@pytest.mark.parametrize("spelling", ["case-0001", "1", "CASE 1", "CASE-1"])
def test_a_code_in_any_spelling_leads_to_its_one_address(site: TestClient, archive: Archive, spelling: str) -> None:
    assert filed(archive) == "CASE-0001"
    answer = site.get(f"/cases/{spelling}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/cases/CASE-0001")


def test_withdrawn_is_gone_merged_moves_on_hidden_looks_absent(site: TestClient, archive: Archive) -> None:
    gone, merged, hidden, kept = (filed(archive) for _ in range(4))
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(1, reason="withdrawn", at=call.now)
        call.casebook.withdraw(2, reason="merged", at=call.now, successor=4)
        call.casebook.hide(3, at=call.now)
    assert (gone, merged, hidden, kept) == ("CASE-0001", "CASE-0002", "CASE-0003", "CASE-0004")
    for path in ("/cases/CASE-0001", "/cases/CASE-0001/card.txt", "/cases/CASE-0001/flag", "/drill/CASE-0001"):
        assert site.get(path).status_code == 410, path
    moved = site.get("/cases/CASE-0002", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, "/cases/CASE-0004")
    absent, unseen = site.get("/cases/CASE-0099"), site.get("/cases/CASE-0003")
    assert (absent.status_code, unseen.status_code) == (404, 404)
    assert absent.text == unseen.text


def test_flagging_asks_first_and_hides_at_once(site: TestClient, archive: Archive) -> None:
    code = filed(archive)
    assert site.get(f"/cases/{code}/flag").status_code == 200
    assert site.get(f"/cases/{code}").status_code == 200
    assert site.post(f"/cases/{code}/flag").status_code == 200
    assert site.get(f"/cases/{code}").status_code == 404


@pytest.mark.parametrize("path", ["/", "/topics", "/about", "/contribute", "/robots.txt", "/cases/CASE-0001", "/nope"])
def test_head_answers_like_get_without_a_body(site: TestClient, archive: Archive, path: str) -> None:
    filed(archive)
    assert site.head(path).status_code == site.get(path).status_code


def test_errors_are_pages_for_readers_and_json_for_programs(site: TestClient) -> None:
    page, program = site.get("/cases/CASE-0099"), site.get("/api/v1/cases/CASE-0099")
    assert page.headers["content-type"].startswith("text/html")
    assert program.headers["content-type"] == "application/json"
    assert (page.status_code, program.status_code) == (404, 404)
    assert site.get("/topics/77.7").status_code == 404
    assert site.post("/about").status_code == 405


def test_a_failure_of_ours_is_a_page_that_says_nothing_of_the_text(
    site: TestClient, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_text: str) -> None:
        raise RuntimeError("Jaylen Okafor")

    monkeypatch.setattr(archive.redactor, "redact_query", fail)
    answer = site.post("/search", data={"text": "Jaylen Okafor"})
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith("text/html")
    assert "Jaylen" not in answer.text


def test_static_files_keep_for_a_year_only_under_the_address_of_their_content(site: TestClient) -> None:
    versioned = Assets().address("site.css")
    assert "immutable" in site.get(versioned).headers["cache-control"]
    assert "immutable" not in site.get("/static/site.css").headers["cache-control"]
    assert site.get("/static/../app.py").status_code == 404


def test_review_is_closed_to_visitors_and_says_where_to_sign_in(site: TestClient) -> None:
    answer = site.get("/review")
    assert answer.status_code == 403
    assert 'href="/sign-in"' in answer.text


@pytest.fixture
def factor(archive: Archive) -> str:
    """Secret of the second factor of the reviewer robin."""
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create("robin", PASSWORD, Role.REVIEWER, at=call.now)
    return str(pyotp.parse_uri(address).secret)


def test_failed_sign_ins_are_counted_although_they_are_refused(site: TestClient, factor: str) -> None:
    wrong = {"name": "robin", "password": "wrong", "code": "000000"}
    too_many = ["Too many tries" in site.post("/sign-in", data=wrong).text for _ in range(21)]
    assert too_many == [False] * 20 + [True]
    assert factor


def test_a_session_is_new_at_sign_in_bound_to_the_site_and_dead_at_sign_out(
    site: TestClient, clock: Clock, factor: str
) -> None:
    def sign_in() -> str:
        clock.pass_by(timedelta(minutes=2))
        code = pyotp.TOTP(factor).at(clock())
        answer = site.post(
            "/sign-in", data={"name": "robin", "password": PASSWORD, "code": code}, follow_redirects=False
        )
        assert (answer.status_code, answer.headers["location"]) == (303, "/review")
        return answer.headers["set-cookie"]

    first = sign_in()
    assert "HttpOnly" in first
    assert "SameSite=strict" in first
    kept = site.cookies["precedent_session"]
    assert site.get("/review").status_code == 200
    assert kept not in sign_in()
    assert site.get("/review", headers={"cookie": f"precedent_session={kept}"}).status_code == 403
    last = site.cookies["precedent_session"]
    site.post("/sign-out")
    assert site.get("/review", headers={"cookie": f"precedent_session={last}"}).status_code == 403


def test_a_discussion_that_came_back_broken_is_refused(site: TestClient) -> None:
    answer = site.post("/contribute/check", data={"discussion": pack(a_discussion())[:-5]})
    assert answer.status_code == 422
    assert "Paste or upload it again" in answer.text


def test_when_redaction_does_not_finish_nothing_of_the_text_is_shown(site: TestClient, archive: Archive) -> None:
    archive.redactor.broken = True  # type: ignore[attr-defined]
    answer = site.post("/contribute/check", data={"text": "Jaylen Okafor at Riverbend High filmed it."})
    assert answer.status_code == 503
    assert 'class="thread"' not in answer.text
    assert "hand it in sealed" in answer.text


def test_the_same_form_sent_twice_is_one_submission(site: TestClient, archive: Archive) -> None:
    form = {
        "discussion": pack(a_discussion()),
        "title": "A dare in the bathroom goes round",
        "topic": "2.1",
        "level": "high",
        "outcome": "settled",
        "outcome_later": "[unknown]",
        "setting": "[unknown]",
        "size": "[unknown]",
        "division": "[unknown]",
        "season": "[unknown]",
        "sector": "[unknown]",
        "consent": "national",
        "idempotency_key": "a-key-of-sixteen-letters",
    }
    first, second = site.post("/contribute/hand-in", data=form), site.post("/contribute/hand-in", data=form)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.text == second.text
    with archive.reading(OPERATOR) as call:
        assert sum(call.intake.counts().values()) == 1


def test_a_long_discussion_fits_into_its_hidden_field(site: TestClient) -> None:
    long = pack(a_discussion(*["We called every family that evening. " * 100] * 50))
    assert len(long) > 100_000
    answer = site.post("/contribute/check", files={"discussion": (None, long)})
    assert answer.status_code == 200
    too_much = site.post("/contribute/check", files={"discussion": (None, "x" * 2_000_000)})
    assert too_much.status_code == 422, "refused for what it is, not for its size"
