"""Places of many fixed phrases in a text, found in one walk over its words; what they mean is the caller's."""

from collections.abc import Iterable, Iterator

import regex

_WORD = regex.compile(r"[^\W_]++")
_LETTER = regex.compile(r"\w")


class Phrases:
    """Lower-case phrases, kept by the two words that they open with, so that the number of phrases costs no time."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Phrases open with a letter or a digit; others are never found."""
        self._opening: dict[tuple[str, ...], list[str]] = {}
        for phrase in phrases:
            self._opening.setdefault(tuple(_WORD.findall(phrase)[:2]), []).append(phrase)
        for those in self._opening.values():
            those.sort(key=len, reverse=True)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where phrases stand between word boundaries, in any case: the longest of those that begin together, none
        across another.
        """
        lowered = _lowered(text)
        spans: list[tuple[int, int]] = []
        for start, end in self._stands(lowered):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans

    def _stands(self, lowered: str) -> Iterator[tuple[int, int]]:
        """The longest phrase that begins at each word."""
        words = [(match.start(), match.group()) for match in _WORD.finditer(lowered)]
        for (start, word), (_, following) in zip(words, [*words[1:], (0, "")], strict=True):
            if start and _LETTER.match(lowered, start - 1):
                continue
            ends = (self._end(opening, lowered, start) for opening in ((word, following), (word,)))
            longest = max(ends)
            if longest:
                yield start, longest

    def _end(self, opening: tuple[str, ...], lowered: str, start: int) -> int:
        """Where the longest phrase of an opening ends that stands at `start`; 0 for none."""
        for phrase in self._opening.get(opening, ()):
            end = start + len(phrase)
            if lowered.startswith(phrase, start) and not _LETTER.match(lowered, end):
                return end
        return 0


def _lowered(text: str) -> str:
    """The text in lower case, each character where it was."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
