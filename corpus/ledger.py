"""The ledger of what has ended, kept outside the database so that restoring an old backup brings nothing back.

One line an ending, "case 417" or "submission 12"; ids only, append-only, on the disk before `note` returns.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ended:
    cases: frozenset[int] = frozenset()
    submissions: frozenset[int] = frozenset()


class Ledger:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Ended:
        """Everything noted so far; a half-written last line is left out."""
        if not self._path.exists():
            return Ended()
        lines = [line.split() for line in self._path.read_text(encoding="ascii").splitlines()]
        ids = [(words[0], int(words[1])) for words in lines if len(words) == 2 and words[1].isdigit()]  # noqa: PLR2004
        return Ended(
            cases=frozenset(number for kind, number in ids if kind == "case"),
            submissions=frozenset(number for kind, number in ids if kind == "submission"),
        )

    def note(self, *, cases: Iterable[int] = (), submissions: Iterable[int] = ()) -> None:
        """Adds what is not noted yet."""
        known = self.read()
        lines = [f"case {number}\n" for number in cases if number not in known.cases]
        lines += [f"submission {number}\n" for number in submissions if number not in known.submissions]
        if not lines:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="ascii") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
