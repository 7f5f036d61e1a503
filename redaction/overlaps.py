"""Overlapping findings become findings that don't overlap, without letting a single covered letter go."""

from collections.abc import Iterable

from corpus.model.redaction import EntityKind
from redaction.finding import Finding

_SURE = frozenset(
    {
        EntityKind.EMAIL,
        EntityKind.URL,
        EntityKind.PHONE,
        EntityKind.ADDRESS,
        EntityKind.HANDLE,
        EntityKind.MONEY,
        EntityKind.DATE,
        EntityKind.AGE,
    }
)
"""Kinds whose form gives them away; they win over names that lie across them."""


def resolve(findings: Iterable[Finding], text: str, taboo: Iterable[tuple[int, int]] = ()) -> list[Finding]:
    """Findings in order of start, none overlapping; what a loser covered beyond the winner stays its own.

    `taboo`: ranges that already belong to a placeholder, which no finding may touch.
    """
    taken: list[Finding] = []
    covered = bytearray(len(text))
    for start, end in taboo:
        covered[start:end] = b"\1" * (end - start)
    for finding in sorted(findings, key=_rank):
        for free in _free(covered, finding):
            start, end = free if _is_a_sign_asked_for(finding, text) else _tight(text, *free)
            if start < end and not _is_glue(text, start, end, finding):
                taken.append(Finding(start, end, finding.kind, finding.score, finding.recognizer))
                covered[start:end] = b"\1" * (end - start)
    return sorted(taken, key=lambda finding: finding.start)


def _is_glue(text: str, start: int, end: int, finding: Finding) -> bool:
    """True for the "of the" or "'s" that is left of a name whose words another finding took."""
    whole = (start, end) == (finding.start, finding.end)
    words = text[start:end].lower().replace("'", " ").split()
    return not (whole and finding.kind is EntityKind.PERSON) and all(word in _GLUE for word in words)


def _is_a_sign_asked_for(finding: Finding, text: str) -> bool:
    """True for a mascot's emoji, say, that a person selected: no letter, and nobody else finds such a thing."""
    return finding.recognizer == "KnownNames" and not any(map(str.isalnum, text[finding.start : finding.end]))


def _rank(finding: Finding) -> tuple[bool, int, float, int]:
    return finding.kind not in _SURE, finding.start - finding.end, -finding.score, finding.start


def _free(covered: bytearray, finding: Finding) -> list[tuple[int, int]]:
    """The parts of a finding that nobody has taken yet."""
    parts = []
    position = finding.start
    while position < finding.end:
        start = covered.find(0, position, finding.end)
        if start < 0:
            break
        end = covered.find(1, start, finding.end)
        end = finding.end if end < 0 else end
        parts.append((start, end))
        position = end
    return parts


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and separators at its ends; empty where no letter or digit is left."""
    if not any(character.isalnum() for character in text[start:end]):
        return start, start
    while text[start] in _NOT_FIRST:
        start += 1
    while text[end - 1] in _NOT_LAST:
        end -= 1
    return start, end


_GLUE = frozenset("the a an of and or s to in at for on by with".split())
_EDGES = " \t\n\u00a0\ue000,;:/|&=*~<>-\u2013\u2014"
_NOT_FIRST, _NOT_LAST = _EDGES + ")]}", _EDGES + "([{"
