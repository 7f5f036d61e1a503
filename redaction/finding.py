"""Finding: one span that a recogniser reports, before overlaps, links and placeholders; offsets are canonical."""

from dataclasses import dataclass

from corpus.model.redaction import EntityKind

SEPARATOR = "\n\ue000\n"
"""Stands between two messages of a joined text; its middle is matched by no pattern and by no word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A half-open range of characters of the canonical text and what it seems to name."""

    start: int
    end: int
    kind: EntityKind
    score: float
    """Between 0 and 1; as the recogniser judges itself, not calibrated among recognisers."""
    recognizer: str

    def overlaps(self, other: "Finding") -> bool:
        return self.start < other.end and other.start < self.end

    def moved(self, offset: int) -> "Finding":
        """The same, of a text in which its own begins at `offset`."""
        if not offset:
            return self
        return Finding(self.start + offset, self.end + offset, self.kind, self.score, self.recognizer)


def within(findings: list[Finding], length: int) -> list[Finding]:
    """The findings; raises ValueError where one of them is empty or not within a text of that length."""
    for finding in findings:
        if not 0 <= finding.start < finding.end <= length:
            raise ValueError("span outside the text")
    return findings
