"""The trained name model as a recogniser: one call for all lines of a discussion."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer

LABELS = {
    kind.value: kind
    for kind in (EntityKind.PERSON, EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION, EntityKind.ORGANIZATION)
}
BUNDLE = 400
"""Characters of one text for the model; it was trained on windows of that size."""


class NameSpan(Protocol):
    """What the model returns for one name; offsets into its text."""

    start: int
    end: int
    label: str
    score: float


class NameFinder(Protocol):
    """The door of the model: as many lists as texts, in order."""

    def spans(self, texts: Sequence[str]) -> Sequence[Sequence[NameSpan]]: ...


class Names(Recognizer):
    kinds = tuple(LABELS.values())

    def __init__(self, model: NameFinder) -> None:
        self._model = model
        super().__init__()

    def find(self, text: str) -> Iterator[Finding]:
        """Reads line by line; raises when the model answers for fewer lines than it was asked."""
        lines = _lines(text)
        answers = self._model.spans([line for _, line in lines])
        for (offset, _), spans in zip(lines, answers, strict=True):
            for span in spans:
                kind = LABELS[span.label]
                yield Finding(offset + span.start, offset + span.end, kind, span.score, self.name)


def _lines(text: str) -> list[tuple[int, str]]:
    """Lines in bundles of about `BUNDLE` characters, with their offsets; neighbouring lines are each other's context."""
    bundles: list[tuple[int, str]] = []
    begin = offset = 0
    for line in text.split("\n"):
        if offset - begin + len(line) > BUNDLE and offset > begin:
            bundles.append((begin, text[begin : offset - 1]))
            begin = offset
        offset += len(line) + 1
    bundles.append((begin, text[begin:]))
    return [(start, bundle.replace("\ue000", " ")) for start, bundle in bundles if any(map(str.isalpha, bundle))]
