"""People written as the first letters of a name that stands in the same discussion: "JB: send it", "per JB", "-jb"."""

from collections.abc import Iterable, Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.known_names import parts
from redaction.lexicon import is_common
from redaction.presidio_engine import Recognizer

_ELSEWHERE = frozenset("ac bp dc ta ra pc uk eu ee nb md ld sc ne nw rd cd dj hc td qb rb oj tt us".split())
"""Letters that mostly stand for something else and that no word list has; "hr", "pe" and "ok" are words there."""
_ONLY_IN_LISTS = frozenset(
    "br di dz em en gc ha ke kk km le ls ml mm pl pk pp ru sa si su te ti ty ve vi ya ye".split()
)
"""Words to word lists and, some of them, to chats in small letters, and to nobody in capitals."""
_STATES = frozenset(
    """al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy""".split()
)
_LETTERS = regex.compile(
    r"""(?<![\w.,&/@\#-]|[\d,]\s)[A-Z]{2,3}(?![\w&/@-]|\s\d|\.\w)|(?<=,\s)(?P<listed>[A-Z]{2,3})(?![\w&/@-])
    |(?:^|(?<=\n))[-~\s]{0,3}\K[a-z]{2,3}(?=:\s|\s?(?:\n|$))""",
    regex.VERBOSE,
)


class FirstLetters(Recognizer):
    """Capitals anywhere; small letters only where they sign or speak, at the two ends of a line."""

    kinds = (EntityKind.PERSON,)

    def __init__(self, names: Iterable[str]) -> None:
        """`names`: people found in full, as they were written."""
        self._letters = frozenset(letters for name in names for letters in _first_letters(name))
        super().__init__()

    def find(self, text: str) -> Iterator[Finding]:
        for match in _LETTERS.finditer(text) if self._letters else ():
            state = match["listed"] is not None and match["listed"].lower() in _STATES
            letters = match.group().lower()
            spoken = letters in _ONLY_IN_LISTS and match.group().islower()
            if letters in self._letters and not state and not spoken:
                yield Finding(*match.span(), EntityKind.PERSON, 0.7, self.name)


def _first_letters(name: str) -> Iterator[str]:
    """Those of first and last name, and of all names where there are three; none that are a word."""
    every = [part[0] for part in parts(name) if part[:1].isalpha()]
    for letters in dict.fromkeys((every[0] + every[-1], "".join(every)) if 2 <= len(every) <= 3 else ()):
        known = letters in _ELSEWHERE or (is_common(letters) and letters not in _ONLY_IN_LISTS)
        if letters.isascii() and not known:
            yield letters
