"""Contributing over HTTP: gentle questions, cases that are here already, who may read it, consent first."""

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR, VISITOR, member
from api.workflow import circles
from api.workflow.carry import pack
from corpus.casebook.case_codes import code_of
from corpus.model.submission import SubmissionState
from tests.factories import a_discussion
from tests.unit.api.journeys import published
from tests.unit.web.conftest import site_of

UNSAID = dict.fromkeys(("setting", "size", "division", "season", "sector", "outcome_later"), "[unknown]")
TITLE = "A dare in the bathroom goes round on TikTok"
FORM = {
    "discussion": pack(a_discussion()),
    "title": TITLE,
    "topic": "2.1",
    "level": "high",
    "outcome": "settled",
    **UNSAID,
}


def stored(archive: Archive) -> int:
    with archive.reading(OPERATOR) as call:
        return sum(call.intake.counts().values())


def test_hints_stand_beside_their_fields_and_stop_nobody(site: TestClient, archive: Archive) -> None:
    form = {**FORM, "backfired": "A crazy mother called."}
    page = site.post("/contribute/hand-in", data={**form, "look": "1"}).text
    assert 'id="situation-nudge"' in page
    assert 'id="outcome_text-nudge"' in page
    assert "&#34;crazy&#34; says what somebody is" in page
    assert "A crazy mother called." in page
    assert "<title>Correct the case and hand it in |" in page
    assert stored(archive) == 0
    assert site.post("/contribute/hand-in", data={**form, "consent": "national"}).status_code == 201


def test_the_case_is_shown_as_others_would_read_it_before_it_is_handed_in(site: TestClient, archive: Archive) -> None:
    form = {**FORM, "situation": "Jaylen Okafor filmed it.\nIt went around.", "look": "1"}
    page = site.post("/contribute/hand-in", data=form).text
    shown = page[page.index("As others would read it") : page.index("<form")]
    assert "Jaylen" not in shown
    assert "filmed it." in shown
    assert "It went around." in shown
    assert shown.count("something was taken out") == 1
    assert TITLE in shown
    assert "Jaylen Okafor filmed it." in page
    assert stored(archive) == 0
    assert (
        "As others would read it"
        not in site.post("/contribute/hand-in", data={**form, "add": "action", "look": []}).text
    )


def test_a_case_that_cannot_be_redacted_is_not_shown_as_if_it_were(site: TestClient, archive: Archive) -> None:
    archive.redactor.broken = True  # type: ignore[attr-defined]
    page = site.post("/contribute/hand-in", data={**FORM, "look": "1"})
    assert page.status_code == 200
    assert "As others would read it" not in page.text


def test_what_was_to_be_hidden_and_is_not_there_stays_in_its_field_with_the_reason(site: TestClient) -> None:
    form = {"discussion": FORM["discussion"], "hide": ["bathroom", "bathrom"]}
    page = site.post("/contribute/check", data=form).text
    assert 'id="hide-problem"' in page
    assert 'value="bathrom"' in page[page.index('id="hide"') :]
    assert "<q>bathrom</q>" not in page
    assert "hide-problem" not in site.post("/contribute/check", data={**form, "hide": ["bathroom", ""]}).text


def test_a_first_draft_is_asked_about_too(site: TestClient) -> None:
    page = site.post("/contribute/case", data={"discussion": FORM["discussion"]}).text
    assert "who did it" in page


def test_a_case_that_is_here_already_can_be_added_to(site: TestClient, desk: TestClient, archive: Archive) -> None:
    code = code_of(published(archive)[1])
    page = site.post("/contribute/hand-in", data={**FORM, "look": "1", "account_of": code}).text
    assert f"Add my account to {code}" in page
    assert f'value="{code}" checked' in page
    assert site.post("/contribute/hand-in", data={**FORM, "account_of": code, "consent": "national"}).status_code == 201
    with archive.reading(OPERATOR) as call:
        number = call.intake.queue([SubmissionState.IN_REVIEW])[0].id
    assert f'says that it is an account of <a href="/cases/{code}"' in desk.get(f"/review/{number}").text


@pytest.mark.parametrize("code", ["", "nonsense", "CASE-"])
def test_no_code_or_a_broken_one_means_a_case_of_its_own(site: TestClient, archive: Archive, code: str) -> None:
    assert site.post("/contribute/hand-in", data={**FORM, "account_of": code, "consent": "national"}).status_code == 201


def test_nothing_is_stored_before_consent_and_everything_typed_stays(site: TestClient, archive: Archive) -> None:
    answer = site.post("/contribute/hand-in", data={**FORM, "backfired": "Waiting a day."})
    assert answer.status_code == 422
    assert 'id="consent-problem"' in answer.text
    assert "<title>To mend: Correct the case and hand it in |" in answer.text
    assert "Waiting a day." in answer.text
    assert stored(archive) == 0


def test_a_member_chooses_who_may_read_it_among_their_circles(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        circle = circles.create(call, "Lake principals", "We name nobody.")
    with archive.writing(OPERATOR) as call:
        other = circles.create(call, "Hill principals", "We name nobody.")
    insider = site_of(archive, member(VISITOR, frozenset({circle.audience})))
    page = insider.post("/contribute/hand-in", data={**FORM, "look": "1"}).text
    assert "Only members of Lake principals" in page
    assert "Hill principals" not in page
    consented = {**FORM, "consent": "yes"}
    undecided = insider.post("/contribute/hand-in", data=consented)
    assert (undecided.status_code, 'id="consent-problem"' in undecided.text) == (422, True)
    foreign = insider.post("/contribute/hand-in", data={**consented, "audience": other.audience})
    assert (foreign.status_code, 'id="audience-problem"' in foreign.text) == (422, True)
    assert stored(archive) == 0
    assert insider.post("/contribute/hand-in", data={**consented, "audience": circle.audience}).status_code == 201
    with archive.reading(OPERATOR) as call:
        assert call.intake.queue([SubmissionState.IN_REVIEW])[0].consent.audience == circle.audience


def test_a_visitor_is_not_asked_about_circles(site: TestClient) -> None:
    assert "Only members of" not in site.post("/contribute/hand-in", data={**FORM, "look": "1"}).text


def test_the_quiet_period_is_said_before_and_after(site: TestClient, archive: Archive) -> None:
    object.__setattr__(archive.settings, "quiet_hours", 48)
    assert "48 hours pass" in site.post("/contribute/hand-in", data={**FORM, "look": "1"}).text
    assert "48 hours pass" in site.post("/contribute/hand-in", data={**FORM, "consent": "national"}).text
