"""Contribute in three steps: paste, check what was removed, correct the case and hand it in."""

from dataclasses import replace

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive
from api.dependencies import Contributor, TheArchive, get_address, get_limits
from api.errors import headers_of, problems_of, status_of
from api.identity import Caller
from api.places import APlace
from api.workflow.carry import pack, unpack
from api.workflow.receipts import median_wait
from api.workflow.redact import redact_or_hold
from api.workflow.submit import look_over, preview, read_file, read_text, submit, with_names
from api.workflow.suggest import suggest, with_topic
from corpus.errors import ArchiveError, BadInput, ConsentMissing, RedactionIncomplete, TooMany
from corpus.model.case import Case
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections
from corpus.model.submission import SubmissionState
from web import casework_wording
from web.check_step import check_page, sealed_page
from web.contribution import (
    EMPTY_DRAFT,
    ContributePage,
    LookedOver,
    ReceiptPage,
    audiences_of,
    complete,
    consent_of,
    draft_page,
    looked_over,
    typed_case,
)
from web.forms import Form, TheForm
from web.removals import corrections_of
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()
_CHANGED_ONLY = ("add", "look")
"""Buttons of the last step that draw it again instead of handing in."""


@router.page("/contribute")
def start(request: Request, archive: TheArchive, caller: Contributor) -> Response:
    return render(request, "pages/contribute.html", _start(archive.settings.raw_days, caller))


@router.page("/contribute/check")
@router.page("/contribute/case")
@router.page("/contribute/hand-in")
def start_over(caller: Contributor) -> Response:
    """A step that is reloaded by its address alone has nothing to show."""
    return RedirectResponse("/contribute", 303)


@router.form("/contribute/check")
def check(request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace) -> Response:
    try:
        discussion, corrections = _handed_in(form), corrections_of(form)
        shown = preview(archive, discussion, corrections)
    except RedactionIncomplete as error:
        page = sealed_page(discussion, form, caller, str(error))
        return render(request, "pages/check.html", page, status_of(error), headers_of(error))
    except BadInput as error:
        field = "file" if form.upload("file") else "text"
        start_page = replace(
            _start(archive.settings.raw_days, caller),
            typed=form.text("text"),
            names=form.text("names"),
            problems={field: str(error)},
        )
        return render(request, "pages/contribute.html", start_page, status_of(error))
    return render(request, "pages/check.html", check_page(discussion, form, shown, caller))


@router.form("/contribute/case")
def correct_case(request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace) -> Response:
    discussion, corrections = _handed_in(form), corrections_of(form)
    typed = "title" in form
    draft = typed_case(form).case if typed else _first_draft(archive, discussion, corrections)
    suggested = suggest(archive, caller, draft)
    if not typed:
        draft = with_topic(draft, suggested)
    looked = _looked_over(archive, discussion, corrections, draft) if "look" in form else ()
    page = draft_page(archive, caller, form, draft, suggested, discussion=pack(discussion), problems={})
    return render(request, "pages/draft.html", replace(page, looked_over=looked))


@router.form("/contribute/hand-in")
def hand_in(request: Request, form: TheForm, archive: TheArchive, caller: Contributor, place: APlace) -> Response:
    if any(button in form for button in _CHANGED_ONLY):
        return correct_case(request, form, archive, caller, place)
    typed = typed_case(form)
    try:
        get_limits(request).count_submission(get_address(request))
        draft = complete(typed)
        with archive.writing(caller) as call:
            receipt = submit(
                call,
                unpack(form.text("discussion")),
                consent=consent_of(form, chooses=bool(audiences_of(archive, caller))),
                corrections=corrections_of(form),
                draft=draft,
                idempotency_key=form.text("idempotency_key") or None,
            )
    except (BadInput, TooMany) as error:
        suggested = suggest(archive, caller, typed.case)
        page = draft_page(
            archive,
            caller,
            form,
            typed.case,
            suggested,
            discussion=form.text("discussion"),
            problems=_problems(error),
        )
        return render(request, "pages/draft.html", page, status_of(error), headers_of(error))
    state = redact_or_hold(archive, receipt.submission_id)
    with archive.reading(caller) as call:
        wait = median_wait(call)
    shown = ReceiptPage(
        title="Your receipt",
        caller=caller,
        code=receipt.code,
        held=state is SubmissionState.HELD,
        quiet_hours=archive.settings.quiet_hours,
        usual_wait=casework_wording.age(wait) if wait else "",
    )
    return render(request, "pages/handed_in.html", shown, 201)


def _start(raw_days: int, caller: Caller) -> ContributePage:
    return ContributePage(title="Contribute a case", caller=caller, raw_days=raw_days)


def _handed_in(form: Form) -> Discussion:
    """From the first step as pasted or uploaded, from later ones as carried; raises BadInput."""
    names = form.lines("names")
    if "discussion" in form:
        return with_names(unpack(form.text("discussion")), names)
    if upload := form.upload("file"):
        return read_file(upload.file, upload.filename, names)
    if not form.text("text").strip():
        raise BadInput("Paste the discussion, or choose an exported file.")
    return read_text(form.text("text"), names=names)


def _first_draft(archive: Archive, discussion: Discussion, corrections: Corrections) -> Case:
    try:
        return preview(archive, discussion, corrections).draft
    except RedactionIncomplete:
        return EMPTY_DRAFT


def _looked_over(
    archive: Archive, discussion: Discussion, corrections: Corrections, draft: Case
) -> tuple[LookedOver, ...]:
    """Empty while nothing can be redacted; it can then be handed in sealed."""
    try:
        return looked_over(draft, look_over(archive, discussion, corrections, draft))
    except RedactionIncomplete:
        return ()


def _problems(error: ArchiveError) -> dict[str, str]:
    if isinstance(error, ConsentMissing):
        return {"consent": str(error)}
    return problems_of(error) or {"form": str(error)}
