"""A contribution before it is handed in: what first and last step show, and what only the contributor can say."""

import secrets
from dataclasses import dataclass, replace

from api.archive import Archive
from api.identity import Caller, Right
from api.workflow.browse import code_of, number_of
from api.workflow.circles import circles
from api.workflow.draft import NO_CODE
from api.workflow.suggest import Suggestions
from corpus.case_prose import prose
from corpus.errors import CaseNotFound, InvalidCase
from corpus.model.case import NATIONAL, NOT_SAID, Case, Facets
from corpus.model.submission import Consent
from corpus.model.taxonomy import UNKNOWN, Level, Outcome, Provenance
from web import casework_wording
from web.carried import Carried, carried
from web.case_form import TypedCase, case_from_form
from web.contexts import FormPage, Page
from web.forms import Form
from web.removals import corrections_of
from web.visible import Piece, redacted_pieces


@dataclass(frozen=True, kw_only=True)
class ContributePage(FormPage):
    typed: str = ""
    names: str = ""
    raw_days: int = 30


@dataclass(frozen=True)
class LookedOver:
    """One field of the case as others would read it, names taken out."""

    field: str
    pieces: tuple[Piece, ...]
    changed: bool
    """Whether anything was taken out of what was typed."""


@dataclass(frozen=True, kw_only=True)
class DraftPage(FormPage):
    carried: Carried
    draft: Case
    more_actions: int
    more_words: int
    consent: bool
    audiences: tuple[tuple[str, str], ...]
    """Whom a member may choose as readers, with their wording; empty where national is the only choice."""
    audience: str
    quote_verbatim: bool
    quiet_hours: int
    idempotency_key: str
    hints: dict[str, str]
    """Field to a gentle question; none of them stops anybody."""
    lookalikes: tuple[Case, ...]
    looked_over: tuple[LookedOver, ...] = ()
    """Every field that says something, once the contributor asks to see it."""


@dataclass(frozen=True, kw_only=True)
class ReceiptPage(Page):
    code: str
    held: bool
    quiet_hours: int
    usual_wait: str
    """The true median, such as "3 days"; empty while it isn't known."""


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


def typed_case(form: Form) -> TypedCase:
    """The case as typed, with the code of the case that it is an account of, where one was chosen."""
    return case_from_form(form, _with_code(form))


def draft_page(
    archive: Archive,
    caller: Caller,
    form: Form,
    draft: Case,
    suggested: Suggestions,
    *,
    discussion: str,
    problems: dict[str, str],
) -> DraftPage:
    return DraftPage(
        title="Correct the case and hand it in",
        caller=caller,
        problems=problems,
        carried=carried(discussion, corrections_of(form)),
        draft=draft,
        more_actions=3 if form.text("add") == "action" else 1,
        more_words=2 if form.text("add") == "words" else 1,
        consent="consent" in form,
        audiences=audiences_of(archive, caller),
        audience=form.text("audience"),
        quote_verbatim=form.text("quote_verbatim") == "yes",
        quiet_hours=archive.settings.quiet_hours,
        idempotency_key=form.text("idempotency_key") or secrets.token_urlsafe(24),
        hints=suggested.hints,
        lookalikes=suggested.lookalikes,
    )


def looked_over(typed: Case, redacted: Case) -> tuple[LookedOver, ...]:
    return tuple(
        LookedOver(casework_wording.field(field), redacted_pieces(text), text != before)
        for (field, text), (_, before) in zip(prose(redacted), prose(typed), strict=True)
        if text not in NOT_SAID
    )


def consent_of(form: Form, *, chooses: bool) -> Consent | None:
    """What was agreed to; None where the box was not ticked, or a member did not say who may read it."""
    audience = form.text("audience") if chooses else NATIONAL
    if "consent" not in form or not audience:
        return None
    return Consent(audience=audience, quote_verbatim=form.text("quote_verbatim") == "yes")


def complete(typed: TypedCase) -> Case:
    """Raises InvalidCase for what `lacking` names."""
    if problems := lacking(typed):
        raise InvalidCase(problems)
    return typed.case


def lacking(typed: TypedCase) -> dict[str, str]:
    """What can't be used and what only the contributor can say, each field with its sentence."""
    problems = dict(typed.problems)
    if typed.case.title == UNKNOWN:
        problems["title"] = "Give the problem in 8 to 12 words, without a place or a name."
    if not typed.case.facets.topic:
        problems["topic"] = "Choose the topic that a colleague would look under."
    return problems


def _with_code(form: Form) -> Case:
    try:
        number = number_of(form.text("account_of")) if form.text("account_of") else 0
    except CaseNotFound:
        number = 0
    return replace(EMPTY_DRAFT, code=code_of(number) if number else NO_CODE)


def audiences_of(archive: Archive, caller: Caller) -> tuple[tuple[str, str], ...]:
    """Whom this caller may choose as readers; empty where national is the only choice."""
    if Right.BELONG not in caller.rights:
        return ()
    with archive.reading(caller) as call:
        own = [(circle.audience, f"Only members of {circle.name}") for circle in circles(call)]
    return (*own, (NATIONAL, "Any school leader")) if own else ()
