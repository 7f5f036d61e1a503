"""The second step of contributing: the discussion as others would read it, and what was removed from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.identity import Caller
from api.workflow.carry import pack
from api.workflow.submit import Preview
from corpus.model.discussion import Discussion
from web.carried import Carried, carried, case_typed_before
from web.contexts import FormPage
from web.forms import Form
from web.removals import Person, Removal, Said, corrections_of, hidden_in_vain, people, removals, said
from web.visible import Piece, redacted_pieces

_IN_VAIN = "This was not found as a word of its own, so nothing was hidden. Copy it as it stands in the text."


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


def check_page(discussion: Discussion, form: Form, shown: Preview, caller: Caller) -> CheckPage:
    redaction = shown.redaction
    removed = removals(discussion, redaction.mentions)
    in_vain = hidden_in_vain(form, removed)
    every = corrections_of(form)
    corrections = replace(every, hide=tuple(text for text in every.hide if text != in_vain))
    return CheckPage(
        title="Check what was removed",
        caller=caller,
        carried=carried(pack(discussion), corrections, case_typed_before(form)),
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
        carried=carried(pack(discussion), corrections_of(form), case_typed_before(form)),
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
