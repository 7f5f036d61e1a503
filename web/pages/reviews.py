"""Review: the queue, and every decision that is taken at the desk of one submission."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Reviewer, TheArchive
from api.identity import Caller
from api.workflow import desk as desks
from api.workflow import review as verbs
from api.workflow.browse import number_of
from api.workflow.follow_up import waiting
from api.workflow.generalise import generalise, undo
from api.workflow.merge import keep_apart, merge_into
from api.workflow.publish import publish
from api.workflow.revise import open_case
from api.workflow.withdraw import hidden
from corpus.errors import CaseNotFound, InvalidCase
from corpus.model.case import Case
from corpus.model.submission import Submission, SubmissionState
from web import casework_wording
from web.approvals import Approval, approval_of
from web.case_form import case_from_form
from web.contexts import FormPage
from web.desk import claimed_by, show_desk
from web.forms import Form, TheForm
from web.removals import corrections_of
from web.routing import Number, PageRouter
from web.steps import answer, problems, refusal

router = PageRouter()


@dataclass(frozen=True)
class QueueRow:
    submission: Submission
    age: str
    light: str
    """Of the risk; empty while there is no draft."""
    claimed: str
    approval: Approval | None

    @property
    def to_take(self) -> bool:
        """Whether this reviewer would bring it further."""
        waits = self.submission.state is SubmissionState.IN_REVIEW or bool(self.approval and self.approval.wanted)
        return waits and not self.claimed


@dataclass(frozen=True)
class HiddenRow:
    """A case that a reader doubted."""

    case: Case
    since: datetime


@dataclass(frozen=True, kw_only=True)
class QueuePage(FormPage):
    rows: tuple[QueueRow, ...]
    hidden: tuple[HiddenRow, ...]
    notes: int
    """Notes of contributors that wait for a look."""
    code: str = ""
    """As typed, where no case has it."""


@router.page("/review")
def queue(request: Request, archive: TheArchive, caller: Reviewer) -> Response:
    return _queue(request, archive, caller)


@router.form("/review/find")
def find(request: Request, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    """Any spelling of a code leads to its case."""
    try:
        with archive.reading(caller) as call:
            found = open_case(call, number_of(form.text("code")))
    except CaseNotFound as error:
        return _queue(request, archive, caller, code=form.text("code"), refused=error)
    return RedirectResponse(f"/review/cases/{found.code}", 303)


def _queue(
    request: Request, archive: Archive, caller: Caller, *, code: str = "", refused: CaseNotFound | None = None
) -> Response:
    with archive.reading(caller) as call:
        doubted, notes = hidden(call), len(waiting(call))
        open_ones = [(s, approval_of(archive, caller, s, call.intake.reviews(s.id))) for s in desks.queue(call)]
    now = archive.clock()
    page = QueuePage(
        title="Review queue",
        caller=caller,
        rows=tuple(
            QueueRow(
                s,
                casework_wording.age(now - s.submitted_at),
                desks.light(s) or "",
                claimed_by(s, caller, now),
                approval,
            )
            for s, approval in open_ones
        ),
        hidden=tuple(HiddenRow(case, since) for case, since in doubted),
        notes=notes,
        code=code,
        problems=problems(refused, "code"),
    )
    return answer(request, "pages/queue.html", page, refused)


@router.page("/review/{submission_id:int}")
def desk(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    return show_desk(request, archive, caller, submission_id, form=Form({}))


@router.form("/review/{submission_id:int}/claim")
def claim(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(request, archive, caller, submission_id, lambda call: verbs.claim(call, submission_id))


@router.form("/review/{submission_id:int}/release")
def release(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(request, archive, caller, submission_id, lambda call: verbs.release(call, submission_id))


@router.form("/review/{submission_id:int}/correct")
def correct_redaction(
    request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer
) -> Response:
    """Hide, keep or join, then redact the whole discussion again."""

    def act(call: Call) -> None:
        verbs.correct(call, submission_id, corrections_of(form))

    return _act(request, archive, caller, submission_id, act, form=form)


@router.form("/review/{submission_id:int}/generalise")
def take_step(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    """The step that the risk names, by one click."""
    return _act(request, archive, caller, submission_id, lambda call: generalise(call, submission_id))


@router.form("/review/{submission_id:int}/generalise/undo")
def take_step_back(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(request, archive, caller, submission_id, lambda call: undo(call, submission_id))


@router.form("/review/{submission_id:int}/draft")
def edit(request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    if "add" in form:
        return show_desk(request, archive, caller, submission_id, form=form)

    def act(call: Call) -> None:
        with archive.reading(caller) as look:
            base = desks.open_draft(look, submission_id)
        verbs.edit_draft(call, submission_id, case_from_form(form, base).sound(), form.text("seen"))

    return _act(request, archive, caller, submission_id, act, form=form)


@router.form("/review/{submission_id:int}/approve")
def approve(request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:

    def act(call: Call) -> None:
        verbs.approve(call, submission_id, form.text("why"), form.text("seen"))

    return _act(request, archive, caller, submission_id, act, form=form)


@router.form("/review/{submission_id:int}/return")
def send_back(
    request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer
) -> Response:
    note = form.text("note")
    return _act(
        request, archive, caller, submission_id, lambda call: verbs.send_back(call, submission_id, note), form=form
    )


@router.form("/review/{submission_id:int}/decline")
def decline(request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    note = form.text("note")
    answer = _act(
        request, archive, caller, submission_id, lambda call: verbs.decline(call, submission_id, note), form=form
    )
    archive.forget_traces()
    archive.catch_up()
    return answer


@router.form("/review/{submission_id:int}/publish")
def publish_case(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    answer = _act(request, archive, caller, submission_id, lambda call: publish(call, submission_id))
    archive.forget_traces()
    archive.catch_up()
    return answer


@router.form("/review/{submission_id:int}/merge")
def merge(request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    """The draft becomes one with a case that is already there; approvals start anew."""

    def act(call: Call) -> None:
        try:
            merge_into(call, submission_id, number_of(form.text("into")))
        except CaseNotFound as error:
            raise InvalidCase({"into": str(error)}) from None

    return _act(request, archive, caller, submission_id, act, form=form)


@router.form("/review/{submission_id:int}/keep-apart")
def undo_merge(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(request, archive, caller, submission_id, lambda call: keep_apart(call, submission_id))


def _act(
    request: Request,
    archive: Archive,
    caller: Caller,
    submission_id: int,
    act: Callable[[Call], object],
    *,
    form: Form | None = None,
) -> Response:
    """One decision; what it refuses is said on the desk, with everything typed still there."""
    if refused := refusal(archive, caller, act):
        return show_desk(request, archive, caller, submission_id, form=form or Form({}), refused=refused)
    return RedirectResponse(f"/review/{submission_id}", 303)
