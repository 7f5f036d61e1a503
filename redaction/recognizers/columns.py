"""Tables pasted as text: what stands in a column headed "sid", "room", "owes" or "last name" is what its heading says."""

from collections.abc import Iterator
from itertools import pairwise

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.presidio_engine import Recognizer
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.headers import is_a_label

_NUMBERED = frozenset(
    """id|sid|ssid|sasid|student id|student_id|studentid|stu id|stu_id|perm id|state id|badge|room|rm|locker|bus|route|plate|case|case no
    |employee id|emp id|emp_id|seat|homeroom|pin""".replace("\n    ", "").split("|")
)
_NAMED = frozenset(
    "last|first|last name|first name|last_name|first_name|lastname|firstname|student name|student_name".split("|")
)
_OWED = frozenset("owes|owed|balance|amount|amt|due|paid|cost|total|debt".split("|"))
_AGED = frozenset("age|dob|birthdate|birth date|d.o.b|bday".split("|"))
_KINDS = {
    **dict.fromkeys(_NUMBERED, EntityKind.ID),
    **dict.fromkeys(_NAMED, EntityKind.PERSON),
    **dict.fromkeys(_OWED, EntityKind.MONEY),
    **dict.fromkeys(_AGED, EntityKind.AGE),
}
_FEWEST = 3
"""Columns that make a line the heading of a table."""
_LONGEST = {EntityKind.ID: 20, EntityKind.MONEY: 12, EntityKind.AGE: 14}
_HEADED = regex.compile(
    rf"(?=[a-z])(?<=^|[,\t|;\n\"'#]|[ ]{{2}}|[,|;][ ])(?>{any_of('|'.join(_NUMBERED | _NAMED | _AGED - {'d.o.b'}))})[ \"'#.]{{0,3}}(?=[,\t|;\n]|[ ]{{2}}|$)",
    regex.IGNORECASE,
)
"""No heading of these, no table to read line by line."""
_PARTINGS = tuple(map(regex.compile, (r"\t", r"\|", r";", r"[ ]{2,}", r",")))
"""What parts the cells of a table, the surest first: within the cells of a table with tabs commas part nothing."""


class Columns(Recognizer):
    """Cells with a digit under a heading for numbers, ages or amounts, cells without one under a heading for names."""

    kinds = (EntityKind.ID, EntityKind.PERSON, EntityKind.MONEY, EntityKind.AGE)
    reads_blanks = True

    def find(self, text: str) -> Iterator[Finding]:
        if not _HEADED.search(text):
            return
        headings: dict[int, EntityKind] = {}
        parting = _PARTINGS[-1]
        width = offset = 0
        for line in text.split("\n"):
            if meant := _heading(line):
                parting, width, headings = meant
            elif headings:
                cells = _cells(line, parting)
                if len(cells) != width:
                    headings, width = {}, 0
                for column, kind in headings.items():
                    start, end = cells[column]
                    if _fits(line[start:end], kind):
                        yield Finding(offset + start, offset + end, kind, 0.9, self.name)
            offset += len(line) + 1


def _heading(line: str) -> tuple["regex.Pattern[str]", int, dict[int, EntityKind]] | None:
    """What parts the line's cells, how many they are, and what those columns hold whose heading tells it."""
    if not _HEADED.search(line):
        return None
    for parting in _PARTINGS:
        cells = _cells(line, parting)
        if len(cells) >= _FEWEST and (meant := _meant(line, cells)):
            return parting, len(cells), meant
    return None


def _cells(line: str, parting: "regex.Pattern[str]") -> list[tuple[int, int]]:
    """The cells of a line without the blanks around them."""
    edges = [(0, 0), *(found.span() for found in parting.finditer(line)), (len(line), len(line))]
    cells = []
    for (_, opens), (closes, _) in pairwise(edges):
        cell = line[opens:closes]
        start = opens + len(cell) - len(cell.lstrip())
        cells.append((start, max(start, opens + len(cell.rstrip()))))
    return cells


def _meant(line: str, cells: list[tuple[int, int]]) -> dict[int, EntityKind]:
    """The kind of each column whose heading tells it; empty for a line that is no heading."""
    written = [line[start:end].lower().strip("\"'#.") for start, end in cells]
    if any(map(str.isdigit, line)) or max(map(len, written)) > 20:
        return {}
    kinds = {column: _KINDS[heading] for column, heading in enumerate(written) if heading in _KINDS}
    return kinds if len(kinds) > 1 or EntityKind.ID in kinds.values() else {}


def _fits(cell: str, kind: EntityKind) -> bool:
    if kind is not EntityKind.PERSON:
        return any(map(str.isdigit, cell)) and len(cell) <= _LONGEST[kind]
    return 1 < len(cell) <= 40 and not any(map(str.isdigit, cell)) and not is_a_label(cell)
