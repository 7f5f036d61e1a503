"""Tables pasted as text: what stands in a column headed "sid", "room" or "last name" is what its heading says."""

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
_FEWEST = 3
"""Columns that make a line the heading of a table."""
_HEADED = regex.compile(
    rf"(?:^|(?<=[,\t|;\n]))[ \"'#]{{0,3}}(?>{any_of('|'.join(_NUMBERED | _NAMED))})[ \"'#.]{{0,3}}(?=[,\t|;\n]|$)",
    regex.IGNORECASE,
)
"""No heading of these, no table to read line by line."""
_PARTING = regex.compile(r"[,\t|;]")


class Columns(Recognizer):
    """Cells with a digit under a heading for numbers, cells without one under a heading for names."""

    kinds = (EntityKind.ID, EntityKind.PERSON)

    def find(self, text: str) -> Iterator[Finding]:
        if not _HEADED.search(text):
            return
        headings: dict[int, EntityKind] = {}
        width = offset = 0
        for line in text.split("\n"):
            cells = _cells(line)
            if len(cells) >= _FEWEST and (meant := _meant(line, cells)):
                headings, width = meant, len(cells)
            elif len(cells) != width:
                headings, width = {}, 0
            else:
                for column, kind in headings.items():
                    start, end = cells[column]
                    if _fits(line[start:end], kind):
                        yield Finding(offset + start, offset + end, kind, 0.9, self.name)
            offset += len(line) + 1


def _cells(line: str) -> list[tuple[int, int]]:
    """The cells of a line without the blanks around them."""
    edges = [-1, *(found.start() for found in _PARTING.finditer(line)), len(line)]
    cells = []
    for before, after in pairwise(edges):
        cell = line[before + 1 : after]
        start = before + 1 + len(cell) - len(cell.lstrip())
        cells.append((start, max(start, before + 1 + len(cell.rstrip()))))
    return cells


def _meant(line: str, cells: list[tuple[int, int]]) -> dict[int, EntityKind]:
    """The kind of each column whose heading tells it; empty for a line that is no heading."""
    written = [line[start:end].lower().strip("\"'#.") for start, end in cells]
    if any(map(str.isdigit, line)) or max(map(len, written)) > 20:
        return {}
    kinds = {
        column: EntityKind.ID if heading in _NUMBERED else EntityKind.PERSON
        for column, heading in enumerate(written)
        if heading in _NUMBERED or heading in _NAMED
    }
    return kinds if len(kinds) > 1 or any(kind is EntityKind.ID for kind in kinds.values()) else {}


def _fits(cell: str, kind: EntityKind) -> bool:
    if kind is EntityKind.ID:
        return any(map(str.isdigit, cell)) and len(cell) <= 20
    return 1 < len(cell) <= 40 and not any(map(str.isdigit, cell)) and not is_a_label(cell)
