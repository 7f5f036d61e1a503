"""The names of this discussion, in whatever form: made afresh for each discussion, never part of the standing set."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.confusables import LEET
from redaction.finding import SEPARATOR, Finding
from redaction.known_names import Forms, misspells
from redaction.presidio_engine import Recognizer
from redaction.recognizers.known_words import stands_as_name
from redaction.words import Word, words

_LONGEST_GAP = 3
_HUMPED = regex.compile(r"(?<!\p{L})\p{L}{1,30}?\p{Ll}\p{Lu}\p{L}{1,30}(?!\p{L})")
_HUMP = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")
"""Within "TeamKieran"."""
_TOKEN = regex.compile(r"[^\W_](?:[\w'.-]*[^\W_])?")


class KnownNames(Recognizer):
    """Hides every form of `forms` as a name of `kind`."""

    def __init__(
        self, forms: Forms, kind: EntityKind = EntityKind.PERSON, score: float = 0.95, name: str = "KnownNames"
    ) -> None:
        self.kinds = (kind,)
        self._forms = forms
        self._empty = not (forms.words or forms.homographs or forms.phrases or forms.initials)
        self._opening: dict[str, list[list[str]]] = {}
        for phrase in forms.phrases:
            wanted = phrase.split(" ")
            self._opening.setdefault(wanted[0], []).append(wanted)
        self._judged: dict[str, bool] = {}
        self._kind = kind
        self._score = score
        super().__init__()
        self.name = name

    def find(self, text: str) -> Iterator[Finding]:
        if self._empty:
            return
        tokens = words(text)
        for index, word in enumerate(tokens):
            if self._names(text, tokens, index, word):
                yield self._finding(word.start, word.end)
        for match in _TOKEN.finditer(text) if self._forms.words else ():
            if match.group().lower() in self._forms.words:
                yield self._finding(*match.span())
        for match in _HUMPED.finditer(text) if self._forms.words else ():
            if any(len(part) > _LONGEST_GAP and part.lower() in self._forms.words for part in _HUMP.split(match[0])):
                yield self._finding(*match.span())
        yield from self._in_a_row(tokens)
        yield from self._spread(text)

    def _finding(self, start: int, end: int) -> Finding:
        return Finding(start, end, self._kind, self._score, self.name)

    def _names(self, text: str, tokens: list[Word], index: int, word: Word) -> bool:
        lower = word.lower.rstrip(".")
        if lower in self._forms.homographs and not self._is_whole(lower):
            return stands_as_name(text, tokens, index)
        if self._forms.initials and word.all_capitals and lower.replace(".", "") in self._forms.initials:
            return True
        if lower not in self._judged:
            self._judged[lower] = self._is_form(lower)
        return self._judged[lower]

    def _is_form(self, word: str) -> bool:
        """True for a known word, its plural, a half of it, or a slip of the pen, wherever it stands."""
        if self._is_whole(word) or (word.endswith("s") and word[:-1] in self._forms.words):
            return True
        halves = word.split("-")
        return (len(halves) > 1 and any(half in self._forms.words for half in halves)) or misspells(word, self._forms)

    def _is_whole(self, word: str) -> bool:
        return word in self._forms.words or word.replace("'", "") in self._forms.words

    def _in_a_row(self, tokens: list[Word]) -> Iterator[Finding]:
        """Phrases such as "will page", whose words are common and whose sequence is not."""
        for index, token in enumerate(tokens):
            for wanted in self._opening.get(token.lower, ()):
                row = tokens[index : index + len(wanted)]
                if [word.lower for word in row] == wanted:
                    yield self._finding(token.start, row[-1].end)

    def _spread(self, text: str) -> Iterator[Finding]:
        """Long names whose letters are parted by blanks, signs or line breaks, or typed as digits."""
        if not self._forms.collapsed:
            return
        letters = [
            (index, LEET.get(character, character).lower())
            for index, character in enumerate(text)
            if character.isalnum() or character in LEET
        ]
        squeezed = "".join(letter for _, letter in letters)
        for name in self._forms.collapsed:
            position = squeezed.find(name)
            while position >= 0:
                start, end = letters[position][0], letters[position + len(name) - 1][0] + 1
                if _is_spread(text, start, end, len(name)):
                    yield self._finding(start, end)
                position = squeezed.find(name, position + 1)


def _is_spread(text: str, start: int, end: int, length: int) -> bool:
    inside = text[start:end]
    whole = not (start and text[start - 1].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end : end + 2] != "s "
    )
    disguised = end - start > length or any(not character.isalpha() for character in inside)
    return disguised and whole and end - start <= length * (_LONGEST_GAP + 1) and SEPARATOR not in inside
