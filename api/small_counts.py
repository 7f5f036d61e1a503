"""How many, said so that no count below five can be read or reckoned: on pages, in JSON and in every export.

Counts are rounded down to fives. A single hidden value can then not be had from a total and its other parts, nor from
two searches whose filters differ by it: both sides of the subtraction are off by up to four.
What a page lists with a link each (the cases of a brief, of a shelf) is not a count of this kind.
"""

from collections.abc import Mapping

SMALLEST_COUNT = 5


def at_least(number: int) -> int:
    """`number` rounded down to fives; 0 stands for anything below five."""
    return number - number % SMALLEST_COUNT


def counts_at_least(counts: Mapping[str, int]) -> dict[str, int]:
    return {value: at_least(number) for value, number in counts.items()}
