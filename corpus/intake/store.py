"""The Intake: submissions from the first consent to their end, raw text sealed throughout."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from corpus.case_codec import case_to_json
from corpus.errors import ClaimedByAnother, KeyUnavailable, MoveNotAllowed, ReceiptNotFound, SubmissionNotFound
from corpus.intake.records import RawText, dump, load, redaction_to_json, submission_of
from corpus.intake.tables import ReviewRow, SubmissionRow
from corpus.model.case import Case
from corpus.model.redaction import Redaction
from corpus.model.submission import APPROVE, DECLINE, ENDED, MOVES, Consent, Review, Submission, SubmissionState
from corpus.vault import Sealed, Vault


class Intake:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def add(
        self,
        raw: RawText,
        *,
        consent: Consent,
        receipt_digest: str,
        idempotency_digest: str | None,
        at: datetime,
    ) -> int:
        """Seals and stores a submission, held until it is redacted; returns its id."""
        context = secrets.token_hex(16)
        sealed = self._vault.seal(dump(raw), context=context)
        row = SubmissionRow(
            state=SubmissionState.HELD,
            source=raw.discussion.source,
            audience=consent.audience,
            quote_verbatim=consent.quote_verbatim,
            submitted_at=at,
            changed_at=at,
            receipt_digest=receipt_digest,
            idempotency_digest=idempotency_digest,
            seal_context=context,
            wrapped_key=sealed.wrapped_key,
            sealed_text=sealed.box,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def submission(self, submission_id: int) -> Submission:
        """Raises SubmissionNotFound."""
        return submission_of(self._row(submission_id))

    def by_receipt(self, receipt_digest: str) -> Submission:
        """Raises ReceiptNotFound."""
        row = self._one(SubmissionRow.receipt_digest == receipt_digest)
        if row is None:
            raise ReceiptNotFound(
                "No submission belongs to that receipt. Check the code; its letters and digits all count."
            )
        return submission_of(row)

    def by_idempotency(self, idempotency_digest: str) -> Submission | None:
        row = self._one(SubmissionRow.idempotency_digest == idempotency_digest)
        return submission_of(row) if row else None

    def raw(self, submission_id: int) -> RawText:
        """The unsealed text; raises KeyUnavailable once it has been ended."""
        row = self._row(submission_id)
        if row.wrapped_key is None or row.sealed_text is None:
            raise KeyUnavailable("The original text of this submission has been destroyed.")
        box = Sealed(wrapped_key=row.wrapped_key, box=row.sealed_text)
        return load(self._vault.open(box, context=row.seal_context))

    def is_sealed(self, submission_id: int) -> bool:
        """Whether the original text is still there."""
        return self._row(submission_id).wrapped_key is not None

    def replace_raw(self, submission_id: int, raw: RawText) -> None:
        """Seals a new state of the text under a new key."""
        row = self._row(submission_id)
        if row.wrapped_key is None:
            raise KeyUnavailable("The original text of this submission has been destroyed.")
        sealed = self._vault.seal(dump(raw), context=row.seal_context)
        row.wrapped_key, row.sealed_text = sealed.wrapped_key, sealed.box
        self._session.flush()

    def keep_redaction(self, submission_id: int, redaction: Redaction, *, at: datetime) -> None:
        """Stores a finished redaction; the raw sender names stay sealed."""
        row = self._row(submission_id)
        row.redaction = redaction_to_json(redaction)
        row.changed_at = at
        self._session.flush()

    def drop_redaction(self, submission_id: int, *, at: datetime) -> None:
        """Forgets a redaction that no longer belongs to the text."""
        row = self._row(submission_id)
        row.redaction, row.changed_at = None, at
        self._session.flush()

    def keep_draft(self, submission_id: int, draft: Case, *, at: datetime) -> None:
        row = self._row(submission_id)
        row.draft, row.changed_at = case_to_json(draft), at
        self._session.flush()

    def move(self, submission_id: int, state: SubmissionState, *, at: datetime) -> None:
        """Moves to another state, ending the raw text where that state asks for it; raises MoveNotAllowed.

        What will never be published keeps neither redaction nor draft.
        """
        row = self._row(submission_id)
        if state not in MOVES[SubmissionState(row.state)]:
            raise MoveNotAllowed(f"A submission that is {row.state} can't become {state}.")
        row.state, row.changed_at = state, at
        if state in ENDED:
            row.wrapped_key = row.sealed_text = None
            row.claimed_by = row.claimed_until = None
        if state in ENDED - {SubmissionState.PUBLISHED}:
            row.address_key = row.address_box = row.redaction = row.draft = None
        self._session.flush()

    def link_case(self, submission_id: int, case_number: int | None, revision: int | None) -> None:
        """Notes which case holds a submission's words, and since which revision."""
        row = self._row(submission_id)
        row.case_number, row.case_revision = case_number, revision
        self._session.flush()

    def relink(self, case_number: int, successor: int, revision: int) -> None:
        """A merged case's submissions stand in its successor from that revision on."""
        moved = update(SubmissionRow).where(SubmissionRow.case_number == case_number)
        self._session.execute(moved.values(case_number=successor, case_revision=revision))

    def join_case(self, submission_id: int, case_number: int | None, revision: int | None) -> None:
        """Notes which case a submission will be merged into; None for a case of its own."""
        row = self._row(submission_id)
        row.joins, row.joins_revision = case_number, revision
        self._session.flush()

    def add_part(self, submission_id: int, draft: Case, *, at: datetime) -> int:
        """A part split from a submission: the same text under a key of its own, with its own draft; held.

        Nobody gets a receipt for it: the submission's receipt stands for all parts. Raises KeyUnavailable.
        """
        whole = self.submission(submission_id)
        part = self.add(
            replace(self.raw(submission_id), draft=draft),
            consent=whole.consent,
            receipt_digest=secrets.token_hex(32),
            idempotency_digest=None,
            at=at,
        )
        self._row(part).part_of = whole.part_of or submission_id
        self._session.flush()
        return part

    def with_parts(self, submission_id: int) -> list[Submission]:
        """A submission and whatever was split from it, in order."""
        whole = (SubmissionRow.id == submission_id) | (SubmissionRow.part_of == submission_id)
        rows = self._session.scalars(select(SubmissionRow).where(whole).order_by(SubmissionRow.id))
        return [submission_of(row) for row in rows]

    def claim(self, submission_id: int, reviewer: str, *, at: datetime, lasts: timedelta) -> None:
        """Holds a submission for one reviewer; raises ClaimedByAnother while somebody else holds it."""
        row = self._row(submission_id)
        held = row.claimed_until is not None and row.claimed_until > at
        if held and row.claimed_by != reviewer:
            raise ClaimedByAnother(
                "Another reviewer is working on this submission. Take another one or wait for release."
            )
        row.claimed_by, row.claimed_until = reviewer, at + lasts
        self._session.flush()

    def release(self, submission_id: int) -> None:
        row = self._row(submission_id)
        row.claimed_by = row.claimed_until = None
        self._session.flush()

    def keep_review(self, submission_id: int, review: Review) -> None:
        self._session.add(
            ReviewRow(
                submission_id=submission_id,
                reviewer=review.reviewer,
                decision=review.decision,
                note=review.note,
                at=review.at,
            )
        )
        self._session.flush()

    def reviews(self, submission_id: int) -> list[Review]:
        rows = self._session.scalars(
            select(ReviewRow).where(ReviewRow.submission_id == submission_id).order_by(ReviewRow.id)
        )
        return [Review(row.reviewer, row.decision, row.note, row.at) for row in rows]

    def queue(self, states: Iterable[SubmissionState]) -> list[Submission]:
        """Submissions in these states, oldest first."""
        rows = self._session.scalars(
            select(SubmissionRow).where(SubmissionRow.state.in_(list(states))).order_by(SubmissionRow.submitted_at)
        )
        return [submission_of(row) for row in rows]

    def waits(self) -> list[timedelta]:
        """From handing in to the first decision, of every submission that was approved or declined."""
        first = (
            select(SubmissionRow.submitted_at, func.min(ReviewRow.at))
            .join(ReviewRow, ReviewRow.submission_id == SubmissionRow.id)
            .where(ReviewRow.decision.in_([APPROVE, DECLINE]))
            .group_by(SubmissionRow.id, SubmissionRow.submitted_at)
        )
        return [decided - came for came, decided in self._session.execute(first)]

    def counts(self) -> dict[SubmissionState, int]:
        """How many submissions stand in each state."""
        counted = select(SubmissionRow.state, func.count()).group_by(SubmissionRow.state)
        return {SubmissionState(state): count for state, count in self._session.execute(counted)}

    def stale(self, before: datetime) -> list[int]:
        """Ids of submissions that came before that time and whose original text is still there."""
        open_states = [state for state in SubmissionState if state not in ENDED]
        chosen = select(SubmissionRow.id).where(
            SubmissionRow.state.in_(open_states),
            SubmissionRow.submitted_at < before,
            SubmissionRow.wrapped_key.is_not(None),
        )
        return list(self._session.scalars(chosen))

    def of_case(self, case_number: int) -> list[int]:
        return list(self._session.scalars(select(SubmissionRow.id).where(SubmissionRow.case_number == case_number)))

    def _row(self, submission_id: int) -> SubmissionRow:
        row = self._session.get(SubmissionRow, submission_id)
        if row is None:
            raise SubmissionNotFound("There is no submission with that number.")
        return row

    def _one(self, condition: ColumnElement[bool]) -> SubmissionRow | None:
        return self._session.scalars(select(SubmissionRow).where(condition)).one_or_none()
