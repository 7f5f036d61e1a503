"""How often one address may do something: windows that move, forget, and are shared by all processes."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.limits import SIGN_INS_A_MINUTE, SWEEP_SECONDS, Limits, Windows, line_of
from api.settings import Settings
from corpus.errors import TooMany

SIX = {"searches_a_minute": 6, "redactions_a_minute": 6, "submissions_an_hour": 6}
MINUTE = 60


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_000_000.0
        monkeypatch.setattr(time, "time", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_a_window_moves_and_what_was_refused_is_not_counted(clock: Clock) -> None:
    windows = Windows()

    def hit(after: float) -> bool:
        clock.now += after
        return windows.acquire_entry("one", 2, MINUTE)

    assert [hit(0), hit(50), hit(0), hit(9), hit(1), hit(0), hit(49), hit(1)] == [
        True, True, False, False, True, False, False, True,
    ]  # fmt: skip


def test_keys_are_counted_apart_and_several_at_once_only_where_all_have_room(clock: Clock) -> None:
    windows = Windows()
    assert windows.acquire_entry("one", 3, MINUTE, amount=2)
    assert windows.acquire_entry("other", 3, MINUTE, amount=2)
    assert not windows.acquire_entry("one", 3, MINUTE, amount=2)
    assert windows.acquire_entry("one", 3, MINUTE)
    assert windows.get_moving_window("one", 3, MINUTE) == (clock.now, 3)


def test_addresses_that_did_not_come_back_are_forgotten_and_the_others_stay(clock: Clock) -> None:
    windows = Windows()
    windows.acquire_entry("gone", 6, MINUTE)
    windows.acquire_entry("for an hour", 6, 60 * MINUTE)
    clock.now += SWEEP_SECONDS
    windows.acquire_entry("new", 6, MINUTE)
    assert set(windows.events) == {"for an hour", "new"}


def test_a_hit_starts_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows()
    windows.timer.join()
    monkeypatch.setattr(threading.Thread, "start", lambda _: pytest.fail("a thread"))
    assert windows.acquire_entry("one", 1, MINUTE)


def test_no_more_than_allowed_come_through_from_many_threads() -> None:
    windows = Windows()
    with ThreadPoolExecutor(16) as threads:
        hits = list(threads.map(lambda _: windows.acquire_entry("one", 100, MINUTE), range(2_000)))
    assert hits.count(True) == 100


@pytest.mark.parametrize(
    ("host", "line"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::7", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
    ],
)
def test_all_addresses_of_one_line_count_as_one(host: str, line: str) -> None:
    assert line_of(host) == line


@pytest.mark.parametrize("count", [Limits.count_search, Limits.count_redaction, Limits.count_submission])
def test_processes_have_equal_parts_of_what_one_address_may_do(count: Callable[[Limits, str], None]) -> None:
    limits = Limits(Settings(workers=2, **SIX))
    _counts(limits, count, 3)
    rare = Limits(Settings(workers=9, **SIX))
    _counts(rare, count, 1)


def test_processes_have_equal_parts_of_the_sign_ins() -> None:
    _counts(Limits(Settings(workers=2)), Limits.count_sign_in, SIGN_INS_A_MINUTE // 2)


def _counts(limits: Limits, count: Callable[[Limits, str], None], most: int) -> None:
    for _ in range(most):
        count(limits, "192.0.2.1")
    with pytest.raises(TooMany):
        count(limits, "192.0.2.1")
    count(limits, "192.0.2.2")


def test_two_cases_are_called_alike_once_a_day_in_either_order_and_not_without_end() -> None:
    limits = Limits(Settings())
    assert [limits.count_likeness("192.0.2.1", *pair) for pair in ((1, 2), (2, 1), (1, 3))] == [True, False, True]
    assert limits.count_likeness("192.0.2.2", 2, 1)
    for other in range(27):
        limits.count_likeness("192.0.2.1", 1, 4 + other)
    with pytest.raises(TooMany):
        limits.count_likeness("192.0.2.1", 1, 40)
