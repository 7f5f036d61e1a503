"""Similar cases: the index proposes, readers decide, and nobody's name is kept."""

import pytest
from sqlalchemy import inspect

from api.archive import Archive
from api.identity import OPERATOR, VISITOR
from api.workflow.likeness import OUTVOTED, say_alike, similar
from corpus.casebook.reader_tables import LikenessRow
from corpus.errors import CaseNotFound
from corpus.model.case import NATIONAL
from tests.factories import a_case


def filed(archive: Archive, audience: str = NATIONAL) -> int:
    with archive.writing(OPERATOR) as call:
        number = call.casebook.add(a_case(), audience=audience, at=call.now).number
    archive.catch_up()
    return number


def say(archive: Archive, number: int, other: int, *, alike: bool, times: int = 1) -> None:
    for _ in range(times):
        with archive.writing(VISITOR) as call:
            say_alike(call, number, other, alike=alike)


def numbers(archive: Archive, number: int, limit: int = 5) -> list[int]:
    return [found.case.number for found in similar(archive, VISITOR, number, limit)]


def test_one_word_changes_nothing_and_enough_words_part_two_cases(archive: Archive) -> None:
    one, other, third = (filed(archive) for _ in range(3))
    say(archive, one, other, alike=False, times=OUTVOTED - 1)
    assert numbers(archive, one) == [other, third]
    say(archive, one, other, alike=False)
    assert numbers(archive, one) == [third]
    assert one not in numbers(archive, other), "either way round"


def test_readers_join_what_the_index_leaves_out_and_may_change_their_minds(archive: Archive) -> None:
    one, *others = (filed(archive) for _ in range(9))
    last = others[-1]
    assert last not in numbers(archive, one, limit=2)
    say(archive, one, last, alike=True, times=OUTVOTED)
    assert numbers(archive, one, limit=2)[0] == last
    say(archive, last, one, alike=False)
    assert last not in numbers(archive, one, limit=2)


def test_a_case_that_is_not_the_readers_can_be_neither_named_nor_shown(archive: Archive) -> None:
    one, hidden = filed(archive), filed(archive, audience="circle:3")
    with pytest.raises(CaseNotFound):
        say(archive, one, hidden, alike=True)
    with pytest.raises(CaseNotFound):
        say(archive, one, one, alike=True)
    with archive.writing(OPERATOR) as call:
        for _ in range(OUTVOTED):
            call.likenesses.say(one, hidden, alike=True)
    assert hidden not in numbers(archive, one)


def test_a_withdrawn_case_takes_its_likenesses_along_and_only_sums_are_kept(archive: Archive) -> None:
    one, other = filed(archive), filed(archive)
    say(archive, one, other, alike=True, times=3)
    with archive.writing(OPERATOR) as call:
        assert call.likenesses.of(one) == {other: 3}
        call.casebook.withdraw(other, reason="withdrawn", at=call.now)
        assert call.likenesses.of(one) == {}
    assert {column.name for column in inspect(LikenessRow).columns} == {"low", "high", "alike", "unlike"}
