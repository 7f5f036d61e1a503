"""Redactions take seconds: none of them is waited for while a verb has the database to itself."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from api.archive import Archive
from api.identity import OPERATOR, VISITOR
from api.redacts_once import RedactsOnce
from api.workflow import circles, receipts, review
from api.workflow.follow_up import let_in, tell
from api.workflow.generalise import generalise, undo
from api.workflow.merge import merge_cases, merge_into
from api.workflow.publish import publish
from api.workflow.revise import revise
from api.workflow.split import split
from api.workflow.uses import let_insight_in, tell_use, use_case
from api.workflow.wanted import leave_wish, list_wish, waiting_wishes
from corpus.errors import RedactionIncomplete
from corpus.model.discussion import Discussion
from corpus.model.follow_up import Verdict
from corpus.model.redaction import Corrections, Redaction
from tests.factories import a_discussion
from tests.fakes import FakeRedactor
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, published, titled
from tests.unit.api.test_generalise import red_case


class WritesMeanwhile(FakeRedactor):
    """Whenever it is asked, somebody else writes; that fails while another's transaction is open."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.asked = 0
        self._archive = archive

    def redact(
        self, discussion: Discussion, corrections: Corrections = Corrections(), earlier: Redaction | None = None
    ) -> Redaction:
        self.asked += 1
        with ThreadPoolExecutor(1) as other:
            other.submit(self._write).result()
        return super().redact(discussion, corrections, earlier)

    def _write(self) -> None:
        with self._archive.writing(OPERATOR) as call:
            call.record("meanwhile", "nothing")


@pytest.fixture
def meanwhile(archive: Archive) -> Callable[[], object]:
    """Called in a test: from then on others write while something is redacted, and it is said whether any did."""

    @contextmanager
    def others_write() -> Iterator[None]:
        before, archive.redactor = archive.redactor, WritesMeanwhile(archive)
        yield
        assert archive.redactor.asked
        archive.redactor = before

    return others_write


def test_nobody_waits_while_a_discussion_is_handed_in_and_corrected(archive: Archive, meanwhile) -> None:
    with meanwhile():
        number = hand_in(archive).submission_id
        with archive.writing(ROSA) as call:
            review.correct(call, number, Corrections(hide=("bathroom",)))


def test_nobody_waits_while_a_draft_is_worded_generalised_and_published(archive: Archive, meanwhile) -> None:
    receipt = hand_in(archive, quote_verbatim=True)
    number = receipt.submission_id
    with meanwhile():
        finish(archive, number, red_case())
    for verb in (generalise, undo):
        with meanwhile(), archive.writing(ROSA) as call:
            verb(call, number)
    with meanwhile():
        finish(archive, number)
    with meanwhile():
        approve(archive, number)
    with meanwhile(), archive.writing(ROSA) as call:
        publish(call, number)
    with meanwhile(), archive.writing(ROSA) as call:
        told = tell(call, receipt.code, Verdict.WORSENED, "It came back.")
    with meanwhile(), archive.writing(ROSA) as call:
        let_in(call, told.id)


def test_nobody_waits_while_a_discussion_is_split(archive: Archive, meanwhile) -> None:
    number = hand_in(archive).submission_id
    with meanwhile(), archive.writing(ROSA) as call:
        split(call, number, [titled("A dare in the bathroom"), titled("A fight in the yard")])


def test_nobody_waits_while_reviewer_and_contributor_ask_and_answer(archive: Archive, meanwhile) -> None:
    receipt = hand_in(archive)
    with meanwhile(), archive.writing(ROSA) as call:
        review.send_back(call, receipt.submission_id, "Did it hold?")
    with meanwhile(), archive.writing(ROSA) as call:
        receipts.answer(call, receipt.code, "It did.")
    with meanwhile(), archive.writing(ROSA) as call:
        review.decline(call, receipt.submission_id, "Too near to an open case.")


def test_nobody_waits_while_cases_are_merged_and_worded_anew(archive: Archive, meanwhile) -> None:
    (_, first), (_, second) = published(archive), published(archive)
    number = hand_in(archive).submission_id
    finish(archive, number)
    with meanwhile(), archive.writing(ROSA) as call:
        merge_into(call, number, first)
    with meanwhile(), archive.writing(ROSA) as call:
        revise(call, first, titled("A dare that broke two sinks"))
    with meanwhile(), archive.writing(ROSA) as call:
        merge_cases(call, second, first, titled("Dares that broke sinks"))


def test_nobody_waits_while_readers_and_stewards_write(archive: Archive, meanwhile) -> None:
    number = published(archive)[1]
    with archive.writing(VISITOR) as call:
        code = use_case(call, number)
    with meanwhile(), archive.writing(VISITOR) as call:
        told = tell_use(call, code, "It stopped within a day.")
    with meanwhile(), archive.writing(ROSA) as call:
        let_insight_in(call, told.id, "It stopped within a day.")
    with meanwhile(), archive.writing(OPERATOR) as call:
        circle = circles.create(call, "Lake principals", "We name nobody.")
    with meanwhile(), archive.writing(OPERATOR) as call:
        circles.rewrite_charter(call, circle.id, "We name nobody at all.")
    leave_wish(archive, VISITOR, "drone overhead")
    with archive.reading(OPERATOR) as call:
        (wish,) = waiting_wishes(call)
    with meanwhile(), archive.writing(OPERATOR) as call:
        list_wish(call, wish.id, "Drone overhead")


def test_what_was_asked_before_is_known_and_anything_else_is_asked() -> None:
    redactor = FakeRedactor()
    once = RedactsOnce(redactor)
    first = once.redact(a_discussion())
    redactor.names.append("bathroom")
    assert once.redact(a_discussion()) is first
    assert once.redact(a_discussion(), Corrections(hide=("dare",))) != first
    assert once.redact(a_discussion(), Corrections(), first) is not first


def test_what_did_not_finish_is_no_redaction_the_second_time_either() -> None:
    redactor = FakeRedactor()
    once = RedactsOnce(redactor)
    redactor.broken = True
    with pytest.raises(RedactionIncomplete):
        once.redact(a_discussion())
    redactor.broken = False
    with pytest.raises(RedactionIncomplete):
        once.redact(a_discussion())
