"""Half a character and digits that are no number: from a form they are taken as well as can be, from a program refused."""

import json

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from corpus.case_codec import case_to_mapping
from tests.factories import a_case
from tests.unit.api.journeys import finish, hand_in

HALF = "half\ud800"


def _posted(visitor: TestClient, path: str, **fields: str) -> str:
    """A form whose encoding is the sender's choice; status and page."""
    parts = [f'--x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()]
    body = "".join((*parts, "--x--\r\n")).encode("unicode_escape").replace(rb"\r\n", b"\r\n")
    kind = {"Content-Type": "multipart/form-data; boundary=x; charset=unicode_escape"}
    answer = visitor.post(path, content=body, headers=kind)
    assert answer.status_code in {200, 201, 404, 422}, path
    return answer.text


def test_half_a_character_in_a_form_is_shown_as_lost(site: TestClient) -> None:
    assert "half\ufffd" in _posted(site, "/contribute/check", text=f"Dana: {HALF}", names=HALF)
    for path, field in (("/search", "text"), ("/brief", "text"), ("/receipt", "receipt"), ("/join", "invitation")):
        _posted(site, path, **{field: HALF})


def test_half_a_character_in_what_is_carried_is_shown_as_lost(site: TestClient) -> None:
    carried = {"source": "plain", "messages": [{"text": HALF, "sender": HALF}], "declared_names": [HALF]}
    for path in ("/contribute/check", "/contribute/case"):
        answer = site.post(path, data={"discussion": json.dumps(carried)})
        assert (answer.status_code, "half\ufffd" in answer.text) == (200, True)


def test_half_a_character_in_a_program_s_draft_is_refused(site: TestClient) -> None:
    draft = {**case_to_mapping(a_case()), "title": HALF}
    sent = json.dumps({"text": "Dana: We called home.", "audience": "national", "draft": draft}).encode()
    answer = site.post("/api/v1/submissions", content=sent, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["problems"]) == (422, {"body": "unstorable_text"})


@pytest.mark.parametrize("many", ["²", "9" * 5_000, "٣"])
def test_digits_that_are_no_number_are_none(site: TestClient, desk: TestClient, archive: Archive, many: str) -> None:
    number = hand_in(archive).submission_id
    finish(archive, number)
    assert desk.post(f"/review/{number}/split", data={"cases": many, "add": "1"}).status_code == 200
    assert site.post("/search", data={"text": "fire", "filter": [f"topic:{many}", "topic:2.1"]}).status_code == 200
