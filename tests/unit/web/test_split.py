"""Splitting a submission part by part: what goes where, what is missing, what stays typed."""

from dataclasses import replace

from fastapi.testclient import TestClient

from api.archive import Archive
from api.workflow import review
from corpus.model.case import Action, Case
from corpus.model.taxonomy import Phase
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, finish, hand_in, submission

OTHER = Action(phase=Phase.NEXT_DAY, who="secretary", what="Asked the parent to stop filming.")


def two_incidents(archive: Archive) -> int:
    number = hand_in(archive).submission_id
    finish(archive, number, replace(a_case(), actions=(*a_case().actions, OTHER)))
    with archive.writing(ROSA) as call:
        review.release(call, number)
    return number


def draft(archive: Archive, number: int) -> Case:
    found = submission(archive, number).draft
    assert found
    return found


FORM = {
    "cases": "2",
    "title_1": "A dare goes round the bathrooms",
    "title_2": "A parent films the office",
    "situation_0": "1",
    "situation_1": ["1", "2"],
    "actions_0": "1",
    "actions_1": "2",
}


def test_each_part_goes_where_it_was_put(desk: TestClient, archive: Archive) -> None:
    number = two_incidents(archive)
    queue = desk.post(f"/review/{number}/split", data=FORM).text
    assert f'href="/review/{number + 1}"' in queue
    first, second = draft(archive, number), draft(archive, number + 1)
    assert [action.what for action in first.actions] == [a_case().actions[0].what]
    assert [action.what for action in second.actions] == [OTHER.what]
    assert (len(first.situation), second.situation) == (2, a_case().situation[1:2])
    assert second.title == FORM["title_2"]
    assert second.words_used == (), "what goes to none is left out"
    assert second.outcome_text == a_case().outcome_text, "what is no list is copied to each"


def test_the_page_offers_every_part_and_the_first_case_has_all(desk: TestClient, archive: Archive) -> None:
    page = desk.get(f"/review/{two_incidents(archive)}/split").text
    assert OTHER.what in page
    assert f'value="{a_case().title}"' in page
    assert page.count('value="1" checked') == 6
    assert 'value="2" checked' not in page


def test_what_is_missing_is_said_at_its_title_and_choices_stay(desk: TestClient, archive: Archive) -> None:
    number = two_incidents(archive)
    answer = desk.post(f"/review/{number}/split", data={**FORM, "title_1": "", "actions_1": [], "situation_1": []})
    assert answer.status_code == 422
    assert 'id="title_1-problem"' in answer.text
    assert "Choose at least one fact" in answer.text
    assert f'value="{FORM["title_2"]}"' in answer.text
    assert 'id="situation_0-1" type="checkbox" name="situation_0" value="1" checked' in answer.text


def test_another_case_is_added_up_to_six(desk: TestClient, archive: Archive) -> None:
    number = two_incidents(archive)
    page = desk.post(f"/review/{number}/split", data={**FORM, "add": "1"}).text
    assert 'id="title_3"' in page
    assert f'value="{FORM["title_2"]}"' in page
    last = desk.post(f"/review/{number}/split", data={**FORM, "cases": "6", "add": "1"}).text
    assert 'id="title_6"' in last
    assert 'id="title_7"' not in last
    assert "Add another case" not in last


def test_an_added_case_that_stayed_empty_is_none(desk: TestClient, archive: Archive) -> None:
    number = two_incidents(archive)
    begun = desk.post(f"/review/{number}/split", data={**FORM, "cases": "4", "title_3": "", "situation_0": ["1", "4"]})
    assert begun.status_code == 422
    assert 'id="title_3-problem"' not in begun.text
    assert 'id="title_4-problem"' in begun.text
    queue = desk.post(f"/review/{number}/split", data={**FORM, "cases": "3", "title_3": ""}).text
    assert f'href="/review/{number + 1}"' in queue
    assert f'href="/review/{number + 2}"' not in queue


def test_nobody_splits_what_another_reviewer_holds(desk: TestClient, second_desk: TestClient, archive: Archive) -> None:
    number = two_incidents(archive)
    desk.post(f"/review/{number}/claim")
    late = second_desk.post(f"/review/{number}/split", data=FORM)
    assert late.status_code == 409
    assert f'value="{FORM["title_2"]}"' in late.text
