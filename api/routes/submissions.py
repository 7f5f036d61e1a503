"""See a discussion redacted, hand it in, doubt a case; as JSON."""

from typing import Any

from fastapi import APIRouter, UploadFile

from api.dependencies import Address, Contributor, TheArchive, TheLimits
from api.desk_schemas import DraftIn, SubmissionIn, SuggestionsOut, corrections_from, draft_from, suggestions_out
from api.places import PLACE
from api.schemas import PreviewOut, ReceiptOut, case_out
from api.workflow import submit as verbs
from api.workflow.redact import redact_or_hold
from api.workflow.suggest import suggest
from api.workflow.withdraw import flag
from corpus.casebook.case_codes import number_of
from corpus.model.submission import Consent

router = APIRouter(prefix="/api/v1", tags=["contribute"])


@router.post("/preview", summary="See a pasted discussion redacted; nothing is stored", dependencies=[PLACE])
def preview(handed_in: SubmissionIn, archive: TheArchive, caller: Contributor) -> PreviewOut:
    discussion = verbs.read_text(handed_in.text, handed_in.filename, handed_in.names)
    return _preview_out(verbs.preview(archive, discussion, corrections_from(handed_in.corrections)))


@router.post("/preview/upload", summary="See an exported file redacted; nothing is stored", dependencies=[PLACE])
def preview_upload(export: UploadFile, archive: TheArchive, caller: Contributor) -> PreviewOut:
    return _preview_out(verbs.preview(archive, verbs.read_file(export.file, export.filename)))


@router.post(
    "/drafts/suggestions",
    summary="Gentle questions, a topic and lookalikes for a draft; nothing is stored",
    dependencies=[PLACE],
)
def suggestions(
    typed: DraftIn, archive: TheArchive, caller: Contributor, limits: TheLimits, address: Address
) -> SuggestionsOut:
    limits.count_search(address)
    return suggestions_out(suggest(archive, caller, draft_from(typed.draft)))


@router.post("/submissions", status_code=201, summary="Hand a discussion in", dependencies=[PLACE])
def submit(
    handed_in: SubmissionIn,
    archive: TheArchive,
    caller: Contributor,
    limits: TheLimits,
    address: Address,
) -> ReceiptOut:
    limits.count_submission(address)
    consent = Consent(handed_in.audience, handed_in.quote_verbatim) if handed_in.audience else None
    discussion = verbs.read_text(handed_in.text, handed_in.filename, handed_in.names)
    with archive.writing(caller) as call:
        receipt = verbs.submit(
            call,
            discussion,
            consent=consent,
            corrections=corrections_from(handed_in.corrections),
            draft=draft_from(handed_in.draft) if handed_in.draft is not None else None,
            idempotency_key=handed_in.idempotency_key,
        )
    return ReceiptOut(receipt=receipt.code, state=redact_or_hold(archive, receipt.submission_id))


@router.post("/cases/{code}/flag", status_code=202, summary="This could identify someone")
def flag_case(
    code: str, archive: TheArchive, caller: Contributor, limits: TheLimits, address: Address
) -> dict[str, str]:
    """Hides the case at once until somebody has looked at it."""
    limits.count_submission(address)
    with archive.writing(caller) as call:
        flag(call, number_of(code))
    archive.catch_up()
    return {"says": "Thank you. The case is hidden until somebody has looked at it."}


def _preview_out(shown: verbs.Preview) -> PreviewOut:
    discussion = shown.redaction.discussion
    removed: list[dict[str, Any]] = [
        {
            "message": m.message,
            "start": m.start,
            "end": m.end,
            "kind": m.kind,
            "placeholder": m.placeholder,
            "reason": m.recognizer,
        }
        for m in shown.redaction.mentions
    ]
    return PreviewOut(
        redacted=[{"sender": message.sender, "text": message.text} for message in discussion.messages],
        removed=removed,
        draft=case_out(shown.draft),
    )
