"""The only file that imports Presidio, and spaCy where a pipeline is named: the base class of recognisers, and the
engine that runs them all.

Fails closed: a recogniser that raises, runs out of time, reads less than the whole text or is skipped
raises RedactionIncomplete. No message holds text. Presidio's own PatternRecognizer is refused, because its regex
timeout returns an empty list.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any, ClassVar

from corpus.errors import RedactionIncomplete
from corpus.model.redaction import EntityKind
from redaction.blanks import is_wide, narrowed
from redaction.deadline import Deadline, in_time
from redaction.finding import SEPARATOR, Finding, within
from redaction.placeholders import unnumbered
from redaction.reading import once
from redaction.roll import answers, called, sign
from redaction.stand_ins import without_what_nobody_runs

with without_what_nobody_runs():
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, PatternRecognizer, RecognizerResult
    from presidio_analyzer import RecognizerRegistry as PresidioRegistry
    from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

LANGUAGE = "en"
MOST_CHARACTERS = 2_000_000
"""A longer text is held; no recogniser is asked to read it in part."""


class Recognizer(EntityRecognizer):  # type: ignore[misc]
    """Base of every recogniser here: `find` says what it sees, `analyze` guards it for Presidio."""

    kinds: tuple[EntityKind, ...]
    by_message: ClassVar[bool] = True
    """Each message is read by itself, and once in a call however many rounds it takes; False for a recogniser whose
    `find` must see the whole discussion at once."""
    reads_blanks: ClassVar[bool] = False
    """True for a recogniser that tells one blank from several; to the others of each message they are one."""

    reads_ahead: ClassVar[bool] = False
    """True for one that can begin on another core while others read; it is run after them."""

    def __init__(self) -> None:
        super().__init__([kind.value for kind in self.kinds], name=type(self).__name__)

    def load(self) -> None:
        """Recognisers load in their constructor; Presidio calls this and needs it to exist."""

    def begin(self, text: str) -> None:
        """Begins what `find` will ask for where `reads_ahead`; whatever fails here fails in `find` again."""

    @abstractmethod
    def find(self, text: str) -> Iterable[Finding]:
        """Every span of `text` that names something of `kinds`; raises rather than stopping early."""

    def read(self, text: str, nlp_artifacts: NlpArtifacts | None) -> list[Finding]:
        """What `find` sees in the discussion, message by message; TimeoutError when it takes too long over it."""
        deadline = Deadline(len(text))
        if not self.by_message:
            return in_time(self.find(text), deadline)

        def whole(message: str) -> list[Finding]:
            if self.reads_blanks or not is_wide(message):
                return within(in_time(self.find(message), deadline), len(message))
            narrow = once("one blank", message, narrowed)
            found = within(in_time(self.find(narrow.text), deadline), len(narrow.text))
            return [narrow.widened(finding) for finding in found]

        findings: list[Finding] = []
        offset = 0
        for message in once("messages", text, _messages):
            if found := once(self, message, whole) if message else None:
                findings += (finding.moved(offset) for finding in found)
            offset += len(message) + len(SEPARATOR)
        deadline.check()
        return findings

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None) -> list[Any]:
        """Presidio's door. Raises RedactionIncomplete, without text, whatever `find` raised.

        What is found goes on the roll where one is called, and to Presidio where none is: it would only sort them.
        """
        findings = self._guarded(text, nlp_artifacts)
        if findings is None:
            raise RedactionIncomplete(f"The recogniser {self.name} did not finish; the text is held.")
        return [] if sign(self.id, len(text), findings) else [_result(finding) for finding in findings]

    def _guarded(self, text: str, nlp_artifacts: NlpArtifacts | None) -> list[Finding] | None:
        """None where anything was raised, so that no error carries another one with text."""
        try:
            return within(self.read(text, nlp_artifacts), len(text))
        except Exception:  # noqa: BLE001 - whatever it was, the text is held and nothing of it may be told
            return None


def _messages(text: str) -> list[str]:
    return [once("unnumbered", message, unnumbered) for message in text.split(SEPARATOR)]


def _result(finding: Finding) -> RecognizerResult:
    return RecognizerResult(
        finding.kind.value,
        finding.start,
        finding.end,
        finding.score,
        recognition_metadata={RecognizerResult.RECOGNIZER_NAME_KEY: finding.recognizer},
    )


class Engine:
    """Presidio's analyser over exactly the recognisers that it is given; nothing by default, no network."""

    def __init__(self, recognizers: Sequence[Recognizer], spacy_pipeline: str | None = None) -> None:
        """`spacy_pipeline`: a path to a saved pipeline whose names are used too."""
        if any(isinstance(recognizer, PatternRecognizer) for recognizer in recognizers):
            raise TypeError("Presidio's PatternRecognizer fails open; derive from Patterns instead.")
        self._spacy = _Spacy(spacy_pipeline)
        extra = [SpacyNames()] if spacy_pipeline else []
        self._ids = [recognizer.id for recognizer in (*recognizers, *extra)]
        self._ahead = [recognizer for recognizer in recognizers if recognizer.reads_ahead]
        in_turn = sorted((*recognizers, *extra), key=lambda recognizer: recognizer.reads_ahead)
        self._analyzer = AnalyzerEngine(
            registry=PresidioRegistry(recognizers=in_turn, supported_languages=[LANGUAGE]),
            nlp_engine=self._spacy,
            supported_languages=[LANGUAGE],
            context_aware_enhancer=_NoContext(),
        )

    def find(self, text: str, for_this_text: Sequence[Recognizer] = ()) -> list[Finding]:
        """Every finding of every recogniser, ordered by start; `for_this_text` are run besides the standing ones.

        Raises RedactionIncomplete when any of them did not finish, or when the text is too long.
        """
        if len(text) > MOST_CHARACTERS:
            raise RedactionIncomplete(f"The text has {len(text)} characters, more than {MOST_CHARACTERS}; it is held.")
        with called() as roll, self._spacy.memory_zone():
            for recognizer in self._ahead:
                with suppress(Exception):
                    recognizer.begin(text)
            self._analyzer.analyze(text, LANGUAGE, ad_hoc_recognizers=list(for_this_text))
        return answers(roll, [*self._ids, *(recognizer.id for recognizer in for_this_text)], len(text))

    def find_only(self, text: str, recognizers: Sequence[Recognizer]) -> list[Finding]:
        """The findings of `recognizers` alone, guarded alike."""
        return found_by(recognizers, text)


def found_by(recognizers: Sequence[Recognizer], text: str) -> list[Finding]:
    """What `recognizers` see, without Presidio; raises RedactionIncomplete where one of them did not finish."""
    with called() as roll:
        for recognizer in recognizers:
            recognizer.analyze(text, [])
    return answers(roll, [recognizer.id for recognizer in recognizers], len(text))


class SpacyNames(Recognizer):
    """Names that a spaCy pipeline given by path found; not part of the standing set."""

    kinds = (EntityKind.PERSON, EntityKind.LOCATION, EntityKind.ORGANIZATION)
    labels: ClassVar[dict[str, EntityKind]] = {
        "PERSON": EntityKind.PERSON,
        "GPE": EntityKind.LOCATION,
        "LOC": EntityKind.LOCATION,
        "FAC": EntityKind.LOCATION,
        "ORG": EntityKind.ORGANIZATION,
    }

    def find(self, text: str) -> Iterator[Finding]:
        raise TypeError("The names of a pipeline are read from its artefacts.")

    def read(self, text: str, nlp_artifacts: NlpArtifacts | None) -> list[Finding]:
        return [
            Finding(entity.start_char, entity.end_char, self.labels[entity.label_], 0.85, self.name)
            for entity in (nlp_artifacts.entities if nlp_artifacts else ())
            if entity.label_ in self.labels
        ]


class _NoContext(ContextAwareEnhancer):  # type: ignore[misc]
    """Context is read by the recognisers themselves; Presidio's enhancer would only cost time."""

    def __init__(self) -> None:
        super().__init__(0.0, 0.0, 0, 0)

    def enhance_using_context(self, *, raw_results: list[Any], **_: Any) -> list[Any]:
        return raw_results


class _Spacy(NlpEngine):  # type: ignore[misc]
    """A pipeline saved at a path as Presidio's tokenizer, never a download; without one there are no tokens, since
    nobody reads them, and spaCy is not even imported.
    """

    def __init__(self, path: str | None) -> None:
        self._pipeline = _loaded(path) if path else None

    def memory_zone(self) -> AbstractContextManager[Any]:
        """Within it the pipeline keeps what it read; afterwards nothing."""
        return self._pipeline.memory_zone() if self._pipeline else nullcontext()

    def load(self) -> None:
        """Loaded by the constructor."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        tokens = self._pipeline(text) if self._pipeline else None
        return NlpArtifacts(list(tokens.ents) if tokens else [], tokens, [], [], None, language)

    def process_batch(self, texts: Iterable[str], language: str, **_: Any) -> Iterator[tuple[str, NlpArtifacts]]:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return [LANGUAGE]


def _loaded(path: str) -> Any:
    import spacy

    pipeline = spacy.load(path)
    pipeline.max_length = MOST_CHARACTERS
    return pipeline
