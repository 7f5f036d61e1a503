"""History: how a case came to read as it does, word by word of redacted text only, and who did what to which id."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum

from api.archive import Call
from api.identity import Right
from corpus import audit
from corpus.case_prose import prose
from corpus.model.case import Case
from corpus.model.taxonomy import REMOVED, UNKNOWN
from corpus.model.topics import TOPICS

MOST_PAIRS = 20_000
"""Of equal words; texts with more say the same few words over and over, and comparing them takes minutes."""


class Turn(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Wording:
    """A run of words and what became of it."""

    turn: Turn
    text: str


@dataclass(frozen=True)
class Changed:
    """One field of a case in two revisions, such as "actions[1].what"."""

    field: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class Revision:
    number: int
    at: datetime
    changes: tuple[Changed, ...]
    """Against the revision before; empty for the first."""


@dataclass(frozen=True)
class Trace:
    """One line of the audit trail; ids only."""

    at: datetime
    actor: str
    action: str
    subject: str


def history(call: Call, number: int) -> tuple[Revision, ...]:
    """Every revision of a case, newest first; raises CaseNotFound."""
    call.caller.require(Right.REVIEW)
    call.casebook.case(number, (), any_state=True)
    kept = call.casebook.revisions(number)
    before: list[Case | None] = [None, *(case for case, _ in kept[:-1])]
    steps = zip(before, kept, strict=True)
    revisions = [Revision(case.revision, at, changes(old, case) if old else ()) for old, (case, at) in steps]
    return tuple(reversed(revisions))


def trail(call: Call, number: int) -> tuple[Trace, ...]:
    """What was done to a case and to the submissions in it, oldest first."""
    call.caller.require(Right.REVIEW)
    return _lines(call, f"case:{number}", *(f"submission:{known}" for known in call.intake.of_case(number)))


def submission_trail(call: Call, submission_id: int) -> tuple[Trace, ...]:
    """What was done to a submission, oldest first."""
    call.caller.require(Right.REVIEW)
    return _lines(call, f"submission:{submission_id}")


def _lines(call: Call, *subjects: str) -> tuple[Trace, ...]:
    lines = (line for subject in subjects for line in audit.trail(call.session, subject))
    return tuple(Trace(line.at, line.actor, line.action, line.subject) for line in sorted(lines, key=lambda x: x.id))


def compare(before: str, after: str) -> tuple[Wording, ...]:
    """What stayed, went and came between two texts, in words."""
    return tuple(_wordings(before.split(), after.split()))


def changes(before: Case, after: Case) -> tuple[Changed, ...]:
    """Every field that reads differently in the one case and in the other, prose first, then what is chosen."""
    old, new = ({field: text for field, text in _fields(case) if text not in _NOTHING} for case in (before, after))
    fields = [*new, *(field for field in old if field not in new)]
    pairs = ((field, old.get(field, ""), new.get(field, "")) for field in fields)
    return tuple(Changed(field, compare(was, reads)) for field, was, reads in pairs if was != reads)


def _fields(case: Case) -> Iterator[tuple[str, str]]:
    yield from prose(case)
    yield "outcome", case.outcome
    yield "outcome_later", case.outcome_later
    for position, action in enumerate(case.actions):
        yield f"actions[{position}].phase", action.phase
        yield f"actions[{position}].effect", action.effect
    for position, used in enumerate(case.words_used):
        yield f"words_used[{position}].audience", used.audience
    for facet, chosen in asdict(case.facets).items():
        if not isinstance(chosen, bool):
            values = chosen if isinstance(chosen, tuple) else (chosen,)
            yield f"facets.{facet}", ", ".join(TOPICS.get(str(value), str(value)) for value in values)


_NOTHING = {UNKNOWN, REMOVED, ""}


def _pairs(before: list[str], after: list[str]) -> int:
    """In how many ways a word of the one can stand for a word of the other."""
    there = Counter(after)
    return sum(times * there[word] for word, times in Counter(before).items())


def _wordings(before: list[str], after: list[str]) -> Iterator[Wording]:
    if _pairs(before, after) > MOST_PAIRS:
        yield Wording(Turn.REMOVED, " ".join(before))
        yield Wording(Turn.ADDED, " ".join(after))
        return
    for step, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            yield Wording(Turn.SAME, " ".join(before[start:end]))
            continue
        if end > start:
            yield Wording(Turn.REMOVED, " ".join(before[start:end]))
        if new_end > new_start:
            yield Wording(Turn.ADDED, " ".join(after[new_start:new_end]))
