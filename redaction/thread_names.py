"""The thread as context: a name that was found once is looked for everywhere in the same discussion."""

from collections.abc import Iterable, Sequence

from corpus.model.redaction import EntityKind
from redaction.entities import LEVEL_WORDS
from redaction.everyday import everyday, names_nothing
from redaction.finding import Finding
from redaction.known_names import Forms, forms_of, found_forms, parts
from redaction.lexicon import is_common, is_frequent, is_rarer_homograph
from redaction.place_words import PLACE_WORDS
from redaction.presidio_engine import Recognizer
from redaction.recognizers.first_letters import FirstLetters
from redaction.recognizers.known_names import KnownNames
from redaction.recognizers.legends import Legends
from redaction.recognizers.short_places import ShortPlaces

NAME = "ThreadNames"
CONFIDENT = 0.5
_SENDERS = frozenset({"Headers", "Prefixes"})
_CUES = frozenset({"NameCues", "Greetings", "NameWords", "Answers"})
_PLACES = (EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION, EntityKind.ORGANIZATION)


def thread_recognizers(findings: Sequence[Finding], text: str) -> list[Recognizer]:
    """One recogniser for each kind of name among `findings`; only confident findings and uncommon words count."""
    surfaces: dict[EntityKind, set[str]] = {}
    for finding in findings:
        surface = text[finding.start : finding.end]
        guessed = finding.recognizer == "Names" and everyday(surface, finding.kind)
        if finding.score >= CONFIDENT and not guessed:
            surfaces.setdefault(finding.kind, set()).add(surface)
    recognizers: list[Recognizer] = []
    senders = {text[finding.start : finding.end] for finding in findings if finding.recognizer in _SENDERS}
    if EntityKind.PERSON in surfaces:
        forms = found_forms(surfaces[EntityKind.PERSON], _cued_words(findings, text))
        recognizers.append(KnownNames(forms, EntityKind.PERSON, 0.7, NAME))
        recognizers.append(FirstLetters(surfaces[EntityKind.PERSON]))
        recognizers.append(Legends(surfaces[EntityKind.PERSON], text))
    if senders:
        recognizers.append(KnownNames(forms_of(senders), EntityKind.PERSON, 0.9, "Senders"))
    if EntityKind.SCHOOL in surfaces:
        recognizers.append(ShortPlaces(_everyday_schools(surfaces[EntityKind.SCHOOL])))
    places = [kind for kind in _PLACES if kind in surfaces]
    return recognizers + [KnownNames(_place_forms(surfaces[kind], kind), kind, 0.65, NAME) for kind in places]


def named_words(findings: Sequence[Finding], text: str) -> frozenset[str]:
    """Every word, in lower case, of the people that were found for sure: what the model takes for one of them
    anywhere in the discussion is one, everyday word or not. Empty where there are none but everyday words.
    """
    every = frozenset(
        part
        for finding in findings
        if finding.kind is EntityKind.PERSON and finding.score >= CONFIDENT
        for part in parts(text[finding.start : finding.end])
    )
    return frozenset() if all(names_nothing(word, EntityKind.PERSON) for word in every) else every


def _cued_words(findings: Sequence[Finding], text: str) -> frozenset[str]:
    """Everyday words that the words beside them made a name somewhere in the discussion."""
    return frozenset(
        text[finding.start : finding.end].lower()
        for finding in findings
        if finding.recognizer in _CUES and _is_word(text[finding.start : finding.end].lower(), finding.recognizer)
    )


def _is_word(surface: str, recognizer: str) -> bool:
    return is_rarer_homograph(surface) or (recognizer == "Answers" and is_common(surface))


def _everyday_schools(surfaces: Iterable[str]) -> frozenset[str]:
    """The everyday word that is the whole name of a school named with its level: "north high", "Hope Academy"."""
    names: set[str] = set()
    for surface in surfaces:
        every = [word.strip(".,'()\"").removesuffix("'s") for word in surface.lower().split()]
        core = [word for word in every if word and word not in LEVEL_WORDS]
        if len(core) == 1 and len(every) > 1 and (is_frequent(core[0]) or core[0] in PLACE_WORDS):
            names.add(core[0])
    return frozenset(names)


def _place_forms(surfaces: Iterable[str], kind: EntityKind) -> Forms:
    """The distinctive part of each place's name, and a school's or district's first letters."""
    words: set[str] = set()
    phrases: set[str] = set()
    for surface in surfaces:
        every = [word.strip(".,'()\"").removesuffix("'s") for word in surface.lower().split()]
        core = [word for word in every if word and word not in LEVEL_WORDS]
        if surface.islower() and all(is_common(word) and word not in PLACE_WORDS for word in core):
            continue
        if len(core) > 1:
            phrases.add(" ".join(core))
        elif core and len(core[0]) > 3 and not is_frequent(core[0]):
            words.add(core[0])
        if kind in (EntityKind.SCHOOL, EntityKind.DISTRICT) and len(every) > 2:
            letters = "".join(word[0] for word in every if word[:1].isalpha())
            words.update({letters} if len(letters) > 2 and not is_common(letters) else ())
    return Forms(words=frozenset(words), phrases=frozenset(phrases))
