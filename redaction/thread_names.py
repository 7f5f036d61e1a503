"""The thread as context: a name that was found once is looked for everywhere in the same discussion."""

from collections.abc import Iterable

from corpus.model.redaction import EntityKind
from redaction.entities import LEVEL_WORDS
from redaction.finding import Finding
from redaction.known_names import Forms, found_forms
from redaction.lexicon import is_common
from redaction.presidio_engine import Recognizer
from redaction.recognizers.known_names import KnownNames

NAME = "ThreadNames"
CONFIDENT = 0.55
_PLACES = (EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION, EntityKind.ORGANIZATION)


def thread_recognizers(findings: Iterable[Finding], text: str) -> list[Recognizer]:
    """One recogniser for each kind of name among `findings`; only confident findings and uncommon words count."""
    surfaces: dict[EntityKind, set[str]] = {}
    for finding in findings:
        if finding.score >= CONFIDENT:
            surfaces.setdefault(finding.kind, set()).add(text[finding.start : finding.end])
    recognizers: list[Recognizer] = []
    if EntityKind.PERSON in surfaces:
        recognizers.append(KnownNames(found_forms(surfaces[EntityKind.PERSON]), EntityKind.PERSON, 0.7, NAME))
    for kind in _PLACES:
        if kind in surfaces:
            recognizers.append(KnownNames(_place_forms(surfaces[kind], kind), kind, 0.65, NAME))
    return recognizers


def _place_forms(surfaces: Iterable[str], kind: EntityKind) -> Forms:
    """The distinctive part of each place's name, and a school's or district's first letters."""
    words: set[str] = set()
    phrases: set[str] = set()
    for surface in surfaces:
        every = [word.strip(".,'()\"").removesuffix("'s") for word in surface.lower().split()]
        core = [word for word in every if word and word not in LEVEL_WORDS]
        if len(core) > 1:
            phrases.add(" ".join(core))
        elif core and len(core[0]) > 3 and not is_common(core[0]):
            words.add(core[0])
        if kind in (EntityKind.SCHOOL, EntityKind.DISTRICT) and len(every) > 2:
            letters = "".join(word[0] for word in every if word[:1].isalpha())
            words.update({letters} if len(letters) > 2 and not is_common(letters) else ())
    return Forms(words=frozenset(words), phrases=frozenset(phrases))
