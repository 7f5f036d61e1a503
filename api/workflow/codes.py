"""Codes that stand for something kept without an account: 128 bits, shown once, of which only a digest is stored."""

import base64
import re
import secrets

from api.workflow.submit import receipt_digest
from corpus.errors import SavedSearchNotFound

_BITS = 128
_CODE = re.compile(r"[a-z2-7]{26}")


def new_code() -> str:
    """26 letters and digits that fit into an address."""
    return base64.b32encode(secrets.token_bytes(_BITS // 8)).decode("ascii").rstrip("=").lower()


def code_digest(code: str) -> str:
    """Raises SavedSearchNotFound for what can't be a code, so that it looks like an absent one."""
    plain = code.strip().lower()
    if not _CODE.fullmatch(plain):
        raise SavedSearchNotFound("No saved search belongs to that code. It may have been ended.")
    return receipt_digest(plain)
