"""What has changed: by term, newest first, nothing of what is gone, nothing of what others may read."""

from datetime import timedelta

from api.archive import Archive
from api.identity import OPERATOR, VISITOR
from api.workflow.changes import changes
from corpus.casebook.chronicle import Turn
from corpus.model.case import NATIONAL
from tests.conftest import Clock
from tests.factories import a_case

GONE = "A title that nobody may read again"


def test_each_term_tells_what_came_changed_and_went(archive: Archive, clock: Clock) -> None:
    with archive.writing(OPERATOR) as call:
        for title in ("First", GONE, "Third", "Joined"):
            call.casebook.add(a_case(title=title), audience=NATIONAL, at=call.now)
        call.casebook.add(a_case(), audience="circle:1", at=call.now)
    clock.pass_by(timedelta(days=200))
    with archive.writing(OPERATOR) as call:
        call.casebook.revise(a_case(1, title="First, revised"), at=call.now)
        call.casebook.withdraw(2, reason="withdrawn", at=call.now)
        call.casebook.withdraw(4, reason="merged", at=call.now, successor=3)
    found = changes(archive, VISITOR)
    assert [str(of.term) for of in found.terms] == ["Fall term 2026", "Spring term 2026"]
    late, early = (dict(of.turns) for of in found.terms)
    assert [(one.code, one.title) for one in late[Turn.REVISED]] == [("CASE-0001", "First, revised")]
    assert [(one.code, one.title, one.successor) for one in late[Turn.WITHDRAWN]] == [("CASE-0002", "", "")]
    assert [(one.code, one.successor) for one in late[Turn.MERGED]] == [("CASE-0004", "CASE-0003")]
    assert [one.code for one in early[Turn.PUBLISHED]] == ["CASE-0003", "CASE-0001"]
    assert GONE not in str(found)
    assert "CASE-0005" not in str(found)


def test_a_hidden_case_is_as_if_it_had_never_been(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=call.now)
        call.casebook.hide(1, at=call.now)
    assert changes(archive, VISITOR).terms == ()


def test_within_a_term_the_order_tells_no_day_and_pages_go_on(archive: Archive, clock: Clock) -> None:
    for _ in range(3):
        with archive.writing(OPERATOR) as call:
            call.casebook.add(a_case(), audience=NATIONAL, at=call.now)
        clock.pass_by(timedelta(days=3))
    with archive.writing(OPERATOR) as call:
        call.casebook.revise(a_case(2), at=call.now)
        clock.pass_by(timedelta(days=1))
        call.casebook.revise(a_case(3), at=call.now + timedelta(days=1))
        call.casebook.revise(a_case(1), at=call.now + timedelta(days=2))
    (term,) = changes(archive, VISITOR).terms
    assert [[one.code[-1] for one in told] for _, told in term.turns] == [["3", "2", "1"], ["3", "2", "1"]]
    second = changes(archive, VISITOR, skip=2, limit=2)
    assert [[one.code[-1] for one in told] for _, told in second.terms[0].turns] == [["1"], ["3"]]
    assert second.found == 6
