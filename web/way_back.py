"""What a browser may keep of the answer to a form, so that Back leads to it again.

Without this, Back from a case to its results is an error page of the browser's own: an answer to a form that must not
be stored can't be shown again.
"""

from api.identity import VISITOR, Caller

_FOR_BACK_ONLY = {"Cache-Control": "private, no-cache"}
"""No shared cache keeps it, and no later request is answered from it; going back is not a request."""


def way_back(caller: Caller, *, redacted: bool) -> dict[str, str]:
    """Headers of an answer to a form; none, so that it is not stored, for whoever signed in and for words as typed."""
    return _FOR_BACK_ONLY if caller == VISITOR and redacted else {}
