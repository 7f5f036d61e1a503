"""Turning pages by links."""

from web.paging import A_PAGE, LAST_PAGE, pager, skipped


def test_first_middle_and_last_page_know_their_neighbours() -> None:
    first, middle, last = (pager("/topics/2", number, A_PAGE * 3) for number in (1, 2, 3))
    assert (first.before, first.after) == ("", "/topics/2?page=2")
    assert (middle.before, middle.after) == ("/topics/2", "/topics/2?page=3")
    assert (last.before, last.after) == ("/topics/2?page=2", "")


def test_what_narrows_the_list_stays_and_what_is_empty_does_not() -> None:
    assert pager("/topics/2", 1, 100, {"level": "K-8", "other": ""}).after == "/topics/2?level=K-8&page=2"


def test_nobody_is_led_beyond_the_last_page() -> None:
    assert pager("/x", LAST_PAGE, 10**6).after == ""
    assert skipped(1) == 0
    assert skipped(3) == 2 * A_PAGE
