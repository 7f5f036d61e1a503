"""What the JSON interface takes and gives about handing in, a draft that is being written, and a reviewer's desk."""

from typing import Any

from pydantic import BaseModel, Field

from api.casework_schemas import NoteOut
from api.schemas import Strict, SubmissionOut, case_out, submission_out
from api.workflow.desk import Desk
from api.workflow.generalise import still_tells, tellings
from api.workflow.rename import ROLES
from api.workflow.suggest import Suggestions
from corpus.case_codec import draft_from_mapping
from corpus.model.case import Case
from corpus.model.discussion import Message
from corpus.model.redaction import Corrections, Mention
from redaction.risk import Risk


class CorrectionsIn(Strict):
    hide: list[str] = Field([], max_length=200, description="Texts to hide wherever they stand")
    keep: list[str] = Field([], max_length=200, description="Texts that name nobody")
    same: list[tuple[str, str]] = Field([], max_length=200, description="Pairs of names that mean the same person")
    roles: list[tuple[str, str]] = Field(
        [], max_length=200, description=f"Pairs of a name and the role that this person has: {', '.join(ROLES)}"
    )


class SubmissionIn(Strict):
    text: str = Field(max_length=400_000, description="The pasted discussion")
    filename: str | None = Field(None, max_length=200, description="A hint at the layout, never kept")
    audience: str | None = Field(None, max_length=40, description="Consent: who may read the case, such as national")
    quote_verbatim: bool = False
    names: list[str] = Field([], max_length=200, description="Anyone else who is meant")
    corrections: CorrectionsIn | None = None
    draft: dict[str, Any] | None = Field(None, description="The case as it should read; redacted before it is kept")
    idempotency_key: str | None = Field(None, min_length=16, max_length=100)


class DraftIn(Strict):
    draft: dict[str, Any] = Field(description="A case as far as it is written; redacted before anything is searched")


class SuggestionsOut(BaseModel):
    hints: dict[str, str] = Field(description="Field to a gentle question")
    topic: str = Field(description="Code of the topic that the nearest cases have; empty where they don't agree")
    lookalikes: list[dict[str, str]]


class RiskOut(BaseModel):
    light: str
    schools_that_fit: int
    driver: str
    advice: str
    rare: list[str]
    left_over: int
    step: str = Field(description="What `generalise` would do; empty where no step helps by itself")


class ToldOut(BaseModel):
    field: str
    text: str
    still_tells: list[dict[str, str | int]] = Field(description="Start, end and reason")


class DeskMessageOut(BaseModel):
    sender: str
    original: str | None = Field(description="Null once the original has been destroyed")
    redacted_sender: str
    redacted: str
    removed: list[dict[str, str | int]] = Field(description="Place in the original, kind, placeholder, recognizer")
    still_tells: list[dict[str, str | int]] = Field(description="Place in the redacted text and reason")


class DeskOut(SubmissionOut):
    audience: str
    quote_verbatim: bool
    messages: list[DeskMessageOut]
    draft: dict[str, Any] | None
    risk: RiskOut | None
    told: list[ToldOut] = Field(description="Fields of the draft in which something could still identify")
    reviews: list[NoteOut]
    steps_to_undo: int
    seen: str = Field(description="Sent back with a draft or an approval, refuses it once this desk has changed")


_DERIVED = {"topic_names", "published", "licence"}
"""What `case_out` adds; a draft may come back with it."""


def draft_from(mapping: dict[str, Any]) -> Case:
    """Raises InvalidCase naming each field."""
    return draft_from_mapping({name: value for name, value in mapping.items() if name not in _DERIVED})


def corrections_from(given: CorrectionsIn | None) -> Corrections:
    given = given or CorrectionsIn(hide=[], keep=[], same=[], roles=[])
    return Corrections(hide=tuple(given.hide), keep=tuple(given.keep), same=tuple(given.same), roles=tuple(given.roles))


def suggestions_out(found: Suggestions) -> SuggestionsOut:
    cases = [{"code": case.code, "title": case.title} for case in found.lookalikes]
    return SuggestionsOut(hints=found.hints, topic=found.topic, lookalikes=cases)


def desk_out(desk: Desk) -> DeskOut:
    submission = desk.submission
    return DeskOut(
        **submission_out(submission).model_dump(),
        audience=submission.consent.audience,
        quote_verbatim=submission.consent.quote_verbatim,
        messages=_messages(desk),
        draft=case_out(submission.draft) if submission.draft else None,
        risk=_risk(desk.risk) if desk.risk else None,
        told=_told(submission.draft) if submission.draft else [],
        reviews=[NoteOut(on=r.at.date().isoformat(), decision=r.decision, note=r.note) for r in desk.reviews],
        steps_to_undo=desk.steps,
        seen=desk.seen,
    )


def _messages(desk: Desk) -> list[DeskMessageOut]:
    redaction = desk.submission.redaction
    if redaction is None:
        return []
    originals: list[Message | None] = list(desk.original.messages) if desk.original else []
    originals += [None] * (len(redaction.discussion.messages) - len(originals))
    return [
        DeskMessageOut(
            sender=(original.sender or "") if original else "",
            original=original.text if original else None,
            redacted_sender=message.sender or "",
            redacted=message.text,
            removed=[_removed(mention) for mention in redaction.mentions if mention.message == position],
            still_tells=[{"start": one.start, "end": one.end, "reason": one.reason} for one in tellings(message.text)],
        )
        for position, (original, message) in enumerate(zip(originals, redaction.discussion.messages, strict=True))
    ]


def _removed(mention: Mention) -> dict[str, str | int]:
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "placeholder": mention.placeholder,
        "recognizer": mention.recognizer,
    }


def _told(draft: Case) -> list[ToldOut]:
    return [
        ToldOut(
            field=told.field,
            text=told.text,
            still_tells=[{"start": one.start, "end": one.end, "reason": one.reason} for one in told.tellings],
        )
        for told in still_tells(draft)
    ]


def _risk(risk: Risk) -> RiskOut:
    return RiskOut(
        light=risk.light,
        schools_that_fit=risk.schools_that_fit,
        driver=risk.driver,
        advice=risk.advice,
        rare=list(risk.rare),
        left_over=risk.left_over,
        step=risk.step,
    )
