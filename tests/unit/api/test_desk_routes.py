"""The desk over the JSON interface: whatever a reviewer does on its page, a program can do."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.dependencies import get_caller
from api.identity import VISITOR, reviewer
from api.schemas import case_out
from api.workflow.withdraw import flag
from corpus.case_codec import case_to_mapping
from corpus.casebook.case_codes import code_of
from tests.factories import NARROW, a_case
from tests.unit.api.journeys import ROSA, finish, hand_in, published, submission


def as_reviewer(archive: Archive, number: int = 1) -> TestClient:
    app = create_app(archive)
    app.dependency_overrides[get_caller] = lambda: reviewer(number)
    return TestClient(app)


@pytest.fixture
def rosa(archive: Archive) -> TestClient:
    return as_reviewer(archive)


@pytest.fixture
def visitor(archive: Archive) -> TestClient:
    return TestClient(create_app(archive))


def test_the_desk_shows_both_texts_and_every_removal_with_its_recognizer(rosa: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    desk = rosa.get(f"/api/v1/reviews/{number}").json()
    first = desk["messages"][0]
    removed = {first["original"][m["start"] : m["end"]]: m["recognizer"] for m in first["removed"]}
    assert removed == {"Jaylen Okafor": "fake", "Riverbend High": "fake"}
    assert "Jaylen" not in first["redacted"]
    assert desk["risk"]["light"] == "green"
    assert rosa.get("/api/v1/reviews/99").status_code == 404


def test_the_desk_of_a_published_one_has_no_original(rosa: TestClient, archive: Archive) -> None:
    desk = rosa.get(f"/api/v1/reviews/{published(archive)[0].submission_id}").json()
    assert [message["original"] for message in desk["messages"]] == [None] * 3


def test_taken_by_one_it_is_refused_to_another_until_released(rosa: TestClient, archive: Archive) -> None:
    number, sam = hand_in(archive).submission_id, as_reviewer(archive, 2)
    rosa.post(f"/api/v1/reviews/{number}/claim")
    assert sam.post(f"/api/v1/reviews/{number}/claim").status_code == 409
    rosa.post(f"/api/v1/reviews/{number}/release")
    assert sam.post(f"/api/v1/reviews/{number}/claim").status_code == 200


def test_a_correction_redacts_again(rosa: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    desk = rosa.post(f"/api/v1/reviews/{number}/correct", json={"hide": ["restrooms"]}).json()
    assert "restrooms" not in desk["messages"][1]["redacted"]


def test_a_step_is_taken_and_taken_back(rosa: TestClient, archive: Archive) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number, replace(a_case(), facets=NARROW, do_over=("Wait until March 14.",)))
    before = rosa.get(f"/api/v1/reviews/{number}").json()
    assert before["told"][0]["still_tells"] == [{"start": 11, "end": 19, "reason": "an exact date"}]
    assert (before["risk"]["step"], before["steps_to_undo"]) == ("left over", 0)
    assert rosa.post(f"/api/v1/reviews/{number}/generalise").json()["do_over"] == ["Wait until [spring]."]
    assert rosa.get(f"/api/v1/reviews/{number}").json()["steps_to_undo"] == 1
    assert rosa.post(f"/api/v1/reviews/{number}/generalise/undo").json()["do_over"] == ["Wait until March 14."]


def test_a_doubted_case_is_listed_and_worded_anew(rosa: TestClient, visitor: TestClient, archive: Archive) -> None:
    number = published(archive)[1]
    with archive.writing(VISITOR) as call:
        flag(call, number)
    assert [row["code"] for row in rosa.get("/api/v1/reviews/hidden").json()] == [code_of(number)]
    with archive.reading(ROSA) as call:
        case = call.casebook.case(number, (), any_state=True)
    wording = case_to_mapping(replace(case, outcome_text="It stopped. Jaylen moved on."))
    revised = rosa.put(f"/api/v1/reviews/cases/{code_of(number)}", json=wording).json()
    assert revised["outcome_text"].startswith("It stopped.")
    assert "Jaylen" not in str(revised)
    assert rosa.get(f"/api/v1/reviews/cases/{code_of(number)}").json()["outcome_text"] == revised["outcome_text"]
    assert visitor.get(f"/api/v1/cases/{code_of(number)}").status_code == 404, "it stays hidden"


def test_a_draft_is_asked_about_and_handed_in_with_corrections(visitor: TestClient, archive: Archive) -> None:
    published(archive)
    handed_in = {
        "text": "Jaylen Okafor tore the dispensers off. We called the family home.",
        "corrections": {"hide": ["dispensers"]},
    }
    preview = visitor.post("/api/v1/preview", json=handed_in).json()
    assert "dispensers" not in str(preview["redacted"])
    draft = {**preview["draft"], "title": "Bathroom damage after a dare on TikTok"}
    asked = visitor.post("/api/v1/drafts/suggestions", json={"draft": draft}).json()
    assert "outcome_text" in asked["hints"]
    assert asked["topic"] == "2.1"
    assert [case["title"] for case in asked["lookalikes"]] == [a_case().title]
    sent = visitor.post("/api/v1/submissions", json={**handed_in, "audience": "national", "draft": draft})
    assert sent.status_code == 201
    kept = submission(archive, 2).draft
    assert kept
    assert kept.title == draft["title"]
    assert case_out(kept)["actions"]


def test_a_broken_draft_names_its_fields_and_echoes_nothing(visitor: TestClient) -> None:
    answer = visitor.post(
        "/api/v1/drafts/suggestions", json={"draft": {"title": "Zebrafinch", "facets": {"topic": ""}}}
    )
    assert answer.status_code == 422
    assert "code" in str(answer.json()["problems"])
    assert "Zebrafinch" not in answer.text
