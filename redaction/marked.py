"""Marked texts: what a person marked as identifying, read from `*.marked.txt`; nothing is measured here.

A file opens with `# key: value` lines and an empty line; then the text, with `[[surface|K1]]` where something is
named: one kind letter, and the entity's number within the text.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableExport
from corpus.model.redaction import EntityKind

KEEP = "K"
KINDS: dict[str, EntityKind] = {
    "P": EntityKind.PERSON,
    "S": EntityKind.SCHOOL,
    "D": EntityKind.DISTRICT,
    "L": EntityKind.LOCATION,
    "O": EntityKind.ORGANIZATION,
    "A": EntityKind.ADDRESS,
    "E": EntityKind.EMAIL,
    "T": EntityKind.PHONE,
    "U": EntityKind.URL,
    "H": EntityKind.HANDLE,
    "I": EntityKind.ID,
    "X": EntityKind.DATE,
    "Y": EntityKind.AGE,
    "N": EntityKind.COUNT,
    "M": EntityKind.MONEY,
    "R": EntityKind.TRACE,
}
_MARK = re.compile(r"\[\[(?P<surface>.+?)\|(?P<letter>[A-Z])(?P<number>\d*)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Mark:
    """A half-open range of the unmarked text; `kind` is None for a word that must be kept."""

    start: int
    end: int
    kind: EntityKind | None
    entity: str
    """Kind letter and number, the same for every mention of one entity of the text."""


@dataclass(frozen=True)
class MarkedText:
    slug: str
    headers: dict[str, str]
    text: str
    marks: tuple[Mark, ...]

    def surface(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]


def read_marked(path: Path) -> MarkedText:
    """One marked file; raises UnreadableExport where it is no text, or a mark is malformed or of an unknown kind."""
    try:
        content = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise UnreadableExport(f"{path.name} is no text in UTF-8.") from None
    head, _, body = content.partition("\n\n") if content.startswith("#") else ("", "", content)
    headers = dict(line.removeprefix("# ").split(": ", 1) for line in head.splitlines() if ": " in line)
    text, marks = unmark(body)
    return MarkedText(path.name.removesuffix(".marked.txt"), headers, text, marks)


def read_folder(folder: Path) -> list[MarkedText]:
    """Every marked file of a folder, in order of name."""
    return [read_marked(path) for path in sorted(folder.glob("*.marked.txt"))]


def unmark(body: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks on its offsets."""
    out: list[str] = []
    marks: list[Mark] = []
    length = position = 0
    for found in _MARK.finditer(body):
        plain = body[position : found.start()]
        start = length + len(plain)
        length = start + len(found["surface"])
        out += [plain, found["surface"]]
        marks.append(Mark(start, length, _kind(found["letter"]), found["letter"] + found["number"]))
        position = found.end()
    out.append(body[position:])
    text = "".join(out)
    if "[[" in text:
        raise UnreadableExport("A marked text holds a mark that is not closed or not of the form [[surface|K1]].")
    return text, tuple(marks)


def _kind(letter: str) -> EntityKind | None:
    if letter != KEEP and letter not in KINDS:
        raise UnreadableExport(f"A marked text holds a mark of the unknown kind {letter}.")
    return KINDS.get(letter)
