"""Signatures of requests that other services send: an HMAC over time and body, compared in constant time.

A request is refused alike whatever is wrong with it. The secret lies in a file that a setting names.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from corpus.errors import AccessDenied, BadInput, KeyUnavailable, NotFound

TOLERANCE = timedelta(minutes=5)
"""Older or newer requests are refused, so that one that was overheard can't be sent again later."""
LARGEST_SIGNED = 64_000
_MOST_DIGITS = 10


@dataclass(frozen=True)
class Signed:
    """A request as it came: a signature is over bytes."""

    timestamp: str
    signature: str
    body: bytes


def check_slack(secret_file: Path | None, sent: Signed, now: datetime) -> None:
    """Slack's version 0: "v0=" and the HMAC-SHA256 of "v0:<timestamp>:<body>"; raises as `_check` does."""
    _check(secret_file, sent, now, mark="v0=", head=f"v0:{sent.timestamp}:")


def check_message(secret_file: Path | None, sent: Signed, now: datetime) -> None:
    """The webhook's own: "sha256=" and the HMAC-SHA256 of "<timestamp>.<body>"; raises as `_check` does."""
    _check(secret_file, sent, now, mark="sha256=", head=f"{sent.timestamp}.")


def _check(secret_file: Path | None, sent: Signed, now: datetime, *, mark: str, head: str) -> None:
    """Raises NotFound where no secret is set, AccessDenied, BadInput for a body that is too large, KeyUnavailable."""
    if secret_file is None:
        raise NotFound("There is nothing at this address.")
    if len(sent.body) > LARGEST_SIGNED:
        raise BadInput(f"At most {LARGEST_SIGNED:,} bytes.")
    signed = hmac.new(_secret(secret_file), head.encode() + sent.body, hashlib.sha256)
    genuine = hmac.compare_digest((mark + signed.hexdigest()).encode(), sent.signature.encode())
    if not genuine or not _is_fresh(sent.timestamp, now):
        raise AccessDenied("The signature does not fit, or the request is too old.")


def _is_fresh(timestamp: str, now: datetime) -> bool:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= _MOST_DIGITS):
        return False
    return abs(now.timestamp() - int(timestamp)) <= TOLERANCE.total_seconds()


def _secret(path: Path) -> bytes:
    try:
        secret = path.read_bytes().strip()
    except OSError as error:
        raise KeyUnavailable(f"The secret of this door can't be read: {error.strerror}.") from None
    if not secret:
        raise KeyUnavailable("The secret of this door is empty.")
    return secret
