"""Wanted cases and the digest: a steward looks first, few readers are not counted, a case ends the wish."""

from datetime import timedelta

import pytest

from api.archive import Archive
from api.identity import OPERATOR, VISITOR, reviewer, steward
from api.workflow import wanted as verbs
from api.workflow.digest import digest
from corpus.errors import AccessDenied, InvalidCase, MoveNotAllowed, RedactionIncomplete, WantedCaseNotFound
from tests.conftest import Clock
from tests.factories import a_case
from tests.fakes import FakeRedactor

STEWARD = steward(3)


def wish(archive: Archive, text: str = "A dare of Jaylen on the roof", times: int = 1) -> int:
    for _ in range(times):
        verbs.leave_wish(archive, VISITOR, text)
    with archive.reading(STEWARD) as call:
        return verbs.waiting_wishes(call)[-1].id


def look(archive: Archive, wanted_id: int, wording: str = "A dare on a roof") -> None:
    with archive.writing(STEWARD) as call:
        verbs.list_wish(call, wanted_id, wording)


def file_case(archive: Archive, title: str = "A dare goes around") -> int:
    with archive.writing(OPERATOR) as call:
        return call.casebook.add(a_case(title=title), audience="national", at=call.now).number


def test_a_wish_is_redacted_and_waits_for_a_stewards_look(archive: Archive) -> None:
    wanted_id = wish(archive)
    assert verbs.wanted_cases(archive, VISITOR) == []
    with archive.reading(STEWARD) as call:
        assert [one.wish for one in verbs.waiting_wishes(call)] == ["A dare of [Person 3] on the roof"]
    look(archive, wanted_id, "A dare that Jaylen started")
    assert [one.wish for one in verbs.wanted_cases(archive, VISITOR)] == ["A dare that [Person 3] started"]


def test_only_a_steward_looks(archive: Archive) -> None:
    wanted_id = wish(archive)
    for caller in (VISITOR, reviewer(1)):
        with pytest.raises(AccessDenied), archive.writing(caller) as call:
            verbs.waiting_wishes(call)
        with pytest.raises(AccessDenied), archive.writing(caller) as call:
            verbs.list_wish(call, wanted_id, "A dare")
        with pytest.raises(AccessDenied), archive.writing(caller) as call:
            verbs.leave_wish_out(call, wanted_id)


@pytest.mark.parametrize(("times", "said"), [(1, 0), (4, 0), (5, 5), (11, 10)])
def test_few_readers_are_not_counted(archive: Archive, times: int, said: int) -> None:
    look(archive, wish(archive, times=times))
    (one,) = verbs.wanted_cases(archive, VISITOR)
    assert one.wished == said


def test_the_same_wish_in_other_words_is_joined(archive: Archive) -> None:
    first = wish(archive, times=3)
    look(archive, first)
    with archive.writing(STEWARD) as call:
        verbs.join_wish(call, wish(archive, "Roof dares", times=2), first)
    (one,) = verbs.wanted_cases(archive, VISITOR)
    assert one.wished == 5
    with pytest.raises(MoveNotAllowed), archive.writing(STEWARD) as call:
        verbs.join_wish(call, first, first)


def test_a_wish_with_a_close_precedent_is_not_kept(archive: Archive) -> None:
    file_case(archive)
    archive.catch_up()
    with pytest.raises(MoveNotAllowed):
        wish(archive)


def test_a_new_case_fulfils_it_until_that_case_is_gone(archive: Archive) -> None:
    look(archive, wish(archive))
    number = file_case(archive)
    (one,) = verbs.wanted_cases(archive, VISITOR)
    assert one.came is not None
    assert one.came.number == number
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(number, reason="withdrawn", at=call.now)
    (one,) = verbs.wanted_cases(archive, VISITOR)
    assert one.came is None
    again = file_case(archive)
    (one,) = verbs.wanted_cases(archive, VISITOR)
    assert one.came is not None
    assert one.came.number == again


def test_what_was_left_out_leaves_no_words(archive: Archive) -> None:
    wanted_id = wish(archive, "Something that only one town would know")
    with archive.writing(STEWARD) as call:
        verbs.leave_wish_out(call, wanted_id)
    archive.forget_traces()
    stored = b"".join(path.read_bytes() for path in archive.settings.folder.rglob("*") if path.is_file())
    assert b"one town" not in stored
    with pytest.raises(MoveNotAllowed):
        look(archive, wanted_id)
    with pytest.raises(WantedCaseNotFound):
        look(archive, 99)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 401])
def test_nothing_and_too_much_are_refused(archive: Archive, text: str) -> None:
    with pytest.raises(InvalidCase):
        verbs.leave_wish(archive, VISITOR, text)


def test_nothing_is_kept_where_redaction_did_not_finish(archive: Archive) -> None:
    assert isinstance(archive.redactor, FakeRedactor)
    archive.redactor.broken = True
    with pytest.raises(RedactionIncomplete):
        verbs.leave_wish(archive, VISITOR, "Jaylen")
    with archive.reading(STEWARD) as call:
        assert verbs.waiting_wishes(call) == []


def test_the_digest_tells_last_month_and_what_is_wanted(archive: Archive, clock: Clock) -> None:
    wanted_id = wish(archive, "Owls nest indoors")
    look(archive, wanted_id, "Owls nest indoors")
    for _ in range(6):
        file_case(archive)
    assert digest(archive, VISITOR).new == ()
    clock.pass_by(timedelta(days=31))
    file_case(archive, "Too new")
    told = digest(archive, VISITOR)
    assert (told.name, len(told.new), told.found) == ("March 2026", 6, 5)
    assert [one.wish for one in told.wanted] == ["Owls nest indoors"]
    clock.pass_by(timedelta(days=31))
    assert [case.title for case in digest(archive, VISITOR).new] == ["Too new"]
