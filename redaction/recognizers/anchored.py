"""Base of the recognisers that know a closing word ("Elementary", "Unified", "Church") and read the name before it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.grammar import ENDS
from redaction.lexicon import is_common, is_homograph
from redaction.presidio_engine import Recognizer
from redaction.words import Word, joined, name_like, run_before, words

_NUMBERS = frozenset({"two", "three", "four", "five"})


class Anchored(Recognizer):
    """`anchors` are lower-case closing words, several words apart by a space; the longest wins."""

    kind: ClassVar[EntityKind]
    anchors: ClassVar[frozenset[str]]
    score: ClassVar[float] = 0.85
    includes_anchor: ClassVar[bool] = True
    led_by: ClassVar[frozenset[str]] = frozenset()
    """Everyday words that may lead a name in lower case before an anchor: "north", "valley", "lincoln"."""
    never_led_by: ClassVar[frozenset[str]] = frozenset()
    """Capitalised words that begin a sentence or a description rather than a name."""

    never_alone: ClassVar[frozenset[str]] = frozenset()
    """Words that are a name before an anchor only beside another word or with a capital of their own."""

    def __init__(self) -> None:
        self.kinds = (self.kind,)
        self._lengths = _lengths(self.anchors)
        super().__init__()

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens):
            lengths = self._lengths.get(word.lower)
            stop = self._anchor_end(text, tokens, index, lengths) if lengths else 0
            first = self._first(text, tokens, index) if stop else index
            if stop and first < index:
                last = tokens[stop - 1 if self.includes_anchor else index - 1]
                yield Finding(tokens[first].start, last.end, self.kind, self.score, self.name)

    def _anchor_end(self, text: str, tokens: list[Word], index: int, lengths: Sequence[int]) -> int:
        """Index after the longest anchor that starts at `index`; 0 for none."""
        for length in lengths:
            stop = index + length
            if stop <= len(tokens) and " ".join(word.lower.rstrip(".") for word in tokens[index:stop]) in self.anchors:
                return stop if self.fits(text, tokens, index, stop) else 0
        return 0

    def _first(self, text: str, tokens: list[Word], index: int) -> int:
        first = run_before(text, tokens, index)
        if first == index:
            first = self._led(text, tokens, index)
        if first < index and tokens[first].lower in _NUMBERS and not tokens[first].capital:
            first += 1
        if first < index and self._describes(text, tokens, first, index):
            return index
        while first < index and (tokens[first].lower in self.never_led_by or not name_like(tokens[first])):
            if self.leads(text, tokens, first, index):
                break
            first += 1
        return first

    def _describes(self, text: str, tokens: list[Word], first: int, index: int) -> bool:
        """True for everyday words whose capital comes from the sentence: "Closed schools", "Two upper elementary"."""
        opens = first == 0 or text[tokens[first - 1].end : tokens[first].start].strip(" ").endswith(ENDS)
        if any(word.capital for word in tokens[first + 1 : index]) or (tokens[first].capital and not opens):
            return False
        if all(word.lower in self.never_alone for word in tokens[first:index]):
            return True
        lower = tokens[first].lower
        return (
            opens and first + 1 == index and is_common(lower) and not is_homograph(lower) and lower not in self.led_by
        )

    def _led(self, text: str, tokens: list[Word], index: int) -> int:
        """Like `run_before`, for names made of everyday words of `led_by`: "north valley hs"."""
        first = index
        while first > 0 and index - first < 3 and self.leads(text, tokens, first - 1, index):
            if not joined(text, tokens[first - 1], tokens[first]):
                break
            first -= 1
        return first

    def leads(self, text: str, tokens: list[Word], position: int, index: int) -> bool:
        """Whether an everyday word may belong to the name that ends before the anchor at `index`."""
        return tokens[position].lower in self.led_by

    def fits(self, text: str, tokens: list[Word], index: int, stop: int) -> bool:
        """For an anchor that is also something else, such as "ms"; every one by default."""
        return True


def _lengths(anchors: Iterable[str]) -> dict[str, list[int]]:
    """Of each word that opens an anchor, with and without a full stop, how many words its anchors have, longest first."""
    lengths: dict[str, set[int]] = {}
    for anchor in anchors:
        opening = anchor.split(" ")[0].rstrip(".")
        for written in (opening, f"{opening}."):
            lengths.setdefault(written, set()).add(anchor.count(" ") + 1)
    return {opening: sorted(found, reverse=True) for opening, found in lengths.items()}
