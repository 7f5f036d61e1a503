"""Rename: after a correction the same people may have other placeholders; a draft that speaks of them follows."""

import re
from collections.abc import Mapping

from corpus.model.redaction import Redaction
from redaction.roles import LABELS

ROLES = tuple(sorted(LABELS))
"""What a person can be called, for whoever puts a role right."""
_NUMBERED = re.compile(r"\[[A-Z][A-Za-z ]* \d{1,4}\]")


def renamed(before: Redaction, after: Redaction) -> dict[str, str]:
    """Old placeholder to new one, of whoever is found where they were; those that stay the same are left out."""
    messages = zip(before.discussion.messages, after.discussion.messages, strict=False)
    pairs = [(old.sender, new.sender) for old, new in messages if old.sender and new.sender]
    now = {(mention.message, mention.start): mention.placeholder for mention in after.mentions}
    met = ((mention.placeholder, now.get((mention.message, mention.start))) for mention in before.mentions)
    pairs += [(old, new) for old, new in met if new]
    both_numbered = ((old, new) for old, new in pairs if _NUMBERED.fullmatch(old) and _NUMBERED.fullmatch(new))
    return {old: new for old, new in reversed(list(both_numbered)) if old != new}


def said_anew(text: str, changed: Mapping[str, str]) -> str:
    """All at once, since one may take the number that another had."""
    return _NUMBERED.sub(lambda found: changed.get(found[0], found[0]), text)
