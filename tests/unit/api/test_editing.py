"""Merge, split, recall and history on a real database with fake engines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR, VISITOR
from api.workflow import circles, receipts, review
from api.workflow.desk import open_desk
from api.workflow.follow_up import tell
from api.workflow.history import Turn, Wording, compare, history, trail
from api.workflow.merge import keep_apart, merge_cases, merge_into
from api.workflow.recall import recall
from api.workflow.redact import end_stale
from api.workflow.search import followed, read_case, search
from api.workflow.split import split
from api.workflow.withdraw import flag, unhide, withdraw_submission
from corpus.errors import AccessDenied, CaseNotFound, InvalidCase, KeyUnavailable, MoveNotAllowed
from corpus.model.case import Action, Case
from corpus.model.follow_up import Verdict
from corpus.model.redaction import Corrections
from corpus.model.submission import SubmissionState
from corpus.model.taxonomy import Level, Phase, Setting, SizeBand
from tests.conftest import Clock
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, make_public, published, state, submission, titled

STEP = Action(phase=Phase.NEXT_DAY, who="counselor", what="Met the two families together.")


def _merging(archive: Archive, number: int, case: Case | None = None) -> tuple[str, int]:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id, case or a_case(actions=(STEP,)))
    with archive.writing(ROSA) as call:
        merge_into(call, receipt.submission_id, number)
    return receipt.code, receipt.submission_id


def _merged(archive: Archive, number: int) -> tuple[str, int]:
    code, submission_id = _merging(archive, number)
    approve(archive, submission_id)
    assert make_public(archive, submission_id) == number
    assert submission(archive, submission_id).joins is None, "recalled, it would be merged a second time"
    return code, submission_id


def _recall(archive: Archive, number: int) -> int:
    with archive.writing(ROSA) as call:
        submission_id = recall(call, number)
    archive.catch_up()
    return submission_id


def _take_back(archive: Archive, receipt: str) -> None:
    with archive.writing(CONTRIBUTOR) as call:
        withdraw_submission(call, receipt)
    archive.catch_up()


def test_a_merged_submission_ends_as_published_in_the_case_that_was_there(archive: Archive) -> None:
    _, number = published(archive)
    _, submission_id = _merged(archive, number)
    case = read_case(archive, VISITOR, number)
    assert [action.what for action in case.actions] == [a_case().actions[0].what, STEP.what]
    assert (case.title, case.revision) == (a_case().title, 2)
    assert submission(archive, submission_id).case_number == number
    with archive.reading(ROSA) as call, pytest.raises(KeyUnavailable):
        call.intake.raw(submission_id)


def test_the_reviewer_chooses_what_the_case_gains_and_may_keep_them_apart(archive: Archive) -> None:
    _, number = published(archive)
    _, submission_id = _merging(archive, number)
    finish(archive, submission_id, titled("Bathroom damage and how two families were brought together"))
    with archive.writing(ROSA) as call:
        keep_apart(call, submission_id)
    approve(archive, submission_id)
    assert make_public(archive, submission_id) != number


def test_a_merge_needs_approval_like_any_publication(archive: Archive) -> None:
    _, number = published(archive)
    _, submission_id = _merging(archive, number)
    with pytest.raises(MoveNotAllowed):
        make_public(archive, submission_id)
    finish(archive, submission_id, a_case(outcome_text="It cost $4,350 in all."))
    approve(archive, submission_id)
    with pytest.raises(MoveNotAllowed, match="second reviewer"):
        make_public(archive, submission_id)


def test_a_case_that_changed_meanwhile_is_merged_anew(archive: Archive) -> None:
    _, number = published(archive)
    _, late = _merging(archive, number)
    approve(archive, late)
    _merged(archive, number)
    with pytest.raises(MoveNotAllowed, match="again"):
        make_public(archive, late)


def test_nothing_is_filed_into_a_case_that_was_hidden_meanwhile(archive: Archive) -> None:
    _, number = published(archive)
    _, late = _merging(archive, number)
    approve(archive, late)
    with archive.writing(VISITOR) as call:
        flag(call, number)
    with pytest.raises(MoveNotAllowed, match="again"):
        make_public(archive, late)


def test_only_what_is_under_review_and_was_never_published_joins_a_case(archive: Archive) -> None:
    _, number = published(archive)
    asked = hand_in(archive)
    finish(archive, asked.submission_id)
    with archive.writing(ROSA) as call:
        review.send_back(call, asked.submission_id, "Did it hold?")
    _, other = published(archive)
    recalled = _recall(archive, other)
    for submission_id in (asked.submission_id, recalled):
        with pytest.raises(MoveNotAllowed, match="never published"), archive.writing(ROSA) as call:
            merge_into(call, submission_id, number)


def test_what_was_told_to_one_circle_never_joins_a_case_of_the_nation(archive: Archive) -> None:
    _, number = published(archive)
    with archive.writing(OPERATOR) as call:
        audience = circles.create(call, "Small schools", "Be kind.").audience
    receipt = hand_in(archive, by=OPERATOR, audience=audience)
    finish(archive, receipt.submission_id)
    with pytest.raises(MoveNotAllowed, match="one circle"), archive.writing(ROSA) as call:
        merge_into(call, receipt.submission_id, number)


def test_taking_back_a_merged_submission_leaves_the_case_as_it_was(archive: Archive) -> None:
    first, number = published(archive)
    code, _ = _merged(archive, number)
    _take_back(archive, code)
    assert read_case(archive, VISITOR, number).actions == a_case().actions
    with archive.reading(ROSA) as call:
        assert not [case for case, _ in call.casebook.revisions(number) if STEP in case.actions]
    _take_back(archive, first.code)
    with pytest.raises(CaseNotFound):
        read_case(archive, VISITOR, number)


def test_a_case_that_loses_more_than_was_taken_back_is_hidden_until_a_look(archive: Archive) -> None:
    _, number = published(archive)
    code, _ = _merged(archive, number)
    _, last = _merging(archive, number, a_case(backfired=("Closing every restroom.",)))
    approve(archive, last)
    make_public(archive, last)
    _take_back(archive, code)
    with pytest.raises(CaseNotFound):
        read_case(archive, VISITOR, number)
    with archive.writing(ROSA) as call:
        unhide(call, number)
    assert read_case(archive, VISITOR, number).actions == a_case().actions


def test_two_cases_become_one_with_a_redirect_for_good(archive: Archive) -> None:
    receipt, gone = published(archive, a_case(actions=(STEP,)))
    _, stays = published(archive)
    with archive.writing(ROSA) as call:
        merge_cases(call, gone, stays)
    archive.catch_up()
    assert followed(archive, VISITOR, gone) == stays
    assert STEP in read_case(archive, VISITOR, stays).actions
    assert submission(archive, receipt.submission_id).case_number == stays
    with archive.writing(CONTRIBUTOR) as call:
        assert tell(call, receipt.code, Verdict.HELD).case_number == stays
    _take_back(archive, receipt.code)
    with archive.writing(ROSA) as call:
        unhide(call, stays)
    assert STEP not in read_case(archive, VISITOR, stays).actions


def test_cases_of_different_readers_or_of_more_risk_are_not_merged(archive: Archive) -> None:
    _, first = published(archive)
    _, second = published(archive)
    risky = replace(a_case().facets, level=Level.PREK, setting=Setting.RURAL, size=SizeBand.TO_1999)
    with archive.writing(ROSA) as call:
        with pytest.raises(MoveNotAllowed, match="risk"):
            merge_cases(call, first, second, a_case(facets=risky))
        with pytest.raises(MoveNotAllowed):
            merge_cases(call, first, first)
        secret = call.casebook.add(a_case(), audience="circle:1", at=call.now).number
        with pytest.raises(MoveNotAllowed, match="same readers"):
            merge_cases(call, secret, first)
    with archive.writing(VISITOR) as call, pytest.raises(AccessDenied):
        merge_cases(call, first, second)


def test_a_case_that_was_hidden_comes_to_light_by_no_merge(archive: Archive) -> None:
    _, first = published(archive, a_case(actions=(STEP,)))
    _, second = published(archive)
    with archive.writing(VISITOR) as call:
        flag(call, first)
    for number, successor in ((first, second), (second, first)):
        with pytest.raises(CaseNotFound, match="in sight"), archive.writing(ROSA) as call:
            merge_cases(call, number, successor)
    assert read_case(archive, VISITOR, second).actions == a_case().actions


def test_a_discussion_of_two_incidents_becomes_two_cases_under_one_receipt(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        ids = split(
            call,
            receipt.submission_id,
            [
                titled("The dare in the bathroom that went around"),
                titled("Jaylen and what followed for two families afterwards"),
            ],
        )
        assert call.intake.submission(ids[1]).draft.title == "[Person 5] and what followed for two families afterwards"
    numbers = []
    for part in ids:
        approve(archive, part)
        numbers.append(make_public(archive, part))
    assert len(set(numbers)) == 2
    with archive.reading(ROSA) as call:
        found = receipts.standing(call, receipt.code)
        assert [part.case_number for part in found.parts] == numbers[1:]
        for part in ids:
            with pytest.raises(KeyUnavailable):
                call.intake.raw(part)
    with archive.writing(CONTRIBUTOR) as call:
        assert tell(call, receipt.code, Verdict.HELD, code_number=numbers[1]).case_number == numbers[1]
    _take_back(archive, receipt.code)
    assert search(archive, VISITOR, "bathroom families").precedents == ()


def test_a_part_asks_answers_and_changes_by_the_same_receipt(archive: Archive) -> None:
    receipt = hand_in(archive)
    with archive.writing(ROSA) as call:
        _, part = split(call, receipt.submission_id, [a_case(), a_case()])
        review.send_back(call, part, "Which of the two families came first?")
    with archive.writing(CONTRIBUTOR) as call:
        assert receipts.standing(call, receipt.code).question is not None
        assert receipts.answer(call, receipt.code, "The second one.").id == part
        assert receipts.change(call, receipt.code, names=["Coach Mike"]) == [receipt.submission_id, part]


@pytest.mark.parametrize("count", [0, 1, 7])
def test_a_split_makes_two_to_six(archive: Archive, count: int) -> None:
    receipt = hand_in(archive)
    with pytest.raises(InvalidCase), archive.writing(ROSA) as call:
        split(call, receipt.submission_id, [a_case()] * count)


def test_a_recalled_case_is_out_of_sight_and_comes_back_under_its_code(archive: Archive) -> None:
    receipt, number = published(archive)
    submission_id = _recall(archive, number)
    assert state(archive, receipt) is SubmissionState.IN_REVIEW
    assert search(archive, VISITOR, "bathroom dare").precedents == ()
    with pytest.raises(MoveNotAllowed, match="recalled"), archive.writing(ROSA) as call:
        unhide(call, number)
    with archive.writing(ROSA) as call:
        desk = open_desk(call, submission_id)
        assert desk.original is None
        assert desk.draft.title == a_case().title
        assert "restrooms" not in review.correct(call, submission_id, Corrections(hide=("restrooms",))).text
    finish(archive, submission_id, titled("Bathroom damage after a dare, told with fewer details"))
    approve(archive, submission_id)
    assert make_public(archive, submission_id) == number
    assert read_case(archive, VISITOR, number).title.endswith("fewer details")


def test_nothing_is_recalled_after_a_day_nor_what_nobody_handed_in(archive: Archive, clock: Clock) -> None:
    _, number = published(archive)
    clock.pass_by(timedelta(hours=24, seconds=1))
    with archive.writing(ROSA) as call:
        starter = call.casebook.add(a_case(), audience="national", at=call.now).number
    for known in (number, starter):
        with pytest.raises(MoveNotAllowed):
            _recall(archive, known)


def test_a_recalled_merge_leaves_the_case_that_was_there_in_sight(archive: Archive) -> None:
    _, number = published(archive)
    _, merged = _merged(archive, number)
    assert _recall(archive, number) == merged
    assert read_case(archive, VISITOR, number).actions == a_case().actions


def test_a_recalled_case_that_is_declined_or_taken_back_is_gone(archive: Archive) -> None:
    for end in ("decline", "withdraw"):
        receipt, number = published(archive)
        submission_id = _recall(archive, number)
        if end == "withdraw":
            _take_back(archive, receipt.code)
        else:
            with archive.writing(ROSA) as call:
                review.decline(call, submission_id, "It points to one school after all.")
        with archive.reading(ROSA) as call:
            assert call.casebook.is_gone(number)


def test_a_recalled_submission_does_not_run_out_with_its_raw_text(archive: Archive, clock: Clock) -> None:
    receipt = hand_in(archive)
    clock.pass_by(timedelta(days=29))
    finish(archive, receipt.submission_id)
    approve(archive, receipt.submission_id)
    _recall(archive, make_public(archive, receipt.submission_id))
    clock.pass_by(timedelta(days=2))
    with archive.writing(OPERATOR) as call:
        assert end_stale(call) == 0


def test_texts_of_few_words_over_and_over_are_shown_whole() -> None:
    before, after = "a a b " * 400, "a c " * 600
    assert compare(before, after) == (Wording(Turn.REMOVED, before.strip()), Wording(Turn.ADDED, after.strip()))
    said = " ".join(f"word{number}" for number in range(2_000))
    assert compare(said, said + " more") == (Wording(Turn.SAME, said), Wording(Turn.ADDED, "more"))


def test_words_are_compared_one_by_one() -> None:
    assert compare("We called home", "We wrote home") == (
        Wording(Turn.SAME, "We"),
        Wording(Turn.REMOVED, "called"),
        Wording(Turn.ADDED, "wrote"),
        Wording(Turn.SAME, "home"),
    )


def test_history_shows_what_each_revision_changed_and_the_trail_ids_alone(archive: Archive) -> None:
    _, number = published(archive)
    _, submission_id = _merged(archive, number)
    with archive.reading(ROSA) as call:
        newest, oldest = history(call, number)
        lines = trail(call, number)
    assert oldest.changes == ()
    assert [(changed.field, changed.wordings) for changed in newest.changes] == [
        ("actions[1].who", (Wording(Turn.ADDED, "counselor"),)),
        ("actions[1].what", (Wording(Turn.ADDED, STEP.what),)),
        ("actions[1].phase", (Wording(Turn.ADDED, "next day"),)),
    ]
    assert {line.subject for line in lines} >= {f"case:{number}", f"submission:{submission_id}"}
    with archive.reading(VISITOR) as call, pytest.raises(AccessDenied):
        history(call, number)
