import pytest

from corpus.outside import is_storable, storable, whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [("7", 7), ("007", 7), ("²", None), ("٣", None), ("1²", None), ("-1", None), ("", None), ("9" * 5_000, None)],
)
def test_only_plain_digits_make_a_number(typed: str, number: int | None) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize("value", ["a\ud800", {"a\udfff": 1}, {"a": [{"b": ["\x00"]}]}])
def test_what_no_store_holds_is_found_wherever_it_is(value: object) -> None:
    assert not is_storable(value)
    assert is_storable({"a": ["😀 ok", 1, None, 2.5, True]})


def test_what_no_store_holds_is_replaced_and_nothing_else() -> None:
    assert storable("a\ud800b\x00c😀") == "a\ufffdb\ufffdc😀"
