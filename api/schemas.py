"""What the JSON interface takes and gives; one serializer for every door, so nothing leaves that no page shows."""

import math
from datetime import timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.workflow.history import Revision, Trace
from api.workflow.receipts import Standing
from api.workflow.search import Precedent, Precedents
from corpus.case_codec import case_to_mapping
from corpus.casebook.store import code_of
from corpus.model.case import Case
from corpus.model.circle import Circle, Member
from corpus.model.follow_up import FollowUp, Verdict
from corpus.model.search import FacetName, Filters, Hit
from corpus.model.submission import Submission, SubmissionState
from corpus.model.taxonomy import TOPICS


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SearchIn(Strict):
    text: str = Field("", max_length=20_000, description="A situation in any words; names are removed before searching")
    filters: dict[FacetName, list[str]] = Field({}, description="Facet to wanted values")
    limit: int = Field(10, ge=1, le=50)


class MergeIn(Strict):
    into: str = Field(max_length=20, description="Code of the case that stays")
    record: dict[str, Any] | None = Field(None, description="What it should say then; null: everything of both")


class SplitIn(Strict):
    drafts: list[dict[str, Any]] = Field(min_length=2, max_length=6, description="One draft for each case")


class SubmissionIn(Strict):
    text: str = Field(max_length=400_000, description="The pasted discussion")
    filename: str | None = Field(None, max_length=200, description="A hint at the layout, never kept")
    audience: str | None = Field(None, max_length=40, description="Consent: who may read the case, such as national")
    quote_verbatim: bool = False
    names: list[str] = Field([], max_length=200, description="Anyone else who is meant")
    idempotency_key: str | None = Field(None, min_length=16, max_length=100)


class DecisionIn(Strict):
    note: str = Field(min_length=1, max_length=2_000)


class CircleIn(Strict):
    name: str = Field(max_length=80)
    charter: str = Field(max_length=4_000)


class CharterIn(Strict):
    charter: str = Field(max_length=4_000)


class InvitationIn(Strict):
    invitation: str = Field(min_length=8, max_length=64)


class LookIn(Strict):
    note: str | None = Field(None, max_length=2_000, description="The reviewer's wording; null leaves it as it is")


class ReceiptIn(Strict):
    receipt: str = Field(min_length=8, max_length=64)


class AnswerIn(ReceiptIn):
    answer: str = Field(min_length=1, max_length=2_000)


class ChangeIn(ReceiptIn):
    """What a contributor changes; whatever is left out stays as it is."""

    names: list[str] = Field([], max_length=200, description="Anyone else who is meant")
    hide: list[str] = Field([], max_length=200, description="Texts to hide wherever they stand")
    keep: list[str] = Field([], max_length=200, description="Texts that name nobody")
    same: list[tuple[str, str]] = Field([], max_length=200, description="Pairs of names that mean the same person")
    draft: dict[str, Any] | None = Field(None, description="The case as it should read; redacted before it is kept")


class ToldIn(ReceiptIn):
    verdict: Verdict
    case: str | None = Field(None, max_length=20, description="Which case, where the submission became several")
    note: str = Field("", max_length=2_000)


class AddressIn(ReceiptIn):
    address: str = Field(max_length=254, description="Where to be reminded; empty destroys what was kept")


class ReceiptOut(BaseModel):
    receipt: str
    state: str


class PreviewOut(BaseModel):
    redacted: list[dict[str, str | None]]
    removed: list[dict[str, Any]]
    draft: dict[str, Any]


class SubmissionOut(BaseModel):
    id: int
    state: str
    submitted_on: str
    case: str | None


class FollowUpOut(BaseModel):
    id: int
    due: str
    due_on: str
    told_on: str | None
    verdict: str | None
    note: str
    waits_for_a_look: bool


class NoteOut(BaseModel):
    on: str
    decision: str
    note: str


class StandingOut(SubmissionOut):
    notes: list[NoteOut] = Field(description="Questions and reasons of the reviewers, and the answers given")
    question: str | None = Field(description="What waits for an answer")
    median_wait_hours: int | None = Field(description="To the first decision; null while fewer than 5 were decided")
    can_change: bool
    draft: dict[str, Any] | None = Field(description="The case as drafted so far, redacted")
    follow_ups: list[FollowUpOut]
    asked: str | None = Field(description="What is asked now: how the case stands after two weeks, six weeks ...")
    reminds: bool = Field(description="Whether an address to be reminded at is kept")
    parts: list[SubmissionOut] = Field(description="What a reviewer split from it; the receipt stands for them too")


class CircleOut(BaseModel):
    id: int
    name: str
    charter: str
    audience: str = Field(description="How consent names it")


class MemberOut(BaseModel):
    id: int
    joined_on: str


class RevisionOut(BaseModel):
    revision: int
    on: str
    changes: dict[str, list[dict[str, str]]] = Field(description="Field to runs of words: same, added, removed")


class TraceOut(BaseModel):
    at: str
    actor: str
    action: str
    subject: str


class SegmentOut(BaseModel):
    text: str
    marked: bool


class PrecedentOut(BaseModel):
    code: str
    title: str
    band: str
    role: str
    passage: list[SegmentOut]
    reasons: list[dict[str, str]]
    outcome: str
    school_year: str
    topic: str
    provenance: str
    counter: bool
    lookalikes: list[str]


class SearchOut(BaseModel):
    asked: str = Field(description="The question as it was searched, names removed")
    removed: int = Field(description="How many mentions were taken out of the question")
    close: bool = Field(description="False means: no close precedent yet")
    found: int
    precedents: list[PrecedentOut]
    counts: dict[str, dict[str, int]]
    without_meaning: bool


def filters_from(chosen: dict[FacetName, list[str]]) -> Filters:
    return Filters(chosen={name: frozenset(values) for name, values in chosen.items() if values})


def case_out(case: Case) -> dict[str, Any]:
    """A case as any reader may see it; every field is public by construction."""
    return {**case_to_mapping(case), "topic_names": [TOPICS[topic] for topic in case.topics if topic in TOPICS]}


def precedent_out(precedent: Precedent) -> PrecedentOut:
    hit, case = precedent.hit, precedent.case
    return PrecedentOut(
        code=case.code,
        title=case.title,
        band=hit.band,
        role=hit.role,
        passage=_segments(hit),
        reasons=[{"kind": reason.kind, "text": reason.text} for reason in hit.reasons],
        outcome=case.outcome,
        school_year=case.facets.school_year,
        topic=TOPICS.get(case.facets.topic, ""),
        provenance=case.provenance,
        counter=hit.counter,
        lookalikes=[other.code for other in precedent.lookalikes],
    )


def search_out(found: Precedents) -> SearchOut:
    return SearchOut(
        asked=found.asked,
        removed=len(found.removed),
        close=found.answer.has_close,
        found=found.answer.found,
        precedents=[precedent_out(precedent) for precedent in found.precedents],
        counts={name: dict(values) for name, values in found.answer.counts.items()},
        without_meaning=found.answer.without_meaning,
    )


def submission_out(submission: Submission) -> SubmissionOut:
    """The case is named while it stands on the submission, not while it is recalled or gone."""
    stands = submission.state is SubmissionState.PUBLISHED and submission.case_number is not None
    return SubmissionOut(
        id=submission.id,
        state=submission.state,
        submitted_on=submission.submitted_at.date().isoformat(),
        case=code_of(submission.case_number) if stands and submission.case_number else None,
    )


def standing_out(found: Standing) -> StandingOut:
    submission, question = found.submission, found.question
    notes = sorted((*found.notes, *found.answers), key=lambda note: note.at)
    return StandingOut(
        **submission_out(submission).model_dump(),
        notes=[NoteOut(on=n.at.date().isoformat(), decision=n.decision, note=n.note) for n in notes],
        question=question.note if question else None,
        median_wait_hours=math.ceil(found.median_wait / timedelta(hours=1)) if found.median_wait else None,
        can_change=found.can_change,
        draft=case_out(submission.draft) if submission.draft and found.can_change else None,
        follow_ups=[follow_up_out(follow_up) for follow_up in found.follow_ups],
        asked=found.asked.due if found.asked else None,
        reminds=found.reminds,
        parts=[submission_out(part) for part in found.parts],
    )


def circle_out(circle: Circle) -> CircleOut:
    return CircleOut(id=circle.id, name=circle.name, charter=circle.charter, audience=circle.audience)


def member_out(member: Member) -> MemberOut:
    return MemberOut(id=member.id, joined_on=member.joined_at.date().isoformat())


def revision_out(revision: Revision) -> RevisionOut:
    changes = {
        changed.field: [{"turn": wording.turn, "text": wording.text} for wording in changed.wordings]
        for changed in revision.changes
    }
    return RevisionOut(revision=revision.number, on=revision.at.date().isoformat(), changes=changes)


def trace_out(trace: Trace) -> TraceOut:
    return TraceOut(at=trace.at.isoformat(), actor=trace.actor, action=trace.action, subject=trace.subject)


def follow_up_out(follow_up: FollowUp) -> FollowUpOut:
    return FollowUpOut(
        id=follow_up.id,
        due=follow_up.due,
        due_on=follow_up.due_at.date().isoformat(),
        told_on=follow_up.told_at.date().isoformat() if follow_up.told_at else None,
        verdict=follow_up.verdict,
        note=follow_up.note,
        waits_for_a_look=follow_up.told_at is not None and follow_up.looked_at is None,
    )


def _segments(hit: Hit) -> list[SegmentOut]:
    return [SegmentOut(text=segment.text, marked=segment.marked) for segment in hit.passage]
