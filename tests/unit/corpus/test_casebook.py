import pytest

from api.archive import Archive
from api.identity import OPERATOR
from corpus.casebook.case_codes import number_of
from corpus.errors import CaseNotFound
from corpus.model.case import NATIONAL
from tests.factories import NOON, a_case

CIRCLE = "circle:1"


def test_numbers_are_never_given_twice_even_after_the_last_case_is_withdrawn(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        first = call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
        second = call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
        call.casebook.withdraw(second.number, reason="withdrawn", at=NOON)
    with archive.writing(OPERATOR) as call:
        third = call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
    assert (first.number, second.number, third.number) == (1, 2, 3)


def test_no_wording_of_a_case_that_is_gone_is_kept(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        gone, stays = (call.casebook.add(a_case(), audience=NATIONAL, at=NOON) for _ in range(2))
        call.casebook.revise(gone, at=NOON)
        call.casebook.withdraw(gone.number, reason="withdrawn", at=NOON)
        assert call.casebook.revisions(gone.number) == []
        assert len(call.casebook.revisions(stays.number)) == 1


def test_hidden_absent_and_another_circles_case_look_alike(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        hidden = call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
        theirs = call.casebook.add(a_case(), audience=CIRCLE, at=NOON)
        call.casebook.hide(hidden.number, at=NOON)
        says = set()
        for number in (hidden.number, theirs.number, 999):
            with pytest.raises(CaseNotFound) as caught:
                call.casebook.case(number, {NATIONAL})
            says.add(str(caught.value))
        assert len(says) == 1
        assert call.casebook.case(theirs.number, {NATIONAL, CIRCLE}).code == theirs.code
        assert call.casebook.cases([hidden.number, theirs.number], {NATIONAL}) == {}
        assert call.casebook.newest({NATIONAL}, 10) == []
        assert [case.number for case in call.casebook.newest({CIRCLE}, 10)] == [theirs.number]
        assert call.casebook.count() == 1


def test_changes_tell_an_index_all_that_it_missed(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        one = call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
        two = call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
        seen = call.casebook.last_change()
        call.casebook.revise(two, at=NOON)
        call.casebook.hide(one.number, at=NOON)
        changes = call.casebook.changes_since(seen)
        assert [(c.case_number, c.published is None) for c in changes] == [(two.number, False), (one.number, True)]
        call.casebook.show(one.number, at=NOON)
        call.casebook.withdraw(two.number, reason="withdrawn", at=NOON)
        gone = {c.case_number: c.published is None for c in call.casebook.changes_since(seen)}
        assert gone == {one.number: False, two.number: True}
        assert call.casebook.changes_since(call.casebook.last_change()) == []


def test_a_starter_case_is_written_once_and_never_again_after_its_withdrawal(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        put = [call.casebook.put_starter(a_case(7), audience=NATIONAL, digest=d, at=NOON) for d in ("x", "x", "y")]
        assert put == [True, False, True]
        assert call.casebook.case(7, {NATIONAL}).revision == 2
        call.casebook.withdraw(7, reason="withdrawn", at=NOON)
        assert not call.casebook.put_starter(a_case(7), audience=NATIONAL, digest="z", at=NOON)


@pytest.mark.parametrize("code", ["CASE-0417", "case-417", " 417 ", "CASE 0417"])
def test_a_code_is_read_as_people_say_it(code: str) -> None:
    assert number_of(code) == 417


@pytest.mark.parametrize("code", ["", "CASE-", "CASE-4x", "٤١٧", "1" * 40, "-1"])
def test_what_is_no_code_is_a_case_that_is_not_there(code: str) -> None:
    with pytest.raises(CaseNotFound):
        number_of(code)
