"""Carry: a discussion as it travels in its contributor's own browser between two previews.

Nothing is stored before consent, so whatever was pasted or uploaded goes back with the page and comes again with the
next step. It is raw text: written into a page for the one who handed it in, and nowhere else.
"""

from cattrs import ClassValidationError
from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from corpus.errors import BadInput
from corpus.model.discussion import Discussion
from corpus.readers.reader import storable_discussion

_converter = make_converter(forbid_extra_keys=True, omit_if_default=True)


def pack(discussion: Discussion) -> str:
    return str(_converter.dumps(discussion, ensure_ascii=False))


def unpack(text: str) -> Discussion:
    """What `pack` wrote; raises BadInput for anything else."""
    try:
        return storable_discussion(_converter.loads(text, Discussion))
    except (ClassValidationError, BaseValidationError, RecursionError, ValueError, TypeError, AttributeError):
        raise BadInput("The discussion did not come back whole. Paste or upload it again.") from None
