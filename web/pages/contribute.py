"""Contribute in three steps: paste, check what was removed, correct the case and hand it in.

Until consent nothing is stored: the discussion travels in hidden fields of the contributor's own browser.
"""

import secrets
from dataclasses import dataclass, replace

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Contributor, TheArchive, get_address, get_limits
from api.errors import headers_of, problems_of, status_of
from api.identity import Caller
from api.workflow.carry import pack, unpack
from api.workflow.draft import NO_CODE
from api.workflow.redact import redact_or_hold
from api.workflow.submit import Preview, preview, read_file, read_text, submit
from corpus.errors import ArchiveError, BadInput, ConsentMissing, InvalidCase, RedactionIncomplete, TooMany
from corpus.model.case import NATIONAL, Case, Facets
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections
from corpus.model.submission import Consent, SubmissionState
from corpus.model.taxonomy import UNKNOWN, Level, Outcome, Provenance
from web.case_form import TypedCase, case_from_form
from web.contexts import FormPage, Page
from web.forms import Form, TheForm
from web.removals import Person, Removal, carried_pairs, corrections_of, people, removals
from web.rendering import render
from web.routing import PageRouter
from web.visible import Piece, redacted_pieces

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class ContributePage(FormPage):
    typed: str = ""
    names: str = ""
    raw_days: int = 30


@dataclass(frozen=True)
class Carried:
    """What goes back and forth in hidden fields."""

    discussion: str
    corrections: Corrections
    pairs: tuple[str, ...]


@dataclass(frozen=True)
class ShownMessage:
    sender: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class CheckPage(FormPage):
    carried: Carried
    messages: tuple[ShownMessage, ...]
    """Empty when the redactor is not running; the discussion can then be handed in sealed."""
    removals: tuple[Removal, ...]
    people: tuple[Person, ...]
    warnings: tuple[str, ...]
    unfinished: bool = False


@dataclass(frozen=True, kw_only=True)
class DraftPage(FormPage):
    carried: Carried
    draft: Case
    more_actions: int
    more_words: int
    consent: bool
    quote_verbatim: bool
    idempotency_key: str


@dataclass(frozen=True, kw_only=True)
class ReceiptPage(Page):
    code: str
    held: bool


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
def check(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    try:
        discussion, corrections = _handed_in(form), corrections_of(form)
        shown = preview(archive, discussion, corrections)
    except RedactionIncomplete as error:
        page = _sealed_page(discussion, corrections, caller, str(error))
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
    return render(request, "pages/check.html", _check_page(discussion, corrections, shown, caller))


@router.form("/contribute/case")
def correct_case(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    discussion, corrections = unpack(form.text("discussion")), corrections_of(form)
    draft = _typed(form).case if "title" in form else _first_draft(archive, discussion, corrections)
    return render(request, "pages/draft.html", _draft_page(form, draft, caller, {}))


@router.form("/contribute/hand-in")
def hand_in(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    if "add" in form:
        return correct_case(request, form, archive, caller)
    typed = _typed(form)
    try:
        get_limits(request).count_submission(get_address(request))
        draft = _complete(typed)
        with archive.writing(caller) as call:
            receipt = submit(
                call,
                unpack(form.text("discussion")),
                consent=_consent(form),
                corrections=corrections_of(form),
                draft=draft,
                idempotency_key=form.text("idempotency_key") or None,
            )
    except (BadInput, TooMany) as error:
        page = _draft_page(form, typed.case, caller, _problems(error))
        return render(request, "pages/draft.html", page, status_of(error), headers_of(error))
    state = redact_or_hold(archive, receipt.submission_id)
    shown = ReceiptPage(title="Your receipt", caller=caller, code=receipt.code, held=state is SubmissionState.HELD)
    return render(request, "pages/handed_in.html", shown, 201)


EMPTY_DRAFT = Case(
    code=NO_CODE,
    title=UNKNOWN,
    situation=(),
    facets=Facets(topic="", level=Level.DISTRICT),
    provenance=Provenance.CONTRIBUTED,
    outcome=Outcome.UNKNOWN,
    outcome_text=UNKNOWN,
)
"""What a case starts from when nothing could be drafted."""


def _start(raw_days: int, caller: Caller) -> ContributePage:
    return ContributePage(title="Contribute a case", caller=caller, raw_days=raw_days)


def _handed_in(form: Form) -> Discussion:
    """From the first step as pasted or uploaded, from later ones as carried; raises BadInput."""
    if "discussion" in form:
        return unpack(form.text("discussion"))
    names = form.lines("names")
    if upload := form.upload("file"):
        return read_file(upload.file, upload.filename, names)
    if not form.text("text").strip():
        raise BadInput("Paste the discussion, or choose an exported file.")
    return read_text(form.text("text"), names=names)


def _carried(discussion: str, corrections: Corrections) -> Carried:
    return Carried(discussion=discussion, corrections=corrections, pairs=carried_pairs(corrections))


def _check_page(discussion: Discussion, corrections: Corrections, shown: Preview, caller: Caller) -> CheckPage:
    redaction = shown.redaction
    removed = removals(discussion, redaction.mentions)
    return CheckPage(
        title="Check what was removed",
        caller=caller,
        carried=_carried(pack(discussion), corrections),
        messages=tuple(
            ShownMessage(sender=message.sender or "", pieces=redacted_pieces(message.text))
            for message in redaction.discussion.messages
        ),
        removals=removed,
        people=people(discussion, redaction.discussion, removed),
        warnings=discussion.warnings,
        unfinished=bool(redaction.left_over),
    )


def _sealed_page(discussion: Discussion, corrections: Corrections, caller: Caller, says: str) -> CheckPage:
    return CheckPage(
        title="The preview is not working now",
        caller=caller,
        carried=_carried(pack(discussion), corrections),
        messages=(),
        removals=(),
        people=(),
        warnings=discussion.warnings,
        problems={"discussion": says},
    )


def _first_draft(archive: TheArchive, discussion: Discussion, corrections: Corrections) -> Case:
    try:
        return preview(archive, discussion, corrections).draft
    except RedactionIncomplete:
        return EMPTY_DRAFT


def _typed(form: Form) -> TypedCase:
    return case_from_form(form, EMPTY_DRAFT)


def _draft_page(form: Form, draft: Case, caller: Caller, problems: dict[str, str]) -> DraftPage:
    return DraftPage(
        title="Correct the case and hand it in",
        caller=caller,
        problems=problems,
        carried=_carried(form.text("discussion"), corrections_of(form)),
        draft=draft,
        more_actions=3 if form.text("add") == "action" else 1,
        more_words=2 if form.text("add") == "words" else 1,
        consent="consent" in form,
        quote_verbatim=form.text("quote_verbatim") == "yes",
        idempotency_key=form.text("idempotency_key") or secrets.token_urlsafe(24),
    )


def _complete(typed: TypedCase) -> Case:
    """Raises InvalidCase for what can't be used, and for what only the contributor can say."""
    problems = dict(typed.problems)
    if typed.case.title == UNKNOWN:
        problems["title"] = "Give the problem in 8 to 12 words, without a place or a name."
    if not typed.case.facets.topic:
        problems["topic"] = "Choose the topic that a colleague would look under."
    if problems:
        raise InvalidCase(problems)
    return typed.case


def _consent(form: Form) -> Consent | None:
    if "consent" not in form:
        return None
    return Consent(audience=NATIONAL, quote_verbatim=form.text("quote_verbatim") == "yes")


def _problems(error: ArchiveError) -> dict[str, str]:
    if isinstance(error, ConsentMissing):
        return {"consent": str(error)}
    return problems_of(error) or {"form": str(error)}
