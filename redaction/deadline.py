"""How long one recogniser, the name model included, may take over a text before the text is held."""

from collections.abc import Iterable
from time import monotonic

from redaction.finding import Finding

SECONDS = 30.0
SECONDS_A_CHARACTER = 0.002
"""On the clock, whatever else the machine does."""


class Deadline:
    """Begins now, for a text of `length` characters."""

    def __init__(self, length: int) -> None:
        self._until = monotonic() + SECONDS + SECONDS_A_CHARACTER * length

    def check(self) -> None:
        """Raises TimeoutError where the time is over."""
        if monotonic() > self._until:
            raise TimeoutError("too long over a text")


def in_time(found: Iterable[Finding], deadline: Deadline) -> list[Finding]:
    """All of `found`, which may be a generator that takes its time; raises TimeoutError where it takes too much."""
    findings: list[Finding] = []
    for finding in found:
        findings.append(finding)
        deadline.check()
    deadline.check()
    return findings
