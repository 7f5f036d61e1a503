"""A form that was refused because nobody is signed in or too many came: kept in the answer, so that nothing typed is
lost.

It travels in hidden fields of the same browser and is stored nowhere. Files that were chosen have to be chosen again,
and passwords are never kept.
"""

import json
import re
from dataclasses import dataclass

from corpus.outside import storable
from web.forms import Form

_OURS = re.compile(r"/(?:review|circles|accounts|account|playlists)(?:/[\w-]+)*")
"""Where a signed-in person's forms go; nothing is sent on to any other address."""
_TYPED_INTO = re.compile(r"/(?:search|brief|wanted|contribute/[\w-]+|receipt/\w+)")
_OF_PASSWORDS = "/account"


@dataclass(frozen=True)
class Kept:
    """Where to go on after signing in, and what was typed there."""

    to: str
    fields: tuple[tuple[str, str], ...] | None = None
    """None for a page that is only read."""

    had_file: bool = False
    """Whether a file was chosen with it, which has to be chosen again."""

    @property
    def packed(self) -> str:
        return json.dumps(self.fields, ensure_ascii=False)


def keep(path: str, form: Form | None) -> Kept | None:
    """None for an address that nobody goes on to; `form` is None for a page that is only read."""
    if not _OURS.fullmatch(path):
        return None
    if _is_of_passwords(path):
        return Kept(_OF_PASSWORDS)
    return Kept(path, tuple(form.pairs()) if form else None)


def keep_for_later(path: str, form: Form | None) -> Kept | None:
    """For whoever is to send the same again in a moment; None for an address to which nothing long is typed."""
    typed_into = _TYPED_INTO.fullmatch(path) or (_OURS.fullmatch(path) and not _is_of_passwords(path))
    if form is None or not typed_into:
        return None
    return Kept(path, tuple(form.pairs()), had_file=form.upload("file") is not None)


def kept_in(form: Form) -> Kept | None:
    """What a form for signing in carries; None where it carries nothing or something else."""
    if not _OURS.fullmatch(form.text("kept_to")):
        return None
    if "kept" not in form:
        return Kept(form.text("kept_to"))
    try:
        fields = tuple((storable(str(name)), storable(str(value))) for name, value in json.loads(form.text("kept")))
    except (ValueError, TypeError):
        return None
    return Kept(form.text("kept_to"), fields)


def _is_of_passwords(path: str) -> bool:
    return path == _OF_PASSWORDS or path.startswith(f"{_OF_PASSWORDS}/")
