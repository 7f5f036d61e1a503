"""A form that was refused because nobody is signed in: kept in the answer, so that nothing typed is lost.

It travels in hidden fields of the same browser and is stored nowhere. Files that were chosen have to be chosen again.
"""

import json
import re
from dataclasses import dataclass

from web.forms import Form

_OURS = re.compile(r"/(?:review|circles|accounts|account|playlists)(?:/[\w-]+)*")
"""Where a signed-in person's forms go; nothing is sent on to any other address."""


@dataclass(frozen=True)
class Kept:
    """Where to go on after signing in, and what was typed there."""

    to: str
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def packed(self) -> str:
        return json.dumps(self.fields, ensure_ascii=False)


def keep(path: str, form: Form) -> Kept | None:
    """None for an address that nobody goes on to."""
    return Kept(path, tuple(form.pairs())) if _OURS.fullmatch(path) else None


def kept_in(form: Form) -> Kept | None:
    """What a form for signing in carries; None where it carries nothing or something else."""
    try:
        fields = json.loads(form.text("kept") or "[]")
        pairs = tuple((str(name), str(value)) for name, value in fields)
    except (ValueError, TypeError):
        return None
    return Kept(form.text("kept_to"), pairs) if _OURS.fullmatch(form.text("kept_to")) else None
