"""What a browser may keep of an answer, so that Back leads to it: redacted words only, and nothing of whoever signed in."""

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import VISITOR
from tests.unit.web.conftest import site_of

ASKED = {"text": "Jaylen Okafor at Riverbend High filmed the bathroom dare"}


@pytest.mark.parametrize("address", ["/search", "/brief"])
def test_a_visitors_browser_may_keep_the_answer_which_holds_no_name(site: TestClient, address: str) -> None:
    answer = site.post(address, data=ASKED)
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "Jaylen" not in answer.text
    assert "bathroom dare" in answer.text


@pytest.mark.parametrize("address", ["/search", "/brief"])
def test_whoever_signed_in_leaves_nothing_in_the_browser(desk: TestClient, address: str) -> None:
    assert desk.post(address, data=ASKED).headers["cache-control"] == "no-store"


def test_a_question_that_could_not_be_redacted_is_not_kept(archive: Archive) -> None:
    archive.redactor.broken = True  # type: ignore[attr-defined]
    answer = site_of(archive, VISITOR).post("/search", data=ASKED)
    assert "Jaylen" in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_other_answers_to_forms_are_not_kept(site: TestClient) -> None:
    assert site.post("/contribute/check", data=ASKED).headers["cache-control"] == "no-store"
