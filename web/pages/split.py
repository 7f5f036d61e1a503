"""Split: a page of its own, where a reviewer says part by part what belongs to which case."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Reviewer, TheArchive
from api.identity import Caller
from api.workflow.desk import open_desk, open_draft
from api.workflow.split import MOST_PARTS, split
from corpus.errors import ArchiveError, DraftChanged
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.routing import Number, PageRouter
from web.split_form import SplitForm, drafts_of, split_form, titles_of
from web.steps import answer, problems, refusal

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class SplitPage(FormPage):
    submission_id: int
    typed: SplitForm
    seen: str
    """Mark of the desk that this reviewer has before them."""
    overtaken: bool
    """Whether somebody else changed it meanwhile: then what was chosen belongs to other pieces."""

    @property
    def may_add(self) -> bool:
        return len(self.typed.titles) < MOST_PARTS


@router.page("/review/{submission_id:int}/split")
def ask(request: Request, submission_id: Number, archive: TheArchive, caller: Reviewer) -> Response:
    return _show(request, archive, caller, submission_id, form=Form({}))


@router.form("/review/{submission_id:int}/split")
def split_up(request: Request, submission_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    """One desk for each case; the contributor's receipt stands for all of them."""
    if "add" in form:
        return _show(request, archive, caller, submission_id, form=form)

    def act(call: Call) -> None:
        with archive.reading(caller) as look:
            draft = open_draft(look, submission_id)
        split(call, submission_id, drafts_of(draft, split_form(draft, form)), form.text("seen"))

    if refused := refusal(archive, caller, act):
        return _show(request, archive, caller, submission_id, form=form, refused=refused)
    return RedirectResponse("/review", 303)


def _show(
    request: Request,
    archive: Archive,
    caller: Caller,
    submission_id: int,
    *,
    form: Form,
    refused: ArchiveError | None = None,
) -> Response:
    with archive.writing(caller) as call:
        desk = open_desk(call, submission_id)
        draft = desk.draft
    overtaken = isinstance(refused, DraftChanged)
    page = SplitPage(
        title=f"Split submission {submission_id}",
        caller=caller,
        problems=problems(refused, "form"),
        submission_id=submission_id,
        typed=split_form(draft, titles_of(form) if overtaken else form),
        overtaken=overtaken,
        seen=desk.seen if overtaken else form.text("seen") or desk.seen,
    )
    return answer(request, "pages/split.html", page, refused)
