"""Follow-up: how a published case aged, told by its contributor with the receipt, and looked at before words show."""

import re
from dataclasses import replace

from api.archive import Call
from api.identity import CONTRIBUTOR, Right
from api.workflow.redact import redact_words, words_ahead
from api.workflow.withdraw import by_receipt
from corpus.errors import InvalidCase, MoveNotAllowed
from corpus.model.case import Case
from corpus.model.follow_up import Due, FollowUp, Verdict
from corpus.model.submission import Submission, SubmissionState
from corpus.model.taxonomy import OutcomeLater
from redaction.risk import Light, assess

LONGEST_NOTE = 2_000
MOST_UNASKED = 6
_LATER = {Verdict.HELD: OutcomeLater.HELD, Verdict.WORSENED: OutcomeLater.WORSENED}
_ADDRESS = re.compile(r"[^@\s<>,;]{1,64}@[^@\s<>,;]{1,180}\.[^@\s<>,;.]{2,24}")


def asked(call: Call, receipt: str) -> FollowUp | None:
    """What the contributor should be asked now: the latest that is due; raises ReceiptNotFound."""
    everything = call.intake.with_parts(by_receipt(call, receipt).id)
    due = [found for part in everything if (found := _due(call, part))]
    return max(due, key=lambda found: found.due_at, default=None)


def tell(call: Call, receipt: str, verdict: Verdict, note: str = "", code_number: int | None = None) -> FollowUp:
    """Keeps what became of it: the verdict shows in the case at once, the redacted note after a reviewer's look.

    `code_number` says which case is meant where a submission was split into several.

    Raises ReceiptNotFound, MoveNotAllowed unless the case stands, InvalidCase, RedactionIncomplete. The caller
    commits, then calls `archive.catch_up()`.
    """
    if len(note) > LONGEST_NOTE:
        raise InvalidCase({"note": f"At most {LONGEST_NOTE:,} characters."})
    if note.strip():
        words_ahead(call, lambda look: (_told_of(look, receipt, code_number).id, note.strip()))
    submission = _told_of(call, receipt, code_number)
    words = redact_words(call, submission.id, note.strip()) if note.strip() else ""
    told = call.follow_ups.tell(_answered(call, submission), verdict, words, at=call.now)
    case = call.casebook.case(told.case_number, (), any_state=True)
    later = _LATER.get(verdict, case.outcome_later)
    call.casebook.revise(replace(case, outcome_later=later, follow_ups=(*case.follow_ups, told.line)), at=call.now)
    replace(call, caller=CONTRIBUTOR).record("follow up", f"case:{told.case_number}")
    return told


def waiting(call: Call) -> list[FollowUp]:
    """Notes that wait for a reviewer's look, oldest first."""
    call.caller.require(Right.REVIEW)
    return call.follow_ups.waiting()


def let_in(call: Call, follow_up_id: int, note: str | None = None) -> Case:
    """Puts a note into the case, in the reviewer's wording where `note` is given, redacted again.

    Raises FollowUpNotFound, InvalidCase for a wording without words, MoveNotAllowed when it was looked at before or
    the case would turn red. The caller commits, then calls `archive.catch_up()`.
    """
    if note is not None and not note.strip():
        raise InvalidCase({"note": "Write what may be read, or leave it out."})

    def read(look: Call) -> tuple[int, str]:
        told = _unlooked(look, follow_up_id)
        return told.submission_id, told.note if note is None else note.strip()

    words_ahead(call, read)
    told = _unlooked(call, follow_up_id)
    words = redact_words(call, *read(call))
    case = call.casebook.case(told.case_number, (), any_state=True)
    lines = (*(line for line in case.follow_ups if line != told.line), f"{told.line} {words}")
    aged = replace(case, outcome_later_text=words, follow_ups=lines)
    if told.verdict is Verdict.DIFFERENTLY:
        aged = replace(case, do_over=(*case.do_over, words), follow_ups=lines)
    if assess(aged).light is Light.RED:
        raise MoveNotAllowed("With this note the risk is red. Word it more generally, or leave it out.")
    call.follow_ups.looked(told.id, words, at=call.now)
    call.record("let in", f"follow-up:{told.id}")
    return call.casebook.revise(aged, at=call.now)


def leave_out(call: Call, follow_up_id: int) -> None:
    """Forgets a note; the verdict stays. Raises FollowUpNotFound, MoveNotAllowed."""
    told = _unlooked(call, follow_up_id)
    call.follow_ups.looked(told.id, "", at=call.now)
    call.record("leave out", f"follow-up:{told.id}")


def keep_address(call: Call, receipt: str, address: str) -> None:
    """Seals an address to be reminded at, until the follow-ups are over; an empty one destroys what was kept.

    Raises ReceiptNotFound, InvalidCase, MoveNotAllowed after an ending.
    """
    submission, address = by_receipt(call, receipt), address.strip()
    if not address:
        call.addresses.forget(submission.id)
        return
    checked_address(address)
    if submission.state in {SubmissionState.DECLINED, SubmissionState.WITHDRAWN, SubmissionState.EXPIRED}:
        raise MoveNotAllowed(f"This submission is {submission.state}; there is nothing to remind you of.")
    call.addresses.keep(submission.id, address)


def checked_address(address: str) -> str:
    """Raises InvalidCase for what no letter can be sent to."""
    if not _ADDRESS.fullmatch(address):
        raise InvalidCase({"address": "That is not an e-mail address. Write it like name@example.org."})
    return address


def _told_of(call: Call, receipt: str, code_number: int | None) -> Submission:
    whole = by_receipt(call, receipt)
    for part in call.intake.with_parts(whole.id):
        if part.state is SubmissionState.PUBLISHED and code_number in {None, part.case_number}:
            return part
    raise MoveNotAllowed(f"This submission is {whole.state}; what became of it is asked once it is published.")


def _unlooked(call: Call, follow_up_id: int) -> FollowUp:
    call.caller.require(Right.REVIEW)
    told = call.follow_ups.follow_up(follow_up_id)
    if told.told_at is None or told.looked_at is not None:
        raise MoveNotAllowed("There is no note in this follow-up that waits for a look.")
    return told


def _due(call: Call, submission: Submission) -> FollowUp | None:
    due = [found for found in call.follow_ups.of_submission(submission.id) if found.is_due(call.now)]
    return due[-1] if due else None


def _answered(call: Call, submission: Submission) -> int:
    """The follow-up that an answer of now belongs to; earlier ones that nobody answered are over."""
    everything = call.follow_ups.of_submission(submission.id)
    due = [found for found in everything if found.is_due(call.now)]
    if due:
        for missed in due[:-1]:
            call.follow_ups.skip(missed.id)
        return due[-1].id
    if submission.case_number is None or sum(found.due is Due.UNASKED for found in everything) >= MOST_UNASKED:
        raise MoveNotAllowed("You have told enough for now; you will be asked again when it is time.")
    return call.follow_ups.add_unasked(submission.case_number, submission.id, at=call.now)
