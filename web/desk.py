"""The desk: one submission beside its redaction, as its page draws it; decided by the routes in `web.pages.reviews`."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from starlette.responses import Response

from api.archive import Archive
from api.identity import Caller
from api.workflow.browse import code_of
from api.workflow.desk import Desk, open_desk
from api.workflow.draft import NO_CODE
from api.workflow.generalise import still_tells, tellings
from api.workflow.history import Changed, Trace, changes, submission_trail
from api.workflow.search import lookalikes
from api.workflow.verbatim import verbatim
from corpus.errors import ArchiveError, DraftChanged
from corpus.model.case import Case
from corpus.model.submission import Submission, SubmissionState
from web import casework_wording
from web.approvals import Approval, approval_of
from web.case_form import case_from_form
from web.contexts import FormPage
from web.forms import Form
from web.removals import Person, Removal, Said, people, removals, unheeded
from web.steps import answer, problems
from web.visible import Piece, raw_pieces, redacted_pieces


@dataclass(frozen=True)
class DeskMessage:
    """One message on both sides."""

    sender: str
    raw: tuple[Piece, ...]
    redacted_sender: str
    redacted: tuple[Piece, ...]


@dataclass(frozen=True)
class StillTold:
    """One field of the draft in which something could still identify."""

    field: str
    pieces: tuple[Piece, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Copied:
    """One field of the draft with sentences of the discussion, whose contributor is not to be quoted."""

    field: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DeskPage(FormPage):
    desk: Desk
    draft: Case | None
    """As typed, where it came back with problems."""
    messages: tuple[DeskMessage, ...]
    removals: tuple[Removal, ...]
    people: tuple[Person, ...]
    unheeded: tuple[Said, ...]
    claimed: str
    age: str
    approval: Approval | None
    told: tuple[StillTold, ...]
    copied: tuple[Copied, ...]
    lookalikes: tuple[Case, ...]
    trail: tuple[Trace, ...]
    typed: Form
    seen: str
    """Mark of what this reviewer has before them: of the desk as it was when they began to type."""
    overtaken: bool
    """Whether somebody else changed it meanwhile."""
    differs: tuple[Changed, ...]
    """From what is kept now to what was typed, once overtaken."""

    @property
    def open(self) -> bool:
        return self.desk.submission.state in {SubmissionState.IN_REVIEW, SubmissionState.APPROVED}

    @property
    def waits_for_caller(self) -> bool:
        """Whether an approval of this caller would bring it further."""
        return self.open and (self.approval is None or self.approval.wanted)

    @property
    def case_code(self) -> str:
        number = self.desk.submission.case_number
        return code_of(number) if number else ""

    @property
    def joins(self) -> str:
        """Code of the case that it was merged with."""
        number = self.desk.submission.joins
        return code_of(number) if number else ""

    @property
    def meant(self) -> str:
        """Code of the case that its contributor says it is an account of."""
        own = self.desk.submission.draft
        apart = not self.joins and not self.case_code
        return own.code if own and apart and own.code != NO_CODE else ""

    @property
    def more_actions(self) -> int:
        return 3 if self.typed.text("add") == "action" else 1

    @property
    def more_words(self) -> int:
        return 2 if self.typed.text("add") == "words" else 1


def show_desk(
    request: Request,
    archive: Archive,
    caller: Caller,
    submission_id: int,
    *,
    form: Form,
    refused: ArchiveError | None = None,
) -> Response:
    """The desk of one submission; what was refused is said on it, with everything typed still there."""
    with archive.writing(caller) as call:
        opened = open_desk(call, submission_id)
        trail = submission_trail(call, submission_id)
    submission, draft, removed = opened.submission, opened.submission.draft, _removals(opened)
    typed = case_from_form(form, draft).case if draft and "title" in form else draft
    overtaken = isinstance(refused, DraftChanged)
    page = DeskPage(
        title=f"Submission {submission.id}",
        caller=caller,
        problems=problems(refused, "desk"),
        desk=opened,
        draft=typed,
        messages=_messages(opened),
        removals=removed,
        people=_people(opened, removed),
        unheeded=unheeded(opened.corrections, removed),
        claimed=claimed_by(submission, caller, archive.clock()),
        age=casework_wording.age(archive.clock() - submission.submitted_at),
        approval=approval_of(archive, caller, submission, opened.reviews),
        told=_told(submission.draft),
        copied=_copied(submission),
        lookalikes=_lookalikes(archive, caller, submission),
        trail=trail,
        typed=form,
        seen=opened.seen if overtaken else form.text("seen") or opened.seen,
        overtaken=overtaken,
        differs=changes(draft, typed) if draft and typed and overtaken else (),
    )
    return answer(request, "pages/desk.html", page, refused)


def claimed_by(submission: Submission, caller: Caller, now: datetime) -> str:
    """Who holds it, as this caller reads it: "you", "another reviewer", or nothing."""
    if submission.claimed_by is None or submission.claimed_until is None or submission.claimed_until <= now:
        return ""
    return "you" if submission.claimed_by == caller.name else "another reviewer"


def _lookalikes(archive: Archive, caller: Caller, submission: Submission) -> tuple[Case, ...]:
    """Where it could be merged; nothing once it is, or was published before."""
    if submission.draft is None or submission.joins or submission.case_number:
        return ()
    return tuple(found.case for found in lookalikes(archive, caller, submission.draft))


def _messages(desk: Desk) -> tuple[DeskMessage, ...]:
    redaction = desk.submission.redaction
    if redaction is None:
        return ()
    originals = desk.original.messages if desk.original else (None,) * len(redaction.discussion.messages)
    return tuple(
        DeskMessage(
            sender=(original.sender or "") if original else "",
            raw=raw_pieces(original.text, (m for m in redaction.mentions if m.message == position)) if original else (),
            redacted_sender=message.sender or "",
            redacted=redacted_pieces(message.text, tellings(message.text)),
        )
        for position, (original, message) in enumerate(zip(originals, redaction.discussion.messages, strict=False))
    )


def _told(draft: Case | None) -> tuple[StillTold, ...]:
    return tuple(
        StillTold(
            field=casework_wording.field(told.field),
            pieces=redacted_pieces(told.text, told.tellings),
            reasons=tuple(dict.fromkeys(telling.reason for telling in told.tellings)),
        )
        for told in (still_tells(draft) if draft else ())
    )


def _copied(submission: Submission) -> tuple[Copied, ...]:
    """Empty where the contributor may be quoted."""
    draft, redaction = submission.draft, submission.redaction
    if submission.consent.quote_verbatim or draft is None or redaction is None:
        return ()
    found = verbatim(draft, redaction.discussion)
    return tuple(Copied(casework_wording.field(one.field), one.sentences) for one in found)


def _removals(desk: Desk) -> tuple[Removal, ...]:
    redaction = desk.submission.redaction
    return removals(desk.original, redaction.mentions) if redaction and desk.original else ()


def _people(desk: Desk, removed: tuple[Removal, ...]) -> tuple[Person, ...]:
    redaction = desk.submission.redaction
    return people(desk.original, redaction.discussion, removed) if redaction and desk.original else ()
