"""What differs between the two databases is settled at the engine."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy.exc import DBAPIError

from api.archive import Archive
from api.identity import OPERATOR
from corpus.database import without_nulls
from corpus.model.case import NATIONAL
from tests.factories import NOON, a_case


def test_no_text_reaches_postgresql_with_a_null_in_it() -> None:
    row = {"wish": "\x00 nests", "id": 4, "gone": None, "box": b"\x00"}
    clean = {"wish": " nests", "id": 4, "gone": None, "box": b"\x00"}
    assert without_nulls(None, None, "q", row, None, False) == ("q", clean)
    assert without_nulls(None, None, "q", [row, row], None, True) == ("q", [clean, clean])


def test_a_reader_sees_one_state_from_begin_to_end(archive: Archive) -> None:
    with archive.reading(OPERATOR) as reader:
        before = reader.casebook.last_change()
        with archive.writing(OPERATOR) as writer:
            writer.casebook.add(a_case(), audience=NATIONAL, at=NOON)
        assert reader.casebook.last_change() == before
    with archive.reading(OPERATOR) as reader:
        assert reader.casebook.last_change() == before + 1


def test_a_writer_waits_until_the_one_before_is_done(archive: Archive) -> None:
    began, done = Event(), []

    def another() -> int:
        began.set()
        with archive.writing(OPERATOR) as call:
            seen = call.casebook.last_change()
            done.append("second")
            return seen

    with ThreadPoolExecutor(1) as pool:
        with archive.writing(OPERATOR) as first:
            number = first.casebook.last_change()
            second = pool.submit(another)
            began.wait()
            with pytest.raises(TimeoutError):
                second.result(0.2)
            first.casebook.add(a_case(), audience=NATIONAL, at=NOON)
            done.append("first")
        assert second.result() == number + 1
    assert done == ["first", "second"]


@pytest.mark.usefixtures("on_postgresql")
def test_a_reader_on_postgresql_can_write_nothing(archive: Archive) -> None:
    with pytest.raises(DBAPIError), archive.reading(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
