"""Splitting a draft part by part: which fact, action, message and lesson belongs to which of the new cases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from api.workflow.split import FEWEST_PARTS, MOST_PARTS
from corpus.errors import InvalidCase
from corpus.model.case import Case
from corpus.model.taxonomy import UNKNOWN
from corpus.outside import whole_number
from web.forms import Form

_KINDS = {
    "situation": "What happened",
    "actions": "What was done",
    "words_used": "Words that were used",
    "backfired": "What backfired",
    "do_over": "What they would do differently",
}

_Piece = TypeVar("_Piece")


@dataclass(frozen=True)
class Line:
    """One piece of the draft, and the numbers of the cases that get it."""

    field: str
    heading: str
    """What kind of piece it is; the same for all of a field."""
    text: str
    goes_to: frozenset[int]


@dataclass(frozen=True)
class SplitForm:
    titles: tuple[str, ...]
    """One for each case, as typed."""
    lines: tuple[Line, ...]

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """Heading and lines, in the order of the record."""
        return [(says, found) for name, says in _KINDS.items() if (found := [x for x in self.lines if _of(x, name)])]


def split_form(draft: Case, form: Form) -> SplitForm:
    """As typed; at first two cases, of which the first has everything."""
    sent = "cases" in form
    wanted = whole_number(form.text("cases")) or FEWEST_PARTS
    count = min(max(wanted + ("add" in form), FEWEST_PARTS), MOST_PARTS)
    first = draft.title if draft.title != UNKNOWN and not sent else ""
    titles = [form.text(f"title_{number}").strip() for number in range(1, count + 1)]
    return SplitForm(
        titles=(titles[0] or first, *titles[1:]),
        lines=tuple(
            Line(field, says, text, _numbers(form, field, count) if sent else frozenset({1}))
            for field, says, text in _pieces(draft)
        ),
    )


def titles_of(form: Form) -> Form:
    """What was typed and holds for any draft, without what was chosen for the pieces of this one."""
    return Form({name: form.several(name) for name, _ in form.pairs() if name == "cases" or name.startswith("title_")})


def drafts_of(draft: Case, typed: SplitForm) -> list[Case]:
    """One draft for each title; whatever is chosen for none is left out, and so is an added case that stayed empty.

    Raises InvalidCase naming each title.
    """
    problems, meant = {}, []
    for number, title in enumerate(typed.titles, start=1):
        has_pieces = any(number in line.goes_to for line in typed.lines)
        if not title and not has_pieces and number > FEWEST_PARTS:
            continue
        meant.append(number)
        if not title:
            problems[f"title_{number}"] = "Give the problem of this case in 8 to 12 words."
        elif not has_pieces:
            problems[f"title_{number}"] = "Choose at least one fact or action for this case."
    if problems:
        raise InvalidCase(problems)
    return [_draft(draft, typed, number) for number in meant]


def _draft(draft: Case, typed: SplitForm, number: int) -> Case:
    chosen = {line.field for line in typed.lines if number in line.goes_to}
    return replace(
        draft,
        title=typed.titles[number - 1],
        situation=_kept("situation", draft.situation, chosen),
        actions=_kept("actions", draft.actions, chosen),
        words_used=_kept("words_used", draft.words_used, chosen),
        backfired=_kept("backfired", draft.backfired, chosen),
        do_over=_kept("do_over", draft.do_over, chosen),
    )


def _kept(name: str, pieces: tuple[_Piece, ...], chosen: set[str]) -> tuple[_Piece, ...]:
    return tuple(piece for position, piece in enumerate(pieces) if f"{name}_{position}" in chosen)


def _pieces(draft: Case) -> Iterator[tuple[str, str, str]]:
    for name, says in _KINDS.items():
        for position, piece in enumerate(getattr(draft, name)):
            text = piece if isinstance(piece, str) else getattr(piece, "what", None) or piece.text
            yield f"{name}_{position}", says, text


def _numbers(form: Form, field: str, count: int) -> frozenset[int]:
    return frozenset(number for number in range(1, count + 1) if str(number) in form.several(field))


def _of(line: Line, name: str) -> bool:
    return line.field.rpartition("_")[0] == name
