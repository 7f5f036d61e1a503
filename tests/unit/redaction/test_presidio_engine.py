from collections.abc import Iterator

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Engine, Recognizer

TURNS: list[str] = []


class _Noting(Recognizer):
    kinds = (EntityKind.PERSON,)

    def find(self, text: str) -> Iterator[Finding]:
        TURNS.append(self.name)
        yield Finding(0, len(text), EntityKind.PERSON, 0.5, self.name)


class Ahead(_Noting):
    reads_ahead = True

    def begin(self, text: str) -> None:
        TURNS.append("begins")
        raise ValueError(text)


class Plain(_Noting):
    pass


def test_what_reads_ahead_begins_first_and_is_asked_last_and_its_findings_keep_their_place() -> None:
    TURNS.clear()
    found = Engine([Ahead(), Plain()]).find("denise")
    assert TURNS == ["begins", "Plain", "Ahead"]
    assert [finding.recognizer for finding in found] == ["Ahead", "Plain"]
