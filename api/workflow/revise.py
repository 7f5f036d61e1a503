"""Revise: a reviewer words a published or hidden case anew; the raw text is gone, so from what is published alone."""

from dataclasses import replace

from api.archive import Call
from api.identity import Right
from api.workflow.redact import redact_draft
from api.workflow.review import unfinished
from corpus.errors import DraftChanged, InvalidCase, MoveNotAllowed
from corpus.intake.records import RawText
from corpus.model.case import Case
from corpus.model.discussion import Discussion, Source
from redaction.risk import Light, assess

_NO_TEXT = RawText(discussion=Discussion(source=Source.PLAIN, messages=()))


def open_case(call: Call, number: int) -> Case:
    """A case in any state, for a reviewer; raises CaseNotFound."""
    call.caller.require(Right.REVIEW)
    return call.casebook.case(number, (), any_state=True)


def revise(call: Call, number: int, wording: Case, seen: int | None = None) -> Case:
    """The next revision of a case, redacted like everything that a person types; a hidden one stays hidden.

    `seen` is the revision that its reviewer had before them. Raises CaseNotFound, InvalidCase, RedactionIncomplete,
    DraftChanged, MoveNotAllowed where the risk would be red. The caller commits, then calls `archive.catch_up()`.
    """
    call.caller.require(Right.REVIEW)
    if problems := unfinished(wording):
        raise InvalidCase(problems)
    redacted = redact_draft(call.redactor, _NO_TEXT, wording)
    stands = open_case(call, number)
    if seen is not None and seen != stands.revision:
        raise DraftChanged("Somebody changed it after you opened it, so nothing of yours is stored yet.")
    risk = assess(redacted)
    if risk.light is Light.RED and assess(stands).light is not Light.RED:
        raise MoveNotAllowed(f"With this wording the risk is red. {risk.advice}")
    revised = call.casebook.revise(_kept(redacted, stands), at=call.now)
    call.record("revise", f"case:{number}")
    return revised


def _kept(redacted: Case, stands: Case) -> Case:
    return replace(redacted, code=stands.code, redacted_discussion=stands.redacted_discussion)
