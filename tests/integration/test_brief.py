"""The briefs of the three reference scenarios, with the real engines on the starter corpus: every line is its case's own."""

import os
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.bootstrap import bring_index_up, load_engines, open_archive
from api.brief_schemas import BriefOut
from api.identity import OPERATOR
from api.settings import Settings
from corpus.model.case import NATIONAL, Case
from corpus.starter.loader import starter_cases
from web.app import create_site
from web.pages.search import EXAMPLES

ENGINES = Path(__file__).parents[2] / "var" / "tests"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not os.environ.get("PRECEDENT_LONG_TESTS"), reason="embeds the whole starter corpus"),
]


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    return {starter.case.code: starter.case for starter in starter_cases()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, cases: dict[str, Case]) -> Archive:
    """Filed as they are: that their files hold no names is checked elsewhere."""
    settings = Settings(folder=tmp_path_factory.mktemp("brief"), starter=False)
    archive = open_archive(settings, engines=load_engines(Settings(folder=ENGINES)))
    with archive.writing(OPERATOR) as call:
        for case in cases.values():
            call.casebook.put_starter(case, audience=NATIONAL, digest=case.code, at=call.now)
    bring_index_up(archive, lambda _done, _of: None, anew=True)
    return archive


def own_lines(case: Case) -> dict[str, set[str]]:
    return {
        "steps": {action.what for action in case.actions},
        "endings": {case.outcome_text},
        "backfired": set(case.backfired),
        "words": {used.text for used in case.words_used},
    }


@pytest.mark.parametrize("label", EXAMPLES)
def test_every_line_of_a_reference_brief_is_traced_to_its_case(
    whole: Archive, cases: dict[str, Case], label: str
) -> None:
    with TestClient(create_site(whole)) as site:
        out = BriefOut.model_validate(site.post("/api/v1/brief", json={"text": EXAMPLES[label]}).json())
        page = site.post("/brief", data={"text": EXAMPLES[label]}).text
    assert out.precedents
    steps = [step for column in out.columns for step in column.steps]
    assert sum(bool(column.steps) for column in out.columns) >= 2
    for column in out.columns:
        for step in column.steps:
            assert step.text in {told.text for told in step.tellings}
            assert step.cases == list(dict.fromkeys(told.case for told in step.tellings))
            assert set(step.cases) <= set(column.cases)
    traced = [("steps", told) for step in steps for told in step.tellings]
    traced += [("endings", line) for line in (*out.settled, *out.escalated, *out.still_open)]
    traced += [("backfired", line) for line in out.backfired] + [("words", line) for line in out.words]
    assert len(traced) > 15
    for part, line in traced:
        assert line.text in own_lines(cases[line.case])[part], (part, line)
        assert f"/cases/{line.case}" in page
    chosen = {precedent.code for precedent in out.precedents}
    assert {line.case for _, line in traced} <= chosen
