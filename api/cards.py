"""A case as a card of plain text for a chat, a text message or paper; cut at a line, never over its length."""

from collections.abc import Sequence

from corpus.model.case import NOT_SAID, Case
from corpus.model.taxonomy import Effect

LENGTH = 600
"""Characters that a chat shows without folding."""
SHORT_LENGTH = 300
"""Two text messages."""
_MOST_ACTIONS = 4
_SHORTEST_LINE = 30
_MARKS = {Effect.HELPED: " (helped)", Effect.BACKFIRED: " (backfired)"}


def plain_card(case: Case, address: str, length: int = LENGTH) -> str:
    """Title, what was done in order, how it ended, and where the rest is; at most `length` characters."""
    tail = f"\n{address} ({case.provenance})"
    head = _shortened(f"{case.code}: {case.title}", length - len(tail)) + "\n"
    room = length - len(head) - len(tail)
    kept: list[str] = []
    for line in _lines(case):
        if len(line) + 1 <= room:
            kept.append(line)
            room -= len(line) + 1
    return head + "\n".join(kept) + tail


def cards(cases: Sequence[Case], public_url: str, length: int = LENGTH) -> list[str]:
    """A card for each case, in order."""
    return [plain_card(case, f"{public_url}/cases/{case.code}", length) for case in cases]


def _lines(case: Case) -> list[str]:
    lines = [
        f"{action.phase[:1].upper()}{action.phase[1:]}: {action.what}{_MARKS.get(action.effect, '')}"
        for action in case.actions[:_MOST_ACTIONS]
    ]
    if case.outcome_text and case.outcome_text not in NOT_SAID:
        lines.append(f"Ended: {case.outcome_text}")
    if case.backfired:
        lines.append(f"Backfired: {case.backfired[0]}")
    return lines


def _shortened(text: str, room: int) -> str:
    """Cut between words, with an ellipsis; the code in front always stands."""
    room = max(room, _SHORTEST_LINE)
    return text if len(text) <= room else text[: room - 1].rsplit(" ", 1)[0] + "…"
