import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from redaction import reading as memory
from redaction.reading import begin, once, reading


@pytest.fixture
def other_core(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as other:
        monkeypatch.setattr(memory, "_other_cores", lambda: other)
        yield other


def test_what_was_read_is_not_read_again_within_a_call_and_is_forgotten_after_it() -> None:
    asked: list[str] = []

    def read(text: str) -> str:
        asked.append(text)
        return text.upper()

    for _ in range(2):
        with reading():
            assert [once("shout", "ask denise", read) for _ in range(2)] == ["ASK DENISE"] * 2
    assert asked == ["ask denise"] * 2


def test_what_another_core_began_is_waited_for_and_read_by_nobody_else(other_core: ThreadPoolExecutor) -> None:
    by: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def read(text: str) -> str:
        by.append(threading.current_thread().name)
        begun.set()
        go_on.wait()
        return text.upper()

    with reading():
        begin("shout", "ask denise", read)
        begun.wait()
        go_on.set()
        assert [once("shout", "ask denise", read) for _ in range(2)] == ["ASK DENISE"] * 2
    assert len(by) == 1
    assert by != [threading.current_thread().name]


def test_what_no_other_core_came_to_is_read_at_once(other_core: ThreadPoolExecutor) -> None:
    busy = threading.Event()
    other_core.submit(busy.wait)
    with reading():
        begin("shout", "ask denise", str.upper)
        assert once("shout", "ask denise", str.upper) == "ASK DENISE"
    busy.set()


def test_what_nobody_asked_for_is_never_read_once_the_call_is_over(other_core: ThreadPoolExecutor) -> None:
    busy, asked = threading.Event(), []
    other_core.submit(busy.wait)
    with reading():
        begin("note", "ask denise", asked.append)
    busy.set()
    other_core.shutdown()
    assert asked == []


def test_what_fails_on_another_core_fails_where_it_is_asked_for(other_core: ThreadPoolExecutor) -> None:
    def read(_text: str) -> None:
        raise ValueError("no")

    with reading():
        begin("shout", "ask denise", read)
        with pytest.raises(ValueError, match="no"):
            once("shout", "ask denise", read)


def test_nothing_begins_outside_a_call_or_on_a_machine_of_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    with ThreadPoolExecutor(1) as other:
        monkeypatch.setattr(memory, "_other_cores", lambda: other)
        begin("note", "ask denise", asked.append)
    monkeypatch.setattr(memory, "_other_cores", lambda: None)
    with reading():
        begin("note", "ask denise", asked.append)
        assert asked == []
        once("note", "ask denise", asked.append)
    assert asked == ["ask denise"]


def _another_core_begins() -> bool:
    begun = threading.Event()
    with reading():
        begin("note", "ask denise", lambda _: begun.set())
        return begun.wait(20)


def _tell(into: "multiprocessing.SimpleQueue[bool]") -> None:
    into.put(_another_core_begins())


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is no other core")
def test_a_process_that_parted_from_another_has_its_own_other_core() -> None:
    assert _another_core_begins()
    parting = multiprocessing.get_context("fork")
    told = parting.SimpleQueue()
    child = parting.Process(target=_tell, args=(told,))
    child.start()
    child.join(60)
    assert not told.empty()
    assert told.get()
