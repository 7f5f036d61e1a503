"""Split: one discussion that tells of several incidents becomes several drafts, each reviewed by itself."""

from collections.abc import Sequence
from functools import partial

from api.archive import Call
from api.workflow.desk import check_seen
from api.workflow.redact import draft_ahead, redact
from api.workflow.review import claim, edit_draft
from corpus.errors import InvalidCase, MoveNotAllowed
from corpus.model.case import Case
from corpus.model.submission import SubmissionState

FEWEST_PARTS, MOST_PARTS = 2, 6


def split(call: Call, submission_id: int, drafts: Sequence[Case], seen: str = "") -> list[int]:
    """The submission keeps the first draft, each other one becomes a part with the text under its own key.

    The contributor's receipt stands for all of them; `seen` is `Desk.seen`. Returns their ids, the submission's own
    first. Raises InvalidCase, MoveNotAllowed, KeyUnavailable for a recalled one, RedactionIncomplete, DraftChanged.
    """
    if not FEWEST_PARTS <= len(drafts) <= MOST_PARTS:
        raise InvalidCase({"drafts": f"Give {FEWEST_PARTS} to {MOST_PARTS} drafts, one for each case."})
    for draft in drafts:
        draft_ahead(call, submission_id, partial(_given, draft))
    claim(call, submission_id)
    check_seen(call, submission_id, seen)
    submission = call.intake.submission(submission_id)
    if submission.state not in {SubmissionState.IN_REVIEW, SubmissionState.APPROVED}:
        raise MoveNotAllowed(f"A submission that is {submission.state} can't be split.")
    parts = [call.intake.add_part(submission_id, draft, at=call.now) for draft in drafts[1:]]
    for part in parts:
        redact(call, part)
        call.record("split", f"submission:{part}")
    edit_draft(call, submission_id, drafts[0])
    call.record("split", f"submission:{submission_id}")
    return [submission_id, *parts]


def _given(draft: Case, _look: Call) -> Case:
    return draft
