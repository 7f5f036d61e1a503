"""Schools by the everyday word that is their name ("north", "king", "hope"), where the discussion named them in full."""

from collections.abc import Iterator

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer
from redaction.words import Word, words


class ShortPlaces(Recognizer):
    """Made afresh for each discussion from the words that its schools' names are made of."""

    kinds = (EntityKind.SCHOOL,)
    by_message = False

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        super().__init__()
        self.name = "ThreadNames"

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens):
            if word.lower in self._names and _is_place(text, tokens, index):
                yield Finding(word.start, word.end, EntityKind.SCHOOL, 0.65, self.name)


def _is_place(text: str, tokens: list[Word], index: int) -> bool:
    word = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    opens = before is None or text[before.end : word.start].strip(" ,") != ""
    closes = after is None or text[word.end : after.start] not in (" ", "'s ")
    if before is not None and not opens and before.lower in _ARTICLES:
        return False
    if word.capital and not word.all_capitals and not opens:
        return closes or not (after is not None and after.capital)
    led = opens or (before is not None and before.lower in _LEADS)
    return led and (closes or (after is not None and after.lower in _FOLLOWS))


_ARTICLES = frozenset("the a an my our your his her this that i we you they no some any good".split())
_LEADS = frozenset(
    """at from to @ vs versus against not over near by and n & or with w w/ call called beat played play plays playing of for
    like both either between told ask does did only then is attends attended left leaving visits hosts hosting""".split()
)
_FOLLOWS = frozenset(
    """kids parents staff teachers won lost played beat got prin principal families game games ap hs high ms middle elem fans
    boys girls gym campus is was has had did does went goes too also and n & or vs opens open closed closes called
    calls knows said says sent sends can will had in on at for before after last this next again w with we they who
    where when yesterday today now never always student students pta pto team side feeds feeder does nurse office""".split()
)
