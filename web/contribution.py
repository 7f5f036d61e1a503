"""A contribution before it is handed in: what each step's page shows, and what only the contributor can say.

Until consent nothing is stored: the discussion travels in hidden fields of the contributor's own browser.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.archive import Archive
from api.identity import Caller, Right
from api.workflow.browse import code_of, number_of
from api.workflow.carry import pack
from api.workflow.circles import circles
from api.workflow.draft import NO_CODE
from api.workflow.submit import Preview
from api.workflow.suggest import Suggestions
from corpus.case_prose import prose
from corpus.errors import CaseNotFound, InvalidCase
from corpus.model.case import NATIONAL, NOT_SAID, Case, Facets
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections
from corpus.model.submission import Consent
from corpus.model.taxonomy import UNKNOWN, Level, Outcome, Provenance
from web import casework_wording
from web.case_form import TypedCase, case_from_form
from web.contexts import FormPage, Page
from web.forms import Form
from web.removals import Person, Removal, Said, corrections_of, hidden_in_vain, in_fields, people, removals, said
from web.visible import Piece, redacted_pieces


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
    roles: tuple[str, ...]
    case: tuple[tuple[str, str], ...] = ()
    """What was typed into the last step, field by field, while its contributor looks at an earlier one again."""


@dataclass(frozen=True)
class ShownMessage:
    sender: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Known:
    """One line of the discussion's own dictionary: a name that is removed wherever it stands."""

    name: str
    aliases: tuple[str, ...]
    placeholder: str
    """Empty for what the contributor added, which gets one where it is found."""


@dataclass(frozen=True, kw_only=True)
class CheckPage(FormPage):
    carried: Carried
    dictionary: tuple[Known, ...]
    messages: tuple[ShownMessage, ...]
    """Empty when the redactor is not running; the discussion can then be handed in sealed."""
    removals: tuple[Removal, ...]
    people: tuple[Person, ...]
    warnings: tuple[str, ...]
    said: tuple[Said, ...] = ()
    hidden_in_vain: str = ""
    """What was to be hidden and was not found; it stays in its field, to be corrected there."""


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
_BEFORE_THE_CASE = frozenset(
    ("text", "discussion", "names", "hide", "keep", "same", "role", "role_of", "role_is", "forget", "continue")
)
"""Fields of the first two steps."""
_IN_VAIN = "This was not found as a word of its own, so nothing was hidden. Copy it as it stands in the text."


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
        carried=_carried(discussion, corrections_of(form)),
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


def _carried(discussion: str, corrections: Corrections, case: tuple[tuple[str, str], ...] = ()) -> Carried:
    return Carried(
        discussion=discussion,
        corrections=corrections,
        pairs=in_fields(corrections.same),
        roles=in_fields(corrections.roles),
        case=case,
    )


def _case_typed_before(form: Form) -> tuple[tuple[str, str], ...]:
    """Empty until the last step was seen."""
    if "title" not in form:
        return ()
    return tuple((name, value) for name, value in form.pairs() if name not in _BEFORE_THE_CASE)


def check_page(discussion: Discussion, form: Form, shown: Preview, caller: Caller) -> CheckPage:
    redaction = shown.redaction
    removed = removals(discussion, redaction.mentions)
    in_vain = hidden_in_vain(form, removed)
    every = corrections_of(form)
    corrections = replace(every, hide=tuple(text for text in every.hide if text != in_vain))
    return CheckPage(
        title="Check what was removed",
        caller=caller,
        carried=_carried(pack(discussion), corrections, _case_typed_before(form)),
        messages=tuple(
            ShownMessage(sender=message.sender or "", pieces=redacted_pieces(message.text))
            for message in redaction.discussion.messages
        ),
        dictionary=_dictionary(discussion, redaction.senders),
        removals=removed,
        people=people(discussion, redaction.discussion, removed),
        warnings=discussion.warnings,
        said=said(corrections, removed),
        hidden_in_vain=in_vain,
        problems={"hide": _IN_VAIN} if in_vain else {},
    )


def sealed_page(discussion: Discussion, form: Form, caller: Caller, says: str) -> CheckPage:
    return CheckPage(
        title="The preview is not working now",
        caller=caller,
        carried=_carried(pack(discussion), corrections_of(form), _case_typed_before(form)),
        messages=(),
        dictionary=_dictionary(discussion, {}),
        removals=(),
        people=(),
        warnings=discussion.warnings,
        problems={"discussion": says},
    )


def _dictionary(discussion: Discussion, placeholders: Mapping[str, str]) -> tuple[Known, ...]:
    found = (Known(who.name, who.aliases, placeholders.get(who.name, "")) for who in discussion.participants)
    return (*found, *(Known(name, (), "") for name in discussion.declared_names))


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
