"""Two reviewers at one desk: nothing is stored or approved over what the other changed, and nothing typed is lost."""

import re
from dataclasses import replace

from fastapi.testclient import TestClient

from api.archive import Archive
from api.workflow import review
from api.workflow.history import Turn, changes
from api.workflow.revise import open_case, revise
from corpus.casebook.case_codes import code_of
from corpus.model.case import Case
from corpus.model.redaction import Corrections
from corpus.model.submission import SubmissionState
from corpus.model.taxonomy import Setting
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, WHY, finish, hand_in, published, submission
from tests.unit.web.test_desk import form_of
from tests.unit.web.test_split import FORM

MINE, THEIRS = "Mine: the damage stopped within a week.", "Theirs: it stopped after a month."


def at_hand(archive: Archive) -> int:
    """A submission with a finished draft that nobody holds."""
    number = hand_in(archive).submission_id
    somebody_words(archive, number, a_case())
    return number


def somebody_words(archive: Archive, number: int, draft: Case) -> None:
    finish(archive, number, draft)
    with archive.writing(ROSA) as call:
        review.release(call, number)


def kept(archive: Archive, number: int) -> Case:
    draft = submission(archive, number).draft
    assert draft
    return draft


def form_on(page: str, action: str) -> dict[str, str]:
    """The fields of the one form on the page that goes there."""
    (form,) = re.findall(rf'<form action="{action}".*?</form>', page, re.DOTALL)
    return form_of(form)


def test_a_draft_is_not_stored_over_another_reviewers(desk: TestClient, archive: Archive) -> None:
    number = at_hand(archive)
    here = f"/review/{number}/draft"
    form = form_on(desk.get(f"/review/{number}").text, here) | {"outcome_text": MINE}
    somebody_words(archive, number, replace(a_case(), outcome_text=THEIRS))
    late = desk.post(here, data=form)
    assert late.status_code == 409
    assert kept(archive, number).outcome_text == THEIRS
    told = late.text[late.text.index('id="overtaken"') : late.text.index("</section>")]
    assert '<del class="went">Theirs: it</del> <ins class="came">Mine: the damage</ins>' in told
    again = form_on(late.text, here)
    assert again["outcome_text"] == MINE
    desk.post(here, data=again)
    assert kept(archive, number).outcome_text == MINE


def test_what_came_back_for_another_reason_still_knows_what_it_was_made_from(
    desk: TestClient, archive: Archive
) -> None:
    number = at_hand(archive)
    here = f"/review/{number}/draft"
    form = form_on(desk.get(f"/review/{number}").text, here) | {"outcome_text": MINE}
    somebody_words(archive, number, replace(a_case(), outcome_text=THEIRS))
    for reason in ({"school_year": "x" * 9_000}, {"add": "action"}):
        back = desk.post(here, data=form | reason)
        assert 'id="overtaken"' not in back.text
        form = form_on(back.text, here) | {"school_year": ""}
    assert desk.post(here, data=form).status_code == 409
    assert kept(archive, number).outcome_text == THEIRS


def test_nobody_approves_a_text_or_a_draft_that_they_did_not_read(desk: TestClient, archive: Archive) -> None:
    number = at_hand(archive)
    here = f"/review/{number}/approve"
    form = form_on(desk.get(f"/review/{number}").text, here) | {"why": WHY}
    with archive.writing(ROSA) as call:
        review.correct(call, number, Corrections(keep=("Riverbend High",)))
        review.release(call, number)
    late = desk.post(here, data=form)
    assert (late.status_code, WHY in late.text, "Riverbend High" in late.text) == (409, True, True)
    assert "Read it once more" in late.text
    assert submission(archive, number).state is SubmissionState.IN_REVIEW
    somebody_words(archive, number, replace(a_case(), outcome_text=THEIRS))
    second = desk.post(here, data=form_on(late.text, here) | {"why": WHY})
    assert second.status_code == 409
    assert desk.post(here, data=form_on(second.text, here) | {"why": WHY}).status_code == 200
    assert submission(archive, number).state is SubmissionState.APPROVED


def test_looking_taking_and_approving_change_nothing_that_was_read(
    desk: TestClient, second_desk: TestClient, archive: Archive
) -> None:
    number = hand_in(archive).submission_id
    somebody_words(archive, number, replace(a_case(), situation=("It began on March 14.", "Two sinks were broken.")))
    here = f"/review/{number}/approve"
    form = form_on(second_desk.get(f"/review/{number}").text, here) | {"why": WHY}
    for step in ("claim", "release"):
        desk.post(f"/review/{number}/{step}")
    desk.post(here, data=form_on(desk.get(f"/review/{number}").text, here) | {"why": WHY})
    assert "2 of 2 reviewers" in second_desk.post(here, data=form).text


def test_what_is_chosen_for_the_pieces_of_one_draft_splits_no_other(desk: TestClient, archive: Archive) -> None:
    number = at_hand(archive)
    here = f"/review/{number}/split"
    form = {**FORM, "seen": form_on(desk.get(here).text, here)["seen"]}
    somebody_words(archive, number, replace(a_case(), situation=tuple(reversed(a_case().situation))))
    late = desk.post(here, data=form)
    assert late.status_code == 409
    assert "Choose once more" in late.text
    assert f'value="{FORM["title_2"]}"' in late.text
    assert "checked" not in late.text, "the pieces are other ones now"
    assert desk.post(here, data={**FORM, "seen": form_on(late.text, here)["seen"]}).status_code == 200
    assert kept(archive, number).title == FORM["title_1"]


def test_a_case_that_is_out_is_not_worded_over_anothers_wording(desk: TestClient, archive: Archive) -> None:
    number = published(archive)[1]
    here = f"/review/cases/{code_of(number)}/revise"
    words = {"action_what": "Wrote to all families.", "action_phase": "same day", "outcome_text": MINE}
    form = form_on(desk.get(f"/review/cases/{code_of(number)}").text, here) | words
    with archive.writing(ROSA) as call:
        revise(call, number, a_case(outcome_text=THEIRS))
    late = desk.post(here, data=form)
    assert late.status_code == 409
    assert '<del class="went">Theirs: it</del>' in late.text
    with archive.reading(ROSA) as call:
        assert open_case(call, number).outcome_text == THEIRS
    assert desk.post(here, data=form_on(late.text, here) | words).status_code == 200
    with archive.reading(ROSA) as call:
        assert open_case(call, number).outcome_text == MINE


def test_programs_may_say_what_they_have_seen(desk: TestClient, archive: Archive) -> None:
    number = at_hand(archive)
    here = f"/api/v1/reviews/{number}"
    seen = desk.get(here).json()
    somebody_words(archive, number, replace(a_case(), outcome_text=THEIRS))
    record = {
        name: value for name, value in seen["draft"].items() if name not in {"topic_names", "published", "licence"}
    }
    for late in (
        desk.put(f"{here}/draft", params={"seen": seen["seen"]}, json=record),
        desk.post(f"{here}/approve", params={"seen": seen["seen"]}, json={"note": WHY}),
        desk.post(f"{here}/split", params={"seen": seen["seen"]}, json={"drafts": [record, record]}),
    ):
        assert (late.status_code, late.json()["error"]) == (409, "DraftChanged")
    now = desk.get(here).json()["seen"]
    assert desk.put(f"{here}/draft", params={"seen": now}, json=record).status_code == 200
    out = published(archive)[1]
    with archive.writing(ROSA) as call:
        revise(call, out, a_case(outcome_text=THEIRS))
    word_anew = f"/api/v1/reviews/cases/{code_of(out)}"
    assert [desk.put(word_anew, params={"seen": seen}, json=record).status_code for seen in (1, 2)] == [409, 200]


def test_a_difference_in_what_is_chosen_is_shown_like_one_in_words() -> None:
    before = a_case()
    action = replace(before.actions[0], who="secretary")
    after = replace(before, facets=replace(before.facets, setting=Setting.RURAL), actions=(action,))
    shown = {
        one.field: [word.text for word in one.wordings if word.turn is Turn.ADDED] for one in changes(before, after)
    }
    assert shown == {"actions[0].who": ["secretary"], "facets.setting": ["rural"]}
