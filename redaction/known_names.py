"""Names that are known to belong to a discussion, and every form in which a thread writes them.

A declared name (participant, contributor's dictionary, correction) is looked for in all its variants: parts,
nicknames, misspellings within one edit, initials, handles, spread-out letters. A name that detection found is looked
for in its own words only, and only the uncommon ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from redaction.canonical import canonical
from redaction.lexicon import is_common, is_first_name, is_frequent, is_homograph, nicknames

_PART = regex.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NOT_A_NAME = frozenset(
    """mr mrs ms miss mx dr coach principal assistant vice teacher nurse counselor officer mom dad mama mami papa
    parent parents office front school elementary middle high unified district group chat team admin hs the of and for
    room mother father class grade room pta pto sro vp ap supt unknown deleted account user phone me you staff de la
    del los las van von jr sr ii iii grandma grandpa aunt uncle and bus driver secretary custodian main desk new old
    ms es principals prin superintendent deputy sgt cell work home asst st academy board member para sped lead
    whatsapp slack groupme imessage instagram facebook contact iphone mobile""".split()
)
LONG = 6
"""Letters from which on a misspelling is still more like the name than like anything else."""


@dataclass(frozen=True)
class Forms:
    """What to look for. All lower case, canonical, and each mapped to nothing but itself."""

    words: frozenset[str] = frozenset()
    """Uncommon words that are hidden wherever they stand."""
    homographs: frozenset[str] = frozenset()
    """Everyday words that are hidden where the context lets them be a name."""
    phrases: frozenset[str] = frozenset()
    """Several words that are hidden where they stand together."""
    initials: frozenset[str] = frozenset()
    """Hidden in capitals only."""
    edits: dict[str, str] = field(default_factory=dict)
    """Every string with one letter left out of a long word, to the word."""
    collapsed: frozenset[str] = frozenset()
    """Long names without blanks, looked for among letters with anything thrown in."""


def parts(name: str) -> list[str]:
    """The words of a name that identify, in lower case: no titles, no emoji, no roles."""
    found = [part.lower() for part in _PART.findall(canonical(name).text)]
    return [part.removesuffix("'s") for part in found if part not in _NOT_A_NAME]


def _with_particles(name: str) -> str:
    """The name from its first identifying word to its last, with what stands between: "anna van berg"."""
    every = [part.lower().removesuffix("'s") for part in _PART.findall(canonical(name).text)]
    identifying = [index for index, part in enumerate(every) if part not in _NOT_A_NAME]
    return " ".join(every[identifying[0] : identifying[-1] + 1])


def forms_of(names: Iterable[str]) -> Forms:
    """Every form of the declared `names`."""
    words: set[str] = set()
    phrases: set[str] = set()
    initials: set[str] = set()
    for name in names:
        pieces = parts(name)
        long_pieces = [piece for piece in pieces if len(piece) > 1]
        words.update(long_pieces)
        for piece in long_pieces[:1]:
            words.update(short for short in nicknames(piece) if not is_common(short))
        for piece in long_pieces:
            words.update(half for half in piece.split("-") if len(half) > 2)
        if len(pieces) > 1:
            phrases.update({" ".join(pieces), _with_particles(name)})
            initials.add("".join(piece[0] for piece in pieces))
        words.update(_handles(long_pieces))
        words.update(_account(name))
    homographs = {
        word for word in words if is_frequent(word) or is_homograph(word) or (is_common(word) and len(word) < 4)
    }
    uncommon = words - homographs
    return Forms(
        words=frozenset(uncommon),
        homographs=frozenset(homographs),
        phrases=frozenset(phrases),
        initials=frozenset(initial for initial in initials if 2 <= len(initial) <= 4 and not is_common(initial)),
        edits=_edits(word for word in uncommon if len(word) >= LONG),
        collapsed=frozenset(
            squeezed
            for word in [*uncommon, *homographs, *(phrase.replace(" ", "") for phrase in phrases)]
            if len(squeezed := "".join(filter(str.isalpha, word))) >= LONG - 1
        ),
    )


def _handles(pieces: list[str]) -> set[str]:
    """As in "dwhitfield", "danaw", "danawhitfield" and their likes."""
    if len(pieces) < 2:
        return set()
    first, last = pieces[0].replace("'", ""), pieces[-1].replace("'", "")
    return {first[0] + last, first + last[0], first + last, last + first[0], last + first} | (
        {first[0] + last[:4], first[0] + last[:5]} if len(last) >= 5 else set()
    )


def _account(name: str) -> set[str]:
    """The part of an address before the @, or a handle without its sign."""
    bare = name.strip().lstrip("@~").lower()
    local = bare.split("@")[0]
    one_word = " " not in bare and any(character.isalpha() for character in local) and len(local) > 3
    return {local} if one_word and ("@" in name or "_" in name or "." in bare.strip(".")) else set()


def _edits(words: Iterable[str]) -> dict[str, str]:
    return {word[:index] + word[index + 1 :]: word for word in words for index in range(len(word))}


def misspells(word: str, forms: Forms) -> bool:
    """True for a word one edit (a letter more, less, other, or two swapped) away from a long known name."""
    if not forms.edits or len(word) < LONG - 1 or is_common(word) or is_first_name(word):
        return False
    if word in forms.edits:
        return True
    shorter = {word[:index] + word[index + 1 :] for index in range(len(word))}
    return not shorter.isdisjoint(forms.words) or any(
        short in forms.edits and len(forms.edits[short]) == len(word) for short in shorter
    )


def found_forms(names: Iterable[str], homographs: frozenset[str] = frozenset()) -> Forms:
    """The forms in which a name that was found in the text is hidden elsewhere: its own uncommon words."""
    words: set[str] = set()
    phrases: set[str] = set()
    firsts: set[str] = set()
    for name in names:
        pieces = parts(name)
        words.update(piece for piece in pieces if len(piece) > 2 and not is_common(piece))
        if len(pieces) > 1:
            phrases.update({" ".join(pieces), _with_particles(name)})
            firsts.update(piece for piece in pieces[:1] if is_common(piece))
    return Forms(words=frozenset(words), homographs=homographs | firsts, phrases=frozenset(phrases))
