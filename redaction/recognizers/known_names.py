"""The names of this discussion, in whatever form: made afresh for each discussion, never part of the standing set."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.confusables import LEET
from redaction.finding import SEPARATOR, Finding
from redaction.grammar import IS, acts
from redaction.known_names import Forms, misspells
from redaction.presidio_engine import Recognizer
from redaction.words import Word, words

_LONGEST_GAP = 3
_TOKEN = regex.compile(r"[^\W_](?:[\w'.-]*[^\W_])?")
_AS_WORD_AFTER = frozenset("i you we he she they it that who this there to not ll".split())
_AS_WORD_BEFORE = frozenset("you be not the a an it we they i he she this that to have need get do go see come".split())
_GRANT_LIKE = frozenset("money application funding writer program proposal number day days book speech".split())


class KnownNames(Recognizer):
    """Hides every form of `forms` as a name of `kind`."""

    def __init__(
        self, forms: Forms, kind: EntityKind = EntityKind.PERSON, score: float = 0.95, name: str = "KnownNames"
    ) -> None:
        self.kinds = (kind,)
        self._forms = forms
        self._kind = kind
        self._score = score
        super().__init__()
        self.name = name

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens):
            if self._names(text, tokens, index, word):
                yield self._finding(word.start, word.end)
        for match in _TOKEN.finditer(text):
            if match.group().lower() in self._forms.words:
                yield self._finding(*match.span())
        yield from self._in_a_row(tokens)
        yield from self._spread(text)

    def _finding(self, start: int, end: int) -> Finding:
        return Finding(start, end, self._kind, self._score, self.name)

    def _names(self, text: str, tokens: list[Word], index: int, word: Word) -> bool:
        lower = word.lower.rstrip(".")
        if lower in self._forms.words or lower.replace("'", "") in self._forms.words:
            return True
        if lower in self._forms.homographs:
            return _stands_as_name(text, tokens, index)
        if word.all_capitals and lower.replace(".", "") in self._forms.initials:
            return True
        if lower.endswith("s") and lower[:-1] in self._forms.words:
            return True
        halves = lower.split("-")
        return (len(halves) > 1 and any(half in self._forms.words for half in halves)) or misspells(lower, self._forms)

    def _in_a_row(self, tokens: list[Word]) -> Iterator[Finding]:
        """Phrases such as "will page", whose words are common and whose sequence is not."""
        for phrase in self._forms.phrases:
            wanted = phrase.split(" ")
            for index in range(len(tokens) - len(wanted) + 1):
                if (
                    tokens[index].lower == wanted[0]
                    and [word.lower for word in tokens[index : index + len(wanted)]] == wanted
                ):
                    yield self._finding(tokens[index].start, tokens[index + len(wanted) - 1].end)

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


def _stands_as_name(text: str, tokens: list[Word], index: int) -> bool:
    """Whether an everyday word ("Will", "grant") is a name here; unsure means yes where it has a capital."""
    word = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    next_to = text[word.end : word.end + 2].lower()
    if next_to == "'s":
        return True
    opens = before is None or text[before.end : word.start].strip(" ,") != ""
    if opens and text[word.end : word.end + 1] == ",":
        return True
    if word.capital and not word.all_capitals:
        return not (opens and after and after.lower in _AS_WORD_AFTER) and not (after and after.lower in _GRANT_LIKE)
    if after is not None and text[word.end : after.start] == " " and after.lower in _THINGS_FOLLOW:
        return False
    cued = before is not None and before.lower.rstrip(".") in _CUES
    if opens and after is not None and text[word.end : after.start] == " " and after.lower in _ASKED_TO:
        return True
    speaks = after is not None and text[word.end : after.start] == " " and (acts(after.lower) or after.lower in _VERBS)
    return (cued or speaks) and not (before is not None and before.lower in _AS_WORD_BEFORE)


_THINGS_FOLLOW = _GRANT_LIKE | {"it", "like", "not", "my", "is not"}
_CUES = frozenset(
    """ask per cc dear hi hey hello tell told thank thanks thx ty w/ mr mrs ms miss dr coach principal vp ap from for
    by with and text texted call called email emailed see met if yo morning nurse officer deputy son daughter mom dad
    about w like sub teacher counselor""".split()
)
_ASKED_TO = frozenset("get send call tell do make bring check post write text email can could pls please u you".split())
"""After a name that opens a clause: "grant get a letter out"."""
_VERBS = IS | {"can", "already", "just", "fam", "family", "could", "might", "should"}
