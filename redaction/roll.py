"""The roll of one call: which recogniser has read how many characters and found what; who did not sign holds the text.

Presidio's own list drops the lower of two equal spans, and with it the recogniser that read the context.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from corpus.errors import RedactionIncomplete
from redaction.finding import Finding

Roll = dict[str, tuple[int, list[Finding]]]
_roll: ContextVar[Roll | None] = ContextVar("roll", default=None)


@contextmanager
def called() -> Iterator[Roll]:
    """A fresh roll, on which every recogniser that finishes within signs."""
    roll: Roll = {}
    token = _roll.set(roll)
    try:
        yield roll
    finally:
        _roll.reset(token)


def sign(recognizer: str, length: int, findings: list[Finding]) -> bool:
    """Recogniser number `recognizer` has read `length` characters to their end; False where no roll is called."""
    roll = _roll.get()
    if roll is None:
        return False
    roll[recognizer] = length, findings
    return True


def answers(roll: Roll, ids: Sequence[str], length: int) -> list[Finding]:
    """Everything that `ids` found, ordered by start, of equal spans in the order of `ids`.

    Raises RedactionIncomplete where one of them has not signed.
    """
    skipped = [id_ for id_ in ids if id_ not in roll or roll[id_][0] != length]
    if skipped:
        raise RedactionIncomplete(f"{len(skipped)} recognisers did not read the whole text; it is held.")
    findings = [finding for id_ in ids for finding in roll[id_][1]]
    return sorted(findings, key=lambda finding: (finding.start, -finding.end))
