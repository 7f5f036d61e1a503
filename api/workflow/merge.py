"""Merge: a submission joins a case that is already there, or two cases become one with a redirect."""

from dataclasses import replace
from typing import TypeVar

from api.archive import Call
from api.identity import Right
from api.workflow.redact import draft_ahead, redact_draft
from api.workflow.review import claim, edit_draft
from corpus.casebook.store import CaseState
from corpus.casebook.tombstone import Tombstone
from corpus.errors import CaseNotFound, MoveNotAllowed
from corpus.intake.records import RawText
from corpus.model.case import NATIONAL, Case
from corpus.model.discussion import Discussion, Source
from corpus.model.submission import Submission, SubmissionState
from redaction.risk import Light, assess

MERGED = "merged"
_Told = TypeVar("_Told")


def merge_into(call: Call, submission_id: int, number: int) -> Case:
    """Makes the draft one with a case that is already there, for the reviewer to choose from by editing it.

    Approvals start anew; publication then revises that case. Raises CaseNotFound, MoveNotAllowed.
    """
    draft_ahead(call, submission_id, lambda look: _together(look, submission_id, number))
    claim(call, submission_id)
    together = _together(call, submission_id, number)
    call.intake.join_case(submission_id, number, together.revision)
    check_merge(call, call.intake.submission(submission_id), number)
    draft = edit_draft(call, submission_id, together)
    call.record("merge", f"submission:{submission_id}")
    return draft


def _together(call: Call, submission_id: int, number: int) -> Case:
    """The case as it stands, with what the draft says and it does not."""
    submission = call.intake.submission(submission_id)
    if submission.draft is None or submission.case_number is not None or submission.state not in _UNDER_REVIEW:
        raise MoveNotAllowed("Only a submission under review that was never published can join a case.")
    return gained(call.casebook.case(number, (), any_state=True), submission.draft)


def keep_apart(call: Call, submission_id: int) -> None:
    """The submission will be a case of its own after all; its draft stays as it is, to be edited."""
    claim(call, submission_id)
    call.intake.join_case(submission_id, None, None)
    call.record("keep apart", f"submission:{submission_id}")


def check_merge(call: Call, submission: Submission, number: int) -> None:
    """Raises MoveNotAllowed where its contributor did not consent to that case's readers, or the case has changed."""
    if submission.consent.audience not in {NATIONAL, call.casebook.audience(number)}:
        raise MoveNotAllowed("Its contributor agreed to be read by one circle only; that case has other readers.")
    case = call.casebook.case(number, (), any_state=True)
    if call.casebook.state(number) is not CaseState.PUBLISHED or case.revision != submission.joins_revision:
        raise MoveNotAllowed("The case has changed since the submission was merged with it. Merge them again.")


def merged(call: Call, number: int, draft: Case) -> Case:
    """The next revision of a case: the draft's record, both discussions, and how the case aged."""
    case = call.casebook.case(number, (), any_state=True)
    return replace(
        draft,
        code=case.code,
        redacted_discussion=_both(case.redacted_discussion, draft.redacted_discussion),
        outcome_later=case.outcome_later,
        outcome_later_text=case.outcome_later_text,
        follow_ups=case.follow_ups,
    )


def gained(case: Case, other: Case) -> Case:
    """The case with whatever the other one says and it does not say yet."""
    return replace(
        case,
        situation=_union(case.situation, other.situation),
        actions=_union(case.actions, other.actions),
        called_in=_union(case.called_in, other.called_in),
        words_used=_union(case.words_used, other.words_used),
        backfired=_union(case.backfired, other.backfired),
        do_over=_union(case.do_over, other.do_over),
        asked_as=_union(case.asked_as, other.asked_as),
        peers_might_take=_union(case.peers_might_take, other.peers_might_take),
        doesnt_apply_if=_union(case.doesnt_apply_if, other.doesnt_apply_if),
    )


def merge_cases(call: Call, number: int, successor: int, chosen: Case | None = None) -> Tombstone:
    """One case lives on in another, which gains what was chosen of it (everything, where nothing was chosen).

    Whatever is typed is redacted; a redirect stays for good. Raises CaseNotFound, MoveNotAllowed where the two have
    different readers or the risk would grow. The caller commits, then forgets traces and catches up.
    """
    call.caller.require(Right.REVIEW)
    worded = redact_draft(call.redactor, _NO_TEXT, chosen) if chosen else None
    gone, stays = (call.casebook.case(known, (), any_state=True) for known in (number, successor))
    if number == successor or call.casebook.audience(number) != call.casebook.audience(successor):
        raise MoveNotAllowed("Two cases can be merged when they are different ones with the same readers.")
    if {call.casebook.state(number), call.casebook.state(successor)} != {CaseState.PUBLISHED}:
        raise CaseNotFound("Both cases have to be in sight. Look at the hidden one first.")
    record = worded or gained(stays, gone)
    order = list(Light).index
    if order(assess(record).light) > max(order(assess(case).light) for case in (gone, stays)):
        raise MoveNotAllowed("Together the risk is higher than apart. Word it more generally.")
    together = replace(record, redacted_discussion=gone.redacted_discussion)
    revised = call.casebook.revise(merged(call, successor, together), at=call.now)
    call.intake.relink(number, successor, revised.revision)
    call.follow_ups.move(number, successor)
    call.record("merge", f"case:{successor}")
    call.record("merge", f"case:{number}")
    return call.casebook.withdraw(number, reason=MERGED, successor=successor, at=call.now)


_UNDER_REVIEW = (SubmissionState.IN_REVIEW, SubmissionState.APPROVED)
_NO_TEXT = RawText(discussion=Discussion(source=Source.PLAIN, messages=()))


def _union(first: tuple[_Told, ...], second: tuple[_Told, ...]) -> tuple[_Told, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _both(first: str, second: str) -> str:
    return "\n\n".join(text for text in (first, second) if text)
