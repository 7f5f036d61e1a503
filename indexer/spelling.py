"""The right spelling of a query word, from the words of the cases and a list of words that are known to be English.

Near as in Wolf Garbe's SymSpell: two words that share a form with at most one letter taken out. Unlike there,
the forms of all case words are not kept: few query words need mending, and every process would hold them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

SHORTEST_MENDED = 4
"""Shorter words are left alone: their neighbours are too many."""
LONGEST_MENDED = 24
"""Longer ones too: they are no words, and their neighbours grow with the square of their length."""


class Spelling:
    """Immutable; `frequencies` counts words of the cases, `known` are right as they stand though no case holds them."""

    def __init__(self, frequencies: Mapping[str, int], known: frozenset[str] = frozenset()) -> None:
        self._frequencies = frequencies
        self._known = known
        self._letters = "".join(sorted(set().union(*frequencies)))

    def mend(self, word: str) -> str:
        """The case word most likely meant, or `word` itself when it is right or nothing is near."""
        if not SHORTEST_MENDED <= len(word) <= LONGEST_MENDED or word in self._frequencies or word in self._known:
            return word
        near = {form for form in self._around(word) if len(form) >= SHORTEST_MENDED and form in self._frequencies}
        return min(near, key=lambda candidate: self._rank(word, candidate), default=word)

    def _around(self, word: str) -> Iterator[str]:
        """Every word that shares a form with `word`."""
        for form in set(_forms(word)):
            yield form
            for position in range(len(form) + 1):
                before, after = form[:position], form[position:]
                yield from (before + letter + after for letter in self._letters)

    def _rank(self, word: str, candidate: str) -> tuple[int, bool, int, str]:
        """Fewest edits first, then the same first letter, then the more frequent word."""
        return _edits(word, candidate), word[0] != candidate[0], -self._frequencies[candidate], candidate


def word_frequencies(texts: Iterable[str]) -> Counter[str]:
    """How often each word of letters stands in `texts`, lower case."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(word for word in text.lower().replace("-", " ").split() if word.isalpha())
        counted.update(
            stripped
            for word in text.lower().split()
            if (stripped := word.strip(".,;:!?()")) != word and stripped.isalpha()
        )
    return counted


def _forms(word: str) -> Iterator[str]:
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]


def _edits(one: str, other: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment distance)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        before, above = above, here
    return above[-1]
