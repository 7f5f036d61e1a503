"""The ledger of what has ended, kept outside the database so that restoring an old backup brings nothing back.

Append-only, on the disk before `note` returns; ids, times and marks only, never text. One line a fact:

    submission 12 9f31c0a7d2e4        its original text has ended; the mark (`mark_of`) is that row's own
    over 12 9f31c0a7d2e4              nothing of it may be published: declined, run out, or taken back at whatever time
    case 417 2026-11-22T10:20:00+00:00    that case went for good, then
    stands 12 803 hidden -            since change 803 case 12 is hidden (published, merged); then a starter's mark
    given 57                          no id of a submission above it was given out

Files of older archives hold "submission 12" and "case 417" alone: whoever bears that number is meant.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple

NO_MARK = "-"
MARK = 12
"""Characters of a mark."""
_CUT_OFF = b" this line was cut off\n"
"""Ends a line that a crash left half written; no whole line ends so."""


def mark_of(secret: str) -> str:
    """What a row is known by besides its number, from something random in it."""
    return hashlib.sha256(secret.encode()).hexdigest()[:MARK]


class Standing(NamedTuple):
    """How a case stood after its latest change that was noted."""

    change: int
    state: str
    starter: str = NO_MARK
    """Mark of the starter file that it was loaded from."""


@dataclass(frozen=True)
class Ended:
    """`cases` gone and when, `submissions` ended and `over` by id and mark, `standings` by case number.

    `old_cases` and `old_submissions` are numbers of which nothing but the number is known.
    """

    cases: Mapping[int, datetime] = field(default_factory=dict)
    submissions: frozenset[tuple[int, str]] = frozenset()
    over: frozenset[tuple[int, str]] = frozenset()
    standings: Mapping[int, Standing] = field(default_factory=dict)
    old_cases: frozenset[int] = frozenset()
    old_submissions: frozenset[int] = frozenset()
    given: int = 0

    @property
    def last_change(self) -> int:
        return max((standing.change for standing in self.standings.values()), default=0)

    @property
    def highest_case(self) -> int:
        return max((0, *self.cases, *self.standings, *self.old_cases))

    @property
    def highest_submission(self) -> int:
        return max((self.given, *self.old_submissions, *(number for number, _ in self.submissions)))


@dataclass
class _Noted:
    """As much of the ledger as it takes to note nothing twice; read on from where it ended."""

    cases: set[int] = field(default_factory=set)
    submissions: set[tuple[int, str]] = field(default_factory=set)
    over: set[tuple[int, str]] = field(default_factory=set)
    last_change: int = 0
    given: int = 0
    upto: int = 0

    def read_on(self, path: Path) -> None:
        with path.open("rb") as file:
            file.seek(self.upto)
            whole = file.read().rpartition(b"\n")[0]
        self.upto += len(whole) + 1 if whole else 0
        for line in whole.decode("ascii").split("\n"):
            self._take(line.split())

    def _take(self, words: list[str]) -> None:
        match words:
            case ["case", number, _]:
                self.cases.add(int(number))
            case ["submission", number, mark]:
                self.submissions.add((int(number), mark))
            case ["over", number, mark]:
                self.over.add((int(number), mark))
            case ["stands", _, change, _, _]:
                self.last_change = max(self.last_change, int(change))
            case ["given", number]:
                self.given = max(self.given, int(number))


class Ledger:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._noted = _Noted()
        self._turn = Lock()

    @property
    def last_change(self) -> int:
        """Number of the last change of a case that was noted; 0 before the first."""
        with self._turn:
            return self._read_on().last_change

    def read(self) -> Ended:
        """Everything noted so far; a half-written line is left out."""
        lines = self._path.read_text(encoding="ascii").split("\n")[:-1] if self._path.exists() else []
        return _ended(line.split() for line in lines)

    def note(
        self,
        *,
        cases: Mapping[int, datetime] | None = None,
        submissions: Iterable[tuple[int, str]] = (),
        over: Iterable[tuple[int, str]] = (),
        standings: Mapping[int, Standing] | None = None,
        given: int = 0,
    ) -> None:
        """Adds what is not noted yet; of `standings` those after `last_change`."""
        with self._turn:
            noted = self._read_on()
            lines = [
                f"case {number} {at.isoformat()}" for number, at in (cases or {}).items() if number not in noted.cases
            ]
            lines += [f"submission {one[0]} {one[1]}" for one in submissions if one not in noted.submissions]
            lines += [f"over {one[0]} {one[1]}" for one in over if one not in noted.over]
            lines += [
                f"stands {number} {standing.change} {standing.state} {standing.starter}"
                for number, standing in (standings or {}).items()
                if standing.change > noted.last_change
            ]
            lines += [f"given {given}"] if given > noted.given else []
            if lines:
                self._append("".join(f"{line}\n" for line in lines).encode("ascii"))

    def _read_on(self) -> _Noted:
        there = self._path.exists()
        if not there or self._path.stat().st_size < self._noted.upto:
            self._noted = _Noted()
        if there:
            self._noted.read_on(self._path)
        return self._noted

    def _append(self, lines: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a+b", buffering=0) as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                lines = lines if file.read(1) == b"\n" else _CUT_OFF + lines
            file.write(lines)
            os.fsync(file.fileno())


def _ended(lines: Iterable[list[str]]) -> Ended:
    cases: dict[int, datetime] = {}
    marked: dict[str, set[tuple[int, str]]] = {"submission": set(), "over": set()}
    standings: dict[int, Standing] = {}
    old: dict[str, set[int]] = {"case": set(), "submission": set()}
    given = 0
    for words in lines:
        match words:
            case ["case", number, at]:
                cases[int(number)] = datetime.fromisoformat(at)
            case ["submission" | "over" as kind, number, mark]:
                marked[kind].add((int(number), mark))
            case ["stands", number, change, state, starter]:
                standings[int(number)] = Standing(int(change), state, starter)
            case ["case" | "submission" as kind, number] if number.isdigit():
                old[kind].add(int(number))
            case ["given", number]:
                given = max(given, int(number))
    return Ended(
        cases=cases,
        submissions=frozenset(marked["submission"]),
        over=frozenset(marked["over"]),
        standings=standings,
        old_cases=frozenset(old["case"] - cases.keys() - standings.keys()),
        old_submissions=frozenset(old["submission"] - {number for number, _ in marked["submission"]}),
        given=given,
    )
