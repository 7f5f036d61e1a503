"""The trained name model as a recogniser, asked for some neighbouring lines at a time."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import regex

from corpus.model.redaction import EntityKind
from redaction.deadline import Deadline
from redaction.finding import Finding
from redaction.nameless import worth_reading
from redaction.presidio_engine import Recognizer
from redaction.reading import begin, once

LABELS = {
    kind.value: kind
    for kind in (
        EntityKind.PERSON,
        EntityKind.SCHOOL,
        EntityKind.DISTRICT,
        EntityKind.LOCATION,
        EntityKind.ORGANIZATION,
        EntityKind.ID,
        EntityKind.AGE,
    )
}
NUMBERS = frozenset({EntityKind.ID, EntityKind.AGE})
"""Of these what is no name."""
DOUBTS = "Doubts"
"""Name of findings that hide nothing: words that the model takes for no names, without ruling it out."""
_NO_AGE = regex.compile(r"\d{4}|\d+(?:st|nd|rd|th)|k", regex.IGNORECASE)
_ORDINAL = regex.compile(r"\d{1,2}(?:st|nd|rd|th)s?", regex.IGNORECASE)
_GRADE = regex.compile(r"\b(?:grades?|gr|grado|k)\b[.\s-]{0,2}\Z", regex.IGNORECASE)
_LINE_FOR_ALL = regex.compile(r"(?:1[\s.-]{1,2})?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}")
_FOR_ALL_BEHIND = regex.compile(
    r"""\b(?:(?:cfr|u\.?s\.?c\.?)(?:\spart)?|titles?|sections?|sec|polic(?:y|ies)|rules?|windows|levels?|tiers?|amendments?
    |code(?=\s\d\b))\b[\s.]{0,2}""",
    regex.IGNORECASE | regex.VERBOSE,
)
_FOR_ALL_AHEAD = regex.compile(r"(?:\.\d{1,3})?\s?(?:cfr\b|u\.?s\.?c\b|degrees|percent|ppm|%|\u00b0)", regex.IGNORECASE)
_MEASURED = regex.compile(
    r"\b(?:bp|bg|temp|temperature|pulse|glucose|sugar|sats?|spo2|o2|reading)(?:[ ](?:is|was|of|at))?[ :]{1,2}(?:\d{2,3}(?:/|[ ]over[ ]))?-?\Z",
    regex.IGNORECASE,
)
"""What a nurse or a custodian reads off."""
_CALIBRE = regex.compile(r"\.(?:22|25|32|38|40|44|45|50|223|308|357|380)|5\.56|7\.62|[ ]?(?:9mm|12[ ]gauge)")
_A_PLAN = regex.compile(r"(?:[YN]\s{1,9})?504")
_CLOCK = regex.compile(
    r"(?:^[\s*\u2022-]{0,4}|[:;,.]\s|\b(?:at|by|until|till?|from|to|since|around|about)\s|[~@])((?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:h|hrs?|hours)?\b)(?![-./:]?\d)",
    regex.IGNORECASE | regex.MULTILINE,
)
_CLOCKS = 3
"""So many times of a log without colons, one after the other, show that they are times: "0745 fight, 0750 SRO there"."""
_HELD = regex.compile(
    r"\b(?:codes?|pins?|ids?|combos?|badges?|lockers?|ext|numbers?|nos?|plates?|rooms?|units?|lunch)\b|#",
    regex.IGNORECASE,
)
_REACH = 14
"""Characters before a number that may say what it is."""
BUNDLE = 6
"""Lines of one text for the model: in a chat about the 400 characters that it was trained on."""


class NameSpan(Protocol):
    """What the model returns for one name; offsets into its text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def doubtful(self) -> bool: ...


class NameFinder(Protocol):
    """The door of the model: as many lists as texts, in order."""

    def spans(self, texts: Sequence[str], *, doubts: bool = False) -> Sequence[Sequence[NameSpan]]: ...


class Names(Recognizer):
    kinds = tuple(LABELS.values())
    by_message = False
    reads_ahead = True

    def __init__(self, model: NameFinder) -> None:
        self._model = model
        super().__init__()

    def begin(self, text: str) -> None:
        for _, bundle in _bundles(text):
            begin("names", bundle, self._spans)

    def find(self, text: str) -> Iterator[Finding]:
        """Reads bundle by bundle, each by itself: what stands in one never changes what is found in another."""
        deadline = Deadline(len(text))
        for offset, bundle in _bundles(text):
            deadline.check()
            for span in once("names", bundle, self._spans):
                kind, recognizer = LABELS[span.label], DOUBTS if span.doubtful else self.name
                if _may_be(kind, bundle, span.start, span.end):
                    yield Finding(offset + span.start, offset + span.end, kind, span.score, recognizer)

    def _spans(self, bundle: str) -> Sequence[NameSpan]:
        (spans,) = self._model.spans([bundle], doubts=True)
        return spans


def _may_be(kind: EntityKind, text: str, start: int, end: int) -> bool:
    """False for an id without a digit, which is the noun beside it, for a number that all the country uses, for a grade
    or a year as an age, and for a grade alone as a name.
    """
    if kind in NUMBERS and _MEASURED.search(text, max(0, start - _REACH), start):
        return False
    if kind is EntityKind.ID:
        return any(map(str.isdigit, text[start:end])) and not (_is_for_all(text, start, end) or _is_a_time(text, start))
    if kind is EntityKind.AGE:
        before = text[max(0, start - _REACH) : start]
        return not (_NO_AGE.fullmatch(text, start, end) or _GRADE.search(before))
    addresses = kind is EntityKind.SCHOOL and text.endswith((" Ms", " Ms."), start, end)
    return not addresses and _ORDINAL.fullmatch(text, start, end) is None


def _is_for_all(text: str, start: int, end: int) -> bool:
    """True for a hotline, and for the number of a law, of a policy in the common series, of a version, of degrees."""
    if (
        _A_PLAN.fullmatch(text, start, end)
        or _CALIBRE.fullmatch(text, max(0, start - 1), end)
        or _CALIBRE.fullmatch(text, start, end)
    ):
        return True
    if _LINE_FOR_ALL.fullmatch(text, start, end) or _FOR_ALL_AHEAD.match(text, end):
        return True
    words = _FOR_ALL_BEHIND.finditer(text, max(0, start - _REACH), end)
    return any(start in match.span() for match in words)


def _is_a_time(text: str, start: int) -> bool:
    """True for a time of a log without colons, in rising order, on a line that speaks of no codes."""
    times = [
        match
        for match in _CLOCK.finditer(text)
        if not _HELD.search(text[text.rfind("\n", 0, match.start()) + 1 : match.start(1)])
    ]
    written = [match[1] for match in times]
    return len(times) >= _CLOCKS and written == sorted(set(written)) and any(match.start(1) == start for match in times)


def _bundles(text: str) -> list[tuple[int, str]]:
    return once("bundles", text, lambda text: list(_each_bundle(text)))


def _each_bundle(text: str) -> Iterator[tuple[int, str]]:
    """Every `BUNDLE` lines with their offset: neighbours are each other's context.

    Counted in lines, not letters, so that a placeholder put in later moves no border and unchanged lines need not be
    read again.
    """
    lines = text.split("\n")
    offset = 0
    for first in range(0, len(lines), BUNDLE):
        bundle = "\n".join(lines[first : first + BUNDLE])
        legible = worth_reading(bundle).replace("\ue000", " ")
        if any(map(str.isalpha, legible)):
            yield offset, legible
        offset += len(bundle) + 1
