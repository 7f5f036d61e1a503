"""How a case aged: told with a receipt, a place to be reminded at, and a reviewer's look at each note."""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Contributor, Reviewer, TheArchive
from api.identity import Caller
from api.places import APlace
from api.workflow import follow_up as verbs
from api.workflow.browse import number_of
from corpus.errors import ArchiveError, InvalidCase
from corpus.model.follow_up import FollowUp, Verdict
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.routing import Number, PageRouter
from web.standing import take_step
from web.steps import answer, problems, refusal

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class NotesPage(FormPage):
    waiting: tuple[FollowUp, ...]
    typed: Form
    about: int = 0
    """The follow-up that the problems are about."""


@router.page("/receipt/tell")
@router.page("/receipt/address")
def ask_first(caller: Contributor) -> Response:
    """A step that is reloaded by its address alone has no receipt."""
    return RedirectResponse("/receipt", 303)


@router.form("/receipt/tell")
def tell(request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace) -> Response:
    """The verdict shows at once; the note is redacted, and shows after a reviewer's look."""

    def act(call: Call) -> None:
        if form.text("verdict") not in set(Verdict):
            raise InvalidCase({"verdict": "Choose what became of it."})
        meant = number_of(form.text("case")) if form.text("case") else None
        verbs.tell(call, form.text("receipt"), Verdict(form.text("verdict")), form.text("told"), meant)

    done = "Thank you. It is on record."
    return take_step(request, form, archive, caller, act, done=done, after=archive.catch_up)


@router.form("/receipt/address")
def keep_address(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """An empty address destroys what was kept."""
    receipt, address = form.text("receipt"), "" if "forget" in form else form.text("address")

    def act(call: Call) -> None:
        if not address.strip() and "forget" not in form:
            raise InvalidCase({"address": "Write an e-mail address like name@example.org."})
        verbs.keep_address(call, receipt, address)

    done = "The address was removed." if "forget" in form else "You will be reminded at the address that you gave."
    return take_step(request, form, archive, caller, act, done=done, after=archive.forget_traces)


@router.page("/review/follow-ups")
def notes(request: Request, archive: TheArchive, caller: Reviewer) -> Response:
    return _notes(request, archive, caller, Form({}))


@router.form("/review/follow-ups/{follow_up_id}/let-in")
def let_in(request: Request, follow_up_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    note = form.text("note")
    return _act(
        request, archive, caller, form, about=follow_up_id, act=lambda call: verbs.let_in(call, follow_up_id, note)
    )


@router.form("/review/follow-ups/{follow_up_id}/leave-out")
def leave_out(request: Request, follow_up_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    return _act(
        request, archive, caller, form, about=follow_up_id, act=lambda call: verbs.leave_out(call, follow_up_id)
    )


def _act(
    request: Request,
    archive: Archive,
    caller: Caller,
    form: Form,
    *,
    about: int,
    act: Callable[[Call], object],
) -> Response:
    if refused := refusal(archive, caller, act):
        return _notes(request, archive, caller, form, about=about, refused=refused)
    archive.catch_up()
    return RedirectResponse("/review/follow-ups", 303)


def _notes(
    request: Request,
    archive: Archive,
    caller: Caller,
    form: Form,
    *,
    about: int = 0,
    refused: ArchiveError | None = None,
) -> Response:
    with archive.reading(caller) as call:
        waiting = tuple(verbs.waiting(call))
    page = NotesPage(
        title="Notes from contributors",
        caller=caller,
        problems=problems(refused, "note"),
        waiting=waiting,
        typed=form,
        about=about,
    )
    return answer(request, "pages/notes.html", page, refused)
