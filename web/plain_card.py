"""A case as about 600 characters of plain text, to be read in a chat."""

from corpus.model.case import Case
from corpus.model.taxonomy import Effect
from web import wording

LENGTH = 600
_MOST_ACTIONS = 4


def plain_card(case: Case, address: str) -> str:
    """Title, what was done in order, how it ended, and where the rest is; cut at a sentence, never over `LENGTH`."""
    head = f"{case.code}: {case.title}\n"
    tail = f"\n{address} ({case.provenance})"
    lines = [_action(action.phase, action.what, action.effect) for action in case.actions[:_MOST_ACTIONS]]
    if wording.is_said(case.outcome_text):
        lines.append(f"Ended: {case.outcome_text}")
    if case.backfired:
        lines.append(f"Backfired: {case.backfired[0]}")
    room = LENGTH - len(head) - len(tail)
    kept: list[str] = []
    for line in lines:
        if len(line) + 1 <= room:
            kept.append(line)
            room -= len(line) + 1
    return head + "\n".join(kept) + tail


def _action(phase: str, what: str, effect: Effect) -> str:
    mark = {Effect.HELPED: " (helped)", Effect.BACKFIRED: " (backfired)"}.get(effect, "")
    return f"{wording.sentence(phase)}: {what}{mark}"
