"""Review: the queue, and the desk where one submission is read beside its redaction and decided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Reviewer, TheArchive
from api.errors import headers_of, problems_of, status_of
from api.identity import Caller
from api.workflow import review as verbs
from api.workflow.browse import code_of
from api.workflow.publish import publish
from api.workflow.review import correct
from corpus.errors import ArchiveError, NotFound
from corpus.model.case import Case
from corpus.model.submission import Submission, SubmissionState
from web.case_form import case_from_form
from web.contexts import FormPage, Page
from web.forms import Form, TheForm
from web.removals import Person, Removal, corrections_of, people, removals
from web.rendering import render
from web.routing import PageRouter
from web.visible import Piece, raw_pieces, redacted_pieces

router = PageRouter()


@dataclass(frozen=True)
class QueueRow:
    submission: Submission
    days: int
    claimed: str
    """"you", "another reviewer", or nothing."""


@dataclass(frozen=True, kw_only=True)
class QueuePage(Page):
    rows: tuple[QueueRow, ...]


@dataclass(frozen=True)
class DeskMessage:
    """One message on both sides."""

    sender: str
    raw: tuple[Piece, ...]
    redacted_sender: str
    redacted: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class DeskPage(FormPage):
    desk: verbs.Desk
    draft: Case | None
    """As typed, where it came back with problems."""
    messages: tuple[DeskMessage, ...]
    removals: tuple[Removal, ...]
    people: tuple[Person, ...]
    claimed: str
    why: str = ""
    note: str = ""
    more_actions: int = 1
    more_words: int = 1
    case_code: str = ""

    @property
    def open(self) -> bool:
        return self.desk.submission.state in {SubmissionState.IN_REVIEW, SubmissionState.APPROVED}


@router.page("/review")
def queue(request: Request, archive: TheArchive, caller: Reviewer) -> Response:
    with archive.reading(caller) as call:
        waiting = verbs.queue(call)
    now = archive.clock()
    rows = tuple(QueueRow(s, (now - s.submitted_at).days, _claimed(s, caller, now)) for s in waiting)
    return render(request, "pages/queue.html", QueuePage(title="Review queue", caller=caller, rows=rows))


@router.page("/review/{submission_id}")
def desk(request: Request, submission_id: int, archive: TheArchive, caller: Reviewer) -> Response:
    return render(request, "pages/desk.html", _desk_page(archive, caller, submission_id, Form({}), {}))


@router.form("/review/{submission_id}/claim")
def claim(request: Request, submission_id: int, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(request, archive, caller, submission_id, lambda call: verbs.claim(call, submission_id))


@router.form("/review/{submission_id}/release")
def release(request: Request, submission_id: int, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(request, archive, caller, submission_id, lambda call: verbs.release(call, submission_id))


@router.form("/review/{submission_id}/correct")
def correct_redaction(
    request: Request, submission_id: int, form: TheForm, archive: TheArchive, caller: Reviewer
) -> Response:
    """Hide, keep or join, then redact the whole discussion again."""

    def act(call: Call) -> None:
        verbs.claim(call, submission_id)
        correct(call, submission_id, corrections_of(form))

    return _act(request, archive, caller, submission_id, act, form=form)


@router.form("/review/{submission_id}/draft")
def edit(request: Request, submission_id: int, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    if "add" in form:
        return render(request, "pages/desk.html", _desk_page(archive, caller, submission_id, form, {}))

    def act(call: Call) -> None:
        base = verbs.open_desk(call, submission_id).draft
        verbs.edit_draft(call, submission_id, case_from_form(form, base).sound())

    return _act(request, archive, caller, submission_id, act, form=form)


@router.form("/review/{submission_id}/approve")
def approve(request: Request, submission_id: int, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    why = form.text("why")
    return _act(
        request, archive, caller, submission_id, lambda call: verbs.approve(call, submission_id, why), form=form
    )


@router.form("/review/{submission_id}/return")
def send_back(request: Request, submission_id: int, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    note = form.text("note")
    return _act(
        request, archive, caller, submission_id, lambda call: verbs.send_back(call, submission_id, note), form=form
    )


@router.form("/review/{submission_id}/decline")
def decline(request: Request, submission_id: int, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    note = form.text("note")
    answer = _act(
        request, archive, caller, submission_id, lambda call: verbs.decline(call, submission_id, note), form=form
    )
    archive.forget_traces()
    return answer


@router.form("/review/{submission_id}/publish")
def publish_case(request: Request, submission_id: int, archive: TheArchive, caller: Reviewer) -> Response:
    answer = _act(request, archive, caller, submission_id, lambda call: publish(call, submission_id))
    archive.forget_traces()
    archive.catch_up()
    return answer


def _act(
    request: Request,
    archive: Archive,
    caller: Caller,
    submission_id: int,
    act: Callable[[Call], object],
    *,
    form: Form | None = None,
) -> Response:
    """One decision in its own transaction; what it refuses is said on the desk, with everything typed still there."""
    try:
        with archive.writing(caller) as call:
            act(call)
    except NotFound:
        raise
    except ArchiveError as error:
        problems = problems_of(error) or {"desk": str(error)}
        page = _desk_page(archive, caller, submission_id, form or Form({}), problems)
        return render(request, "pages/desk.html", page, status_of(error), headers_of(error))
    return RedirectResponse(f"/review/{submission_id}", 303)


def _desk_page(archive: Archive, caller: Caller, submission_id: int, form: Form, problems: dict[str, str]) -> DeskPage:
    with archive.writing(caller) as call:
        opened = verbs.open_desk(call, submission_id)
    submission = opened.submission
    draft = submission.draft
    removed = _removals(opened)
    return DeskPage(
        title=f"Submission {submission.id}",
        caller=caller,
        problems=problems,
        desk=opened,
        draft=case_from_form(form, draft).case if draft and "title" in form else draft,
        messages=_messages(opened),
        removals=removed,
        people=_people(opened, removed),
        claimed=_claimed(submission, caller, archive.clock()),
        why=form.text("why"),
        note=form.text("note"),
        more_actions=3 if form.text("add") == "action" else 1,
        more_words=2 if form.text("add") == "words" else 1,
        case_code=code_of(submission.case_number) if submission.case_number else "",
    )


def _messages(desk: verbs.Desk) -> tuple[DeskMessage, ...]:
    redaction = desk.submission.redaction
    if redaction is None:
        return ()
    originals = desk.original.messages if desk.original else (None,) * len(redaction.discussion.messages)
    return tuple(
        DeskMessage(
            sender=(original.sender or "") if original else "",
            raw=raw_pieces(original.text, (m for m in redaction.mentions if m.message == position)) if original else (),
            redacted_sender=message.sender or "",
            redacted=redacted_pieces(message.text),
        )
        for position, (original, message) in enumerate(zip(originals, redaction.discussion.messages, strict=False))
    )


def _removals(desk: verbs.Desk) -> tuple[Removal, ...]:
    redaction = desk.submission.redaction
    return removals(desk.original, redaction.mentions) if redaction and desk.original else ()


def _people(desk: verbs.Desk, removed: tuple[Removal, ...]) -> tuple[Person, ...]:
    redaction = desk.submission.redaction
    return people(desk.original, redaction.discussion, removed) if redaction and desk.original else ()


def _claimed(submission: Submission, caller: Caller, now: datetime) -> str:
    if submission.claimed_by is None or submission.claimed_until is None or submission.claimed_until <= now:
        return ""
    return "you" if submission.claimed_by == caller.name else "another reviewer"
