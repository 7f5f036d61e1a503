"""What the JSON interface takes and gives about receipts, follow-ups, circles and the editing of cases."""

import math
from datetime import timedelta
from typing import Any

from pydantic import BaseModel, Field

from api.schemas import ReceiptIn, Strict, SubmissionOut, case_out, submission_out
from api.workflow.history import Revision, Trace
from api.workflow.receipts import Standing
from corpus.accounts.store import Account
from corpus.model.circle import Circle, Member
from corpus.model.follow_up import FollowUp, Verdict


class MergeIn(Strict):
    into: str = Field(max_length=20, description="Code of the case that stays")
    record: dict[str, Any] | None = Field(None, description="What it should say then; null: everything of both")


class SplitIn(Strict):
    drafts: list[dict[str, Any]] = Field(min_length=2, max_length=6, description="One draft for each case")


class CircleIn(Strict):
    name: str = Field(max_length=80)
    charter: str = Field(max_length=4_000)


class CharterIn(Strict):
    charter: str = Field(max_length=4_000)


class InvitationIn(Strict):
    invitation: str = Field(min_length=8, max_length=64)


class LookIn(Strict):
    note: str | None = Field(None, max_length=2_000, description="The reviewer's wording; null leaves it as it is")


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


class SignInIn(Strict):
    name: str = Field(max_length=64)
    password: str = Field(max_length=200)
    code: str = Field(max_length=40, description="Six digits of the second factor, or a recovery code")


class ProofIn(Strict):
    password: str = Field(max_length=200, description="The present one, asked once more")


class PasswordIn(ProofIn):
    wanted: str = Field(max_length=200)


class AccountIn(Strict):
    name: str = Field(max_length=64)


class OwnAccountOut(BaseModel):
    name: str
    role: str
    recovery_codes_left: int
    refused: int = Field(description="Sign-ins under this name that were refused within the hour")
    refused_with_password: int = Field(description="Those of them that came with the right password")


class AccountOut(BaseModel):
    id: int
    name: str
    role: str
    closed: bool


class NewAccountOut(BaseModel):
    name: str
    password: str
    factor: str = Field(description="Setting-up address for an authenticator app")


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


def account_out(account: Account) -> AccountOut:
    return AccountOut(id=account.id, name=account.name, role=account.role, closed=account.closed)


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
