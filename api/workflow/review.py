"""Review: what a reviewer does with a submission, from taking it to deciding it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from api.archive import Call
from api.identity import Right
from api.workflow.desk import as_published, check_seen
from api.workflow.redact import draft_ahead, redact, redact_ahead, redact_draft, redact_words, text_of, words_ahead
from api.workflow.withdraw import take_out
from corpus.errors import InvalidCase, MoveNotAllowed
from corpus.model.case import Case
from corpus.model.redaction import Corrections, Redaction
from corpus.model.submission import APPROVE, DECLINE, EDIT, ENDED, RETURN, Review, Submission, SubmissionState
from corpus.model.taxonomy import UNKNOWN
from corpus.model.topics import TOPICS
from redaction.risk import Light, assess

CLAIM_LASTS = timedelta(minutes=45)
_SHORTEST_REASON, _LONGEST_NOTE = 20, 2_000


def claim(call: Call, submission_id: int) -> None:
    """Takes a submission for this reviewer; raises ClaimedByAnother, MoveNotAllowed for one that has ended."""
    call.caller.require(Right.REVIEW)
    state = call.intake.submission(submission_id).state
    if state in ENDED:
        raise MoveNotAllowed(f"This submission is {state}; nothing of it can be reviewed any more.")
    call.intake.claim(submission_id, call.caller.name, at=call.now, lasts=CLAIM_LASTS)
    call.record("claim", f"submission:{submission_id}")


def release(call: Call, submission_id: int) -> None:
    call.caller.require(Right.REVIEW)
    claim(call, submission_id)
    call.intake.release(submission_id)


def edit_draft(call: Call, submission_id: int, draft: Case, seen: str = "") -> Case:
    """Stores a reviewer's wording, redacted like everything that a person types; `seen` is `Desk.seen`, if known.

    Raises RedactionIncomplete, DraftChanged.
    """
    draft_ahead(call, submission_id, lambda _: draft)
    claim(call, submission_id)
    check_seen(call, submission_id, seen)
    raw = text_of(call, submission_id)
    redacted = redact_draft(call.redactor, raw, draft)
    if call.intake.is_sealed(submission_id):
        # A later correction redacts from what is sealed, so this wording has to be there too.
        call.intake.replace_raw(submission_id, replace(raw, draft=draft, earlier=()))
    call.intake.keep_draft(submission_id, redacted, at=call.now)
    void_approvals(call, submission_id)
    call.record("edit", f"submission:{submission_id}")
    return redacted


def correct(call: Call, submission_id: int, corrections: Corrections) -> Redaction:
    """Seals what a reviewer says about the redaction and redacts again; raises RedactionIncomplete."""
    redact_ahead(call, submission_id, corrections)
    claim(call, submission_id)
    if call.intake.is_sealed(submission_id):
        raw = call.intake.raw(submission_id)
        call.intake.replace_raw(submission_id, replace(raw, corrections=raw.corrections.joined(corrections)))
    redaction = redact(call, submission_id, corrections)
    void_approvals(call, submission_id)
    return redaction


def void_approvals(call: Call, submission_id: int) -> None:
    """After a change: whoever approved before approved something else."""
    if call.intake.submission(submission_id).state is SubmissionState.APPROVED:
        call.intake.move(submission_id, SubmissionState.IN_REVIEW, at=call.now)
    call.intake.keep_review(submission_id, Review(call.caller.name, EDIT, "", call.now))


def standing_approvals(reviews: Sequence[Review]) -> list[Review]:
    """Approvals given since the last change, one a reviewer, in order."""
    last_edit = max((position for position, r in enumerate(reviews) if r.decision == EDIT), default=-1)
    standing = {r.reviewer: r for r in reviews[last_edit + 1 :] if r.decision == APPROVE}
    return list(standing.values())


def approve(call: Call, submission_id: int, why_not_recognised: str, seen: str = "") -> SubmissionState:
    """Approves for publication; amber cases need a second reviewer's approval as well.

    `why_not_recognised` answers "why could a parent at this school not recognise the child?"; `seen` is `Desk.seen`.
    Raises MoveNotAllowed while a check did not finish, the risk is red or its contributor was asked something, and once
    it has ended; InvalidCase for an unfinished draft; DraftChanged.
    """
    words_ahead(call, lambda _: (submission_id, why_not_recognised))
    claim(call, submission_id)
    check_seen(call, submission_id, seen)
    submission = call.intake.submission(submission_id)
    draft = _checked(submission)
    if len(why_not_recognised.strip()) < _SHORTEST_REASON:
        raise InvalidCase({"why": "Say in a sentence why a parent at this school could not recognize the child."})
    if submission.state is not SubmissionState.APPROVED:
        call.intake.move(submission_id, SubmissionState.APPROVED, at=call.now)
    _decide(call, submission_id, APPROVE, why_not_recognised)
    call.intake.release(submission_id)
    return _approved(call, submission_id, draft)


def send_back(call: Call, submission_id: int, question: str) -> None:
    """Returns a submission to its contributor with a question."""
    check_words(question)
    words_ahead(call, lambda _: (submission_id, question))
    claim(call, submission_id)
    call.intake.move(submission_id, SubmissionState.NEEDS_YOU, at=call.now)
    _decide(call, submission_id, RETURN, question)
    call.intake.release(submission_id)


def decline(call: Call, submission_id: int, reason: str) -> None:
    """Ends a submission with a reason that its contributor will read; the raw text's key is destroyed."""
    check_words(reason)
    words_ahead(call, lambda _: (submission_id, reason))
    claim(call, submission_id)
    _decide(call, submission_id, DECLINE, reason)
    call.intake.move(submission_id, SubmissionState.DECLINED, at=call.now)
    take_out(call, call.intake.submission(submission_id))


def unfinished(draft: Case) -> dict[str, str]:
    """What a draft still lacks before it can be published, by field, with what to do."""
    wanted = {
        "title": draft.title not in {"", UNKNOWN},
        "facets.topic": draft.facets.topic in TOPICS,
        "situation": bool(draft.situation),
        "actions": bool(draft.actions),
        "outcome_text": draft.outcome_text not in {"", UNKNOWN},
    }
    says = {
        "title": "Give the problem in 8 to 12 words, without a place.",
        "facets.topic": "Choose the topic that a colleague would look under.",
        "situation": "Say in three to five facts what happened.",
        "actions": "Say at least one thing that was done.",
        "outcome_text": "Say how it ended, or that it is still open.",
    }
    return {field: says[field] for field, there in wanted.items() if not there}


def approvals_needed(case: Case) -> int:
    """Two different reviewers for an amber case, one for a green one."""
    return 2 if assess(case).light is Light.AMBER else 1


def _checked(submission: Submission) -> Case:
    case = as_published(submission)
    if submission.redaction is None or case is None:
        raise MoveNotAllowed(
            "A check of this submission did not finish, so it can't be approved. Redact it again first."
        )
    if problems := unfinished(case):
        raise InvalidCase(problems)
    risk = assess(case)
    if risk.light is Light.RED:
        raise MoveNotAllowed(f"The risk is red and the case can't be published. {risk.advice}")
    return case


def _approved(call: Call, submission_id: int, draft: Case) -> SubmissionState:
    if len(standing_approvals(call.intake.reviews(submission_id))) < approvals_needed(draft):
        call.record("wants second reviewer", f"submission:{submission_id}")
    return call.intake.submission(submission_id).state


def check_words(text: str) -> None:
    """Raises InvalidCase for a note that says nothing or too much."""
    if not text.strip():
        raise InvalidCase({"note": "Write a sentence that the other side can act on."})
    if len(text) > _LONGEST_NOTE:
        raise InvalidCase({"note": f"At most {_LONGEST_NOTE:,} characters."})


def _decide(call: Call, submission_id: int, decision: str, words: str) -> None:
    note = redact_words(call, submission_id, words)
    call.intake.keep_review(submission_id, Review(reviewer=call.caller.name, decision=decision, note=note, at=call.now))
    call.record(decision, f"submission:{submission_id}")
