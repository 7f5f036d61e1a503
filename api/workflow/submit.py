"""Submit: an export becomes a Discussion, is shown redacted, and is sealed once its contributor consents."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from api.archive import Archive, Call
from api.identity import CONTRIBUTOR
from api.workflow.circles import may_consent_to
from api.workflow.draft import draft_case
from api.workflow.redact import redact_draft
from corpus.errors import BadInput, ConsentMissing, InvalidCase
from corpus.intake.records import RawText
from corpus.model.case import Case
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, Redaction
from corpus.model.submission import Consent, SubmissionState
from corpus.readers.reader import read_export

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _LETTERS = 4, 4
LARGEST_FILE = 20_000_000
"""Bytes of one upload."""
LONGEST_TEXT = 400_000
"""Characters of one discussion; about a thousand pages of chat."""


@dataclass(frozen=True)
class Preview:
    """What a contributor sees before anything is stored."""

    redaction: Redaction
    draft: Case


@dataclass(frozen=True)
class Receipt:
    """Comes back to the contributor once; only its digest is kept."""

    code: str
    submission_id: int
    state: SubmissionState


def read_text(text: str, filename: str | None = None, names: Sequence[str] = ()) -> Discussion:
    """A pasted discussion in whatever layout it came; `names` join its dictionary. Raises BadInput."""
    return with_names(read_export(text.encode(), filename), names)


def read_file(file: BinaryIO, filename: str | None, names: Sequence[str] = ()) -> Discussion:
    """An exported file, read in memory up to the cap and never written anywhere; raises BadInput."""
    content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise BadInput("The file is larger than 20 MB. Export the chat without media, or only the days that matter.")
    return with_names(read_export(content, filename), names)


def preview(archive: Archive, discussion: Discussion, corrections: Corrections = Corrections()) -> Preview:
    """Redacts and drafts without storing anything; raises RedactionIncomplete."""
    check_length(discussion)
    redaction = archive.redactor.redact(discussion, corrections)
    return Preview(redaction=redaction, draft=draft_case(redaction, discussion))


def look_over(archive: Archive, discussion: Discussion, corrections: Corrections, draft: Case) -> Case:
    """What was typed as it would be kept: redacted with its discussion. Stores nothing; raises RedactionIncomplete."""
    check_length(discussion)
    return redact_draft(archive.redactor, RawText(discussion=discussion, corrections=corrections), draft)


def submit(
    call: Call,
    discussion: Discussion,
    *,
    consent: Consent | None,
    corrections: Corrections = Corrections(),
    draft: Case | None = None,
    idempotency_key: str | None = None,
) -> Receipt:
    """Seals a discussion and what its contributor drafted, held until redacted.

    The same idempotency key gives the same receipt and stores once. Raises ConsentMissing, BadInput, InvalidCase.
    """
    if consent is None:
        raise ConsentMissing("Say who may read the case before you hand it in. Nothing has been stored.")
    if not may_consent_to(call, consent.audience):
        raise InvalidCase({"audience": "Choose national, or a circle that you belong to. Nothing has been stored."})
    check_length(discussion)
    fingerprint = (
        _fingerprint(call.archive, idempotency_key, discussion) if idempotency_key else secrets.token_bytes(32)
    )
    code, key_digest = _code(fingerprint), _digest(fingerprint)
    if known := call.intake.by_idempotency(key_digest):
        return Receipt(code=code, submission_id=known.id, state=known.state)
    submission_id = call.intake.add(
        RawText(discussion=discussion, corrections=corrections, draft=draft),
        consent=consent,
        receipt_digest=receipt_digest(code),
        idempotency_digest=key_digest,
        at=call.now,
    )
    # The trail says contributor whoever is signed in, so that it ties nobody to a submission.
    replace(call, caller=CONTRIBUTOR).record("submit", f"submission:{submission_id}")
    return Receipt(code=code, submission_id=submission_id, state=SubmissionState.HELD)


def receipt_digest(code: str) -> str:
    """Digest under which a receipt is kept; spaces, dashes and case don't matter."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return _digest(letters.encode())


def check_length(discussion: Discussion) -> None:
    """Raises BadInput for a discussion that holds nothing or more than one can review."""
    length = sum(len(message.text) for message in discussion.messages)
    if not any(message.text.strip() for message in discussion.messages):
        raise BadInput("There is no text in it. Paste the discussion or choose the exported file.")
    if length > LONGEST_TEXT:
        raise BadInput(f"That is {length:,} characters; {LONGEST_TEXT:,} is the most. Cut the export to the incident.")


def with_names(discussion: Discussion, names: Sequence[str]) -> Discussion:
    """The discussion with names that its contributor adds to the dictionary, each once."""
    given = tuple(name.strip() for name in names if name.strip())
    return replace(discussion, declared_names=tuple(dict.fromkeys(discussion.declared_names + given)))


def _fingerprint(archive: Archive, key: str, discussion: Discussion) -> bytes:
    """The same for a second click, though only digests were kept; another's text under the same key differs."""
    seed = archive.vault.derived_key("receipt")
    return hmac.new(seed, f"{key}\0{discussion.plain_text}".encode(), hashlib.sha256).digest()


def _code(fingerprint: bytes) -> str:
    letters = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in fingerprint[: _GROUPS * _LETTERS])
    return "-".join(letters[start : start + _LETTERS] for start in range(0, len(letters), _LETTERS))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
