"""Uses: a leader takes a case to work, leaves with a reminder code, and comes back to tell what came of it.

No account and no address: the code is shown once and only its digest is kept. What is told shows once a reviewer has
looked at it.
"""

import secrets

from api.archive import Call
from api.identity import Right
from api.workflow.redact import redact_plain
from api.workflow.submit import receipt_digest
from corpus.casebook.case_codes import code_of
from corpus.errors import InvalidCase, MoveNotAllowed
from corpus.model.use import Use

LONGEST_INSIGHT = 400
WEEKS_LATER = 2
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _LETTERS = 3, 4


def use_case(call: Call, number: int) -> str:
    """Notes that a leader used a case and gives the reminder code, which is never shown again. Raises CaseNotFound."""
    call.caller.require(Right.CONTRIBUTE)
    call.casebook.case(number, call.caller.audiences)
    code = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS)) for _ in range(_GROUPS))
    call.uses.start(number, receipt_digest(code), at=call.now)
    return code


def use_of(call: Call, code: str) -> Use:
    """What belongs to a reminder code; raises UseNotFound."""
    return call.uses.by_code(receipt_digest(code))


def tell_use(call: Call, code: str, insight: str) -> Use:
    """Keeps what came of using a case, redacted; telling again replaces what no reviewer has let in yet.

    Raises UseNotFound, InvalidCase, MoveNotAllowed once it is on the case, RedactionIncomplete.
    """
    insight = insight.strip()
    if not insight:
        raise InvalidCase({"insight": "Write a sentence or two: what did you do, and did it help?"})
    if len(insight) > LONGEST_INSIGHT:
        raise InvalidCase({"insight": f"At most {LONGEST_INSIGHT} characters; this is {len(insight)}."})
    redacted = redact_plain(call.redactor, insight)
    use = use_of(call, code)
    if use.looked_at is not None:
        raise MoveNotAllowed("A reviewer has looked at what you told. Use the case again to tell more.")
    call.uses.tell(use.id, redacted, at=call.now)
    return call.uses.use(use.id)


def waiting_insights(call: Call) -> list[Use]:
    """What waits for a reviewer's look, oldest first."""
    call.caller.require(Right.REVIEW)
    return call.uses.waiting()


def let_insight_in(call: Call, use_id: int, insight: str) -> None:
    """Shows an insight on its case, in the reviewer's wording and redacted again.

    Raises UseNotFound, MoveNotAllowed, InvalidCase, RedactionIncomplete.
    """
    call.caller.require(Right.REVIEW)
    if not insight.strip() or len(insight) > LONGEST_INSIGHT:
        raise InvalidCase({"insight": f"One to {LONGEST_INSIGHT} characters, or leave it out."})
    redacted = redact_plain(call.redactor, insight.strip())
    call.uses.looked(_unlooked(call, use_id).id, redacted, at=call.now)
    call.record("let in", f"use:{use_id}")


def leave_insight_out(call: Call, use_id: int) -> None:
    """Forgets what was told; raises UseNotFound, MoveNotAllowed."""
    use = _unlooked(call, use_id)
    call.uses.looked(use.id, "", at=call.now)
    call.record("leave out", f"use:{use.id}")


def insights(call: Call, number: int) -> tuple[str, ...]:
    """What leaders who used a case say, as it was let in; raises CaseNotFound."""
    case = call.casebook.case(number, call.caller.audiences)
    return tuple(call.uses.insights(case.number))


def times_used(call: Call, number: int) -> int:
    """How often; to be said only as `api.small_counts` allows."""
    return call.uses.count(number)


def case_of(use: Use) -> str:
    return code_of(use.case_number)


def _unlooked(call: Call, use_id: int) -> Use:
    call.caller.require(Right.REVIEW)
    use = call.uses.use(use_id)
    if use.told_at is None or use.looked_at is not None:
        raise MoveNotAllowed("Nothing told there waits for a look.")
    return use
