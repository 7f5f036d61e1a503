"""Come back with a receipt: where it stands, answer, change, take back; as JSON."""

from fastapi import APIRouter

from api.archive import Archive
from api.casework_schemas import AnswerIn, ChangeIn, StandingOut, standing_out
from api.dependencies import Contributor, TheArchive
from api.places import PLACE
from api.schemas import ReceiptIn
from api.workflow import receipts as verbs
from api.workflow.redact import redact_or_hold
from api.workflow.withdraw import withdraw_submission
from corpus.case_codec import case_from_mapping
from corpus.model.redaction import Corrections

router = APIRouter(prefix="/api/v1/submissions", tags=["contribute"])


@router.post("/status", summary="Where a submission stands")
def status(held: ReceiptIn, archive: TheArchive, caller: Contributor) -> StandingOut:
    return _standing(archive, caller, held)


@router.post("/answer", summary="Answer what a reviewer asked", dependencies=[PLACE])
def answer(answered: AnswerIn, archive: TheArchive, caller: Contributor) -> StandingOut:
    """The answer is redacted before it is kept."""
    with archive.writing(caller) as call:
        verbs.answer(call, answered.receipt, answered.answer)
    return _standing(archive, caller, answered)


@router.post("/change", summary="Add names, correct the redaction or write the draft anew", dependencies=[PLACE])
def change(changes: ChangeIn, archive: TheArchive, caller: Contributor) -> StandingOut:
    corrections = Corrections(hide=tuple(changes.hide), keep=tuple(changes.keep), same=tuple(changes.same))
    draft = case_from_mapping(changes.draft) if changes.draft is not None else None
    with archive.writing(caller) as call:
        changed = verbs.change(call, changes.receipt, names=changes.names, corrections=corrections, draft=draft)
    for submission_id in changed:
        redact_or_hold(archive, submission_id)
    return _standing(archive, caller, changes)


@router.post("/withdraw", summary="Take a submission back, with its case")
def withdraw(held: ReceiptIn, archive: TheArchive, caller: Contributor) -> StandingOut:
    with archive.writing(caller) as call:
        withdraw_submission(call, held.receipt)
    archive.forget_traces()
    archive.catch_up()
    return _standing(archive, caller, held)


def _standing(archive: Archive, caller: Contributor, held: ReceiptIn) -> StandingOut:
    with archive.reading(caller) as call:
        return standing_out(verbs.standing(call, held.receipt))
