"""Generalise: the one step that helps most against recognition, taken by itself and taken back; and what still tells.

A step says a facet no longer, or says what stands in the prose more coarsely. The draft before it stays sealed, so that
it can be undone until somebody edits the draft or the text is ended.
"""

from dataclasses import dataclass, replace

from api.archive import Call
from api.workflow.redact import draft_ahead, redact_draft, text_of
from api.workflow.review import claim, void_approvals
from corpus.case_prose import map_prose, prose
from corpus.errors import MoveNotAllowed
from corpus.model.case import NOT_SAID, Case, Facets
from corpus.model.taxonomy import UNKNOWN
from redaction.risk import LEFT_OVER, RARE_EVENT, assess
from redaction.telling import Telling, coarsened, tellings

_NO_STEP = "There is no step that would help by itself. Word what still tells in the draft below."

__all__ = ["Telling", "Told", "generalise", "still_tells", "tellings", "undo"]


@dataclass(frozen=True)
class Told:
    """One field of a draft in which something still tells too much."""

    field: str
    text: str
    tellings: tuple[Telling, ...]


def still_tells(draft: Case) -> tuple[Told, ...]:
    """Every field of the draft with something that could still identify."""
    found = ((field, text, tellings(text)) for field, text in prose(draft) if text not in NOT_SAID)
    return tuple(Told(field, text, told) for field, text, told in found if told)


def generalise(call: Call, submission_id: int) -> Case:
    """Takes the step that the risk names, redacted anew; approvals start anew.

    Raises MoveNotAllowed where no step helps by itself, RedactionIncomplete.
    """
    draft_ahead(call, submission_id, lambda look: _stepped(_draft(look, submission_id)))
    claim(call, submission_id)
    draft = _draft(call, submission_id)
    return _keep(call, submission_id, _stepped(draft), earlier=(*_earlier(call, submission_id), draft))


def undo(call: Call, submission_id: int) -> Case:
    """Takes the last step back; raises MoveNotAllowed where none was taken since the draft was edited."""
    draft_ahead(call, submission_id, lambda look: _steps(look, submission_id)[-1])
    claim(call, submission_id)
    earlier = _steps(call, submission_id)
    return _keep(call, submission_id, earlier[-1], earlier=earlier[:-1])


def _steps(call: Call, submission_id: int) -> tuple[Case, ...]:
    if earlier := _earlier(call, submission_id):
        return earlier
    raise MoveNotAllowed("There is no step to take back.")


def _draft(call: Call, submission_id: int) -> Case:
    if draft := call.intake.submission(submission_id).draft:
        return draft
    raise MoveNotAllowed(_NO_STEP)


def _stepped(draft: Case) -> Case:
    if step := assess(draft).step:
        return _without(draft, step)
    raise MoveNotAllowed(_NO_STEP)


def _earlier(call: Call, submission_id: int) -> tuple[Case, ...]:
    return call.intake.raw(submission_id).earlier if call.intake.is_sealed(submission_id) else ()


def _keep(call: Call, submission_id: int, draft: Case, *, earlier: tuple[Case, ...]) -> Case:
    raw = text_of(call, submission_id)
    redacted = redact_draft(call.redactor, raw, draft)
    if call.intake.is_sealed(submission_id):
        call.intake.replace_raw(submission_id, replace(raw, draft=draft, earlier=earlier))
    call.intake.keep_draft(submission_id, redacted, at=call.now)
    void_approvals(call, submission_id)
    call.record("generalise", f"submission:{submission_id}")
    return redacted


def _without(draft: Case, step: str) -> Case:
    if step in {LEFT_OVER, RARE_EVENT}:
        return map_prose(draft, lambda text: coarsened(text, exact=step == LEFT_OVER))
    return replace(draft, facets=_unsaid(draft.facets, step))


def _unsaid(facets: Facets, slot: str) -> Facets:
    return replace(facets, **{slot: type(getattr(facets, slot))(UNKNOWN)})
