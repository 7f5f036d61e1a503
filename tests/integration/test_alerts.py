"""Alerts, the snapshot and the doors over real engines: a case is published, and every way out tells it or none does."""

from api.identity import OPERATOR
from api.workflow.alerts import match_news
from corpus.model.case import NATIONAL
from corpus.starter.loader import starter_cases
from tests.integration.conftest import Running

ASKED = "A TikTok dare: students tear soap dispensers off bathroom walls and post clips. Jaylen Okafor filmed it."
UNLIKE = "Our bus company went bankrupt over the summer and routes start in a week"


def _saved(running: Running, text: str) -> str:
    saved = running.site.post("/api/v1/saved", json={"text": text})
    assert saved.status_code == 201, saved.text
    return saved.json()["code"]


def test_a_new_case_reaches_the_alerts_that_it_is_close_to_and_leaves_them_when_it_goes(running: Running) -> None:
    near, far = _saved(running, ASKED), _saved(running, UNLIKE)
    dare = next(one.case for one in starter_cases() if {"Soap", "TikTok"} <= set(one.case.title.split()))
    with running.archive.writing(OPERATOR) as call:
        number = call.casebook.add(dare, audience=NATIONAL, at=call.now).number
    running.archive.catch_up()

    def told(code: str) -> list[str]:
        return [case["code"] for case in running.site.get(f"/api/v1/saved/{code}/alert").json()["cases"]]

    found = running.site.post("/api/v1/search", json={"text": ASKED}).json()
    assert found["precedents"][0]["band"] == "close"
    assert told(near) == [f"CASE-{number:04d}"]
    assert told(far) == []
    assert match_news(running.archive) == 0
    with running.archive.writing(OPERATOR) as call:
        call.casebook.withdraw(number, reason="withdrawn", at=call.now)
    running.archive.forget_traces()
    running.archive.catch_up()
    assert told(near) == []
    stored = b"".join(path.read_bytes() for path in running.folder.rglob("*") if path.is_file())
    assert b"Okafor" not in stored
