"""First names of the list that are no everyday words, with the surname that follows, in any case."""

from collections.abc import Iterator

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_first_name
from redaction.presidio_engine import Recognizer
from redaction.words import Word, joined, words


class FirstNames(Recognizer):
    kinds = (EntityKind.PERSON,)

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens):
            if is_first_name(word.lower) or ("-" in word.text and is_first_name(word.lower.split("-")[0])):
                last = _surname(text, tokens, index)
                yield Finding(word.start, tokens[last].end, EntityKind.PERSON, 0.6, self.name)


def _surname(text: str, tokens: list[Word], index: int) -> int:
    """Index of the last word of the name that begins at `index`."""
    last = index
    while last - index < 3 and last + 1 < len(tokens) and joined(text, tokens[last], tokens[last + 1]):
        following = tokens[last + 1]
        lower = following.lower.rstrip(".")
        initial = len(lower) == 1 and following.capital and lower != "i"
        if not initial and (
            (is_common(lower) and not (following.capital and tokens[last].capital)) or following.all_capitals
        ):
            break
        if lower[0].isdigit() or lower in ("i", "i'm", "i'll", "i've"):
            break
        last += 1
    return last
