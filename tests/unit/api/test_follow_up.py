from datetime import UTC, datetime, timedelta

import pytest

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR, VISITOR
from api.workflow import follow_up, receipts
from api.workflow.remind import forget_over, remind_due
from api.workflow.search import read_case
from api.workflow.withdraw import withdraw_submission
from corpus.errors import AccessDenied, InvalidCase, MoveNotAllowed, PostUnavailable
from corpus.model.case import Case
from corpus.model.follow_up import Due, FollowUp, Verdict, due_times
from corpus.model.taxonomy import OutcomeLater
from tests.conftest import Clock
from tests.unit.api.journeys import ROSA, hand_in, published

ADDRESS = "dana@riverbend.example"


class FakePost:
    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.broken = False

    def send(self, to: str, subject: str, text: str, ends_at: str = "") -> None:
        if self.broken:
            raise PostUnavailable("broken on purpose")
        self.sent.append((to, text))


def _tell(archive: Archive, receipt: str, verdict: Verdict, note: str = "") -> FollowUp:
    with archive.writing(CONTRIBUTOR) as call:
        told = follow_up.tell(call, receipt, verdict, note)
    archive.catch_up()
    return told


def _asked(archive: Archive, receipt: str) -> Due | None:
    with archive.reading(CONTRIBUTOR) as call:
        found = receipts.standing(call, receipt).asked
    return found.due if found else None


def _case(archive: Archive, number: int) -> Case:
    return read_case(archive, VISITOR, number)


def _leave(archive: Archive, receipt: str, address: str = ADDRESS) -> None:
    with archive.writing(CONTRIBUTOR) as call:
        follow_up.keep_address(call, receipt, address)


@pytest.mark.parametrize(
    ("published_on", "year_end"), [("2026-03-02", 2026), ("2026-05-20", 2027), ("2026-09-01", 2027)]
)
def test_the_year_end_comes_after_the_six_weeks(published_on: str, year_end: int) -> None:
    at = datetime.fromisoformat(published_on).replace(tzinfo=UTC)
    assert due_times(at)[Due.YEAR_END].date().isoformat() == f"{year_end}-06-15"


def test_a_contributor_is_asked_when_it_is_time_and_the_latest_question_counts(archive: Archive, clock: Clock) -> None:
    receipt, _ = published(archive)
    assert _asked(archive, receipt.code) is None
    clock.pass_by(timedelta(weeks=2))
    assert _asked(archive, receipt.code) is Due.TWO_WEEKS
    clock.pass_by(timedelta(weeks=5))
    assert _asked(archive, receipt.code) is Due.SIX_WEEKS
    assert _tell(archive, receipt.code, Verdict.HELD).due is Due.SIX_WEEKS
    assert _asked(archive, receipt.code) is None


def test_the_verdict_shows_at_once_and_the_note_after_a_look(archive: Archive, clock: Clock) -> None:
    receipt, number = published(archive)
    clock.pass_by(timedelta(weeks=2))
    told = _tell(archive, receipt.code, Verdict.WORSENED, "It came back when Jaylen was told on.")
    case = _case(archive, number)
    assert case.outcome_later is OutcomeLater.WORSENED
    assert case.follow_ups == ("After two weeks: worsened.",)
    assert case.revision == 2
    assert archive.index.cases[number].case.revision == 2
    with archive.writing(ROSA) as call:
        assert [found.note for found in follow_up.waiting(call)] == ["It came back when [Person 5] was told on."]
        follow_up.let_in(call, told.id)
        with pytest.raises(MoveNotAllowed):
            follow_up.let_in(call, told.id)
    case = _case(archive, number)
    assert case.outcome_later_text == "It came back when [Person 5] was told on."
    assert case.follow_ups == ("After two weeks: worsened. It came back when [Person 5] was told on.",)


def test_what_one_would_do_differently_joins_the_lessons_in_the_reviewers_words(archive: Archive) -> None:
    receipt, number = published(archive)
    told = _tell(archive, receipt.code, Verdict.DIFFERENTLY, "Jaylen should have been heard first.")
    with archive.writing(ROSA) as call:
        follow_up.let_in(call, told.id, "Hear the student first.")
    assert _case(archive, number).do_over == ("Hear the student first.",)
    assert _case(archive, number).outcome_later is OutcomeLater.UNKNOWN


def test_no_note_makes_a_case_red(archive: Archive) -> None:
    receipt, number = published(archive)
    told = _tell(archive, receipt.code, Verdict.HELD, "The only deaf boy of the school changed classes.")
    with pytest.raises(MoveNotAllowed, match="red"), archive.writing(ROSA) as call:
        follow_up.let_in(call, told.id)
    assert "deaf" not in str(_case(archive, number))


def test_a_note_that_is_left_out_is_forgotten_and_nobody_else_may_look(archive: Archive) -> None:
    receipt, number = published(archive)
    told = _tell(archive, receipt.code, Verdict.HELD, "Ask me at the lake house.")
    with archive.writing(VISITOR) as call, pytest.raises(AccessDenied):
        follow_up.leave_out(call, told.id)
    with archive.writing(ROSA) as call:
        follow_up.leave_out(call, told.id)
        assert call.follow_ups.follow_up(told.id).note == ""
    assert _case(archive, number).follow_ups == ("After a while: held.",)


def test_nothing_is_told_of_what_is_not_published_nor_without_end(archive: Archive) -> None:
    waiting = hand_in(archive)
    receipt, _ = published(archive)
    with pytest.raises(MoveNotAllowed):
        _tell(archive, waiting.code, Verdict.HELD)
    for _ in range(follow_up.MOST_UNASKED):
        _tell(archive, receipt.code, Verdict.HELD)
    with pytest.raises(MoveNotAllowed):
        _tell(archive, receipt.code, Verdict.HELD)


def test_a_reminder_names_nothing_and_is_sent_once(archive: Archive, clock: Clock) -> None:
    post = archive.post = FakePost()
    receipt, number = published(archive)
    _leave(archive, receipt.code)
    other, _ = published(archive)
    assert remind_due(archive) == 0
    clock.pass_by(timedelta(weeks=2))
    post.broken = True
    assert remind_due(archive) == 0
    post.broken = False
    assert (remind_due(archive), remind_due(archive)) == (1, 0)
    [(to, text)] = post.sent
    assert to == ADDRESS
    assert not [word for word in (f"{number:04d}", receipt.code, "athroom") if word in text]
    assert other.code


def test_nothing_is_sent_where_no_server_is_named(archive: Archive, clock: Clock) -> None:
    receipt, _ = published(archive)
    _leave(archive, receipt.code)
    clock.pass_by(timedelta(weeks=3))
    assert remind_due(archive) == 0


def test_an_address_is_sealed_and_destroyed_when_all_is_over_or_taken_back(archive: Archive, clock: Clock) -> None:
    receipt, _ = published(archive)
    other, _ = published(archive)
    for held in (receipt, other):
        _leave(archive, held.code)
    files = b"".join(path.read_bytes() for path in archive.settings.folder.rglob("*") if path.is_file())
    assert ADDRESS.encode() not in files
    with archive.writing(CONTRIBUTOR) as call:
        withdraw_submission(call, other.code)
        assert call.addresses.address(other.submission_id) is None
        assert call.addresses.address(receipt.submission_id) == ADDRESS
    with archive.writing(OPERATOR) as call:
        assert forget_over(call) == 0
    clock.pass_by(timedelta(days=200))
    with archive.writing(OPERATOR) as call:
        assert forget_over(call) == 1
        assert call.addresses.address(receipt.submission_id) is None


@pytest.mark.parametrize("address", ["dana", "dana@x", "a b@c.org", "x@y.org\nBcc: z@y.org", "<x@y.org>"])
def test_what_is_no_address_is_refused_by_its_field(archive: Archive, address: str) -> None:
    receipt = hand_in(archive)
    with pytest.raises(InvalidCase) as caught:
        _leave(archive, receipt.code, address)
    assert set(caught.value.problems) == {"address"}
    _leave(archive, receipt.code)
    _leave(archive, receipt.code, "")
    with archive.reading(CONTRIBUTOR) as call:
        assert not receipts.standing(call, receipt.code).reminds
